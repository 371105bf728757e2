"""What Rasa is told: only words of its own training data, so that no name, number or address reaches it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

UNKNOWN = "_"
_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<digit>\d)|(?P<mark>[.,?!])|(?P<space>\s+)|(?P<other>.)", re.DOTALL
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_WITH_WORDS = frozenset({"intent", "lookup", "synonym"})
"""Rasa's training data: examples, families of words, and short forms of words."""
_ANNOTATION = re.compile(r"\[([^\]]+)\](?:\([^)]*\)|\{[^}]*\})")


class Mask:
    """Rasa's closed vocabulary."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._vocabulary = frozenset(_plain(word) for word in vocabulary)

    def __len__(self) -> int:
        return len(self._vocabulary)

    @classmethod
    def from_training_data(cls, folder: Path) -> Mask:
        """Take every word of the examples in ``*.yml`` below ``folder``; none are known when there are no files."""
        words: set[str] = set()
        for path in sorted(folder.rglob("*.yml")):
            words.update(_example_words(yaml.safe_load(path.read_text(encoding="utf-8"))))
        return cls(words)

    def hide(self, text: str) -> str:
        """The text with unknown words as ``_``, digits as ``0``, and nothing that Rasa reads as a command.

        Slashes, braces and quotes become spaces: a typed ``/intent{…}`` is words like any other.
        """
        hidden = "".join(self._token(match) for match in _TOKEN.finditer(text))
        return " ".join(hidden.split()) or UNKNOWN

    def _token(self, match: re.Match[str]) -> str:
        if match["word"]:
            word = _plain(match["word"])
            # People write "that's" and "thats"; the training data knows one of them.
            return next((form for form in (word, word.replace("'", "")) if form in self._vocabulary), UNKNOWN)
        if match["digit"]:
            return "0"
        return match["mark"] or " "


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'")


def _example_words(data: Any) -> set[str]:
    if not isinstance(data, dict):
        return set()
    words: set[str] = set()
    for block in data.get("nlu") or ():
        examples = block.get("examples") if isinstance(block, dict) and _WITH_WORDS & set(block) else None
        if isinstance(examples, str):
            words.update(_WORD.findall(_ANNOTATION.sub(r"\1", examples)))
    return words
