"""What somebody was told of, as the page shows it: what is new since they were last here, and what they have read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_, select, update
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.outbox.kinds import kind_of, kinds
from backend.outbox.letters import subject_of
from backend.outbox.models import Mail

MOST = 100


@dataclass(frozen=True, slots=True)
class News:
    """What is new of one kind: how much in words, where it leads, and when the newest of it came."""

    text: str
    page: str
    newest: datetime


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that somebody was told of. Nothing in it names a family."""

    name: str
    page: str
    at: datetime
    new: bool
    sent: bool
    """Whether it has gone its way."""
    way: str | None
    """Which that was (``kinds.yml``); None where it is still to go, or went before anybody could choose."""


def news(db: Session, actor: Actor) -> list[News]:
    """What is new for somebody, counted by kind, the weightiest first."""
    counted = select(Mail.template, func.count(), func.max(Mail.created_at)).where(_of(actor), Mail.read_at.is_(None))
    found = {template: (count, newest) for template, count, newest in db.execute(counted.group_by(Mail.template))}
    told = []
    for kind in kinds().values():
        of_kind = [found[template] for template in kind.templates if template in found]
        if of_kind:
            count = sum(count for count, _ in of_kind)
            told.append(News(kind.counted(count), kind.page, max(newest for _, newest in of_kind)))
    return told


def notices(db: Session, actor: Actor) -> list[Notice]:
    """What somebody was told of lately, the newest first."""
    query = select(Mail).where(_of(actor)).order_by(Mail.created_at.desc(), Mail.id).limit(MOST)
    return [
        Notice(
            name=subject_of(mail.template),
            page=kind_of(mail.template).page,
            at=mail.created_at,
            new=mail.read_at is None,
            sent=mail.sent_at is not None,
            way=mail.way,
        )
        for mail in db.scalars(query)
    ]


def mark_read(db: Session, actor: Actor, until: datetime, now: datetime) -> int:
    """Mark as read what came until a moment, that of the page: what came meanwhile is still new. How many."""
    mine = update(Mail).where(_of(actor), Mail.read_at.is_(None), Mail.created_at <= until)
    return len(db.execute(mine.values(read_at=now).returning(Mail.id)).all())


def _of(actor: Actor) -> ColumnElement[bool]:
    # What was taken back is gone; what the mail server never took is still news.
    stands = or_(Mail.given_up_at.is_(None), Mail.way.is_not(None))
    return and_(Mail.account_id == actor.account_id, stands, Mail.template.in_(_shown()))


def _shown() -> Iterable[str]:
    """All but what protects the account itself: that is for the mail alone, whoever is at the screen."""
    return sorted(template for kind in kinds().values() if kind.code != "account" for template in kind.templates)
