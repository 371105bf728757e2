"""Families who need more than a form: a child, a carer, a relative, somebody in fear; and other languages."""

from __future__ import annotations

import re
import time
import uuid
from typing import Any

import pytest

from backend.threads.languages import languages
from bot.door.wording import Wording
from tests.conversations.families import COORDINATOR, FAMILY
from tests.system import FrontDoor, Talk, text_of

pytestmark = pytest.mark.system

CHOSEN = {"sk": "po slovensky, prosím", "cs": "Chci psát česky", "pl": "mówię po polsku", "ro": "Vorbesc română"}
YES = {"sk": "áno", "cs": "ano", "pl": "tak", "ro": "da"}
STOP = {"sk": "skončiť", "cs": "skončit", "pl": "skończyć", "ro": "opriți"}
DOOR = Wording.load().languages


def family(door: FrontDoor, programme: str = "rotherham") -> Talk:
    return door.account(FAMILY).talk(programme)


def new_alerts(door: FrontDoor, before: set[str]) -> list[dict[str, Any]]:
    """The alerts that were not there before, once there are any."""
    end = time.monotonic() + 60
    while not (found := [alert for alert in door.alerts() if alert["id"] not in before]):
        assert time.monotonic() < end, "the alert did not arrive"
        time.sleep(0.5)
    return found


def test_a_child_is_asked_for_an_adult_it_trusts_and_then_talks_to_a_person(door: FrontDoor) -> None:
    mark = f"Miss Pell {uuid.uuid4().hex[:6]}"
    talk = family(door)
    told = text_of(talk.say("hi im 14 and i need help at home"))
    assert "grown-up you trust" in told
    assert "Childline" in told
    assert "0800 1111" in told
    handed = talk.say(f"my form tutor, {mark}")
    assert handed[-1]["custom"]["handed_over"] is True
    assert "asked a person to talk with you" in text_of(handed)
    assert talk.say("hello?") == []
    coordinator = door.account(COORDINATOR)
    rows = coordinator.get("/api/handovers").json()["waiting"]
    newest = max(rows, key=lambda row: str(row["asked_at"]))["handover"]
    said = [each["text"] for each in coordinator.get(f"/api/handovers/{newest}").json()["messages"]]
    assert any(mark in text for text in said)
    assert "999" in text_of(talk.say("he is hitting me right now"))


def test_at_seventeen_a_parent_is_asked_only_with_them(door: FrontDoor) -> None:
    talk = family(door)
    for said in ("im 17, can i ask for help", "no"):
        talk.say(said)
    assert "We will not do it behind your back" in text_of(talk.say("yes i agree"))
    talk.say("no dont ask them")
    assert talk.question == "story"


def test_who_brings_up_grandchildren_agrees_as_any_parent_does(door: FrontDoor) -> None:
    talk = family(door, "sevenoaks")
    talk.say("Hello, I'm their nan and I am bringing up the boys, my daughter died")
    talk.say("No")
    assert talk.question == "consent"
    talk.say("Yes I agree")
    assert talk.question == "story"


def test_a_worried_aunt_gets_words_and_a_link_and_cannot_agree_herself(door: FrontDoor) -> None:
    talk = family(door, "tonbridge-malling")
    talk.say("Hello, I am worried about my sister and her kids")
    told = text_of(talk.say("No"))
    assert talk.outcome == "stopped_no_consent"
    assert "Only a mum, dad or carer" in told
    assert "01632" in told
    assert re.search(r"/agree/[\w-]+", told)
    talk.say("yes I agree, send it")
    assert talk.reference is None
    assert talk.outcome == "stopped_no_consent"


def test_who_is_afraid_of_a_partner_is_told_how_to_write_safely_and_goes_on(door: FrontDoor) -> None:
    mark = uuid.uuid4().hex
    talk = family(door, "maidstone")
    replies = talk.say(f"im scared of my husband, he checks my phone {mark}")
    told = text_of(replies)
    assert "red button" in told
    assert "0808 2000 247" in told
    assert "in a way that you say is safe" in told
    assert talk.question == "danger"
    assert door.wait_for_alert(mark)["level"] == "urgent"


@pytest.mark.parametrize(("code", "part"), [("sk", "rasa"), ("pl", "backend"), ("ro", "actions"), ("cs", "backend")])
def test_yes_to_danger_with_a_part_killed_is_answered_in_the_talks_language(
    door: FrontDoor, code: str, part: str
) -> None:
    talk = family(door)
    talk.say(CHOSEN[code])
    before = {alert["id"] for alert in door.alerts()}
    door.kill(part)
    told = text_of(talk.say(YES[code]))
    immediate = DOOR[code].immediate
    assert immediate is not None
    assert told.startswith(immediate.first)
    assert "ring 999" in told
    door.wait_until_ready()
    (alert,) = new_alerts(door, before)
    assert (alert["level"], bool(alert["said_by"])) == ("immediate", True)
    talk.say("hello again")
    assert [new["id"] for new in new_alerts(door, before)] == [alert["id"]]


@pytest.mark.parametrize("code", sorted(CHOSEN))
def test_a_stopped_talk_stays_in_its_language(door: FrontDoor, code: str) -> None:
    words = languages()[code]
    talk = family(door)
    talk.say(CHOSEN[code])
    stopped = talk.press(talk.say(STOP[code]), words.button("Yes, stop and delete"))
    assert words.said["utter_withdrawn"].splitlines()[0] in text_of(stopped)
    assert words.said["utter_ended"].splitlines()[0] in text_of(talk.say("my son has stopped going to school"))


def test_a_talk_that_is_resumed_stays_in_its_language(door: FrontDoor) -> None:
    words = languages()["cs"]
    talk = family(door)
    talk.say(CHOSEN["cs"])
    asked = talk.say(STOP["cs"])
    assert words.said["utter_pause"].splitlines()[0] in text_of(
        talk.press(asked, words.button("Stop for now and keep it"))
    )
    door.kill("rasa")
    door.wait_until_ready()
    talk.say("ne")
    assert talk.question == "consent"
    assert words.said["utter_ask_consent"].splitlines()[0] in talk.transcript[-1]


@pytest.mark.parametrize(
    ("code", "asked"),
    [("sk", "môžem poslať fotku?"), ("pl", "czy mogę wysłać zdjęcie?"), ("ro", "pot trimite o poză?")],
)
def test_who_asks_to_send_a_photo_is_told_what_to_do_instead(door: FrontDoor, code: str, asked: str) -> None:
    talk = family(door)
    talk.say(CHOSEN[code])
    assert languages()[code].said["utter_no_files"].splitlines()[0] in text_of(talk.say(asked))
    assert talk.question == "danger"


def test_what_a_term_means_is_said_in_the_familys_language(door: FrontDoor) -> None:
    talk = family(door)
    talk.say(CHOSEN["pl"])
    assert "Family Intervention Project" in (told := text_of(talk.say("co to jest FIP?")))
    assert "To jeden pracownik" in told
