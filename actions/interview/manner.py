"""What a short message is by the kinds of words that it is made of: it does not know, it is kind, it is cross with us.

Rather than sentences ``manner.yml`` has kinds of words. A message is of a kind when it has that kind's words, and
whatever stands beside them changes nothing.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile(r"['\u2018\u2019]")
_MOST = 14
"""Words; a longer message tells something, whatever it begins with."""


def words_of(text: str) -> list[str]:
    """The words of a text in small letters and without apostrophes."""
    return _WORD.findall(_APOSTROPHE.sub("", text.casefold()))


def says_unknown(text: str) -> bool:
    """Whether a message says nothing but that its answer is not known, or has to be found out."""
    said = words_of(text)
    if not 0 < len(said) <= _MOST:
        return False
    if _saying("sayings").fullmatch(" ".join(said)):
        return True
    return _is_not_known(said) or _is_to_be_found_out(said)


def _is_not_known(said: list[str]) -> bool:
    found = set(said)
    cannot_say = bool(found & _kind("say") and found & _kind("unable"))
    denied = bool(found & _kind("unknown")) or bool(found & _kind("not") and found & _kind("know")) or cannot_say
    said_of = _kind("say") | _kind("unable") if cannot_say else frozenset()
    return denied and found <= _kind("unknown") | _kind("not") | _kind("know") | said_of | _kind("beside")


def _is_to_be_found_out(said: list[str]) -> bool:
    found = set(said)
    wanted = bool(found & _kind("must") and found & _kind("find_out"))
    return wanted and found <= _kind("must") | _kind("find_out") | _kind("find_out_where") | _kind("beside")


def is_kind(text: str) -> bool:
    """Whether a message says nothing but thanks or something nice to us."""
    found = set(words_of(text))
    of_others = found & (_kind("not") | _kind("not_us"))
    allowed = _kind("thanks") | _kind("beside_thanks") | _kind("beside")
    return len(text.split()) <= _MOST and bool(found & _kind("kindness")) and not of_others and found <= allowed


def is_cross(text: str) -> bool:
    """Whether a message says that somebody has had enough of us, and tells of nobody else."""
    said = words_of(text)
    found = set(said)
    if not 0 < len(said) <= _MOST or found & _kind("not_us"):
        return False
    if _saying("cross_sayings").search(" ".join(said)):
        return True
    alone = len(said) <= 2 and found <= _kind("cross") | _kind("about_us") | _kind("beside")
    return bool(found & _kind("cross")) and (alone or bool(found & _kind("about_us")))


@cache
def _kind(name: str) -> frozenset[str]:
    return frozenset(str(_data()[name]).split())


@cache
def _saying(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{saying})" for saying in _data()[name]))


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("manner.yml").read_text(encoding="utf-8"))
    return data
