"""What there is to write about: which kind of decision holds for a nomination."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backend.decisions.models import Decision
from backend.nominations.models import Nomination
from backend.nominations.passed import passing_of
from backend.nominations.stage import stage_of
from backend.paths.models import PathStep

Kind = Literal["accepted", "waiting", "information", "declined", "passed", "ended"]


def kind_of(db: Session, nomination: Nomination) -> Kind | None:
    """What a letter would tell now; None before a decision, while it waits for one again, and once it was withdrawn."""
    if nomination.status == "accepted":
        stage = stage_of(nomination)
        return "waiting" if stage is not None and stage.waits else "accepted"
    if nomination.status == "returned":
        return "passed" if passing_of(db, nomination, "to") else "declined"
    kinds: dict[str, Kind] = {"awaiting_information": "information", "closed": "ended"}
    return kinds.get(nomination.status)


def decided_version(db: Session, nomination: Nomination) -> int:
    """The version on which the newest decision or step was made; a later one makes a letter about it old."""
    made = select(func.max(Decision.nomination_version)).where(Decision.nomination_id == nomination.id)
    moved = select(func.max(PathStep.nomination_version)).where(PathStep.nomination_id == nomination.id)
    return max(db.scalar(made) or 0, db.scalar(moved) or 0)
