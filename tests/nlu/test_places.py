"""What a fact is read from: whole words, and never an address or somebody's name."""

import re

import pytest

from nlu.reader import Reader


@pytest.mark.parametrize(
    "text",
    [
        "The house number is wrong, it is 31 Cormorant Road not 3.",
        "correct the number please, it's 14 Marijke Close not 4",
        "We live at 12 Brown Street, Sevenoaks TN13 1AB",
        "the address is 9 Skunk Lane",
        "Flat 2, 40 Coke Street",
    ],
)
def test_an_address_states_no_fact(reader: Reader, text: str) -> None:
    assert reader.read(text).mentions == ()


def test_a_name_states_no_fact(reader: Reader) -> None:
    read = reader.read("Mum is Mandy Speed, 34, and her son is Joel Speed, 12.")
    assert [person.name for person in read.people] == ["Mandy Speed", "Joel Speed"]
    assert read.mentions == ()


def test_a_fact_beside_an_address_stays(reader: Reader) -> None:
    read = reader.read("They live at 12 Brown Street and Mum drinks every night.")
    assert read.needs == {"substance_misuse": "asserted"}


@pytest.mark.parametrize(
    "text",
    [
        "Severe anxiety, under CAMHS",
        "Kids are 9 and 14. I drink too much and I'm depressed.",
        "he's bored and has been in trouble, the neighbours keep moaning about the racket",
        "Gemma hasn't slept properly for months, everything gets on top of her and she can't face people",
        "our Kyle's been excluded again, the heating's bust and there's nowt in the fridge",
    ],
)
def test_the_words_of_a_fact_are_whole_words(reader: Reader, text: str) -> None:
    mentions = reader.read(text).mentions
    assert mentions
    for mention in mentions:
        assert re.search(rf"(?<!\w){re.escape(mention.words)}(?!\w)", text), mention
