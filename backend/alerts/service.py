"""Alerts: raised once, seen by the people on duty until one of them acknowledges. Callers commit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import cast

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from backend.access import Actor, Role
from backend.accounts.accounts import holders, name_of
from backend.alerts.models import Alert
from backend.alerts.shapes import AlertRow, Level, NewAlert, Source
from backend.audit import record
from backend.database.base import utc_now
from backend.errors import CannotOpen, Conflict, NotFound, Refused
from backend.keys import new_data_key, seal, unseal
from backend.nominations.safety import raise_safety
from backend.outbox.service import post
from backend.programmes import load_programmes
from backend.threads.conversations import programmes_of, speaker
from backend.threads.models import Thread
from backend.threads.notices import add_notice

WATCHERS: tuple[Role, ...] = ("duty", "coordinator")
"""Who sees and acknowledges alerts: duty officers, and coordinators those of their programmes."""
LIMIT = 200


def raise_alert(db: Session, new: NewAlert) -> str:
    """Keep an alert and tell the people on duty that there is one; the id again changes nothing.

    A thread or programme that is not known does not stop it: danger is kept whatever else is wrong.
    """
    alert_id = str(new.id)
    if db.get(Alert, alert_id) is not None:
        return alert_id
    thread = db.get(Thread, new.thread) if new.thread else None
    key = new_data_key(db)
    alert = Alert(
        id=alert_id,
        thread_id=thread.id if thread else None,
        programme=_programme(db, new.programme, thread),
        level=new.level,
        reasons=list(new.reasons),
        source=new.source,
        data_key_id=key,
        words=_seal(db, key, alert_id, "words", new.text),
        at=new.at,
    )
    try:
        with db.begin_nested():
            db.add(alert)
    except IntegrityError:
        return alert_id
    raise_safety(db, alert)
    post(db, on_duty(db, alert), "alert", f"alert:{alert_id}", alert.programme)
    record(db, None, "raised", "alert", alert_id, alert.programme, level=alert.level, source=alert.source)
    return alert_id


def open_alerts(db: Session, actor: Actor, *, acknowledged: bool = False) -> list[AlertRow]:
    """The alerts the actor watches that nobody has acknowledged (or those that somebody has), most dangerous first.

    Refused for everybody who is neither duty officer nor coordinator.
    """
    if not actor.has(*WATCHERS):
        raise Refused
    state = Alert.acknowledged_at.is_not(None) if acknowledged else Alert.acknowledged_at.is_(None)
    query = select(Alert).where(state, _watched(actor)).order_by(Alert.received_at.desc()).limit(LIMIT)
    alerts = sorted(db.scalars(query), key=lambda alert: (_ORDER[alert.level], alert.received_at))
    shown = ",".join(alert.id for alert in alerts)
    record(db, actor, "read", "alerts", "acknowledged" if acknowledged else "open", None, alerts=shown)
    return [_row(db, alert) for alert in alerts]


def acknowledge(db: Session, actor: Actor, alert_id: str, note: str | None, now: datetime | None = None) -> AlertRow:
    """Take an alert on: from now on it is known who has seen it, and whoever wrote it is told that somebody has.

    Raises NotFound out of reach, Conflict when somebody else took it before.
    """
    watched = select(Alert).where(Alert.id == alert_id, _watched(actor)).with_for_update()
    alert = db.scalar(watched.execution_options(populate_existing=True)) if actor.has(*WATCHERS) else None
    if alert is None:
        raise NotFound
    if alert.acknowledged_at is not None:
        if alert.acknowledged_by == actor.account_id:
            record(db, actor, "read", "alert", alert.id, alert.programme)
            return _row(db, alert)
        raise Conflict("Somebody else has acknowledged this alert meanwhile.")
    alert.acknowledged_at = now or utc_now()
    alert.acknowledged_by = actor.account_id
    alert.note = _seal(db, alert.data_key_id, alert.id, "note", note or None)
    thread = db.get(Thread, alert.thread_id) if alert.thread_id else None
    if thread is not None:
        add_notice(db, thread, "alert-acknowledged")
    record(db, actor, "acknowledged", "alert", alert.id, alert.programme)
    db.flush()
    return _row(db, alert)


def on_duty(db: Session, alert: Alert) -> list[str]:
    """Account ids of the duty officers of an alert's programme; of every programme where none is known."""
    return _holders(db, "duty", alert)


def coordinators(db: Session, alert: Alert) -> list[str]:
    """Account ids of the coordinators of an alert's programme; of every programme where none is known."""
    return _holders(db, "coordinator", alert)


_ORDER = {"immediate": 0, "urgent": 1, "concern": 2, "none": 3}


def _holders(db: Session, role: Role, alert: Alert) -> list[str]:
    codes: Iterable[str] = [alert.programme] if alert.programme else load_programmes()
    return sorted({account for code in codes for account in holders(db, role, code)})


def _programme(db: Session, code: str | None, thread: Thread | None) -> str | None:
    if code in load_programmes():
        return code
    if thread is None:
        return None
    if thread.programme is not None:
        return thread.programme
    possible = programmes_of(speaker(db, thread))
    return next(iter(possible)) if len(possible) == 1 else None


def _watched(actor: Actor) -> ColumnElement[bool]:
    mine = Alert.programme.in_(actor.programmes(*WATCHERS))
    # Danger whose place is not known is everybody's on duty: better seen twice than not at all.
    return or_(mine, Alert.programme.is_(None)) if actor.has("duty") else mine


def _row(db: Session, alert: Alert) -> AlertRow:
    thread = db.get(Thread, alert.thread_id) if alert.thread_id else None
    (words, note), damaged = _opened(db, alert)
    return AlertRow(
        id=alert.id,
        programme=alert.programme,
        level=cast(Level, alert.level),
        reasons=alert.reasons,
        source=cast(Source, alert.source),
        words=words,
        at=alert.at,
        received_at=alert.received_at,
        escalated=alert.escalated_at is not None,
        reference=thread.reference if thread else None,
        said_by=_said_by(db, thread) if thread else None,
        acknowledged_at=alert.acknowledged_at,
        acknowledged_by=name_of(db, alert.acknowledged_by) if alert.acknowledged_by else None,
        note=note,
        damaged=damaged,
    )


def _opened(db: Session, alert: Alert) -> tuple[tuple[str | None, str | None], bool]:
    """Words and note, and whether they are damaged: then neither is shown, but the alert and all others still are."""
    try:
        return (_unseal(db, alert, "words"), _unseal(db, alert, "note")), False
    except CannotOpen:
        return (None, None), True


def _said_by(db: Session, thread: Thread) -> str:
    actor = speaker(db, thread)
    return ", ".join(part for part in (actor.display_name, actor.job_title, actor.agency) if part)


def _seal(db: Session, key: str, alert_id: str, column: str, text: str | None) -> bytes | None:
    return None if text is None else seal(db, key, text, table="alerts", column=column, row=alert_id)


def _unseal(db: Session, alert: Alert, column: str) -> str | None:
    sealed: bytes | None = getattr(alert, column)
    if sealed is None:
        return None
    return str(unseal(db, alert.data_key_id, sealed, table="alerts", column=column, row=alert.id))
