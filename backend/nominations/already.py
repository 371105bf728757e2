"""Families that a programme had before its nominations came in here, as its file counts them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from backend.programmes import Programme


@dataclass(frozen=True, slots=True)
class FamiliesBefore:
    """How many families there were."""

    counted: int
    """Identified or nominated: they take up the programme's allocation, whatever became of them."""
    held: Counter[str]
    """Being helped, by stream."""


def families_before(programme: Programme) -> FamiliesBefore:
    """What the programme's ``allocation.years`` say; none where the file has no allocation."""
    years = (programme.data.get("allocation") or {}).get("years") or []
    streams = {stream.code for stream in programme.streams}
    held: Counter[str] = Counter()
    for year in years:
        for became in year.get("dispositions") or []:
            # Families that wait for one of several kinds of support are in no stream yet.
            if became["active"] and became["code"] in streams:
                held[became["code"]] += became["families"]
    return FamiliesBefore(sum(year.get("identified", 0) + year.get("nominated", 0) for year in years), held)
