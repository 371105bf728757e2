"""What auditors see: the entries of their programmes, newest first, a few at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, String, and_, cast, false, or_, select
from sqlalchemy.orm import Session

from backend.accounts.models import AccountRole
from backend.audit.models import AuditEntry
from backend.database.base import new_id

SOFTWARE = "software"
"""Stands where an account's id could, for what no account did."""
AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an auditor asked for; None and empty narrow nothing."""

    since: datetime | None = None
    until: datetime | None = None
    """Exclusive."""
    action: str = ""
    actor: str = ""
    """An account's id, or ``software``."""
    objects: frozenset[str] | None = None
    """Ids of which one must be the object's."""


def entries(
    db: Session,
    programmes: frozenset[str],
    wanted: Wanted,
    *,
    before: int | None = None,
    after: int | None = None,
    limit: int,
) -> list[AuditEntry]:
    """Entries of the programmes, newest first: the newest, those ``before`` a number, or those just ``after`` one."""
    query = select(AuditEntry).where(_in_scope(programmes), *_narrowed(wanted)).limit(limit)
    if after is not None:
        upwards = query.where(AuditEntry.seq > after).order_by(AuditEntry.seq)
        return list(reversed(db.scalars(upwards).all()))
    if before is not None:
        query = query.where(AuditEntry.seq < before)
    return list(db.scalars(query.order_by(AuditEntry.seq.desc())))


def all_entries(db: Session, programmes: frozenset[str], wanted: Wanted) -> Iterator[AuditEntry]:
    """All of them, newest first, with few in memory."""
    before: int | None = None
    while True:
        part = entries(db, programmes, wanted, before=before, limit=AT_ONCE)
        yield from part
        if len(part) < AT_ONCE:
            return
        before = part[-1].seq
        db.expunge_all()


def _in_scope(programmes: frozenset[str]) -> ColumnElement[bool]:
    """Of the programmes; and what belongs to none, such as a sign-in, by whom or to whose account it happened."""
    theirs = select(AccountRole.account_id).where(AccountRole.programme.in_(programmes))
    to_an_account = and_(AuditEntry.object_kind == "account", AuditEntry.object_id != "unknown")
    by_nobody = and_(AuditEntry.actor_id.is_(None), or_(~to_an_account, AuditEntry.object_id.in_(theirs)))
    without = and_(AuditEntry.programme.is_(None), or_(AuditEntry.actor_id.in_(theirs), by_nobody))
    return or_(AuditEntry.programme.in_(programmes), without)


def _narrowed(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    if wanted.since is not None:
        yield AuditEntry.at >= wanted.since
    if wanted.until is not None:
        yield AuditEntry.at < wanted.until
    if wanted.action:
        yield AuditEntry.action == wanted.action
    if wanted.actor == SOFTWARE:
        yield AuditEntry.actor_id.is_(None)
    elif wanted.actor:
        yield AuditEntry.actor_id == wanted.actor
    if wanted.objects is not None:
        yield or_(AuditEntry.object_id.in_(wanted.objects), _lists_one_of(wanted.objects))


def _lists_one_of(objects: frozenset[str]) -> ColumnElement[bool]:
    """A list of alerts names those it showed among its details."""
    details = cast(AuditEntry.detail, String)
    named = [details.contains(each, autoescape=True) for each in objects if len(each) == len(new_id())]
    return and_(AuditEntry.object_kind == "alerts", or_(false(), *named))
