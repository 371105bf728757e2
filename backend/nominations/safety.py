"""How dangerous it is for a nominated family: the most that was told of it, in its story or by an alert."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from backend.alerts.models import Alert
from backend.nominations.models import Nomination

LEVELS = ("none", "concern", "urgent", "immediate")
"""From no danger told to immediate danger."""


def strongest(levels: Iterable[str | None]) -> str:
    """The most dangerous of some levels."""
    return max((level for level in levels if level in LEVELS), key=LEVELS.index, default="none")


def safety_of(db: Session, thread_id: str, told: str | None) -> str:
    """The safety of a talk's nomination: what its content says, or the strongest alert before it was sent."""
    raised = db.scalars(select(Alert.level).where(Alert.thread_id == thread_id))
    return strongest([told, *raised])


def raise_safety(db: Session, alert: Alert) -> None:
    """Raise the safety of the nomination that an alert's talk became. It never falls: an alert was raised."""
    weaker = LEVELS[: LEVELS.index(alert.level)]
    if alert.thread_id is None or not weaker:
        return
    mine = update(Nomination).where(Nomination.thread_id == alert.thread_id, Nomination.safety.in_(weaker))
    db.execute(mine.values(safety=alert.level))
