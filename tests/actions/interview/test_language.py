"""Who writes in another language may need an interpreter: it is noted, and what they say about it counts."""

from __future__ import annotations

import pytest

from tests.actions.interview.talk import agreed, begun

SLOVAK = "Syn nechodí do školy už dva mesiace a nemáme peniaze na nájom."
SOMALI = "Wiilkaygu iskuulka ma aado laba bilood lacag kirada guriga uma hayno."
ENGLISH = "He has been out of school for two months and we cannot pay the rent."


@pytest.mark.parametrize(
    ("story", "language"),
    [(SLOVAK, "Slovak"), (SOMALI, "Another language, to be found out"), (ENGLISH, None)],
)
def test_a_story_is_kept_as_it_was_written_and_its_language_is_noted(story: str, language: str | None) -> None:
    talk = agreed("family")
    talk.tell(story)
    assert talk.content["story"] == story
    assert talk.content["language"] == language
    assert "language" not in talk.content["answered"]


def test_a_language_that_is_known_takes_the_place_of_one_that_is_not() -> None:
    talk = agreed("family")
    talk.tell(SOMALI)
    talk.tell(SLOVAK)
    assert talk.content["language"] == "Slovak"


def test_what_is_said_about_the_language_counts_and_stays() -> None:
    talk = agreed("family")
    talk.tell(SLOVAK)
    talk.tell("We need an interpreter for Romani please.")
    assert talk.content["language"] == "Romani"
    talk.tell(SLOVAK)
    assert talk.content["language"] == "Romani"


def test_a_greeting_in_another_language_notes_nothing() -> None:
    talk = agreed("family")
    talk.tell("Dobrý deň")
    assert talk.content["language"] is None


def test_what_cannot_be_read_answers_no_question_but_is_kept() -> None:
    talk = agreed("family")
    talk.tell(ENGLISH)
    asked = talk.asked
    assert asked not in {"story", "hopes"}
    assert talk.tell(SOMALI) == asked
    assert SOMALI in talk.content["story"]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Dobrý deň, mám 14 rokov a potrebujem pomoc", "under_16"),
        ("je mi 15 let", "under_16"),
        ("mam tylko 13 lat", "under_16"),
        ("am 12 ani", "under_16"),
        ("mám 34 rokov", "danger"),
        ("mám 2 deti", "danger"),
        ("syn má 14 rokov", "danger"),
    ],
)
def test_a_child_who_says_its_age_in_its_own_language_is_heard_as_one(said: str, asked: str) -> None:
    assert begun("family").say(said) == asked


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Polish, and I need interpreter please", True),
        ("an interpreter would help mum, she speaks Romanian", True),
        ("someone who speaks Czech please", True),
        ("my English is not so good", True),
        ("I do not understand English well", True),
        ("her son translates everything for her", True),
        ("Potrzebuję tłumacza", True),
        ("English, no need for an interpreter", False),
        ("they don't need a translator", False),
        ("Slovak. An interpreter is not needed", False),
        ("English", None),
        ("what does an interpreter cost?", None),
        ("he is behind in English and maths", None),
    ],
)
def test_that_an_interpreter_is_wanted_or_not_is_kept(said: str, wanted: bool | None) -> None:
    talk = agreed("family")
    talk.tell("My boy does not go to school and we owe rent.")
    talk.tell(said)
    assert talk.content["interpreter_wanted"] is wanted


def test_an_interpreter_without_a_language_leaves_the_language_to_be_asked() -> None:
    talk = agreed("family")
    talk.tell("I need interpreter please, my English is bad. My boy does not go to school and we owe rent.")
    assert talk.content["interpreter_wanted"] is True
    assert talk.content["language"] is None
    assert "language" not in talk.content["answered"]
