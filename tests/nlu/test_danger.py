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
    ],
)
def test_not_immediate(reader: Reader, text: str) -> None:
    assert reader.read(text).safety.level != "immediate"


def test_a_violent_partner_is_told_now(reader: Reader) -> None:
    assert reader.read("My partner hits me when he's had a few drinks.").safety.level == "urgent"
