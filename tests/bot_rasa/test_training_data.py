"""The training data: enough of it, and no word that could name anybody, since it is all that may reach Rasa."""

import re

import pytest
import yaml

from bot.door.masking import Mask
from tests.bot_rasa.vocabulary import ROOT, examples

FIRST_NAMES = ROOT / "nlu/people/first_names.yml"

IMPORTANT = sorted(set(examples()) - {"answer"})


@pytest.mark.parametrize("intent", IMPORTANT)
def test_each_intent_has_a_hundred_different_examples(intent: str) -> None:
    assert len(set(examples()[intent])) >= 100


def test_no_example_says_two_things() -> None:
    owners: dict[str, str] = {}
    for intent, lines in examples().items():
        for line in lines:
            assert owners.setdefault(line, intent) == intent, line


@pytest.mark.parametrize("intent", sorted(examples()))
def test_no_names_and_no_numbers(intent: str) -> None:
    for line in examples()[intent]:
        assert line == line.lower(), f"a capital could be a name: {line}"
        assert not re.search(r"[1-9]", line), f"a number could be somebody's: {line}"
        assert not re.search(r"[/{}\"@]", line.replace("@", "")), f"Rasa would read this as a command: {line}"


def test_stories_come_in_the_masked_form() -> None:
    masked = [line for line in examples()["inform"] if "_" in line]
    assert len(masked) >= 40


def test_no_first_name_may_reach_rasa() -> None:
    """Save those that are words of every day, too: what the door lets pass is all of this."""
    every_day = {
        *("angel", "bear", "bill", "blue", "can", "chance", "charity", "chase", "dash", "goodness", "heaven", "hope"),
        *("justice", "king", "legend", "may", "mick", "queen", "rain", "star", "summer", "sunny", "will"),
    }
    names = {part for name in _texts(yaml.safe_load(FIRST_NAMES.read_text())) for part in name.lower().split()}
    mask = Mask.from_training_data(ROOT / "nlu/intents")
    passed = {name for name in names if mask.hide(name) == name}
    assert len(names) > 500
    assert passed <= every_day


def _texts(data: object) -> list[str]:
    if isinstance(data, dict):
        return [text for part in data.values() for text in _texts(part)]
    if isinstance(data, list):
        return [text for part in data for text in _texts(part)]
    return [data] if isinstance(data, str) else []
