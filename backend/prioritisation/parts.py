"""The parts of a family's priority, each with its sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from backend.eligibility import Judgement, Nomination
from backend.programmes.model import PriorityPart, Programme

Value = int | str | None

_TURNAROUND = {"unlikely": 1, "possible": 2, "likely": 3}
_USES = ("ranks", "breaks_ties", "shown")
_SCOPES = {"national_met": "national", "local_met": "local", "discretionary_met": "discretionary"}


@dataclass(frozen=True, slots=True)
class Part:
    """One thing the meeting is shown: a number, or a word for turnaround; None where it is not known."""

    code: str
    value: Value
    explanation: str
    ranks: bool
    """Whether it sets the order; what only breaks ties or is shown does not."""
    breaks_ties: bool

    def to_json(self) -> dict[str, Any]:
        """The part in the shape of the record."""
        return {"code": self.code, "value": self.value, "explanation": self.explanation, "ranks": self.ranks}


def prioritise(nomination: Nomination, judgement: Judgement, programme: Programme) -> tuple[Part, ...]:
    """The parts in the programme's order."""
    return tuple(_part(part, _value(part.measure, nomination, judgement)) for part in programme.priority_parts)


def rank_key(parts: Sequence[Part]) -> tuple[int, ...]:
    """What to sort by, highest first: the parts that rank, in the programme's order, then those that break ties."""
    ranking = [part for part in parts if part.ranks] + [part for part in parts if part.breaks_ties]
    return tuple(_number(part.value) for part in ranking)


def rank_number(values: Mapping[str, Value], programme: Programme) -> int:
    """The order of :func:`rank_key` as one number, for what is ordered by a database. ``values`` by the parts' codes.

    Each part takes two digits, so none counts for more than 99.
    """
    parts = sorted(programme.priority_parts, key=lambda part: _USES.index(part.use))
    number = 0
    for part in parts:
        if part.use != "shown":
            number = number * 100 + min(_number(values.get(part.code)), 99)
    return number


def _part(part: PriorityPart, value: Value) -> Part:
    explanation = "This is not known yet." if value is None else part.sentence.format(value=value)
    return Part(part.code, value, explanation, part.use == "ranks", part.use == "breaks_ties")


def _value(measure: str, nomination: Nomination, judgement: Judgement) -> Value:
    if measure == "agencies":
        return None if nomination.agencies is None else len(nomination.agencies)
    if measure == "turnaround":
        return nomination.turnaround
    return judgement.met(_SCOPES[measure])


def _number(value: Value) -> int:
    return _TURNAROUND.get(value, 0) if isinstance(value, str) else value or 0
