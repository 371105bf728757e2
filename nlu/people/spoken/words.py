"""The words of each language, with and without accents."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from nlu.phrases import load_yaml

_FOLDER = Path(__file__).parent
SPOKEN: tuple[str, ...] = tuple(sorted(file.stem for file in _FOLDER.glob("*.yml")))
"""Codes of the languages."""
_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "\u2019": "'"})
_SIGNS = re.compile(r"[^\w]+")


def bare(text: str) -> str:
    """A text in small letters, without accents and signs."""
    letters = unicodedata.normalize("NFD", text.translate(_LETTERS))
    plain = "".join(sign for sign in letters if not unicodedata.combining(sign)).casefold()
    return " ".join(_SIGNS.sub(" ", plain).split())


@cache
def words_of(code: str) -> dict[str, Any]:
    """A language's file."""
    words: dict[str, Any] = load_yaml(_FOLDER / f"{code}.yml")
    return words


@cache
def phrases_of(code: str, kind: str) -> frozenset[str]:
    """The phrases of one kind of a language, bare."""
    return frozenset(bare(phrase) for phrase in words_of(code)[kind])
