"""When somebody was born, as far as it was told, and how two such tellings agree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from rapidfuzz.distance import DamerauLevenshtein

Agreement = Literal["same", "turned", "mistyped", "year-off", "fits", "near", "different", "unknown"]
"""``turned``: day and month changed places; ``year-off``: a year too early or too late; ``fits`` and ``near``: told as
ages or years."""

_WHOLE_DATE = len("2015-03-04")


@dataclass(frozen=True, slots=True)
class Birth:
    """A date of birth, or the years in which somebody of a told age was born."""

    date: str | None
    """ISO, where it was told whole."""
    earliest: int
    latest: int

    @property
    def months_first(self) -> str | None:
        """The whole date with the smaller of day and month first: the same for a date that was turned."""
        if self.date is None:
            return None
        year, *rest = self.date.split("-")
        return "-".join((year, *sorted(rest)))


def birth_of(person: dict[str, Any], told_on: date) -> Birth | None:
    """What was told of a person's birth (docs/wire.md, "The content of a draft"); None where nothing was."""
    written = str(person.get("date_of_birth") or "")
    if written[:4].isdigit():
        year = int(written[:4])
        return Birth(written if len(written) == _WHOLE_DATE else None, year, year)
    age = person.get("age")
    if age is None:
        return None
    return Birth(None, told_on.year - int(age) - 1, told_on.year - int(age))


def agreement(one: Birth | None, other: Birth | None) -> Agreement:
    """How two tellings agree."""
    if one is None or other is None:
        return "unknown"
    if one.date and other.date:
        return _dates(one.date, other.date)
    apart = max(one.earliest - other.latest, other.earliest - one.latest, 0)
    return "fits" if apart == 0 else "near" if apart == 1 else "different"


def _dates(one: str, other: str) -> Agreement:
    if one == other:
        return "same"
    if one[:4] == other[:4] and sorted(one[5:].split("-")) == sorted(other[5:].split("-")):
        return "turned"
    if one[4:] == other[4:] and abs(int(one[:4]) - int(other[:4])) == 1:
        return "year-off"
    if DamerauLevenshtein.distance(one, other) == 1:
        return "mistyped"
    return "different"
