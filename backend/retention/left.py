"""Drafts that were left: what their person sees of them, and being told before their time is up.

A draft is named by its days alone. Professionals get a mail; a family gets none, because who reads along is not known.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, false, select
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit import record
from backend.consent.links import newest
from backend.errors import CannotOpen
from backend.outbox.service import post
from backend.programmes.model import Keeping
from backend.retention.due import programmes_and_none
from backend.retention.policy import family_keeping
from backend.threads.models import Thread
from backend.threads.record import language_of_talk


@dataclass(frozen=True, slots=True)
class Left:
    """A talk from which nothing was sent yet."""

    thread: str
    begun: datetime
    last: datetime
    until: datetime | None
    """When it is erased if nobody comes back; None: not by time."""
    ends_soon: bool
    talk_in: str | None = None
    """The language that a family chose to talk in; None is English."""


def left_on_page(db: Session, actor: Actor, now: datetime) -> list[Left]:
    """The actor's talks on the page from which nothing was sent, the newest first.

    Nothing of them is opened but which language a family chose.
    """
    mine = select(Thread).where(Thread.account_id == actor.account_id, Thread.page.is_(True), _is_left())
    found = db.scalars(mine.order_by(Thread.touched_at.desc(), Thread.id)).unique()
    return [_left(db, thread, now) for thread in found]


def tell_before_the_end(db: Session, now: datetime) -> int:
    """Mail those professionals whose draft will soon be erased, once for each time that they left it; how many."""
    told = 0
    for programme in programmes_and_none():
        kept = family_keeping("draft", programme)
        soon = select(Thread).where(_is_left(), _of(programme), _soon(kept, now), Thread.audience == "professional")
        for thread in db.scalars(soon.order_by(Thread.id)).unique():
            cause = f"thread:{thread.id}:ends:{thread.touched_at:%Y-%m-%d}"
            told += post(db, [thread.account_id], "draft-ending", cause, thread.programme)
    if told:
        record(db, None, "told before the end", "retention", "draft", None, count=told)
    return told


def _left(db: Session, thread: Thread, now: datetime) -> Left:
    kept = family_keeping("draft", thread.programme)
    until = _until(db, thread, kept)
    told = timedelta(days=kept.tell_days_before or 0)
    return Left(
        thread=thread.id,
        begun=thread.created_at,
        last=thread.touched_at,
        until=until,
        ends_soon=until is not None and now >= until - told,
        talk_in=_language(db, thread),
    )


def _language(db: Session, thread: Thread) -> str | None:
    try:
        return language_of_talk(db, thread)
    except CannotOpen:
        # That it is damaged is said where it is gone on with.
        return None


def _until(db: Session, thread: Thread, kept: Keeping) -> datetime | None:
    """By the programme's rule; while only the family's link is waited for, not longer than that."""
    until = thread.touched_at + timedelta(days=kept.number) if kept.number is not None else None
    link = newest(db, thread.id)
    waited = link.ends_at if link is not None and link.state == "open" else None
    return min((each for each in (until, waited) if each is not None), default=None)


def _is_left() -> ColumnElement[bool]:
    return and_(Thread.state == "open", Thread.said > 0, Thread.continued_by.is_(None))


def _of(programme: str | None) -> ColumnElement[bool]:
    return Thread.programme.is_(None) if programme is None else Thread.programme == programme


def _soon(kept: Keeping, now: datetime) -> ColumnElement[bool]:
    """Talks that are not due yet, and will be in the days in which their person is told."""
    if kept.number is None or kept.tell_days_before is None:
        return false()
    due, told = now - timedelta(days=kept.number), now - timedelta(days=kept.number - kept.tell_days_before)
    return and_(Thread.touched_at > due, Thread.touched_at <= told)
