"""The turns of phrase of ``phrases.yml`` and ``changing.yml`` as patterns.

A phrase may name another list, ``<<list>>``: any phrase of that list may stand there.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from nlu.dictated import undictated

_FILES = ("phrases.yml", "changing.yml")
_LIST = re.compile(r"<<(\w+)>>")
_METHOD = "consent_"
METHODS: tuple[str, ...] = ("in person", "phone", "video", "e-mail", "text message", "in writing")
"""How somebody can have been asked, in the order in which they are looked for."""


@cache
def _lists() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = {}
    for name in _FILES:
        lists |= yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return lists


def _any_of(name: str) -> str:
    """A list as one alternative, with the lists that its phrases name filled in."""
    return "|".join(f"(?:{_LIST.sub(lambda found: f'(?:{_any_of(found[1])})', phrase)})" for phrase in _lists()[name])


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Any of a list's phrases."""
    return re.compile(_any_of(name), re.IGNORECASE | re.DOTALL)


@cache
def whole(name: str) -> re.Pattern[str]:
    """Any of a list's phrases as a whole message, with what may trail after it."""
    trailing = "|".join(_lists()["trailing"])
    phrases = "|".join(f"(?:{phrase})" for phrase in _lists()[name])
    return re.compile(rf"(?:{phrases})(?:[\s,]+(?:{trailing}))*[\s.!]*", re.IGNORECASE)


@cache
def method(name: str) -> re.Pattern[str]:
    """The words that say how consent was asked for."""
    return re.compile(rf"\b(?:{'|'.join(_lists()[_METHOD + name])})\b", re.IGNORECASE)


def plain(text: str) -> str:
    """A text with straight apostrophes and no space around it."""
    return undictated(text).replace("\u2019", "'").replace("\u2018", "'").strip()
