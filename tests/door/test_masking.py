"""What Rasa is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.door.masking import Mask
from bot.door.rasa_client import command, merge

MASK = Mask(["yes", "thats", "my", "name", "is", "i'm", "want", "to", "i"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("My name is Quenby", "my name is _"),
        ("Yes, that's Quenby!", "yes, thats _!"),
        ("I’m 14", "i'm 00"),
        ("/restart", "_"),
        ('/inform{"name": "x"}', "_ name _"),
        ("TN13 1AA", "_00 0_"),
        ("quenby@ashgrove.example", "_ _._"),
        ("😀", "_"),
        ("", "_"),
        ("want_to", "want to"),
        ("ＹＥＳ", "_"),
    ],
)
def test_only_known_words_pass(text: str, told: str) -> None:
    assert MASK.hide(text) == told


def test_the_vocabulary_is_the_training_data_without_its_markup(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(
        'version: "3.1"\nnlu:\n  - intent: inform\n    examples: |\n      - the [boys](person) are out\n  - regex: x\n'
        "    examples: |\n      - Quenby\n  - lookup: stopping\n    examples: |\n      - halt\n"
    )
    mask = Mask.from_training_data(tmp_path)
    assert mask.hide("the boys person inform Quenby halt stopping") == "the boys _ _ _ halt _"


def test_items_without_words_belong_to_the_message_before() -> None:
    merged = merge([{"custom": {"a": 1}}, {"text": "x"}, {"custom": {"b": 2}}, {"custom": {"c": 3}}, {"text": "y"}])
    assert merged == [{"text": "x", "custom": {"a": 1, "b": 2, "c": 3}}, {"text": "y"}]


@pytest.mark.parametrize("intent", ["", "/restart", 'inform{"a":1}', "a b", "Restart\n"])
def test_only_the_name_of_an_intent_becomes_a_command(intent: str) -> None:
    with pytest.raises(ValueError, match="not the name"):
        command(intent)
