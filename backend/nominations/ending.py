"""Ending all that is done with a nomination, at once: nothing about it is sent, matched or waited for any more."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from backend.alerts.models import Alert
from backend.database.base import utc_now
from backend.decisions.models import Decision
from backend.keys import destroy
from backend.letters.models import Letter
from backend.nominations.families import forget
from backend.nominations.models import Nomination
from backend.outbox.service import drop
from backend.paths.models import PathStep


def end_processing(db: Session, nomination: Nomination, why: str) -> None:
    """Make a nomination withdrawn for everybody. Whether its record goes or is set aside is the caller's to see to.

    Safety alerts stay as they are: danger outlives consent.
    """
    decisions = db.scalars(select(Decision.id).where(Decision.nomination_id == nomination.id))
    steps = db.scalars(select(PathStep.id).where(PathStep.nomination_id == nomination.id))
    letters = db.scalars(select(Letter.id).where(Letter.nomination_id == nomination.id))
    causes = [*(f"decision:{decision}" for decision in decisions), *(f"step:{step}" for step in steps)]
    causes += [f"letter:{letter}" for letter in letters]
    drop(db, f"nomination:{nomination.id}", *causes)
    forget(db, nomination)
    _close_what_is_no_danger(db, nomination)
    nomination.status = "withdrawn"
    nomination.paused_at = nomination.owner_id = nomination.owned_at = None
    nomination.priority = nomination.priority_rank = None
    nomination.ended_why = nomination.ended_why or why
    nomination.version += 1


def _close_what_is_no_danger(db: Session, nomination: Nomination) -> None:
    # Somebody asked for a person, without any danger: the words go, and nobody is reminded of them.
    asked = select(Alert).where(
        Alert.thread_id == nomination.thread_id, Alert.level == "none", Alert.acknowledged_at.is_(None)
    )
    for alert in db.scalars(asked) if nomination.thread_id else ():
        destroy(db, alert.data_key_id)
        over = {"acknowledged_at": utc_now(), "closed_at": utc_now(), "outcome": "taken-back"}
        db.execute(update(Alert).where(Alert.id == alert.id).values(words=None, **over))
        drop(db, f"alert:{alert.id}", every_template=True)
