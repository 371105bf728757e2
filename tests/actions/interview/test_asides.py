"""Questions on the way: what they are about, and what else their message says."""

from __future__ import annotations

import pytest

from actions.interview import Message, Open, asides
from nlu.reading import Mention, Reading, Safety
from tests.actions.interview.talk import reader


def said(text: str, question: str = "address", reading: Reading | None = None) -> Message:
    return Message(3, text, reading or reader().read(text), Open(question))


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("what does FIP mean", "term:fip"),
        ("whats a TAF", "term:taf"),
        ("TAF?", "term:taf"),
        ("never heard of a MARAC", "term:marac"),
        ("is this the same as a MASH referral", "term:mash"),
        ("not sure what a CAF is", "term:caf"),
        ("and SEIF, what does that stand for?", "term:seif"),
        ("are you a robot or a person", "robot"),
        ("how long is this going to take", "time"),
        ("are we nearly done?", "time"),
        ("I've attached the chronology as a PDF", "files"),
        ("can i send u a voice note instead", "files"),
        ("IMG_2041.jpg", "files"),
        ("who's going to see this?", "data"),
        ("then what happens next", "next"),
        ("will they take my kids", "worry"),
        ("why do you need that?", "why"),
    ],
)
def test_what_is_asked_is_known_by_its_topic(text: str, topic: str) -> None:
    found = asides.parted(said(text))
    assert found.topics == (topic,)
    assert asides.only_asks(said(text))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("agencies", "CAMHS"),
        ("agencies", "the MASH and early help"),
        ("story", "He sends her pictures of himself and will not stop"),
        ("story", "Is known to social care. Has been excluded twice."),
        ("story", "Mum says what is the point and stays in bed"),
        ("hopes", "somebody real to talk to"),
        ("contact", "ring her mobile after five"),
        ("household", "who lives here is me, my mum and my brother Tom, 9"),
        ("lead_professional", "the early help worker is"),
    ],
)
def test_an_answer_asks_nothing(question: str, text: str) -> None:
    assert asides.parted(said(text, question)).topics == ()
    assert not asides.only_asks(said(text, question))


def test_a_worry_about_safety_is_never_set_aside() -> None:
    danger = Reading(safety=Safety("urgent", ("fear",), ("scared",)))
    assert asides.parted(said("will he find out? I am scared of him", reading=danger)).topics == ()


def test_what_a_question_only_mentions_is_no_fact() -> None:
    text = "07700 900888. Is that the same as a MASH referral?"
    mention = Mention("child_in_need", "children_need_help", "uncertain", "MASH referral", 34, 47)
    message = said(text, "contact", Reading(mentions=(mention,)))
    assert asides.told(message).reading.mentions == ()
    assert asides.answer(message).text == "07700 900888."


def test_a_sentence_with_a_question_at_its_end_is_parted_at_the_comma() -> None:
    found = asides.parted(said("9 Heron Way KT2 6QQ, you won't send letters will you?"))
    assert found.topics == ("reaching",)
    assert found.rest is not None
    assert found.rest.text == "9 Heron Way KT2 6QQ"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("am i talking to a real human", True),
        ("are you a robot", True),
        ("can i talk to a real person please", False),
        ("is there somebody i could ring", False),
    ],
)
def test_whether_we_are_a_machine_is_no_wish_for_a_person(text: str, meant: bool) -> None:
    assert asides.asks_who_we_are(said(text)) is meant
