"""Who speaks: asked where the account does not say it, and heard in their own right from 16."""

from __future__ import annotations

import pytest

from actions.interview import Ask
from actions.interview.speaker import said
from actions.interview.thread import Audience
from tests.actions.interview.talk import Talk, begun

NOBODY = {"kind": "family", "name": "Sam", "role": None, "agency": None}


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("health visitor at the Vine surgery", {"role": "health visitor", "agency": "Vine surgery"}),
        ("I'm a teacher for Knole Academy.", {"role": "teacher", "agency": "Knole Academy"}),
        ("Social worker, Kent County Council", {"role": "Social worker", "agency": "Kent County Council"}),
        (
            "My name is Ann Webb and I'm a nurse with Kent Health",
            {"name": "Ann Webb", "role": "nurse", "agency": "Kent Health"},
        ),
        ("PCSO", {"role": "PCSO"}),
    ],
)
def test_a_job_and_an_agency_are_told_apart(text: str, known: dict[str, str]) -> None:
    assert said(text, "professional") == known


@pytest.mark.parametrize(("text", "role"), [("I'm the mum", "mum"), ("their grandmother", "grandmother"), ("me", "me")])
def test_a_family_member_says_who_they_are(text: str, role: str) -> None:
    assert said(text, "family") == {"role": role}


@pytest.mark.parametrize("audience", ["professional", "family"])
def test_what_they_say_of_themselves_is_kept_apart_from_the_story(audience: Audience) -> None:
    talk = begun(audience, nominator={"kind": audience, "name": None, "role": None, "agency": None})
    assert talk.tell("no") == "role"
    talk.tell("I am a mental health nurse at Kent NHS" if audience == "professional" else "I am their mum")
    assert talk.asked == "consent"
    assert talk.content["nominator"]["role"] == ("mental health nurse" if audience == "professional" else "mum")
    assert talk.content["story"] is None
    assert talk.content["indicators"] == []


def young(said_first: str) -> Talk:
    talk = Talk("family", nominator=NOBODY)
    talk.tell(said_first)
    talk.tell("no")
    return talk


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ("yes that's ok", "given"),
        ("no", "refused"),
        ("please don't tell my mum", "refused"),
        ("not sure", "not_yet"),
    ],
)
def test_at_17_they_are_heard_and_asked_whether_a_parent_may_be_asked(answer: str, state: str) -> None:
    talk = young("im 17 and i need help with my mum")
    assert talk.tell("yes") == "consent"
    assert talk.response == "utter_ask_consent_parent"
    assert isinstance(talk.step, Ask)
    assert len(talk.step.buttons) == 3
    assert talk.tell(answer) == "story"
    assert talk.content["consent"]["state"] == "given"
    last = talk.content["consent"]["events"][-1]
    assert (last["purpose"], last["state"], last["by"]) == ("asking_a_parent", state, "Sam")


def test_what_cannot_be_read_twice_is_not_a_yes_to_asking_a_parent() -> None:
    talk = young("im 16")
    talk.tell("yes")
    talk.tell("banana")
    assert talk.tell("purple") == "story"
    assert talk.content["consent"]["events"][-1]["state"] == "not_yet"


def test_an_adult_is_not_asked_about_a_parent() -> None:
    talk = young("im 34 and i need help with my kids")
    assert talk.tell("yes") == "story"


def test_an_age_said_to_another_question_is_heard() -> None:
    talk = Talk("family", programme=None, nominator=NOBODY)
    talk.tell("hi")
    talk.tell("no")
    assert talk.asked == "district"
    talk.tell("im 16")
    assert talk.draft.taken[len(talk.messages)] == "aside"


def test_under_16_it_stops_for_a_person() -> None:
    assert young("i am 14 and mum is not well").asked == "under_16"
