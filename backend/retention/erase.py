"""Erasing one thing that is due, in one short transaction; again, nothing happens. Callers commit."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from backend.alerts.models import Alert, AlertNote
from backend.audit import record
from backend.consent.ending import stop_waiting
from backend.errors import NotFound
from backend.keys import destroy
from backend.nominations.erasing import erase_family
from backend.nominations.record import find_nomination
from backend.retention.due import due_alerts, due_asked, due_drafts, due_nominations, due_stopped
from backend.retention.holding import is_alert_held, why_held
from backend.threads.notices import add_notice
from backend.threads.record import erase, find_thread


def erase_one(db: Session, kind: str, programme: str | None, name: str, now: datetime) -> str:
    """Erase it if it still is due: ``erased``, ``gone`` when somebody was faster, or why it is held."""
    match kind:
        case "draft" | "asked" | "stopped":
            return _erase_talk(db, kind, programme, name, now)
        case "alert":
            return _erase_alert(db, programme, name, now)
        case _:
            return _erase_nomination(db, kind, str(programme), name, now)


def _erase_talk(db: Session, kind: str, programme: str | None, name: str, now: datetime) -> str:
    try:
        thread = find_thread(db, name, lock=True)
    except NotFound:
        return "gone"
    still = {"draft": due_drafts, "asked": due_asked, "stopped": due_stopped}[kind]
    if not still(db, programme, now, only=name):
        return "gone"
    if kind == "asked":
        stop_waiting(db, thread)
        return "erased"
    record(db, None, "expired", "thread", thread.id, thread.programme, of=kind)
    erase(db, thread, "stopped" if kind == "draft" else thread.state)
    if kind == "draft":
        add_notice(db, thread, "draft-ended")
    return "erased"


def _erase_nomination(db: Session, kind: str, programme: str, name: str, now: datetime) -> str:
    nomination = find_nomination(db, name, lock=True)
    if not due_nominations(db, kind, programme, now, only=nomination.reference):
        return "gone"
    held = why_held(db, nomination)
    if held is not None:
        return held
    erase_family(db, nomination, "time-is-up", None)
    return "erased"


def _erase_alert(db: Session, programme: str | None, name: str, now: datetime) -> str:
    alert = db.scalar(select(Alert).where(Alert.id == name).with_for_update())
    if alert is None or not due_alerts(db, programme, now, only=name):
        return "gone"
    if is_alert_held(db, alert):
        return "legal-hold"
    destroy(db, alert.data_key_id)
    alert.words = alert.note = None
    db.execute(update(AlertNote).where(AlertNote.alert_id == alert.id).values(body=None))
    record(db, None, "expired", "alert", alert.id, alert.programme)
    return "erased"
