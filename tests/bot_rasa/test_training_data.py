"""The training data: enough of it, and no word that could name anybody, since it is all that may reach Rasa."""

import re

import pytest

from tests.bot_rasa.vocabulary import examples

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
