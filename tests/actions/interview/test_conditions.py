"""A yes on a condition, and one parent's yes beside the other's no: both are kept, word for word."""

from __future__ import annotations

import pytest

from actions.interview.agreement import conditions
from tests.actions.interview.talk import Talk


def at_consent() -> Talk:
    """A professional's talk in which consent is asked for."""
    talk = Talk()
    talk.tell("Hello")
    talk.tell("No")
    assert talk.asked == "consent"
    return talk


def kept(talk: Talk) -> list[str]:
    return [condition["words"] for condition in talk.content["consent"]["conditions"]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mum agreed yesterday on the phone, but only if dad isn't told", "but only if dad isn't told"),
        ("Mum agreed when I saw her on Monday. Provided nobody tells dad.", "Provided nobody tells dad"),
        ("Both parents agreed today, but please don't contact the school.", "but please don't contact the school"),
        ("She agreed, on condition that her ex does not find out", "on condition that her ex does not find out"),
        ("Yes, mum said yes today but not the police", "but not the police"),
        ("Yes as long as you don\u2019t tell their father", "as long as you don\u2019t tell their father"),
    ],
)
def test_a_condition_is_kept_in_the_words_it_was_told_in(text: str, words: str) -> None:
    talk = at_consent()
    talk.tell(text)
    assert talk.content["consent"]["state"] == "given"
    assert kept(talk) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Mum agreed yesterday, I asked her on the phone",
        "Yes, both parents, I asked them face to face on Monday",
        "Mum agreed when I asked her about her health condition on Monday",
    ],
)
def test_a_plain_yes_has_no_condition(text: str) -> None:
    assert conditions(text) == ()
    talk = at_consent()
    talk.tell(text)
    assert talk.content["consent"]["state"] == "given"
    assert kept(talk) == []


def test_what_only_a_condition_names_happened_to_nobody() -> None:
    talk = at_consent()
    talk.tell("Mum agreed on Monday when I rang her, but only if dad isn't told, and not the police")
    assert talk.content["indicators"] == []
    assert "nomination" not in [
        event["purpose"] for event in talk.content["consent"]["events"] if event["state"] == "refused"
    ]


def test_one_said_yes_and_the_other_no_in_one_breath() -> None:
    talk = at_consent()
    talk.tell("Dad has refused, mum is still happy")
    events = {(event["by"], event["state"]) for event in talk.content["consent"]["events"]}
    assert talk.content["consent"]["state"] == "given"
    assert {("dad", "refused"), ("mum", "given")} == events


def test_the_others_no_is_kept_when_it_is_told_later() -> None:
    talk = at_consent()
    talk.tell("Mum agreed yesterday, I asked her on the phone")
    later = talk.asked
    talk.tell("By the way, dad said no to being nominated")
    assert talk.content["consent"]["state"] == "given"
    assert ("dad", "refused") in {(event["by"], event["state"]) for event in talk.content["consent"]["events"]}
    assert talk.asked == later
    assert talk.draft.consent.refused_by_message == talk.messages[-1].n


def test_who_agreed_and_then_refused_is_asked_about_again() -> None:
    talk = at_consent()
    talk.tell("Mum agreed yesterday, I asked her on the phone")
    talk.tell("Mum has refused now, she said no to it")
    assert talk.asked == "consent"
