"""Hand-overs as they are kept: which is open, who may reach it, how it moves. Callers commit."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from backend.access import Actor, Role
from backend.audit import record
from backend.errors import NotFound
from backend.handovers.models import Handover
from backend.handovers.term import answer_by
from backend.outbox.service import drop
from backend.threads.conversations import programmes_of, speaker
from backend.threads.models import Thread
from backend.threads.record import find_thread

ANSWERERS: tuple[Role, ...] = ("coordinator", "lead")
"""Who sees that a person is wanted, and answers: coordinators, and the lead to whom it goes when nobody does."""
_OPEN = select(Handover).where(Handover.thread_id == bindparam("thread"), Handover.ended_at.is_(None))
"""Asked with every message, hence made once."""


def open_of(db: Session, thread: Thread) -> Handover | None:
    """The hand-over in which the assistant is silent now, if there is one."""
    return db.scalar(_OPEN, {"thread": thread.id})


def possible_programmes(db: Session, handover: Handover) -> frozenset[str]:
    """Whose people may be meant: its programme, or all in which whoever asked may nominate."""
    if handover.programme is not None:
        return frozenset({handover.programme})
    return programmes_of(speaker(db, find_thread(db, handover.thread_id)))


def find(db: Session, actor: Actor, handover_id: str, *, lock: bool = False) -> tuple[Handover, Thread]:
    """An open hand-over that the actor may answer, with its talk. NotFound out of reach.

    ``lock``: to be changed; whoever changes the talk at the same moment waits.
    """
    known = db.get(Handover, handover_id)
    if known is None:
        raise NotFound
    thread = find_thread(db, known.thread_id, lock=lock)
    if lock:
        db.refresh(known)
    if known.ended_at is not None or not may_answer(db, actor, known):
        raise NotFound
    return known, thread


def may_answer(db: Session, actor: Actor, handover: Handover) -> bool:
    """Whether it is for the actor. Of unknown programme: until somebody takes it, whose ever it may be."""
    mine = actor.programmes(*ANSWERERS)
    if handover.programme is not None:
        return handover.programme in mine
    if handover.taken_by is not None:
        return handover.taken_by == actor.account_id
    return bool(mine & possible_programmes(db, handover))


def is_shut(handover: Handover) -> bool:
    """Whether it must be taken before its words are shown: nobody knows yet whose it is, and councils are separate."""
    return handover.programme is None and handover.taken_by is None


def wait(db: Session, handover: Handover, now: datetime) -> None:
    """Something waits for an answer, from now if nothing did."""
    if handover.waits_since is None:
        handover.waits_since, handover.late_at = now, None
        handover.due_at = answer_by(possible_programmes(db, handover), now)


def end(db: Session, handover: Handover, why: str, actor: Actor | None, now: datetime) -> None:
    """The assistant speaks again; nobody is reminded any more."""
    handover.ended_at, handover.ended_why, handover.waits_since = now, why, None
    drop(db, f"handover:{handover.id}", every_template=True)
    record(db, actor, "ended", "handover", handover.id, handover.programme, why=why)
    db.flush()
