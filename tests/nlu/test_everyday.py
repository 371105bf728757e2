"""Ordinary talk between other things to do alarms nobody; the same words with danger in them still do."""

from __future__ import annotations

import pytest

from nlu.reader import Reader


@pytest.mark.parametrize(
    "said",
    [
        "must dash, the twins want their dinner",
        "have to go, the little one is screaming for her bottle",
        "Sorry, need to stop now because the toddler has woken up",
        "have to pick the kids up, back later",
        "we'll do the rest when the children are in bed",
        "hang on, the phone is ringing",
        "It's me who talks to her most and she trusts me",
        "I'm the only one who visits them and mum listens to me",
        "my sister has them while I'm at work",
        "We leave her with our nan when we are on shift",
        "so tired, up half the night with the little one",
        "there is damp in the bathroom and it has gone on to her chest",
        "the buzzer is broken",
        "some boys keep teasing him at school",
        "we took his xbox away for a week",
        "I am at the end of my rope with the forms",
        "he hits his sister when she takes his tablet",
        "she was missing from school for a week with tonsillitis",
        "I'm worried they will judge me",
        "can I do the other questions tomorrow",
    ],
)
def test_everyday_talk_is_no_danger(reader: Reader, said: str) -> None:
    assert reader.read(said).safety.level in ("none", "concern"), said


@pytest.mark.parametrize(
    "said",
    [
        "must go, he is kicking the door in",
        "have to go, mum is screaming for her life",
        "need to stop now, the toddler isn't breathing",
        "gotta go he's coming up the stairs with a knife",
        "my uncle has them while I'm at work and he touches her down there",
        "so tired of all this, I have the tablets ready",
        "a few boys are outside with a machete, they want to stab him",
        "there is damp, and the baby has turned blue",
        "I tied a rope to the banister",
        "he hits his sister, he has her by the throat",
        "he took my phone off me and won't let me leave the house",
        "hang on, my dad is beating mum up",
    ],
)
def test_danger_among_such_words_is_danger(reader: Reader, said: str) -> None:
    assert reader.read(said).safety.level == "immediate", said


@pytest.mark.parametrize(
    "said",
    [
        "older lads are hanging about near the shops",
        "he is knocking about with bigger boys",
        "her mates are much older",
    ],
)
def test_older_company_is_asked_about_and_alarms_nobody(reader: Reader, said: str) -> None:
    reading = reader.read(said)

    assert reading.needs.get("sexual_exploitation") == "uncertain"
    assert reading.safety.level in ("none", "concern")


@pytest.mark.parametrize(
    "said",
    [
        "older lads pick her up in cars and give her vapes",
        "she meets older men",
        "bigger boys gave him money to deliver a package",
    ],
)
def test_what_such_company_gives_or_wants_is_told_at_once(reader: Reader, said: str) -> None:
    assert reader.read(said).safety.level in ("urgent", "immediate")


@pytest.mark.parametrize("said", ["two boys", "three lads of 9, 11 and 15", "her two older boys are at college"])
def test_children_who_are_only_counted_are_no_need(reader: Reader, said: str) -> None:
    assert "sexual_exploitation" not in reader.read(said).needs


def test_a_goodbye_at_the_end_of_a_story_alarms_nobody_and_hides_nothing(reader: Reader) -> None:
    calm = "He is off school with anxiety and I lost my job in March. Must dash, the twins want their dinner."
    grave = "My ex is outside with a knife. Must dash, the twins want their dinner."
    assert reader.read(calm).safety.level in ("none", "concern")
    assert reader.read(grave).safety.level == "immediate"
