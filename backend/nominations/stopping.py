"""Stopping: without consent nothing identifying stays, neither of a draft nor of a nomination."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, exists, select
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.accounts.accounts import holders
from backend.alerts.models import Alert
from backend.audit import record
from backend.keys.models import DataKey
from backend.nominations import record as nominations
from backend.nominations.erasing import erase_or_set_aside
from backend.nominations.models import Nomination
from backend.outbox.service import post
from backend.retention.policy import service_oldest
from backend.threads.conversations import speaker
from backend.threads.models import Thread
from backend.threads.notices import add_notice
from backend.threads.record import erase, find_thread, keep_language, language_of_talk


def stop(db: Session, thread_id: str, reason: str, now: datetime) -> None:
    """Stop a talk for ``refused``, ``not_yet`` or ``withdrawn``. Again: nothing happens."""
    thread = find_thread(db, thread_id, lock=True)
    nomination = nominations.of_thread(db, thread_id)
    if nomination is not None:
        _withdraw(db, thread, nomination, now)
    elif thread.state == "open":
        record(db, speaker(db, thread), "stopped", "thread", thread.id, thread.programme, reason=reason)
        spoken = language_of_talk(db, thread)
        erase(db, thread, "stopped")
        keep_language(db, thread, spoken)


def is_empty(now: datetime) -> ColumnElement[bool]:
    """Talks that somebody opened, and in which nobody said anything (``empty_talks`` in retention/service.yml)."""
    unused = and_(Thread.state == "open", Thread.touched_at < service_oldest("empty_talks", now), Thread.last_n == 0)
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


def withdraw_consent(db: Session, nomination: Nomination, by: Actor | None, method: str, now: datetime) -> None:
    """The family takes its agreement back: nothing more is done from here on, and what was told is erased.

    ``method`` is how it was said (``chat``, ``told-the-coordinator``). Under a legal hold the record is set aside
    instead. Coordinators are told, and whoever nominated if somebody else took it back. Again: nothing happens.
    """
    if nomination.status == "withdrawn":
        return
    event = {"state": "withdrawn", "by": None, "asked_by": None, "date": now.date().isoformat(), "method": method}
    nominations.add_consent(db, nomination, event)
    record(db, by, "withdrew", "nomination", nomination.id, nomination.programme, reason="withdrawn")
    ended = erase_or_set_aside(db, nomination, "consent-withdrawn", by)
    if ended == "kept" and nomination.thread_id is not None and nomination.audience == "family":
        # Said to the family alone: that there is a hold is none of the business of whoever nominated.
        add_notice(db, find_thread(db, nomination.thread_id), "kept-aside")
    tell_that_it_ended(db, nomination, by)


def tell_that_it_ended(db: Session, nomination: Nomination, by: Actor | None) -> None:
    """Tell coordinators, and the professional who nominated unless they ended it, that nothing more is to be done.

    A family gets no mail: who reads along there is not known. It reads it where it asks how its request stands.
    """
    cause = f"nomination:{nomination.id}:{nomination.version}"
    mine = by.account_id if by else None
    coordinators = [each for each in holders(db, "coordinator", nomination.programme) if each != mine]
    post(db, coordinators, "nomination-withdrawn", cause, nomination.programme)
    if nomination.account_id not in (None, mine) and nomination.audience == "professional":
        post(db, [str(nomination.account_id)], "nomination-ended", cause, nomination.programme)


def _withdraw(db: Session, thread: Thread, nomination: Nomination, now: datetime) -> None:
    spoken = language_of_talk(db, thread)
    withdraw_consent(db, nomination, speaker(db, thread), "chat", now)
    keep_language(db, thread, spoken)
    thread.touched_at = now
