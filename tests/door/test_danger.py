"""Danger comes first: signed in or not, with everything else down, and nothing told of it is lost."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from bot.door import limits
from tests.door.conftest import HUB, OTHER_HUB
from tests.door.stubs import TOKEN, Product, product

PERHAPS_TELLING = "why do you need that, nobody is going to turn up on her doorstep are they"
DANGER = "he is going to kill me, he is at the door, I am Quenby Ashgrove"


def test_answers_with_999_first_and_then_the_programmes_own_numbers(door: Product) -> None:
    (reply,) = door.say(DANGER, programme="here").json()
    assert "999" in reply["text"].splitlines()[0]
    assert HUB in reply["text"]
    assert OTHER_HUB not in reply["text"]
    assert reply["custom"] == {"safety": "immediate", "outcome": "escalated_danger", "reference": None}
    (alert,) = door.backend.alerts.values()
    assert alert["thread"] == "thread-c1"
    assert alert["programme"] == "here"
    assert alert["level"] == "immediate"
    assert alert["reasons"] == ["threat_to_kill"]
    assert alert["source"] == "message"


def test_never_says_that_somebody_knows_already(door: Product) -> None:
    text = door.say(DANGER).json()[0]["text"]
    assert "Nobody may have read it yet" in text
    assert "do not wait" in text.casefold()


def test_rasa_is_not_asked_about_danger_and_the_talk_goes_on_afterwards(door: Product) -> None:
    door.say(DANGER)
    assert door.rasa.heard == []
    assert door.say("we are safe now").json()[0]["text"] == "What is going on?"


@pytest.mark.parametrize(("words", "level"), [(DANGER, "immediate"), ("she is scared of him", "urgent")])
def test_danger_is_answered_and_passed_on_while_a_person_answers_in_the_talk(
    door: Product, words: str, level: str
) -> None:
    door.backend.handed_over = True
    (reply,) = door.say(words).json()
    assert "999" in reply["text"].splitlines()[0]
    assert [alert["level"] for alert in door.backend.alerts.values()] == [level]
    assert door.rasa.heard == []


def test_a_yes_to_the_question_about_danger_is_answered_while_a_person_is_awaited(door: Product) -> None:
    door.backend.handed_over, door.backend.open_question = True, "danger"
    (reply,) = door.say("yes").json()
    assert reply["custom"]["safety"] == "immediate"
    assert [alert["level"] for alert in door.backend.alerts.values()] == ["immediate"]


def test_urgent_says_the_numbers_first_and_goes_on(door: Product) -> None:
    first, second = door.say("she is scared of him", programme="there").json()
    assert first["custom"] == {"safety": "urgent"}
    assert OTHER_HUB in first["text"]
    assert second["text"] == "What is going on?"
    assert [alert["level"] for alert in door.backend.alerts.values()] == ["urgent"]


def test_concern_is_passed_on_and_the_talk_goes_on(door: Product) -> None:
    replies = door.say("there was a bruise on his arm").json()
    assert [reply["text"] for reply in replies] == ["What is going on?"]
    assert [alert["level"] for alert in door.backend.alerts.values()] == ["concern"]


def test_numbers_of_every_area_when_the_area_is_not_known(door: Product) -> None:
    text = door.say(DANGER).json()[0]["text"]
    assert HUB in text
    assert OTHER_HUB in text


@pytest.mark.parametrize("token", [None, "expired"])
def test_signed_out_is_answered_and_raises_an_alert_without_a_thread(door: Product, token: str | None) -> None:
    response = door.post({"conversation": "c1", "text": DANGER}, token=token)
    assert response.status_code == 200
    assert "999" in response.json()[0]["text"]
    (alert,) = door.backend.alerts.values()
    assert alert["thread"] is None
    assert alert["text"] == DANGER


@pytest.mark.parametrize(
    "body",
    [
        {"conversation": "somebody-elses", "text": DANGER},
        {"text": DANGER},
        {"conversation": "c1", "text": "x" * 30_000 + DANGER},
        {"conversation": "c1", "text": DANGER, "programme": 7},
    ],
)
def test_a_message_that_cannot_be_taken_is_still_answered_when_it_tells_of_danger(
    door: Product, body: dict[str, object]
) -> None:
    response = door.post(body, token=TOKEN)
    assert response.status_code == 200
    assert "999" in response.json()[0]["text"]
    (alert,) = door.backend.alerts.values()
    assert "going to kill me" in alert["text"]
    assert len(alert["text"]) <= 4000


def test_with_the_backend_away_the_alert_waits_sealed_and_arrives_with_its_thread(door: Product) -> None:
    door.stop_backend()
    text = door.say(DANGER, programme="here").json()[0]["text"]
    assert "999" in text
    assert HUB in text
    (sealed,) = door.settings.spool.glob("*.sealed")
    assert b"Quenby" not in sealed.read_bytes()
    assert httpx.get(f"{door.url}/health").json()["spool"] == {"waiting": 1, "unreadable": 0}
    door.start_backend()
    alert = door.wait_for_alert()
    assert alert["thread"] == "thread-c1"
    assert alert["text"] == DANGER
    assert [message["text"] for message in door.backend.messages] == [DANGER]
    _until(lambda: not list(door.settings.spool.glob("*.*")))
    assert len(door.backend.alerts) == 1


def test_an_alert_waits_for_the_next_door_when_this_one_ends(tmp_path: Path, programmes: Path) -> None:
    key = b"k" * 32
    with product(tmp_path / "data", programmes, spool_key=key) as first:
        first.stop_backend()
        first.say(DANGER)
    with product(tmp_path / "data", programmes, spool_key=key) as second:
        assert second.wait_for_alert()["text"] == DANGER


def test_a_message_sent_again_does_not_alarm_twice(door: Product) -> None:
    answers = [door.say(DANGER, delivery="d1").json() for _ in range(2)]
    assert answers[0] == answers[1]
    assert len(door.backend.alerts) == 1


def test_with_rasa_hanging_danger_does_not_wait(door: Product) -> None:
    door.rasa.slow = 6.0
    hanging = threading.Thread(target=door.say, args=("the boys are not at school",))
    hanging.start()
    _until(lambda: bool(door.rasa.heard))
    began = time.monotonic()
    assert "999" in door.say(DANGER).json()[0]["text"]
    assert time.monotonic() - began < 2
    hanging.join()


@pytest.mark.parametrize("pressed", [True, False])
def test_yes_to_the_danger_question_is_danger_while_rasa_is_away(door: Product, *, pressed: bool) -> None:
    door.backend.open_question = "danger"
    door.backend.presses["token-of-yes"] = {"kind": "answer", "value": "yes"}
    door.stop_rasa()
    (reply,) = door.say("token-of-yes" if pressed else "yes", programme="here").json()
    assert "999" in reply["text"].splitlines()[0]
    assert HUB in reply["text"]
    (alert,) = door.backend.alerts.values()
    assert (alert["level"], alert["thread"], alert["reasons"]) == ("immediate", "thread-c1", ["danger_yes"])


def test_yes_to_the_danger_question_is_danger_while_the_actions_are_away(door: Product) -> None:
    door.backend.open_question = "danger"
    door.rasa.says = [{"recipient_id": "x", "text": "Try again.", "custom": {"trouble": "conversation"}}]
    assert "999" in door.say("yes").json()[0]["text"].splitlines()[0]
    assert len(door.backend.alerts) == 1


def test_yes_to_another_question_alarms_nobody_while_rasa_is_away(door: Product) -> None:
    door.backend.open_question = "consent"
    door.stop_rasa()
    (reply,) = door.say("yes").json()
    assert "safe with us" in reply["text"]
    assert door.backend.alerts == {}


def test_with_a_slow_backend_the_answer_comes_all_the_same(door: Product) -> None:
    door.backend.slow = 8.0
    began = time.monotonic()
    assert "999" in door.say(DANGER).json()[0]["text"]
    assert time.monotonic() - began < 5


def test_an_alert_whose_thread_is_gone_still_reaches_the_duty_list(door: Product) -> None:
    door.backend.refuse_alerts_with_thread = True
    door.say(DANGER)
    assert door.wait_for_alert()["thread"] is None


def test_with_the_backend_and_the_disk_gone_the_person_is_told_to_ring(door: Product) -> None:
    shutil.rmtree(door.settings.spool)
    door.settings.spool.write_text("a file where the folder should be")
    door.stop_backend()
    text = door.say(DANGER).json()[0]["text"]
    assert "999" in text
    assert "could not pass your message on" in text
    assert "sending what you wrote" not in text


def test_a_flood_cannot_bury_the_duty_list_but_999_is_always_said(door: Product) -> None:
    texts = [door.post({"conversation": "c", "text": DANGER}).json()[0]["text"] for _ in range(limits.PER_ADDRESS + 3)]
    assert all("999" in text for text in texts)
    assert len(door.backend.alerts) == limits.PER_ADDRESS
    assert "could not pass your message on" in texts[-1]


def test_strangers_use_up_nothing_of_those_who_sign_in(door: Product) -> None:
    for _ in range(limits.PER_ADDRESS + 1):
        door.post({"conversation": "c", "text": DANGER})
    door.stop_backend()
    assert "sending what you wrote" in door.say(DANGER).json()[0]["text"]


@pytest.mark.parametrize(
    "text",
    [
        "he is go\u200bing to k\u200bill me",
        "he is \uff47oing to kill me",
        "he is going to k\U0001d422ll me",
        "he is g\u043eing to k\u0131ll me",
        "x" * 25_000 + " he is going to kill me " + "y" * 25_000,
        "a story. " * 7_000 + "he is going to kill me",
    ],
    ids=["zero width", "full width", "decorated", "other alphabets", "in the middle", "at the end of a very long one"],
)
def test_danger_hides_neither_in_letters_nor_in_length(door: Product, text: str) -> None:
    assert "999" in door.say(text).json()[0]["text"]
    alert = door.wait_for_alert()
    assert alert["level"] == "immediate"
    assert len(alert["text"]) <= 4000


def test_the_length_that_is_named_is_the_length_that_was_sent(door: Product) -> None:
    refused = door.say("word " * 10_000)
    assert refused.status_code == 422
    assert "50,000 characters" in refused.json()["error"]["message"]


def test_the_limit_counts_addresses_and_all_together_and_forgets() -> None:
    now = [0.0]
    limit = limits.AlertLimit(each=2, overall=3, period=60, clock=lambda: now[0])
    assert [limit.take("a"), limit.take("a"), limit.take("a")] == [True, True, False]
    assert [limit.take("b"), limit.take("c")] == [True, False]
    now[0] = 61
    assert limit.take("a")


def test_the_public_page_answers_plainly_whatever_is_written(door: Product) -> None:
    response = httpx.post(f"{door.url}/danger", data={"text": "please help, next door", "programme": "here"})
    assert response.status_code == 200
    assert "999" in response.text
    assert HUB in response.text
    (alert,) = door.backend.alerts.values()
    assert (alert["source"], alert["level"], alert["programme"]) == ("public-page", "urgent", "here")


def test_the_public_page_works_with_the_backend_away(door: Product) -> None:
    door.stop_backend()
    page = httpx.get(f"{door.url}/danger")
    assert page.status_code == 200
    assert 'action="/danger"' in page.text
    assert "999" in httpx.post(f"{door.url}/danger", data={"text": DANGER}).text
    door.start_backend()
    assert door.wait_for_alert()["level"] == "immediate"


def test_broken_programme_files_leave_999(tmp_path: Path) -> None:
    folder = tmp_path / "programmes"
    folder.mkdir()
    (folder / "broken@1.yml").write_text("code: [")
    (folder / "empty@1.yml").write_text("")
    with product(tmp_path / "data", folder) as running:
        assert "999" in running.say(DANGER).json()[0]["text"]


def test_a_message_the_reader_fails_on_is_taken_and_999_is_named(door: Product) -> None:
    replies = door.say("break the reader").json()
    assert "999" in replies[0]["text"]
    assert replies[1]["text"] == "What is going on?"


def _until(holds: Callable[[], bool], seconds: float = 15) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "did not happen in time"
        time.sleep(0.05)


def test_what_only_perhaps_tells_of_danger_is_asked_about_and_reaches_the_duty_officer(
    door: Product,
) -> None:
    door.backend.open_question = "address"
    (reply,) = door.say(PERHAPS_TELLING).json()
    assert "999" not in reply["text"], "the talk goes on, and asks"
    assert len(door.rasa.heard) == 1
    assert [alert["level"] for alert in door.backend.alerts.values()] == ["urgent"]


def test_what_only_perhaps_tells_of_danger_is_answered_where_nobody_can_ask(door: Product) -> None:
    door.backend.open_question = "address"
    door.stop_rasa()
    replies = door.say(PERHAPS_TELLING).json()
    assert "999" in replies[0]["text"].splitlines()[0]


def test_what_perhaps_tells_of_danger_is_answered_where_nothing_is_being_asked(door: Product) -> None:
    (reply,) = door.say(PERHAPS_TELLING).json()
    assert "999" in reply["text"].splitlines()[0]
