"""What those who answer see: who waits for a person, most pressing first, and one talk. Callers commit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.accounts.models import Account
from backend.alerts.models import Alert
from backend.audit import record
from backend.errors import Refused
from backend.handovers.models import Handover
from backend.handovers.record import ANSWERERS, find, is_shut, may_answer
from backend.nominations.models import Nomination
from backend.threads.conversations import programmes_of, speaker
from backend.threads.models import Thread
from backend.threads.page import PageMessage, shown_messages


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who asked for a person. Nothing of what they said, and no name, is in it."""

    handover: str
    programme: str | None
    audience: str
    agency: str | None
    reference: str | None
    asked_at: datetime
    waits_since: datetime | None
    """None while it is for them to write."""
    due_at: datetime | None
    late: bool
    mine: bool
    """Whether the reader has taken it."""
    taken: bool
    urgent_alert: bool
    """Whether the talk has an alert of danger that nobody has acknowledged."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """A talk that was handed over. ``messages`` is empty while it must be taken first (``shut``)."""

    waiting: Waiting
    said_by: str
    shut: bool
    state: str
    messages: list[PageMessage]
    latest: int
    """The number of the newest message."""


def waiting(db: Session, actor: Actor, now: datetime) -> list[Waiting]:
    """Everybody who is with a person or waits for one: danger first, then what is late, then who has waited longest.

    Refused for whoever may not answer.
    """
    if not actor.has(*ANSWERERS):
        raise Refused
    query = select(Handover).where(Handover.ended_at.is_(None)).order_by(Handover.asked_at, Handover.id)
    handovers = list(db.scalars(query))
    known = _known(db, handovers)
    mine = [each for each in handovers if _is_for(db, actor, each, known)]
    record(db, actor, "listed", "handovers", "open", None, count=len(mine))
    rows = [_waiting(db, actor, each, known, now) for each in mine]
    return sorted(
        rows,
        key=lambda row: (not row.urgent_alert, row.waits_since is None, not row.late, row.waits_since or row.asked_at),
    )


def open_conversation(db: Session, actor: Actor, handover_id: str, now: datetime) -> Conversation:
    """A talk that was handed over, with all that was said in it. NotFound out of reach."""
    handover, thread = find(db, actor, handover_id)
    shut = is_shut(handover)
    record(db, actor, "read", "thread", thread.id, handover.programme, handover=handover.id)
    who = speaker(db, thread)
    return Conversation(
        waiting=_waiting(db, actor, handover, _known(db, [handover]), now),
        said_by=", ".join(part for part in (who.display_name, who.job_title, who.agency) if part),
        shut=shut,
        state=thread.state,
        messages=[] if shut else shown_messages(db, thread),
        latest=thread.last_n,
    )


def open_about(db: Session, actor: Actor, reference: str) -> str | None:
    """The hand-over in which whoever sent a nomination wants a person, where it is for the actor to answer."""
    query = select(Handover).join(Nomination, Nomination.thread_id == Handover.thread_id)
    found = db.scalar(query.where(Nomination.reference == reference, Handover.ended_at.is_(None)))
    return found.id if found and may_answer(db, actor, found) else None


def has_ended(db: Session, actor: Actor, handover_id: str) -> bool:
    """Whether a hand-over was for the actor to answer and is over."""
    known = db.get(Handover, handover_id)
    return known is not None and known.ended_at is not None and may_answer(db, actor, known)


def is_news(db: Session, actor: Actor, handover_id: str, after: int) -> bool:
    """Whether anything was said after a message. Nothing of it is opened, so nothing is read. NotFound out of reach."""
    _, thread = find(db, actor, handover_id)
    return thread.last_n > after


@dataclass(frozen=True, slots=True)
class _Known:
    """What the rows need, looked up for all of them at once, however many there are."""

    threads: dict[str, Thread]
    speakers: list[Account]
    """Held, because a session forgets what nobody holds."""
    programmes: dict[str, str]
    """Of the nominations that the talks became."""
    urgent: frozenset[str]
    """Talks with an alert of danger that nobody has acknowledged."""


def _known(db: Session, handovers: Sequence[Handover]) -> _Known:
    ids = [each.thread_id for each in handovers]
    threads = {each.id: each for each in db.scalars(select(Thread).where(Thread.id.in_(ids))).unique()}
    accounts = select(Account).where(Account.id.in_({each.account_id for each in threads.values()}))
    became = select(Nomination.thread_id, Nomination.programme).where(Nomination.thread_id.in_(ids))
    urgent = select(Alert.thread_id).where(
        Alert.thread_id.in_(ids), Alert.level.in_(("urgent", "immediate")), Alert.acknowledged_at.is_(None)
    )
    return _Known(
        threads,
        list(db.scalars(accounts).unique()),
        {str(thread): programme for thread, programme in db.execute(became)},
        frozenset(str(each) for each in db.scalars(urgent)),
    )


def _is_for(db: Session, actor: Actor, handover: Handover, known: _Known) -> bool:
    if handover.programme is None and handover.taken_by is None:
        return bool(actor.programmes(*ANSWERERS) & programmes_of(speaker(db, known.threads[handover.thread_id])))
    return may_answer(db, actor, handover)


def _waiting(db: Session, actor: Actor, handover: Handover, known: _Known, now: datetime) -> Waiting:
    thread = known.threads[handover.thread_id]
    is_theirs = known.programmes.get(thread.id) in actor.programmes(*ANSWERERS)
    return Waiting(
        handover=handover.id,
        programme=handover.programme,
        audience=thread.audience,
        agency=speaker(db, thread).agency,
        reference=thread.reference if is_theirs else None,
        asked_at=handover.asked_at,
        waits_since=handover.waits_since,
        due_at=handover.due_at,
        late=bool(handover.late_at or (handover.due_at and handover.due_at < now)),
        mine=handover.taken_by == actor.account_id,
        taken=handover.taken_by is not None,
        urgent_alert=thread.id in known.urgent,
    )
