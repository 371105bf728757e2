"""The words of households, from ``relations.yml`` and ``first_names.yml``."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from nlu.people.words_in import Token
from nlu.phrases import compile_phrases, load_yaml

TITLES = frozenset({"mr", "mrs", "ms", "miss"})
_FAMILY = "child of the family"


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = load_yaml(Path(__file__).with_name("relations.yml"))
    return data


@cache
def _relations(number: str) -> dict[str, str]:
    return {word: relation for relation, words in _data()[number].items() for word in words}


def relation_of(word: str) -> str | None:
    """The relation that a word for one person names ("mam" → "mum")."""
    return _relations("one").get(word)


def group_of(word: str) -> str | None:
    """The relation of each, for a word that names several ("boys" → "son")."""
    relation = _relations("many").get(word)
    return "child" if relation == _FAMILY else relation


@cache
def words(name: str) -> frozenset[str]:
    """One of the plain word lists of ``relations.yml``."""
    return frozenset(str(word) for word in _data()[name])


@cache
def any_words(*names: str, also: frozenset[str] = frozenset()) -> frozenset[str]:
    """Several of the plain word lists as one, put together once, with other words that are listed nowhere."""
    return also.union(*map(words, names))


@cache
def opening() -> re.Pattern[str]:
    """What begins a sentence about who lives together."""
    return compile_phrases(_data()["opening"])


@cache
def _first_names() -> tuple[frozenset[str], frozenset[str]]:
    data = load_yaml(Path(__file__).with_name("first_names.yml"))
    return frozenset(data["names"]), frozenset(data["words"])


def is_everyday_name(token: Token) -> bool:
    """Whether a word is a name and an everyday word too ("mark", "grace")."""
    return token.low in _first_names()[1]


def is_first_name(token: Token) -> bool:
    """Whether a word is a first name as it is written: names that are everyday words need their capital."""
    names, everyday = _first_names()
    return token.low in names or (token.is_capital and token.low in everyday)


def may_be_surname(token: Token) -> bool:
    """Whether a word can follow a first name: surnames that are everyday words ("Lane", "Day") may."""
    return may_be_name(token) or token.low in words("surnames")


def may_be_name(token: Token) -> bool:
    """Whether a word can be part of somebody's name where a name is expected."""
    if "'" in token.low and token.low.split("'")[0] in words("no_name"):
        return False
    if len(token.text) < 2 or not token.text[0].isalpha():
        return False
    return is_first_name(token) or not _is_known_word(token.low)


def _is_known_word(word: str) -> bool:
    """Whether a word stands for something else than a name."""
    if word in words("no_name") or word in words("describing"):
        return True
    return relation_of(word) is not None or group_of(word) is not None
