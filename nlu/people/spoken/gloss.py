"""Who is who and how old, word for word in English: "syn Peter má 8 rokov" becomes "son Peter is 8 years"."""

from __future__ import annotations

import re
from functools import cache

from nlu.people.spoken.words import SPOKEN, bare, words_of
from nlu.reading import WrittenIn

_WORD = re.compile(r"[^\W\d_]+")
_OWN_AGE = re.compile(r"\bI have (?=\d{1,2} years\b)")
"""In none of them is somebody 34 years old: they have them."""
_DATE = re.compile(r"\b(\d{1,2})\. ?(\d{1,2})\. ?((?:19|20)\d\d)\b")


def in_english(message: str, written: WrittenIn | None) -> str:
    """A message with the words for family members and ages in English; one that is in English, or in none, as it is.

    Of a message too short to tell the language, only one that names somebody in one of them.
    """
    if written in SPOKEN:
        return _glossed(message, _glossary(str(written)))
    if written is not None or not any(bare(word) in _telling() for word in _WORD.findall(message)):
        return message
    return _glossed(message, _all())


def only_lists_people(message: str) -> bool:
    """Whether a message lists who is in the family and says no more: family words, names and ages."""
    words = _WORD.findall(message)
    known = [bare(word) in _all() for word in words]
    names = [word[0].isupper() for word in words]
    kin = any(bare(word) in _kin() for word in words)
    return kin and any(sign.isdigit() for sign in message) and all(map(any, zip(known, names, strict=True)))


@cache
def _kin() -> frozenset[str]:
    return frozenset(bare(own) for code in SPOKEN for own in words_of(code)["kin"])


def _glossed(message: str, glossary: dict[str, str]) -> str:
    dated = _DATE.sub(r"\1/\2/\3", message)
    glossed = _WORD.sub(lambda word: glossary.get(bare(word.group()), word.group()), dated)
    return _OWN_AGE.sub("aged ", glossed)


@cache
def _glossary(code: str) -> dict[str, str]:
    words = words_of(code)
    return {bare(own): english for part in ("kin", "beside") for own, english in words[part].items()}


@cache
def _all() -> dict[str, str]:
    merged: dict[str, str] = {}
    for code in SPOKEN:
        merged = _glossary(code) | merged
    return merged


@cache
def _telling() -> frozenset[str]:
    """The words for family members that are no English words."""
    english = {bare(str(word)) for code in SPOKEN for word in words_of(code)["also_english"]}
    return frozenset(bare(own) for code in SPOKEN for own in words_of(code)["kin"]) - english
