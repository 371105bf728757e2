"""People write in their own language: danger in it is answered in it, and what nobody can read is looked at."""

from __future__ import annotations

import uuid

import pytest

from tests.conversations.families import begin, go_on, persona, record_of
from tests.system import FrontDoor, text_of

pytestmark = pytest.mark.system

TIGRINYA = "በጃኹም ሓግዙኒ፡ ሰብኣየይ ይወቕዓኒ ኣሎ"
WORDS = ("nebezpečenstve", "nebezpečí", "niebezpieczeństwie", "pericol", "danger")


@pytest.mark.parametrize("question", ["danger", "consent", "household", "agencies"])
def test_what_cannot_be_read_is_answered_in_five_lines_and_the_question_is_asked_again(
    door: FrontDoor, question: str
) -> None:
    who = persona("case-two-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until=question)
    mark = uuid.uuid4().hex
    replies = talk.say(f"{TIGRINYA} {mark}")
    lines = replies[0]["text"].splitlines()[:5]
    assert all(word in line and "999" in line for word, line in zip(WORDS, lines, strict=True)), text_of(replies)
    assert replies[-1]["custom"]["question"] == question, "\n".join(talk.transcript)
    alert = door.wait_for_alert(mark)
    assert (alert["level"], alert["reasons"]) == ("urgent", ["unread"])


def test_a_story_that_cannot_be_read_reaches_the_coordinator_as_it_was_written(door: FrontDoor) -> None:
    who = persona("case-two-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="story")
    talk.say(TIGRINYA)
    go_on(talk, who)
    assert talk.outcome == "submitted", "\n".join(talk.transcript)
    assert TIGRINYA in record_of(door, talk)["story"]


def test_slovak_danger_without_accents_is_answered_in_slovak_and_in_english(door: FrontDoor) -> None:
    who = persona("case-two-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="story")
    mark = uuid.uuid4().hex
    (reply,) = talk.say(f"pomozte muz ma prave teraz bije a ma v ruke noz {mark}")
    assert "volajte 999" in reply["text"].splitlines()[0]
    assert "ring 999" in reply["text"]
    assert door.wait_for_alert(mark)["level"] == "immediate"


@pytest.mark.parametrize("text", ["Ahoj, volam sa Jana", "Aye, the wee yin's no been himsel since his da went"])
def test_a_greeting_in_slovak_and_a_dialect_alarm_nobody(door: FrontDoor, text: str) -> None:
    who = persona("case-two-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="story")
    known = len(door.alerts())
    replies = talk.say(text)
    assert "999" not in text_of(replies)
    assert len(door.alerts()) == known
