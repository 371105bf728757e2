"""One nomination judged by every programme, side by side."""

from __future__ import annotations

from datetime import date

from backend.assessment.assessed import Assessed, assess
from backend.eligibility import Nomination
from backend.programmes.loader import load_programmes


def side_by_side(nomination: Nomination, today: date) -> tuple[Assessed, ...]:
    """What the newest version of each programme says of a family, by code. Room is not looked at."""
    return tuple(assess(nomination, programme, today=today) for _, programme in sorted(load_programmes().items()))
