"""Alerts that nobody acknowledges: after a while the coordinators are told as well."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

import yaml
from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from backend.alerts.models import Alert
from backend.alerts.service import coordinators, on_duty
from backend.audit import record
from backend.outbox.service import post

CLOCKS_MAY_DIFFER = timedelta(minutes=1)
"""Between two machines that serve one database."""


@cache
def patience() -> timedelta:
    """How long an alert may wait (``escalation.yml``)."""
    told = yaml.safe_load(Path(__file__).with_name("escalation.yml").read_text(encoding="utf-8"))
    return timedelta(minutes=told["minutes_until_escalation"])


def is_late(now: datetime) -> ColumnElement[bool]:
    """Alerts that have waited too long and of which only the people on duty were told.

    One that seems to come from the future came before the clock was put back: nobody knows how long it has waited.
    """
    too_long = or_(Alert.received_at <= now - patience(), Alert.received_at > now + CLOCKS_MAY_DIFFER)
    return and_(Alert.acknowledged_at.is_(None), Alert.escalated_at.is_(None), too_long)


def escalate(db: Session, now: datetime) -> int:
    """Tell coordinators, and duty officers once more, of alerts that have waited too long; how many there were."""
    late = select(Alert).where(is_late(now))
    alerts = db.scalars(late.with_for_update(skip_locked=True)).all()
    for alert in alerts:
        alert.escalated_at = now
        told = {*coordinators(db, alert), *on_duty(db, alert)}
        post(db, told, "alert-escalated", f"alert:{alert.id}", alert.programme)
        record(db, None, "escalated", "alert", alert.id, alert.programme)
    db.flush()
    return len(alerts)
