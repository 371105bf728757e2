"""Somebody's earlier talks on the chat page: one that became a nomination, one that is not finished. Callers commit."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit import record
from backend.errors import NotFound
from backend.nominations.models import Nomination
from backend.nominations.reference import tidy_reference
from backend.threads.conversations import newest_page_thread, since
from backend.threads.models import Thread


def go_back_to(db: Session, actor: Actor, reference: str, now: datetime) -> None:
    """Show the talk of a nomination on the page again. NotFound where it is not theirs, or was held elsewhere."""
    try:
        written = tidy_reference(reference)
    except ValueError:
        raise NotFound from None
    _take_up(db, actor, db.scalar(_mine(actor).where(Thread.reference == written)), now)


def go_back_to_unfinished(db: Session, actor: Actor, now: datetime) -> None:
    """Show the newest talk on the page again from which nothing was sent yet. NotFound where there is none."""
    _take_up(db, actor, _unfinished(db, actor), now)


def go_back_to_talk(db: Session, actor: Actor, thread_id: str, now: datetime) -> None:
    """Show a talk on the page again. NotFound where it is not theirs, or was held elsewhere."""
    _take_up(db, actor, db.scalar(_mine(actor).where(Thread.id == thread_id)), now)


def has_unfinished(db: Session, actor: Actor) -> bool:
    """Whether there is a talk on the page, other than the one that is shown, from which nothing was sent yet."""
    found, shown = _unfinished(db, actor), newest_page_thread(db, actor)
    return found is not None and shown is not None and found.id != shown.id


def references_on_page(db: Session, actor: Actor) -> set[str]:
    """The nominations whose talk was held on the page."""
    held = db.scalars(_mine(actor).where(Thread.reference.is_not(None)))
    return {thread.reference for thread in held if thread.reference}


def asked_elsewhere(db: Session, actor: Actor) -> list[str]:
    """The nominations about which the coordinator asked something in another talk than the one that is shown."""
    shown = newest_page_thread(db, actor)
    query = (
        select(Nomination.reference)
        .join(Thread, Thread.id == Nomination.thread_id)
        .where(
            Thread.account_id == actor.account_id, Thread.page.is_(True), Nomination.status == "awaiting_information"
        )
        .where(Thread.id != (shown.id if shown else ""))
    )
    return list(db.scalars(query.order_by(Nomination.received_at, Nomination.id)))


def _mine(actor: Actor) -> Select[Thread]:
    return select(Thread).where(Thread.account_id == actor.account_id, Thread.page.is_(True))


def _unfinished(db: Session, actor: Actor) -> Thread | None:
    begun = _mine(actor).where(Thread.state == "open", Thread.said > 0, Thread.continued_by.is_(None))
    return db.scalars(begun.order_by(since().desc(), Thread.id).limit(1)).first()


def _take_up(db: Session, actor: Actor, thread: Thread | None, now: datetime) -> None:
    if thread is None:
        raise NotFound
    newest = newest_page_thread(db, actor)
    if newest is None or newest.id == thread.id:
        return
    # The newest whatever the clock says: it may have been put back meanwhile.
    thread.taken_up_at = max(now, (newest.taken_up_at or newest.created_at) + timedelta(microseconds=1))
    record(db, actor, "took up", "thread", thread.id, thread.programme)
    db.flush()
