"""The action server as Rasa calls it, over HTTP, with a record that answers as the backend does."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from nlu.reading import Consent, Mention, Reading
from tests.actions.interview.talk import reader
from tests.actions.record import TOKEN, Record, free_port, served

Json = dict[str, Any]
PRESSED_NO = {"kind": "answer", "value": "no"}


class Server:
    """The action server under test; ``run`` calls an action as Rasa would."""

    def __init__(self, origin: str, record: Record) -> None:
        self.origin = origin
        self.record = record
        self.slots: Json = {}

    def run(self, action: str) -> list[Json]:
        """Run an action; what it says. The slots that it sets are remembered, as Rasa would."""
        tracker = {"sender_id": "thread-1", "slots": self.slots, "latest_message": {}, "events": []}
        call = {"next_action": action, "version": "3.6.21", "domain": {}, "tracker": tracker}
        answer = httpx.post(f"{self.origin}/webhook", json=call, timeout=20)
        answer.raise_for_status()
        body: Json = answer.json()
        self.slots |= {event["name"]: event["value"] for event in body["events"]}
        said: list[Json] = body["responses"]
        return said

    def say(self, text: str, reading: Reading | None = None, action: str = "action_interview") -> list[Json]:
        """Say something, and what comes back."""
        self.record.hear(text, reading)
        return self.run(action)


def names(said: list[Json]) -> list[str]:
    """The responses, without what is asked in the same message as the question."""
    return [name for name in all_names(said) if not name.startswith("utter_also_")]


def all_names(said: list[Json]) -> list[str]:
    return [message["response"] for message in said if message["response"]]


def custom(said: list[Json]) -> Json:
    assert said[-1]["response"] is None
    last: Json = said[-1]["custom"]
    return last


@pytest.fixture(scope="module")
def process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Record, Path]]:
    record = Record()
    log = tmp_path_factory.mktemp("actions") / "log"
    port = free_port()
    with served(record) as backend, log.open("w") as output:
        environment = os.environ | {"FRONTDOOR_BACKEND_URL": backend, "FRONTDOOR_SERVICE_TOKEN": TOKEN}
        running = subprocess.Popen(
            [sys.executable, "-m", "actions.server", "--port", str(port)],
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        origin = f"http://127.0.0.1:{port}"
        try:
            _wait(origin, log)
            yield origin, record, log
        finally:
            running.send_signal(signal.SIGTERM)
            assert running.wait(15) == 0


def _wait(origin: str, log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            if httpx.get(f"{origin}/health", timeout=2).is_success:
                return
        except httpx.HTTPError:
            time.sleep(0.1)
    raise AssertionError(log.read_text())


@pytest.fixture
def server(process: tuple[str, Record, Path]) -> Server:
    origin, record, _ = process
    record.__init__()  # type: ignore[misc]
    return Server(origin, record)


def up_to_story(server: Server) -> None:
    server.say("Hello")
    server.say("no")
    given = Consent("given", by="mum", asked_by="Pat Lee", date="2026-11-18", method="phone")
    server.say("Mum agreed on the phone on 18 November", Reading(consent=given))


def test_the_first_question_has_its_buttons_and_says_where_the_talk_is(server: Server) -> None:
    said = server.say("Hello")
    assert names(said) == ["utter_ask_danger"]
    assert [button["payload"] for button in said[0]["buttons"]] == ["answer:no", "answer:yes", "answer:unsure"]
    assert custom(said) == {"question": "danger"}
    assert server.slots == {"audience": "professional", "open_question": "danger"}
    assert server.record.view["open_question"] == {"id": "danger"}


def test_a_turn_reads_once_and_writes_once(server: Server) -> None:
    server.say("Hello")
    for answer in ("no", "yes, mum, asked by me today by phone", "He was excluded twice from school", "skip", "skip"):
        server.record.calls.clear()
        server.say(answer)
        assert [method for method, _, _ in server.record.calls] == ["GET", "PUT"]


TWO_FACTS = Reading(
    mentions=(
        Mention("fixed_term_exclusion", "education", "asserted", "excluded twice", 9, 23, "Wilf"),
        Mention("rent_arrears", "housing", "asserted", "rent arrears", 45, 57),
    )
)


def test_what_was_understood_is_named_before_the_question_and_without_its_words(server: Server) -> None:
    up_to_story(server)
    text = "Wilf was excluded twice this term. They have rent arrears."
    said = server.say(text, TWO_FACTS)
    assert names(said) == ["utter_understood", "utter_ask_household"]
    items = said[1]["custom"]["understood"]
    assert [item["item"].split(":")[0] for item in items] == ["fixed_term_exclusion", "rent_arrears"]
    assert said[1]["custom"]["fill"] == ["understood"]
    assert custom(said) == {"question": "household"}
    assert "Wilf" not in str(said)
    assert "twice" not in str(said)
    assert names(server.say("skip")) == ["utter_ask_address"], "told once, not at every turn"


@pytest.mark.parametrize("action", ["action_interview", "action_withdraw", "action_go_back", "action_ask_again"])
def test_taking_out_by_words_is_heard_whatever_rasa_takes_it_for(server: Server, action: str) -> None:
    up_to_story(server)
    server.say("Wilf was excluded twice this term. They have rent arrears.", TWO_FACTS)
    said = server.say("take out the school bit", action=action)
    assert names(said) == ["utter_taken_out", "utter_ask_household"]
    assert [item["touch"] for item in said[1]["custom"]["understood"]] == ["back"]
    kept = server.record.view["content"]["indicators"]
    assert [entry["code"] for entry in kept] == ["rent_arrears"]


def test_what_is_to_be_taken_out_of_what_was_sent_becomes_a_request(server: Server) -> None:
    up_to_story(server)
    server.say("Wilf was excluded twice this term. They have rent arrears.", TWO_FACTS)
    server.record.view |= {"state": "submitted", "reference": "FD-1", "status": "received"}
    press = {"kind": "item", "value": "out:rent_arrears:asserted:3:4"}
    server.record.hear("Take out: Rent arrears", press=press)
    assert names(server.run("action_interview")) == ["utter_sent_as_it_is"]
    pressed = len(server.record.view["messages"])
    assert names(server.say("take out the school bit", action="action_add")) == ["utter_sent_as_it_is"]
    assert server.record.bodies("POST", "corrections") == [{"message": pressed}, {"message": pressed + 1}]
    server.record.hear("Put back: Rent arrears", press=press | {"value": "back:rent_arrears:asserted:3:4"})
    assert names(server.run("action_interview")) == ["utter_sent_as_it_is"]
    assert len(server.record.bodies("POST", "corrections")) == 2
    assert server.record.bodies("POST", "additions") == []


def test_a_nomination_is_made_once_and_told_with_its_reference(server: Server) -> None:
    up_to_story(server)
    for answer in (
        "He was excluded twice this term from school",
        "skip",
        "skip",
        "skip",
        "nobody",
        "no",
        "no",
        "calm",
        "skip",
    ):
        said = server.say(answer)
    assert custom(said) == {"question": "language"}
    said = server.say("none")
    assert names(said) == ["utter_ask_summary"]
    assert custom(said) == {"question": "summary", "fill": ["summary"]}
    said = server.say("yes")
    assert names(said) == ["utter_submitted"]
    assert said[0]["next_step"] == "Somebody reads it."
    assert custom(said) == {"outcome": "submitted", "reference": "FD-1", "fill": ["reference"]}
    assert names(server.say("ok thanks")) == ["utter_finished"]
    assert len(server.record.bodies("POST", "submission")) == 1
    more = Reading(mentions=(Mention("rent_arrears", "housing", "asserted", "rent arrears", 0, 4),))
    assert names(server.say("They have rent arrears", more, "action_add")) == ["utter_added"]
    assert server.record.bodies("POST", "additions")[0]["indicators"][0]["code"] == "rent_arrears"
    assert custom(server.say("How far is it?", action="action_status")) == {"fill": ["status"]}


def test_yes_to_danger_alerts_before_anything_is_kept(server: Server) -> None:
    server.say("Hello")
    server.record.calls.clear()
    said = server.say("yes")
    assert names(said) == ["utter_danger_yes"]
    assert said[0]["emergency"] == "- Emergency: 999 (always)"
    assert custom(said) == {"safety": "immediate", "outcome": "escalated_danger", "reference": None}
    assert [path for _, path, _ in server.record.calls] == ["thread-1", "alerts", "draft"]
    alert = server.record.bodies("POST", "alerts")[0]
    assert (alert["level"], alert["source"]) == ("immediate", "answer")


def test_not_sure_about_danger_gives_advice_alerts_and_goes_on(server: Server) -> None:
    server.say("Hello")
    said = server.say("not sure")
    assert names(said) == ["utter_danger_unsure", "utter_ask_consent"]
    assert custom(said) == {"question": "consent", "safety": "urgent"}
    assert server.record.bodies("POST", "alerts")[0]["level"] == "urgent"


def test_a_family_that_was_not_asked_is_waited_for(server: Server) -> None:
    server.say("Hello")
    server.say("no")
    server.record.calls.clear()
    said = server.say("Not asked yet", Reading(consent=Consent("not_yet")))
    assert names(said) == ["utter_not_asked_yet"]
    assert said[0]["how_to_ask"] == "Ask when you are alone with them."
    assert said[0]["until"] == "27 November 2026"
    assert custom(said) == {"outcome": "stopped_no_consent", "reference": None}
    assert server.record.bodies("POST", "stop") == []
    assert server.record.bodies("PUT", "draft")[0]["content"]["consent"]["state"] == "not_yet"
    assert names(server.say("thanks")) == ["utter_still_waiting"]


def test_once_the_family_has_agreed_the_talk_goes_on(server: Server) -> None:
    server.say("Hello")
    server.say("no")
    server.say("Not asked yet", Reading(consent=Consent("not_yet")))
    server.record.family_answers("given")
    server.record.hear("Go on", press={"kind": "answer", "value": "go_on"})
    said = server.run("action_interview")
    assert names(said)[-1] == "utter_ask_story"
    content = server.record.view["content"]
    assert content["consent"]["state"] == "given"
    assert [(event["by"], event["method"]) for event in content["consent"]["events"]] == [(None, "link")]
    assert {"consent", "contact"} <= set(content["answered"])


def test_a_yes_told_in_words_ends_the_waiting_too(server: Server) -> None:
    server.say("Hello")
    server.say("no")
    server.say("Not asked yet", Reading(consent=Consent("not_yet")))
    agreed = Reading(consent=Consent("given", by="mum", asked_by="nominator", date="2026-11-20", method="phone"))
    said = server.say("Mum agreed, I rang her today", agreed)
    assert all_names(said)[-2:] == ["utter_ask_story", "utter_also_hopes"]


def test_who_will_not_wait_is_asked_whether_to_stop_and_delete(server: Server) -> None:
    server.say("Hello")
    server.say("no")
    server.say("Not asked yet", Reading(consent=Consent("not_yet")))
    assert names(server.say("stop, delete it")) == ["utter_confirm_withdraw"]
    assert server.record.view["open_question"] == {"id": "withdraw"}


@pytest.mark.parametrize(
    ("text", "method", "response"),
    [
        ("please cancel the link", "DELETE", "utter_link_taken_back"),
        ("can you make a new link", "POST", "utter_new_link"),
    ],
)
def test_a_link_is_taken_back_or_made_anew_in_words(server: Server, text: str, method: str, response: str) -> None:
    server.say("Hello")
    server.say("no")
    server.say("Not asked yet", Reading(consent=Consent("not_yet")))
    server.record.calls.clear()
    assert names(server.say(text)) == [response]
    assert (method, "consent-link") in [(name, path) for name, path, _ in server.record.calls]


def test_what_is_not_understood_is_said_so(server: Server) -> None:
    server.say("Hello")
    assert names(server.say("purple")) == ["utter_not_understood", "utter_ask_danger"]


def test_going_back_asks_the_question_again(server: Server) -> None:
    up_to_story(server)
    said = server.say("go back", action="action_go_back")
    assert names(said) == ["utter_gone_back", "utter_ask_consent"]
    assert [message["kind"] for message in server.record.view["messages"]] == [
        "answer",
        "answer",
        "undone",
        "digression",
    ]
    assert names(server.say("go back", action="action_go_back")) == ["utter_gone_back", "utter_ask_danger"]
    assert names(server.say("go back", action="action_go_back")) == ["utter_nothing_to_undo", "utter_ask_danger"]


def test_going_back_once_is_once_though_its_answer_was_lost_and_it_is_asked_again(server: Server) -> None:
    up_to_story(server)
    server.say("go back", action="action_go_back")
    kinds = [message["kind"] for message in server.record.view["messages"]]
    assert names(server.run("action_go_back")) == ["utter_gone_back", "utter_ask_consent"]
    assert [message["kind"] for message in server.record.view["messages"]] == kinds


def test_a_digression_leaves_the_question_open(server: Server) -> None:
    server.say("Hello")
    said = server.say("Who sees this?", action="action_ask_again")
    assert names(said) == ["utter_ask_danger"]
    assert server.record.view["messages"][-1]["kind"] == "digression"


def test_an_address_outside_the_area_is_said_and_is_no_block(server: Server) -> None:
    up_to_story(server)
    server.say("He was excluded twice this term from school")
    server.say("skip")
    said = server.say("1 Hill Road, LS1 4AB", Reading(address="1 Hill Road", postcode="LS1 4AB"))
    assert names(said) == ["utter_out_of_area", "utter_ask_contact"]
    assert said[0]["next_step"] == "The coordinator finds out who can help there."


def test_withdrawing_is_confirmed_first(server: Server) -> None:
    server.say("Hello")
    said = server.say("I want to stop", action="action_withdraw")
    assert names(said) == ["utter_confirm_withdraw"]
    assert server.record.bodies("POST", "stop") == []
    server.record.hear("No, carry on", press=PRESSED_NO)
    assert names(server.run("action_interview")) == ["utter_ask_danger"]
    assert server.record.view["content"]["danger"] is None
    server.say("I want to stop", action="action_withdraw")
    said = server.say("yes")
    assert names(said) == ["utter_withdrawn"]
    assert custom(said) == {"outcome": "withdrawn", "reference": None}
    assert server.record.bodies("POST", "stop") == [{"reason": "withdrawn"}]


def test_withdrawing_a_nomination_that_was_made_is_confirmed_by_its_button(server: Server) -> None:
    server.record.view |= {"state": "submitted", "reference": "FD-1"}
    said = server.say("Please withdraw it", action="action_withdraw")
    assert [button["payload"] for button in said[0]["buttons"]] == ["intent:withdraw", "answer:no"]
    server.record.hear("Yes", press={"kind": "intent", "value": "withdraw"})
    assert custom(server.run("action_withdraw")) == {"outcome": "withdrawn", "reference": "FD-1"}


def test_a_person_is_asked_for_and_nothing_else_is_asked_until_then(server: Server) -> None:
    server.say("Hello")
    said = server.say("Can I talk to somebody?", action="action_hand_over")
    assert names(said) == ["utter_handed_over"]
    assert said[0]["expected"] == "By noon."
    assert [button["payload"] for button in said[0]["buttons"]] == ["intent:resume"]
    assert custom(said) == {"handed_over": True}
    assert server.record.bodies("POST", "hand-over") == [{"message": 2}]
    assert server.record.view["open_question"] == {"id": "danger"}  # taken up when the assistant speaks again
    assert server.record.bodies("POST", "alerts") == []


def test_a_draft_that_moved_is_done_over(server: Server) -> None:
    server.record.conflicts = 1
    assert names(server.say("Hello")) == ["utter_ask_danger"]


def test_a_record_that_cannot_be_reached_is_said_plainly_and_nobody_is_named(
    server: Server, process: tuple[str, Record, Path]
) -> None:
    server.record.down = True
    assert names(server.say("Kelly Smith of 14 High Street")) == ["utter_trouble"]
    unread = httpx.post(f"{server.origin}/webhook", content=b"Kelly Smith {", timeout=20)
    assert unread.json()["responses"] == [{"response": "utter_trouble"}]
    log = process[2].read_text()
    assert "BackendUnreachableError" in log
    assert "Kelly" not in log
    assert "High Street" not in log


def awaiting(server: Server) -> None:
    server.record.view |= {"state": "submitted", "reference": "FD-1", "status": "awaiting_information"}


@pytest.mark.parametrize("action", ["action_interview", "action_add"])
@pytest.mark.parametrize("text", ["Since March", "No", "14", "Yes, he is"])
def test_whatever_is_said_when_the_coordinator_has_asked_is_added_and_said_so(
    server: Server, text: str, action: str
) -> None:
    awaiting(server)
    said = server.say(text, action=action)
    assert names(said) == ["utter_answered_coordinator"]
    assert custom(said) == {"fill": ["reference"]}
    assert server.record.bodies("POST", "additions") == [{"message": 1, "indicators": []}]


def test_a_short_answer_to_nothing_adds_nothing(server: Server) -> None:
    server.record.view |= {"state": "submitted", "reference": "FD-1", "status": "received"}
    assert names(server.say("ok")) == ["utter_finished"]
    assert server.record.bodies("POST", "additions") == []


def test_who_has_sent_others_hears_how_they_stand_in_a_new_talk_and_is_asked_on(server: Server) -> None:
    assert names(server.say("How is it going with the others?", action="action_status"))[0] == "utter_nothing_yet"
    server.record.view["sent"] = 2
    said = server.say("How is it going with the others?", action="action_status")
    assert names(said) == ["utter_status", "utter_ask_danger"]
    assert said[1]["custom"] == {"fill": ["status"]}


def test_a_question_about_the_status_adds_nothing(server: Server) -> None:
    awaiting(server)
    assert names(server.say("What do you need from me?", action="action_status")) == ["utter_status"]
    assert server.record.bodies("POST", "additions") == []


def test_three_times_not_understood_offers_a_person_and_asks_on(server: Server) -> None:
    server.say("Hello")
    said = [server.say(text) for text in ("banana", "purple", "la la la")]
    assert [names(each) for each in said] == [
        ["utter_not_understood", "utter_ask_danger"],
        ["utter_choices", "utter_ask_danger"],
        ["utter_offer_person", "utter_ask_danger"],
    ]
    assert said[-1][1]["buttons"][-1]["payload"] == "intent:hand_over"
    assert names(server.say("no")) == ["utter_ask_consent"]


def test_what_must_be_clear_and_is_not_even_with_choices_goes_to_a_person(server: Server) -> None:
    server.say("Hello")
    for text in ("banana", "purple", "la la la"):
        assert "handed_over" not in server.say(text)[-1]["custom"]
    said = server.say("tum te tum")
    assert names(said) == ["utter_handed_over"]
    assert said[0]["buttons"][-1]["payload"] == "intent:resume"
    assert custom(said) == {"handed_over": True}
    assert len(server.record.bodies("POST", "hand-over")) == 1


def test_only_what_is_missing_of_an_agreement_is_asked_for(server: Server) -> None:
    server.say("Hello")
    server.say("no")
    said = server.say("Yes. Ms Amadi consented in person on 10 November 2026.")
    asked = next(each for each in said if each["response"] == "utter_ask_consent_details")
    assert asked["missing"] == "who asked them"


def test_who_has_said_it_already_is_not_asked_in_circles(server: Server) -> None:
    server.say("Hello")
    assert names(server.say("I already told you")) == ["utter_asked_again", "utter_ask_danger"]
    server.say("no")
    server.say("Yes, mum agreed, I asked her today by phone")
    server.say("He was excluded twice this term from school")
    assert names(server.say("I already told you")) == ["utter_already_told", "utter_ask_address"]


def test_the_right_door_is_named_where_it_is_known(server: Server) -> None:
    server.record.elsewhere = "It may be in Leeds."
    up_to_story(server)
    said = server.say("1 Hill Road, LS1 4AB", Reading(address="1 Hill Road", postcode="LS1 4AB"))
    assert said[0]["next_step"] == "The coordinator finds out who can help there. It may be in Leeds."


def test_whom_a_child_trusts_reaches_the_person_too(server: Server) -> None:
    server.record.view |= {"audience": "family", "nominator": {"kind": "family", "name": "Sam"}}
    server.say("Hello")
    assert names(server.say("I am 14 and my mum is not well")) == ["utter_under_16"]
    assert server.record.bodies("POST", "hand-over") == []
    assert names(server.say("my teacher")) == ["utter_under_16_passed_on"]
    assert len(server.record.bodies("POST", "hand-over")) == 1
    alerts = server.record.bodies("POST", "alerts")
    assert [(alert["reasons"], alert["text"]) for alert in alerts] == [
        (["under_16"], "I am 14 and my mum is not well"),
        (["under_16"], "my teacher"),
    ]
    assert len({alert["id"] for alert in alerts}) == 2


def test_a_question_on_the_way_is_no_answer_to_the_coordinator_later(server: Server) -> None:
    awaiting(server)
    server.say("How is it going with the nomination?", action="action_status")
    server.say("Who sees what I write here?", action="action_ask_again")
    server.say("Since March")
    assert [added["message"] for added in server.record.bodies("POST", "additions")] == [3]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("will she get a letter?", "utter_how_reached"),
        ("is the family already known to you?", "utter_whether_known"),
        ("what is the status of my nomination?", "utter_nothing_yet"),
        ("what does CAF mean?", "utter_term"),
        ("what happens to the data?", "utter_privacy"),
        ("is my data shared with the police?", "utter_privacy"),
        ("can I bring my dog?", "utter_cannot_answer"),
    ],
)
def test_a_question_on_the_way_is_answered_and_is_no_answer(server: Server, text: str, answer: str) -> None:
    up_to_story(server)
    server.say("He was excluded twice this term from school")
    server.say("skip")
    assert server.record.view["open_question"] == {"id": "address"}
    before = server.record.view["content"]
    assert names(server.say(text)) == [answer, "utter_ask_address"]
    assert server.record.view["content"] == before


def sent(server: Server, status: str = "received") -> None:
    """A nomination of Ada Okoye's family was made."""
    people = [{"name": "Ada Okoye", "age": 36, "date_of_birth": None, "relation": "mum", "school": None}]
    server.record.view |= {
        "state": "submitted",
        "reference": "FD-1",
        "status": status,
        "content": {"people": people},
        "open_question": None,
    }


@pytest.mark.parametrize("action", ["action_interview", "action_add", "action_ask_again"])
def test_a_second_family_never_goes_into_the_first_ones_file(server: Server, action: str) -> None:
    sent(server)
    said = server.say("I want to nominate another family", action=action)
    assert names(said) == ["utter_another_family", "utter_ask_danger"]
    assert (server.record.view["thread"], server.record.view["content"]["people"]) == ("thread-2", [])
    assert server.record.bodies("POST", "additions") == []


@pytest.mark.parametrize(("answer", "added"), [("yes", [1]), ("no", [])])
def test_words_about_strangers_are_added_only_once_it_is_clear_whose_they_are(
    server: Server, answer: str, added: list[int]
) -> None:
    sent(server)
    text = "Kelly Marsh has rent arrears and her son Jack was excluded"
    said = server.say(text, reader().read(text))
    assert names(said) == ["utter_about_this"]
    assert server.record.bodies("POST", "additions") == []
    said = server.say(answer, reader().read(answer))
    assert names(said) == (["utter_added"] if added else ["utter_another_family", "utter_ask_danger"])
    assert [body["message"] for body in server.record.bodies("POST", "additions")] == added


@pytest.mark.parametrize("action", ["action_interview", "action_add", "action_ask_again"])
@pytest.mark.parametrize("text", ["Oak School", "Year 10", "yes", "No"])
def test_a_short_answer_to_the_coordinator_is_added_whatever_it_sounds_like(
    server: Server, text: str, action: str
) -> None:
    sent(server, "awaiting_information")
    assert names(server.say(text, reader().read(text), action)) == ["utter_answered_coordinator"]
    assert [body["message"] for body in server.record.bodies("POST", "additions")] == [1]


def test_a_decision_can_be_challenged_in_the_chat(server: Server) -> None:
    sent(server, "returned")
    text = "we think this decision is wrong and want to challenge it"
    said = server.say(text, reader().read(text), "action_ask_again")
    assert names(said) == ["utter_challenged"]
    assert server.record.bodies("POST", "additions") == [{"message": 1, "indicators": [], "challenge": True}]
