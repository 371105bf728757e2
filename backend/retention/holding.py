"""What keeps a record from being erased although it is due. Pure look-ups; nothing here changes anything."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.alerts.models import Alert
from backend.nominations.models import Nomination
from backend.retention.models import LegalHold
from backend.rights.models import RightsRequest

Held = Literal["legal-hold", "open-request", "open-alert"]


def active_hold(db: Session, nomination: Nomination) -> LegalHold | None:
    """The hold on a nomination that nobody has lifted, the oldest if there are several."""
    query = select(LegalHold).where(LegalHold.nomination_id == nomination.id, LegalHold.lifted_at.is_(None))
    return db.scalars(query.order_by(LegalHold.placed_at).limit(1)).first()


def is_alert_held(db: Session, alert: Alert) -> bool:
    """Whether a hold on the nomination from whose talk an alert came keeps the alert's words as well."""
    held = (
        select(LegalHold.id)
        .join(Nomination, Nomination.id == LegalHold.nomination_id)
        .where(Nomination.thread_id == alert.thread_id, LegalHold.lifted_at.is_(None))
    )
    return alert.thread_id is not None and db.scalars(held.limit(1)).first() is not None


def why_held(db: Session, nomination: Nomination) -> Held | None:
    """Why time alone must not erase a nomination now; None when nothing keeps it.

    A legal hold; a request about it that nobody has answered (erasing would answer it); an alert from its talk that
    nobody has acknowledged (whoever takes it on must be able to read what it is about).
    """
    if active_hold(db, nomination) is not None:
        return "legal-hold"
    asked = select(RightsRequest.id).where(
        RightsRequest.nomination_id == nomination.id, RightsRequest.outcome.is_(None)
    )
    if db.scalars(asked.limit(1)).first() is not None:
        return "open-request"
    waiting = select(Alert.id).where(Alert.thread_id == nomination.thread_id, Alert.acknowledged_at.is_(None))
    if nomination.thread_id is not None and db.scalars(waiting.limit(1)).first() is not None:
        return "open-alert"
    return None
