"""Names as they are compared: folded, by what they are short for, by how they sound, by how they are spelt.

Nothing is remembered from one comparison to the next: these are people's names.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Literal

import jellyfish
import yaml
from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

Likeness = Literal["same", "short", "part", "sound", "spelling", "initial", "different"]
"""How two names agree, the best first. ``short``: one is short for the other, or both for a third."""
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "rev"})
_SPELLING = 0.9
"""Jaro and Winkler's similarity from which two names may be one name mistyped: "Nkechi" and "Nkehci" have 0.96."""
_LONG_ENOUGH = 4
"""Letters from which one that is wrong leaves a name recognisable."""


def words_of(name: str) -> list[str]:
    """The words of a name: small letters, without accents, apostrophes, full stops and titles; hyphens part words."""
    marked = unicodedata.normalize("NFKD", name.casefold().replace("ł", "l").replace("đ", "d").replace("ø", "o"))
    kept = "".join(" " if each in "-‐‑–—.,/" else each for each in marked if each.isalpha() or each in " -‐‑–—.,/")
    words = kept.split()
    return [word for word in words if word not in _TITLES] if len(words) > 1 else words


def roots(first: str) -> frozenset[str]:
    """The names that a first name may be short for, or another spelling of; itself where none is known."""
    return _groups().get(first, frozenset({first}))


def sound(word: str) -> str:
    """How a word sounds to an English ear: Lawrence Philips' Metaphone; the word itself where that is silent."""
    return jellyfish.metaphone(word) or word


def likeness(one: str, other: str) -> Likeness:
    """How two words of a name agree, as it is spelt and as it sounds."""
    if one == other:
        return "same"
    if min(len(one), len(other)) == 1:
        return "initial" if one[0] == other[0] else "different"
    if sound(one) == sound(other) and len(sound(one)) > 1:
        return "sound"
    mistyped = DamerauLevenshtein.distance(one, other) == 1 and min(len(one), len(other)) >= _LONG_ENOUGH
    if mistyped or JaroWinkler.similarity(one, other) >= _SPELLING:
        return "spelling"
    return "different"


def first_names(one: str, other: str) -> Likeness:
    """How two first names agree."""
    found = likeness(one, other)
    if found in ("same", "initial"):
        return found
    if roots(one) & roots(other):
        return "short"
    return found


def surnames(one: tuple[str, ...], other: tuple[str, ...]) -> Likeness:
    """How two surnames agree; one of two that are joined may have been left out."""
    found = likeness("".join(one), "".join(other))
    if found != "different" or (len(one) == 1 and len(other) == 1):
        return found
    parts = {likeness(a, b) for a in one for b in other if min(len(a), len(b)) > 2}
    return "part" if parts & {"same", "sound", "spelling"} else "different"


@cache
def _groups() -> dict[str, frozenset[str]]:
    """The first of each line of ``nicknames.yml`` by each name that stands in it."""
    text = Path(__file__).with_name("nicknames.yml").read_text(encoding="utf-8")
    groups: dict[str, set[str]] = {}
    for line in yaml.safe_load(text)["names"]:
        names = [word for name in line.split() for word in words_of(name)]
        for name in names:
            groups.setdefault(name, set()).add(names[0])
    return {name: frozenset(found) for name, found in groups.items()}
