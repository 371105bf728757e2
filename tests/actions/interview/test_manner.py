"""What a short message is by the kinds of words in it: not known, kind to us, cross with us."""

from __future__ import annotations

import pytest

from actions.interview import manner
from actions.interview.phrases import whole


@pytest.mark.parametrize(
    "said",
    [
        "I honestly haven't the foggiest",
        "ooh I really couldn't tell you, love",
        "not known to us at present",
        "I'd have to ask her mum",
        "we would need to look it up in the system",
        "dunno sorry",
        "cannot confirm at this time",
        "search me",
        "this we do not know",
    ],
)
def test_not_knowing_is_an_answer_in_any_words(said: str) -> None:
    assert whole(said) == "unsure"


@pytest.mark.parametrize(
    "said",
    [
        "no, I would say not",
        "I know the school nurse",
        "not that I know of",
        "we need to find a flat",
        "no idea is too small for her, she paints",
        "he has to ask the judge",
        "I don't know why he hits her",
    ],
)
def test_what_tells_something_is_no_lack_of_knowledge(said: str) -> None:
    assert whole(said) != "unsure"


@pytest.mark.parametrize(
    "said", ["Much appreciated", "bless you, you've been so kind", "ta love your a star", "Cheers."]
)
def test_thanks_are_thanks_in_any_words(said: str) -> None:
    assert manner.is_kind(said)


@pytest.mark.parametrize(
    "said", ["no thanks to the school", "She is kind to him", "great, he hits her", "lovely house in Kent"]
)
def test_kind_words_about_others_are_no_thanks(said: str) -> None:
    assert not manner.is_kind(said)


@pytest.mark.parametrize(
    "said",
    ["ur doing my head in this is crap", "useless system", "sick of these questions", "u ask way too many questions"],
)
def test_somebody_who_has_had_enough_of_us_is_heard(said: str) -> None:
    assert manner.is_cross(said)


@pytest.mark.parametrize(
    "said", ["he is useless with money", "her ex is a piece of shit", "the flat is a tip", "It hurts"]
)
def test_hard_words_about_others_are_not_for_us(said: str) -> None:
    assert not manner.is_cross(said)
