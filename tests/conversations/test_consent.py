"""Without consent nothing is sent and nothing identifying is kept."""

from __future__ import annotations

import pytest

from tests.conversations.families import COORDINATOR, begin, go_on, persona
from tests.system import FrontDoor, text_of

pytestmark = pytest.mark.system


@pytest.mark.parametrize("name", ["refused", "not-yet"])
def test_a_no_and_a_not_yet_stop_with_words_that_help(door: FrontDoor, name: str) -> None:
    who = persona(name)
    before = _queue(door)
    talk = begin(door, who)
    replies = go_on(talk, who)
    assert talk.outcome == "stopped_no_consent", "\n".join(talk.transcript)
    assert talk.reference is None
    assert "999" in text_of(replies)
    assert _queue(door) == before


def test_after_a_no_nothing_more_is_taken(door: FrontDoor) -> None:
    who = persona("refused")
    talk = begin(door, who)
    go_on(talk, who)
    before = _queue(door)
    talk.say("Their boy Tavin Wexcombe has been excluded and dad is on universal credit.")
    talk.say("yes")
    assert talk.reference is None
    assert _queue(door) == before


def test_danger_is_told_even_where_there_is_no_consent(door: FrontDoor) -> None:
    who = persona("refused")
    talk = begin(door, who)
    go_on(talk, who)
    replies = talk.say("He says he is going to kill her tonight, refusal-test.")
    assert "999" in replies[0]["text"]
    assert door.wait_for_alert("refusal-test")["level"] == "immediate"


def _queue(door: FrontDoor) -> list[str]:
    nominations = door.account(COORDINATOR).get("/api/nominations").json()["nominations"]
    return sorted(row["reference"] for row in nominations)
