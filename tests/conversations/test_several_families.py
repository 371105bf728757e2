"""More than one family in a conversation, and conversations that are left, through the whole product."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conversations.families import NOMINATOR, begin, go_on, persona, record_of
from tests.system import FrontDoor, Talk, front_door, text_of

pytestmark = pytest.mark.system

OTHER = (
    "And another family: Joanne Pell is 33, her son Kyle Pell is 9 and was permanently excluded in May, nobody works. "
    "They live at 3 Mill Lane, TN14 5AA."
)


def first_names(record: dict[str, Any]) -> set[str]:
    return {person["name"].split()[0] for person in record["people"] if person["name"]}


def test_what_is_told_of_another_family_waits_until_the_first_is_sent(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="agencies")
    replies = talk.say(OTHER)
    assert "another family" in text_of(replies)
    assert replies[-1]["custom"]["question"] == "agencies"
    assert "Kyle" not in text_of(replies)
    last = go_on(talk, who)
    assert talk.outcome == "submitted", "\n".join(talk.transcript)
    first = record_of(door, talk)
    assert first["postcode"] == "TN13 1AA"
    assert not first_names(first) & {"Joanne", "Kyle"}
    assert "Pell" not in str(first)

    talk.outcome = None
    replies = talk.press(last, "Go on with the other family")
    assert replies[-1]["custom"]["question"] == "danger"
    second = second_record(door, talk)
    assert first_names(second) == {"Joanne", "Kyle"}
    assert second["postcode"] == "TN14 5AA"
    assert second["needs"].get("education") == "asserted"
    assert "Wexcombe" not in str(second)


def second_record(door: FrontDoor, talk: Talk) -> dict[str, Any]:
    """Answer shortly until the second nomination is sent; its record."""
    answers = {
        "danger": "No",
        "consent": "Yes, Joanne agreed when I asked her at school on 12 November 2026",
        "household": "Joanne Pell, 33, mother. Kyle Pell, 9, son.",
        "address": "3 Mill Lane, TN14 5AA",
        "contact": "Ring 07700 900124",
        "summary": "Yes, send it",
    }
    reference = talk.reference
    for _ in range(40):
        if talk.outcome:
            break
        talk.say(answers.get(talk.question or "", "Not sure"))
    assert talk.outcome == "submitted", "\n".join(talk.transcript)
    assert talk.reference != reference
    return record_of(door, talk)


def test_a_second_nomination_right_after_the_first_has_nothing_of_it(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who)
    assert talk.outcome == "submitted"
    talk.outcome = None
    replies = talk.say("I want to nominate another family")
    assert replies[-1]["custom"]["question"] == "danger", text_of(replies)
    talk.say("No")
    assert "Wexcombe" not in str(second_record(door, talk))


def test_who_says_that_there_is_another_family_is_asked_for_it_afterwards(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="contact")
    replies = talk.say("I've a second family too")
    assert "One family at a time" in text_of(replies)
    assert replies[-1]["custom"]["question"] == "contact"
    last = go_on(talk, who)
    assert talk.outcome == "submitted"
    assert "another family" in text_of(last)
    assert talk.say("yes please")[-1]["custom"]["question"] == "danger"


def test_who_has_two_families_begins_with_one(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    replies = talk.say("I want to nominate two families")
    assert "One family at a time" in text_of(replies)
    assert replies[-1]["custom"]["question"] == "danger"
    assert "another family" in text_of(go_on(talk, who))
    assert talk.outcome == "submitted"


def test_a_story_about_strangers_is_asked_about_and_heard_where_it_belongs(door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="address")
    strangers = (
        "Joanne Pell drinks every day and her son Kyle Pell, who is 9, has not been to school since Easter at all"
    )
    replies = talk.say(strangers)
    assert "another family" in text_of(replies), text_of(replies)
    replies = talk.say("No, it is the same family")
    assert replies[-1]["custom"]["question"] == "address"
    go_on(talk, who)
    record = record_of(door, talk)
    assert strangers in record["story"]
    assert record["needs"]["substance_misuse"] == "asserted"


@pytest.fixture
def own_door(tmp_path: Path) -> Iterator[FrontDoor]:
    with front_door(tmp_path) as running:
        yield running


def hours_later(door: FrontDoor) -> None:
    """Let it be three hours since anybody wrote."""
    with sqlite3.connect(door.data / "frontdoor.sqlite") as database:
        database.execute("UPDATE threads SET touched_at = datetime(touched_at, '-3 hours')")
    database.close()


def test_a_talk_is_gone_on_with_after_a_restart_and_on_another_device(own_door: FrontDoor) -> None:
    who = persona("case-one-sevenoaks")
    talk = begin(own_door, who)
    go_on(talk, who, until="address")
    own_door.stop()
    own_door.start()
    replies = talk.say(who.answer_to("address", [])[0])
    assert replies[-1]["custom"]["question"] == "contact", text_of(replies)
    own_door.stop()
    hours_later(own_door)
    own_door.start()

    device = own_door.account(NOMINATOR).talk(who.programme)
    replies = device.say("Hello")
    offer = text_of(replies)
    assert "began on" in offer
    assert "Wexcombe" not in offer
    replies = device.press(replies, "Go on with that one")
    assert replies[-1]["custom"]["question"] == "contact", text_of(replies)
    go_on(device, who)
    record = record_of(own_door, device)
    assert (record["postcode"], record["status"]) == ("TN13 1AA", "received")
    assert "Dana" in first_names(record)
    assert "began on" not in text_of(own_door.account(NOMINATOR).talk(who.programme).say("Hello"))
