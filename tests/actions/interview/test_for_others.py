"""Who is worried about another family cannot agree for it; who looks after the children can, whoever they are."""

from __future__ import annotations

import pytest

from tests.actions.interview.talk import begun

WORRIED = [
    "Hello, I am worried about my sister and her kids",
    "I'm a neighbour, the kids next door are out till midnight",
    "my friend's children are always hungry and I want someone to help them",
    "I'm their auntie and I think they need help",
    "can you help my brother and his boys",
    "it is about my daughter and her baby, they live with her boyfriend",
]
LOOK_AFTER = [
    "I'm their auntie, they live with me since their mum died",
    "I am worried about my sister's kids, I look after them now",
    "I'm their nan and I am bringing up the boys",
    "I have special guardianship of my niece",
    "I had to write to you about my grandsons",
    "my son won't go to school and my sister said to ask you",
    "I need help for my family",
    "my friend told me you help families",
]


@pytest.mark.parametrize("said", WORRIED)
def test_a_relative_or_neighbour_is_not_asked_to_agree(said: str) -> None:
    talk = begun("family")
    assert talk.say(said) == "danger"
    assert talk.say("No") == "not_yet"


@pytest.mark.parametrize("said", LOOK_AFTER)
def test_who_looks_after_them_is_asked_like_any_parent(said: str) -> None:
    talk = begun("family")
    talk.say(said)
    assert talk.say("No") == "consent"


def test_saying_so_afterwards_goes_on() -> None:
    for told in ("press", "words"):
        talk = begun("family")
        talk.say(WORRIED[0])
        assert talk.say("No") == "not_yet"
        asked = talk.press("carer") if told == "press" else talk.say("they live with me")
        assert asked == "consent"
        assert talk.say("yes") == "story"


def test_a_sister_in_the_story_changes_nothing() -> None:
    talk = begun("family")
    talk.say("No")
    talk.say("yes")
    assert talk.say("I am worried about my sister and her kids as well, they stay at weekends") != "not_yet"
