"""Whoever has to go hears that all is kept, and loses nothing; others who go are told of."""

from __future__ import annotations

import pytest

from actions.interview import Message, Open, asides
from tests.actions.interview.talk import reader


def parted(said: str, asked: str) -> asides.Parted:
    return asides.parted(Message(n=9, text=said, reading=reader().read(said), question=Open(asked)))


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Sorry, got to go, the school bus is here. I'll do the rest later", "agencies"),
        ("g2g", "address"),
        ("have to dash, will finish tomorrow", "story"),
        ("My break is over, I'll carry on after work", "household"),
        ("can we continue this in a bit?", "contact"),
        ("need to pick the kids up now", "role"),
        ("can I come back to this later", "lead_professional"),
    ],
)
def test_whoever_has_to_go_is_told_that_all_is_kept(said: str, asked: str) -> None:
    found = parted(said, asked)
    assert found.topics == ("pause",)
    assert found.rest is None


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("we have to go to court next week", "story"),
        ("we need to leave our flat by Friday", "story"),
        ("Dad had to go because he was arrested", "story"),
        ("please ring later, after the school run", "contact"),
        ("I want to go back to work when the baby is older", "hopes"),
        ("they have to go without tea some days", "story"),
        ("she goes to CAMHS after school", "agencies"),
    ],
)
def test_what_is_told_of_going_is_heard_as_told(said: str, asked: str) -> None:
    assert "pause" not in parted(said, asked).topics


def test_a_number_beside_a_goodbye_is_not_lost() -> None:
    said = "07700 900456, got to run"
    message = Message(n=9, text=said, reading=reader().read(said), question=Open("contact"))

    assert asides.answer(message).reading.contacts[0].value == "07700 900456"
    assert not asides.only_asks(message)
    assert asides.goes_away(message)
