"""Stopping: without consent nothing identifying stays, neither of a draft nor of a nomination."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, exists, select
from sqlalchemy.orm import Session

from backend.accounts.accounts import holders
from backend.alerts.models import Alert
from backend.audit import record
from backend.keys.models import DataKey
from backend.nominations import record as nominations
from backend.nominations.erasing import erase_family
from backend.nominations.models import Nomination
from backend.outbox.service import post
from backend.threads.conversations import speaker
from backend.threads.models import Thread
from backend.threads.record import erase, find_thread

KEEP_UNTOUCHED = timedelta(days=28)
"""How long a draft waits for its person to come back."""
KEEP_EMPTY = timedelta(days=1)


def stop(db: Session, thread_id: str, reason: str, now: datetime) -> None:
    """Stop a talk for ``refused``, ``not_yet`` or ``withdrawn``. Again: nothing happens."""
    thread = find_thread(db, thread_id, lock=True)
    nomination = nominations.of_thread(db, thread_id)
    if nomination is not None:
        _withdraw(db, thread, nomination, reason, now)
    elif thread.state == "open":
        record(db, speaker(db, thread), "stopped", "thread", thread.id, thread.programme, reason=reason)
        erase(db, thread, "stopped")


def is_forgotten(now: datetime) -> ColumnElement[bool]:
    """Drafts that nobody came back to."""
    return and_(Thread.state == "open", Thread.touched_at < now - KEEP_UNTOUCHED, Thread.said > 0)


def is_empty(now: datetime) -> ColumnElement[bool]:
    """Talks that somebody opened a day ago or longer, and in which nobody said anything."""
    unused = and_(Thread.state == "open", Thread.touched_at < now - KEEP_EMPTY, Thread.last_n == 0)
    return and_(unused, ~exists().where(Alert.thread_id == Thread.id))


def clear_empty(db: Session, now: datetime) -> int:
    """Take away the talks in which nothing was said, with their keys; how many."""
    unused = select(Thread).where(is_empty(now))
    empty = db.scalars(unused.with_for_update(skip_locked=True, of=Thread)).all()
    for thread in empty:
        db.delete(thread)
    db.flush()
    # Nothing was ever sealed with such a key, so its row tells nothing either.
    db.execute(delete(DataKey).where(DataKey.id.in_([thread.data_key_id for thread in empty])))
    return len(empty)


def expire_drafts(db: Session, now: datetime) -> int:
    """Erase the drafts nobody has touched for four weeks; how many."""
    untouched = select(Thread).where(is_forgotten(now))
    expired = db.scalars(untouched.with_for_update(skip_locked=True, of=Thread)).all()
    for thread in expired:
        record(db, None, "expired", "thread", thread.id, thread.programme)
        erase(db, thread, "stopped")
    return len(expired)


def _withdraw(db: Session, thread: Thread, nomination: Nomination, reason: str, now: datetime) -> None:
    if nomination.status == "withdrawn":
        return
    speaking = speaker(db, thread)
    event = {"state": "withdrawn", "by": None, "asked_by": None, "date": now.date().isoformat(), "method": "chat"}
    nominations.add_consent(db, nomination, event)
    record(db, speaking, "withdrew", "nomination", nomination.id, nomination.programme, reason=reason)
    erase_family(db, nomination, "consent-withdrawn", speaking)
    thread.touched_at = now
    cause = f"nomination:{nomination.id}:{nomination.version}"
    post(db, holders(db, "coordinator", nomination.programme), "information-added", cause, nomination.programme)
