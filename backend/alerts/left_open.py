"""Alerts that somebody took on and nobody closes: told once whenever nothing was done for long. The worker's."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from backend.access import Role
from backend.alerts.duty import Duty, duties
from backend.alerts.models import Alert
from backend.alerts.service import holders_of
from backend.audit import record
from backend.nominations.due import stood_since
from backend.outbox.service import post
from backend.programmes import load_programmes


def is_left(now: datetime) -> ColumnElement[bool]:
    """Alerts in hand about which nothing was said or done for their programme's working days, that nobody was told."""
    return and_(
        Alert.acknowledged_at.is_not(None),
        Alert.closed_at.is_(None),
        Alert.left_told_at.is_(None),
        or_(*(and_(which, Alert.handled_at < stood_since(days, now)) for which, days in _terms())),
    )


def tell_left(db: Session, now: datetime) -> int:
    """Tell whoever has such an alert, and the last on the programme's chain; how many there were."""
    left = db.scalars(select(Alert).where(is_left(now)).with_for_update(skip_locked=True)).all()
    for alert in left:
        alert.left_told_at = now
        last: list[Role] = sorted({duty.chain[-1].role for duty in duties(alert.programme)})
        told = {*holders_of(db, alert, last), *([alert.acknowledged_by] if alert.acknowledged_by else [])}
        post(db, told, "alert-open", f"alert:{alert.id}:left:{now:%Y-%m-%dT%H:%M}", alert.programme)
        record(db, None, "escalated", "alert", alert.id, alert.programme)
    db.flush()
    return len(left)


def _terms() -> list[tuple[ColumnElement[bool], int]]:
    """Which programmes' alerts may lie for how many working days; the shortest term for what belongs to none."""
    by_days: dict[int, list[str]] = {}
    for code in load_programmes():
        by_days.setdefault(Duty.of(code).in_hand, []).append(code)
    nowhere = or_(Alert.programme.is_(None), Alert.programme.not_in(list(load_programmes())))
    return [*((Alert.programme.in_(codes), days) for days, codes in by_days.items()), (nowhere, min(by_days))]
