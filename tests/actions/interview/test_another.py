"""Another family is noticed where it is told of, and nothing of one goes to the other."""

from __future__ import annotations

import pytest

from actions.interview import another
from actions.interview.thread import Message
from tests.actions.interview.talk import agreed, reader


def told(text: str, n: int = 2) -> Message:
    return Message(n, text, reader().read(text))


@pytest.mark.parametrize(
    "text",
    [
        "And another family: Joanne Pell, her boy Kyle is 9 and out of school",
        "I've a second family too",
        "I also have another family to nominate",
        "Second family - the Pells at 3 Mill Lane",
        "There's another family on my caseload",
        "Can I do another one?",
        "Next family please",
        "now for the other family. Dad is in prison",
        "Family 2: mum Joanne, son Kyle 9",
        "Ok thanks, I’d like to refer one more family",
    ],
)
def test_another_family_is_noticed(text: str) -> None:
    assert another.announced(told(text)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "They live with another family",
        "Dad has another family in Leeds",
        "Another family member lives there",
        "Mum argues with another family next door",
        "The other family support worker left",
        "There is another family living in the flat above who drink",
        "They need another family home",
        "Can I add another child?",
        "Can I add a second phone number",
        "I have nominated two children",
        "Mum has a new family now",
    ],
)
def test_families_that_only_occur_in_the_story_are_none_of_their_own(text: str) -> None:
    assert another.announced(told(text)) is None


def test_what_comes_before_stays_and_what_comes_after_goes() -> None:
    text = (
        "Ned Quillfeather is 12 and was excluded twice. And another family: Joanne Pell is 30, her son Kyle Pell is 9, "
        "they live at 3 Mill Lane TN14 5AA and nobody there works."
    )
    parts = another.announced(told(text))
    assert parts is not None
    assert parts.stays is not None
    assert parts.goes is not None
    assert parts.stays.text + parts.goes.text == text
    assert [person.name for person in parts.stays.reading.people] == ["Ned Quillfeather"]
    assert {person.name for person in parts.goes.reading.people} == {"Joanne Pell", "Kyle Pell"}
    assert (parts.stays.reading.postcode, parts.goes.reading.postcode) == (None, "TN14 5AA")
    assert set(parts.stays.reading.needs) == {"education"}
    assert set(parts.goes.reading.needs) == {"worklessness"}
    for mention in parts.goes.reading.mentions:
        assert parts.goes.text[mention.start : mention.end] == mention.words


def test_who_only_says_that_there_is_another_family_tells_nothing_of_it() -> None:
    parts = another.announced(told("I've got another family as well, but this one first"))
    assert parts is not None
    assert parts.goes is None


def test_a_story_about_strangers_is_asked_about_once_the_household_is_known() -> None:
    talk = agreed()
    talk.tell("Ned was excluded twice this term and nobody works. He is often out late and mum cannot cope any more.")
    talk.tell("That is all")
    talk.tell("Della Quillfeather, 34, mother. Ned Quillfeather, 12, son.")
    draft, thread = talk.draft, talk.thread
    other = "Joanne Pell drinks every day and her son Kyle Pell, who is 9, has not been to school since Easter at all"
    assert another.seems_another(told(other), draft, thread)
    same = "Her brother Darren Pell moved back in and was arrested for dealing, and Ned has seen all of it at home"
    assert not another.seems_another(told(same), draft, thread)
    uncle = "Uncle Pete and his friend Darren were arrested last year for dealing drugs and it all came out at court"
    assert not another.seems_another(told(uncle), draft, thread)


def test_several_said_at_the_beginning_are_more_to_come() -> None:
    assert another.is_more_to_come((told("I want to nominate two families", 1),))
    assert another.is_more_to_come((told("Hello", 1), told("I've got two families, this one first")))
    assert not another.is_more_to_come((told("I want to nominate another family", 1), told("No")))
    assert another.is_more_to_come((told("Hello", 1), told("I've a second family too")))


@pytest.mark.parametrize("text", ["I'd like to carry on with the one I started", "Can we pick up where I left off?"])
def test_a_wish_to_go_on_with_what_was_left(text: str) -> None:
    assert another.goes_back(told(text, 1))
    assert not another.goes_back(told("I want to nominate a family", 1))


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Can I start a new request for my sister's family?", True),
        ("Next one please", True),
        ("I'd like to ask for help for my sister's family", True),
        ("Thank you", False),
        ("Mum is getting help for the drinking now", False),
        ("Can you add another child", False),
    ],
)
def test_what_is_said_after_sending_begins_another_or_not(text: str, begins: bool) -> None:
    assert another.is_after_sending(told(text)) is begins
