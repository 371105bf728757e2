"""What is due: whose time is up by its programme's file, kind by kind. Looks only; erases nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import ColumnElement, and_, false, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from backend.alerts.models import Alert
from backend.consent.ending import waits_in_vain
from backend.consent.models import ConsentLink
from backend.keys.models import DataKey
from backend.nominations.models import Nomination
from backend.programmes import load_programmes
from backend.retention.policy import family_keeping, oldest_kept
from backend.threads.models import Thread

BY_STATUS = {"unanswered": "awaiting_information", "returned": "returned", "accepted": "accepted", "closed": "closed"}
"""Kinds that are nominations after a decision. A closed one counts from the step that closed it."""


def programmes_and_none() -> list[str | None]:
    """Every programme, and None for what belongs to none that is known."""
    return [*sorted(load_programmes()), None]


def due_drafts(db: Session, programme: str | None, now: datetime, *, only: str | None = None) -> list[str]:
    """Ids of open talks that nobody came back to."""
    return _threads(db, "draft", programme, now, Thread.state == "open", Thread.said > 0, _only(Thread.id, only))


def due_asked(db: Session, programme: str | None, now: datetime, *, only: str | None = None) -> list[str]:
    """Ids of open talks about a family that did not answer while its link lasted (backend/consent)."""
    over = select(ConsentLink.thread_id).where(ConsentLink.ends_at <= now)
    waiting = select(Thread).where(Thread.state == "open", Thread.id.in_(over), _only(Thread.id, only))
    found = db.scalars(waiting.where(_of(Thread.programme, programme)).order_by(Thread.id))
    return [thread.id for thread in found.unique() if waits_in_vain(db, thread, now)]


def due_stopped(db: Session, programme: str | None, now: datetime, *, only: str | None = None) -> list[str]:
    """Ids of stopped talks in which something was said after they were stopped."""
    ended = Thread.state.in_(("stopped", "withdrawn"))
    return _threads(db, "stopped", programme, now, ended, Thread.aside_up_to.is_(None), _only(Thread.id, only))


def due_nominations(db: Session, kind: str, programme: str, now: datetime, *, only: str | None = None) -> list[str]:
    """References of a programme's nominations whose time is up."""
    unread = select(Nomination.reference).join(DataKey, DataKey.id == Nomination.data_key_id)
    mine = unread.where(Nomination.programme == programme, DataKey.destroyed_at.is_(None))
    mine = mine.where(_only(Nomination.reference, only))
    match kind:
        case "waiting":
            which = mine.where(Nomination.status == "received", _older(kind, programme, now, Nomination.received_at))
        case "withdrawn":
            # Withdrawn is erased in the same transaction; what is left is what a hold kept aside.
            which = mine.where(Nomination.status == "withdrawn", _older(kind, programme, now, Nomination.set_aside_at))
        case "closed":
            which = mine.where(Nomination.status == "closed", _older(kind, programme, now, Nomination.stage_since))
        case _:
            which = mine.where(
                Nomination.status == BY_STATUS[kind], _older(kind, programme, now, Nomination.decided_at)
            )
    return list(db.scalars(which.order_by(Nomination.reference)))


def due_alerts(db: Session, programme: str | None, now: datetime, *, only: str | None = None) -> list[str]:
    """Ids of alerts that somebody acknowledged long ago and whose words can still be read."""
    query = (
        select(Alert.id)
        .join(DataKey, DataKey.id == Alert.data_key_id)
        .where(
            _of(Alert.programme, programme),
            DataKey.destroyed_at.is_(None),
            _older("alert", programme, now, Alert.acknowledged_at),
        )
    )
    return list(db.scalars(query.where(_only(Alert.id, only)).order_by(Alert.id)))


def _threads(db: Session, kind: str, programme: str | None, now: datetime, *which: ColumnElement[bool]) -> list[str]:
    query = (
        select(Thread.id)
        .join(DataKey, DataKey.id == Thread.data_key_id)
        .where(_of(Thread.programme, programme), DataKey.destroyed_at.is_(None), *which)
        .where(_older(kind, programme, now, Thread.touched_at))
    )
    return list(db.scalars(query.order_by(Thread.id)))


def _of(column: InstrumentedAttribute[str | None], programme: str | None) -> ColumnElement[bool]:
    if programme is not None:
        return column == programme
    # A programme whose file was taken away must not keep its talks for ever.
    return or_(column.is_(None), column.not_in(list(load_programmes())))


def _older(
    kind: str,
    programme: str | None,
    now: datetime,
    column: InstrumentedAttribute[datetime] | InstrumentedAttribute[datetime | None],
) -> ColumnElement[bool]:
    oldest = oldest_kept(family_keeping(kind, programme), now)
    return and_(column.is_not(None), column <= oldest) if oldest else false()


def _only(column: InstrumentedAttribute[str], name: str | None) -> ColumnElement[bool]:
    return true() if name is None else column == name


def all_due(db: Session, now: datetime) -> Iterator[tuple[str, str | None, str]]:
    """Everything that is due: kind, programme, and the id of a talk or alert or the reference of a nomination."""
    for programme in programmes_and_none():
        yield from (("draft", programme, thread) for thread in due_drafts(db, programme, now))
        yield from (("asked", programme, thread) for thread in due_asked(db, programme, now))
        yield from (("stopped", programme, thread) for thread in due_stopped(db, programme, now))
        yield from (("alert", programme, alert) for alert in due_alerts(db, programme, now))
        for kind in ("waiting", "withdrawn", *BY_STATUS) if programme else ():
            yield from ((kind, programme, found) for found in due_nominations(db, kind, str(programme), now))
