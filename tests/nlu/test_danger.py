"""Danger comes first; stories of the past, denials and figures of speech are not danger."""

import pytest

from nlu.reader import Reader


@pytest.mark.parametrize(
    "text",
    [
        "hes got a knife and hes coming round",
        "I dont feel safe at home tonight",
        "there are no adults there, the kids have been left alone",
        "I want to die",
        "my dad hits me and I'm scared to go home",
        "im 9 and nobody is home and its dark",
        "bairn's no breathin",
        "my baby he not wake up",
        "I swallowed a load of my nan's heart tablets",
        "mum texted goodbye look after the kids for me",
        "He hasn't been seen since yesterday tea time, he's 13",
        "Pupil disclosed this morning that dad punched her and she is scared to go home",
        "he is at the door, i will finish this later",
        "not sure, he is outside with a hammer shouting he will kill us",
        "mum said yes but he is hitting her right now",
    ],
)
def test_immediate(reader: Reader, text: str) -> None:
    safety = reader.read(text).safety
    assert safety.level == "immediate"
    assert safety.reasons
    assert all(words in text for words in safety.words)


@pytest.mark.parametrize(
    "text",
    [
        "No, nobody is in danger",
        "He was violent years ago but has left and we feel safe",
        "The kids are killing me today haha",
        "The eldest was arrested for carrying a knife",
        "My partner hits me when he's had a few drinks.",
        "no one is in danger",
        "Mum took an overdose aged 16, no issues since",
        "No adult in the household is working",
        "There was a plan for neglect back in 2016",
        "She is on the edge of care",
        "FGM training has been booked for all staff",
        "What should I do if he ever hits me?",
        "He hasn't been seen in school since September",
        "Section 21 served, they have to leave by June",
        "someone is at the door, i will finish this later",
        "not sure, I don't think so. It was quiet when I was there yesterday",
        "yeah i want to, my mum said yes last night",
        "mum said yes when I phoned her on Friday 20 November",
        "She has not been to school since September and her brother is missing school too",
        "sorry for late reply the little un was up all night with her teeth x",
    ],
)
def test_not_immediate(reader: Reader, text: str) -> None:
    assert reader.read(text).safety.level != "immediate"


def test_a_violent_partner_is_told_now(reader: Reader) -> None:
    assert reader.read("My partner hits me when he's had a few drinks.").safety.level == "urgent"


def test_an_order_that_is_in_place_is_no_present_danger(reader: Reader) -> None:
    text = "Her ex-husband used to be violent and there's a non molestation order in place."
    assert reader.read(text).safety.level in ("none", "concern")
