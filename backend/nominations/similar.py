"""Whether people of two nominations at one postcode may be the same, although their names are not written alike."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Any

from backend.keys.blind_index import normalised

_ALIKE = 0.8
"""Share of letters in common and in order. "Quillfeather" and "Quilfether" have 0.91, "Smith" and "Smythe" 0.73."""
_MUCH_ALIKE = 0.7
"""Enough for a surname where the first name is the same."""
_YEARS = 1
"""Ages told at different times may differ by so much."""


def is_similar(known: Iterable[dict[str, Any]], told: Iterable[dict[str, Any]]) -> bool:
    """Whether anybody of one household may be somebody of the other."""
    others = list(told)
    return any(_may_be(one, other) for one in known for other in others)


def _may_be(one: dict[str, Any], other: dict[str, Any]) -> bool:
    first, second = _names(one), _names(other)
    if not first or not second or not _ages_agree(one, other):
        return False
    if min(len(first), len(second)) == 1:  # of one of them only the first name is known
        return _ratio(first[0], second[0]) >= _ALIKE
    surnames = _ratio(first[-1], second[-1])
    return surnames >= _ALIKE or (surnames >= _MUCH_ALIKE and first[0] == second[0])


def _ages_agree(one: dict[str, Any], other: dict[str, Any]) -> bool:
    ages = one.get("age"), other.get("age")
    return None in ages or abs(int(ages[0] or 0) - int(ages[1] or 0)) <= _YEARS


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _names(person: dict[str, Any]) -> list[str]:
    return normalised(str(person.get("name") or ""), "name").split()
