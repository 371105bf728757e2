"""Names and hopes are no facts, and a fact that one sentence tells in two words keeps both."""

from __future__ import annotations

import pytest

from actions.interview import Message, Open
from nlu.reading import Mention, Person, Reading
from tests.actions.interview.talk import Talk, agreed

SCHOOL = "He was excluded twice in October."


def _found(text: str, words: str, code: str, need: str, status: str = "asserted") -> Mention:
    start = text.index(words)
    return Mention(code, need, status, words, start, start + len(words))  # type: ignore[arg-type]


def _codes(talk: Talk) -> list[str]:
    return [entry["code"] for entry in talk.content["indicators"]]


def _hoping(text: str, mention: Mention) -> Talk:
    """A talk under way in which hopes were asked for by themselves, and what was answered."""
    talk = agreed()
    excluded = _found(SCHOOL, "excluded", "fixed_term_exclusion", "education")
    talk.say(SCHOOL, Reading(mentions=(excluded,)))
    talk.tell("Ada Okoye, 36, mum. Tom Okoye, 14, son.")
    answer = Message(len(talk.messages) + 1, text, Reading(mentions=(mention,)), Open("hopes"), at="2026-11-20")
    talk.messages.append(answer)
    return talk


@pytest.mark.parametrize(
    ("text", "words", "code", "need", "status"),
    [
        ("Tom in class every day.", "class every day", "persistent_absence", "education", "negated"),
        ("To feel safe at home.", "feel safe at home", "domestic_abuse_victim", "domestic_abuse", "negated"),
        ("A job in school hours.", "job", "nobody_working", "worklessness", "asserted"),
    ],
)
def test_what_they_hope_for_is_not_so_yet(text: str, words: str, code: str, need: str, status: str) -> None:
    talk = _hoping(text, _found(text, words, code, need, status))
    assert talk.content["hopes"] == text
    assert _codes(talk) == ["fixed_term_exclusion"]


def test_what_is_told_beside_a_hope_counts() -> None:
    text = "I want peace. He is drinking every night."
    drinks = _found(text, "drinking every night", "parent_substance_misuse", "substance_misuse")
    talk = _hoping(text, drinks)
    assert _codes(talk) == ["fixed_term_exclusion", "parent_substance_misuse"]


def test_a_name_is_nobodys_trouble() -> None:
    talk = agreed()
    talk.say(SCHOOL, Reading(mentions=(_found(SCHOOL, "excluded", "fixed_term_exclusion", "education"),)))
    text = "Beata Kowal, 42, mum. Reece Kowal, 15, son."
    misread = (
        _found(text, "Beat", "domestic_abuse_victim", "domestic_abuse"),
        _found(text, "Reece", "sexual_exploitation_risk", "sexual_exploitation"),
    )
    people = (Person(name="Beata Kowal", age=42, relation="mum"), Person(name="Reece Kowal", age=15, relation="son"))
    talk.say(text, Reading(mentions=misread, people=people))
    assert _codes(talk) == ["fixed_term_exclusion"]
    assert len(talk.content["people"]) == 2


def test_a_fact_told_twice_in_one_sentence_keeps_all_of_its_words() -> None:
    talk = agreed()
    text = "Dad was arrested in July for dealing drugs. He was convicted in May."
    told = tuple(
        _found(text, words, "adult_offence", "crime_asb") for words in ("arrested", "dealing drugs", "convicted")
    )
    talk.say(text, Reading(mentions=told))
    kept = [entry for entry in talk.content["indicators"] if entry["code"] == "adult_offence"]
    assert kept[0]["words"] == "arrested in July for dealing drugs"
    assert text[kept[0]["start"] : kept[0]["end"]] == kept[0]["words"]


def test_an_age_in_the_household_raises_no_doubt() -> None:
    talk = agreed()
    talk.say(SCHOOL, Reading(mentions=(_found(SCHOOL, "excluded", "fixed_term_exclusion", "education"),)))
    told = "Her partner Wayne, aged 47, and Tom Okoye, 14"
    older = _found(told, "aged 47", "sexual_exploitation_risk", "sexual_exploitation", "uncertain")
    people = (Person("Wayne", 47, None, "partner", None), Person("Tom Okoye", 14, None, "son", None))
    assert talk.asked == "household"
    talk.say(told, Reading(mentions=(older,), people=people))
    assert _codes(talk) == ["fixed_term_exclusion"]


def test_a_street_put_right_is_nobodys_trouble() -> None:
    talk = agreed()
    told = "the house number is wrong, it is 18 Cormorant Close not 8"
    street = _found(told, "Cormorant", "parent_substance_misuse", "substance_misuse")
    talk.say(told, Reading(mentions=(street,), address="18 Cormorant Close", correction=True))
    assert _codes(talk) == []
