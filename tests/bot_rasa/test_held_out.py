"""How well the conversation is told apart, on words that were never trained on, masked as the door masks them."""

import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest
import yaml

from bot.door.masking import Mask
from tests.bot_rasa.conftest import PYTHON, ROOT, environment

HELD_OUT: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "held_out.yml").read_text())
TO_THE_INTERVIEW = {
    "inform", "nlu_fallback", "correct", "affirm", "deny", "unsure", "skip", "answer", "nominate", "refer_self",
}  # fmt: skip


@pytest.fixture(scope="module")
def read(model: Path) -> list[tuple[str, str, str]]:
    """(intent meant, intent read, text) for each held-out message, without any metadata to help."""
    mask = Mask.from_training_data(ROOT / "nlu/intents")
    meant = [(intent, text) for intent, texts in HELD_OUT.items() for text in texts]
    lines = "\n".join(json.dumps([mask.hide(text), None]) for _, text in meant)
    done = subprocess.run(
        [PYTHON, "-m", "bot.rasa.classify", model],
        input=lines, cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    found = [json.loads(line)["intent"] for line in done.stdout.splitlines()]
    return [(intent, got, text) for (intent, text), got in zip(meant, found, strict=True)]


def test_most_messages_find_their_conversation(read: list[tuple[str, str, str]]) -> None:
    right = sum(meant == got for meant, got, _ in read)
    assert right / len(read) >= 0.9, [row for row in read if row[0] != row[1]]


def test_every_conversation_is_found(read: list[tuple[str, str, str]]) -> None:
    right = Counter(meant for meant, got, _ in read if meant == got)
    for intent, texts in HELD_OUT.items():
        assert right[intent] / len(texts) >= 0.6, intent


def test_no_story_is_lost_to_another_conversation(read: list[tuple[str, str, str]]) -> None:
    lost = [row for row in read if row[0] == "inform" and row[1] not in TO_THE_INTERVIEW]
    assert not lost


def test_nothing_held_out_was_trained_on() -> None:
    from tests.bot_rasa.vocabulary import examples

    trained = {line for lines in examples().values() for line in lines}
    same = [text for texts in HELD_OUT.values() for text in texts if text.lower() in trained]
    assert len(same) <= 10, "a few one-word messages may be the same"
