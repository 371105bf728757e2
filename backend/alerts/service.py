"""Alerts: raised once, seen by the people on duty until one of them acknowledges. Callers commit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from backend.access import Actor, Role
from backend.accounts.accounts import holders
from backend.alerts.duty import duties
from backend.alerts.models import Alert, AlertNote
from backend.alerts.outcomes import outcomes
from backend.alerts.reading import rows
from backend.alerts.shapes import AlertRow, NewAlert
from backend.audit import record
from backend.database.base import new_id, utc_now
from backend.errors import Conflict, Invalid, NotFound, Refused
from backend.keys import new_data_key, seal
from backend.nominations.safety import raise_safety
from backend.outbox.service import post
from backend.programmes import load_programmes
from backend.threads.conversations import programmes_of, speaker
from backend.threads.models import Thread
from backend.threads.notices import add_notice

WATCHERS: tuple[Role, ...] = ("duty", "coordinator", "lead")
"""Who sees and acknowledges alerts: duty officers, and coordinators and leads those of their programmes."""
LIMIT = 200
FIRST_ACKNOWLEDGE = "Say first that you have read it."
CLOSED = "Somebody has closed this alert meanwhile."


def raise_alert(db: Session, new: NewAlert, now: datetime | None = None) -> str:
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
        received_at=now or utc_now(),
    )
    try:
        with db.begin_nested():
            db.add(alert)
    except IntegrityError:
        return alert_id
    raise_safety(db, alert)
    first = {role for duty in duties(alert.programme) for role in duty.told_first(alert.level, alert.received_at)}
    post(db, holders_of(db, alert, first), "alert", f"alert:{alert_id}", alert.programme)
    record(db, None, "raised", "alert", alert_id, alert.programme, level=alert.level, source=alert.source)
    return alert_id


def open_alerts(db: Session, actor: Actor, *, acknowledged: bool = False, in_hand: bool = False) -> list[AlertRow]:
    """The alerts the actor watches that nobody has acknowledged (or those that somebody has), most dangerous first.

    ``in_hand``: of those that somebody has acknowledged only what nobody has closed. Refused for everybody who watches
    none.
    """
    return rows(db, _open(db, actor, acknowledged=acknowledged, in_hand=in_hand))


def _open(db: Session, actor: Actor, *, acknowledged: bool = False, in_hand: bool = False) -> list[Alert]:
    if not actor.has(*WATCHERS):
        raise Refused
    state = Alert.acknowledged_at.is_not(None) if acknowledged else Alert.acknowledged_at.is_(None)
    which = [state, Alert.closed_at.is_(None)] if in_hand else [state]
    query = select(Alert).where(*which, _watched(actor)).order_by(Alert.received_at.desc()).limit(LIMIT)
    alerts = sorted(db.scalars(query), key=lambda alert: (_ORDER[alert.level], alert.received_at))
    shown = ",".join(alert.id for alert in alerts)
    record(db, actor, "read", "alerts", "acknowledged" if acknowledged else "open", None, alerts=shown)
    return alerts


def closed_alerts(db: Session, actor: Actor, most: int) -> list[AlertRow]:
    """Those that were closed last, the newest first. Refused as :func:`open_alerts`."""
    return rows(db, _closed(db, actor, most))


@dataclass(frozen=True, slots=True)
class DutyList:
    """Alerts that nobody has read, those that somebody has in hand, and those closed last."""

    waiting: list[AlertRow]
    in_hand: list[AlertRow]
    closed: list[AlertRow]


def duty_list(db: Session, actor: Actor, most_closed: int) -> DutyList:
    """All three at once, with what they need looked up for all of them together. Refused as :func:`open_alerts`."""
    waiting = _open(db, actor)
    in_hand = _open(db, actor, acknowledged=True, in_hand=True)
    shown = rows(db, [*waiting, *in_hand, *_closed(db, actor, most_closed)])
    first, second = len(waiting), len(waiting) + len(in_hand)
    return DutyList(shown[:first], shown[first:second], shown[second:])


def _closed(db: Session, actor: Actor, most: int) -> list[Alert]:
    if not actor.has(*WATCHERS):
        raise Refused
    query = select(Alert).where(Alert.closed_at.is_not(None), _watched(actor))
    alerts = list(db.scalars(query.order_by(Alert.closed_at.desc(), Alert.id).limit(most)))
    record(db, actor, "read", "alerts", "closed", None, alerts=",".join(alert.id for alert in alerts))
    return alerts


def acknowledge(db: Session, actor: Actor, alert_id: str, note: str | None, now: datetime | None = None) -> AlertRow:
    """Take an alert on: from now on it is known who has seen it, and whoever wrote it is told that somebody has.

    Raises NotFound out of reach, Conflict when somebody else took it before.
    """
    alert = _find(db, actor, alert_id)
    if alert.acknowledged_at is not None:
        if alert.acknowledged_by == actor.account_id:
            record(db, actor, "read", "alert", alert.id, alert.programme)
            return rows(db, [alert])[0]
        raise Conflict("Somebody else has acknowledged this alert meanwhile.")
    alert.acknowledged_at = alert.handled_at = now or utc_now()
    alert.acknowledged_by = actor.account_id
    alert.note = _seal(db, alert.data_key_id, alert.id, "note", note or None)
    thread = db.get(Thread, alert.thread_id) if alert.thread_id else None
    if thread is not None:
        add_notice(db, thread, "alert-acknowledged")
    record(db, actor, "acknowledged", "alert", alert.id, alert.programme)
    db.flush()
    return rows(db, [alert])[0]


def add_note(db: Session, actor: Actor, alert_id: str, text: str, now: datetime | None = None) -> AlertRow:
    """Keep what was said or done about an alert that somebody has acknowledged.

    Raises NotFound out of reach, Invalid without words, Conflict before it was acknowledged or after it was closed.
    """
    alert = _in_hand(db, actor, alert_id)
    _keep_note(db, actor, alert, text, now or utc_now())
    record(db, actor, "added to", "alert", alert.id, alert.programme)
    db.flush()
    return rows(db, [alert])[0]


def close(
    db: Session, actor: Actor, alert_id: str, *, outcome: str, text: str, now: datetime | None = None
) -> AlertRow:
    """Close an alert with its outcome (a code of ``outcomes.yml``) and what was done.

    Raises NotFound out of reach, Invalid without outcome or words, Conflict before it was acknowledged or when somebody
    closed it before.
    """
    alert = _in_hand(db, actor, alert_id)
    if outcome not in outcomes():
        raise Invalid("Choose how it ended.")
    moment = now or utc_now()
    _keep_note(db, actor, alert, text, moment)
    alert.closed_at, alert.closed_by, alert.outcome = moment, actor.account_id, outcome
    record(db, actor, "closed", "alert", alert.id, alert.programme, outcome=outcome)
    db.flush()
    return rows(db, [alert])[0]


def holders_of(db: Session, alert: Alert, roles: Iterable[Role]) -> list[str]:
    """Account ids of those who hold any of the roles in an alert's programme; in every one where none is known.

    Coordinators and leads see no alert whose programme is not known: of such a one duty officers alone are told.
    """
    codes: Iterable[str] = [alert.programme] if alert.programme else load_programmes()
    told: Iterable[Role] = list(roles) if alert.programme else ["duty"]
    return sorted({account for code in codes for role in told for account in holders(db, role, code)})


_ORDER = {"immediate": 0, "urgent": 1, "concern": 2, "none": 3}


def _find(db: Session, actor: Actor, alert_id: str) -> Alert:
    """An alert that the actor watches, to be changed. Raises NotFound."""
    watched = select(Alert).where(Alert.id == alert_id, _watched(actor)).with_for_update()
    alert = db.scalar(watched.execution_options(populate_existing=True)) if actor.has(*WATCHERS) else None
    if alert is None:
        raise NotFound
    return alert


def _in_hand(db: Session, actor: Actor, alert_id: str) -> Alert:
    alert = _find(db, actor, alert_id)
    if alert.acknowledged_at is None:
        raise Conflict(FIRST_ACKNOWLEDGE)
    if alert.closed_at is not None:
        raise Conflict(CLOSED)
    return alert


def _keep_note(db: Session, actor: Actor, alert: Alert, text: str, now: datetime) -> None:
    if not text.strip():
        raise Invalid("Write what was said or done.")
    note = AlertNote(id=new_id(), alert_id=alert.id, account_id=actor.account_id, at=now)
    note.body = seal(db, alert.data_key_id, text.strip(), table="alert_notes", column="body", row=note.id)
    db.add(note)
    alert.handled_at, alert.left_told_at = now, None


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


def _seal(db: Session, key: str, alert_id: str, column: str, text: str | None) -> bytes | None:
    return None if text is None else seal(db, key, text, table="alerts", column=column, row=alert_id)
