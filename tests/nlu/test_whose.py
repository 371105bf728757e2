"""Whom a fact is about: the person who is named in its sentence, not whoever was spoken of before."""

import pytest

from nlu.reader import Reader


@pytest.mark.parametrize(
    ("text", "indicator", "person"),
    [
        ("Mum is Sarah. Kit's stones were thrown at the neighbour's window.", "antisocial_behaviour", "Kit"),
        ("Mum Sarah 34, Kit 14. Kit was arrested for theft.", "youth_offence", "Kit"),
        ("Mum Sarah 34, Lee 40. Lee was arrested for theft.", "adult_offence", "Lee"),
        ("Dad Al 40 lost his job and Ellie, 14, is self-harming", "child_mental_health", "Ellie"),
        ("Mum Sarah 34, Kit 14. Mum is depressed and Kit is doing fine.", "parent_mental_health", "mum"),
        ("Mum Sarah drinks every day", "parent_substance_misuse", "mum"),
        ("Anna said he was excluded twice", "fixed_term_exclusion", None),
        ("I'm Jo, 34. I'm depressed.", "parent_mental_health", None),
    ],
)
def test_a_fact_is_told_of_whoever_its_sentence_names(
    reader: Reader, text: str, indicator: str, person: str | None
) -> None:
    assert (indicator, person) in {(mention.indicator, mention.person) for mention in reader.read(text).mentions}


def test_nobody_else_is_given_what_is_told_of_somebody_by_name(reader: Reader) -> None:
    read = reader.read("Mum is out of work and Kit was arrested for throwing stones at a bus").mentions
    assert {mention.person for mention in read if mention.need == "crime_asb"} == {"Kit"}
    assert {mention.person for mention in read if mention.need == "worklessness"} == {"mum"}
