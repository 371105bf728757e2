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


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        # He or she is the last one named whom it can mean, with the age or the relation that the message says.
        ("Omar is 13 and has panic attacks. He has been seen by CAMHS since May.", {"child_mental_health"}),
        ("This is about Harvey, 14. His mum is Gail, 41. He was given a caution for theft.", {"youth_offence"}),
        ("Tess is 35. Her son Max is 10. She is depressed and on tablets for it.", {"parent_mental_health"}),
        ("Ewan is 15. He got a community resolution for criminal damage.", {"youth_offence"}),
        ("Mum is Jean, 40, and her son Craig is 22. Craig was convicted of burglary in June.", {"adult_offence"}),
        ("my granddaughter is 14 and she has been caught smoking weed", {"child_substance_misuse"}),
        ("Dad drinks every night and his son Ned, 9, is anxious", {"parent_substance_misuse", "child_mental_health"}),
        ("She was cautioned for theft in June. Amina is 13.", {"youth_offence"}),
        ("I am 16 and I have been cautioned for theft", {"youth_offence"}),
        # Who is at school is a child, also without an age.
        ("Ellie keeps truanting. She and her mates have been drinking cider.", {"child_substance_misuse"}),
        ("Curtis was excluded in May. He was charged with robbery last week.", {"youth_offence"}),
        ("Noah has severe depression. He has autism and an EHCP.", {"child_mental_health"}),
        ("Noah has severe depression and he has ADHD.", {"parent_mental_health"}),
        # Services and orders that only children have.
        ("Severe depression, under CAMHS", {"child_mental_health"}),
        ("Given a youth caution for shoplifting", {"youth_offence"}),
    ],
)
def test_age_and_relation_decide_between_a_childs_fact_and_a_grown_ups(
    reader: Reader, text: str, indicators: set[str]
) -> None:
    pairs = {"mental_health", "substance_misuse", "crime_asb"}
    kinds = ("adult_", "youth_", "parent_", "child_")
    read = {m.indicator for m in reader.read(text).mentions if m.need in pairs and m.indicator.startswith(kinds)}
    assert read == indicators


def test_a_fact_is_given_the_name_that_he_stands_for(reader: Reader) -> None:
    read = reader.read("This is about Harvey, 14. His mum is Gail, 41. He is anxious.").mentions
    assert [(mention.indicator, mention.person) for mention in read] == [("child_mental_health", "Harvey")]
