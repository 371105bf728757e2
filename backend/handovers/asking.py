"""Asking for a person: the assistant falls silent, the coordinators are told. Callers commit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from backend.accounts.accounts import holders
from backend.audit import record
from backend.database.base import new_id, utc_now
from backend.errors import NotFound
from backend.handovers.models import Handover
from backend.handovers.record import end, open_of, possible_programmes, wait
from backend.handovers.term import expected
from backend.outbox.service import post
from backend.threads.conversations import programmes_of, speaker
from backend.threads.models import Thread, ThreadMessage
from backend.threads.record import find_thread


@dataclass(frozen=True, slots=True)
class Asked:
    """A hand-over as whoever asked for it is told: when to expect an answer, in a sentence."""

    handover: str
    expected: str


def hand_over(db: Session, thread_id: str, message: int, now: datetime) -> Asked:
    """Hand a talk over to a person, whom its ``message`` asked for. Again: nothing changes.

    Raises NotFound if there is no such message.
    """
    thread = find_thread(db, thread_id, lock=True)
    if db.get(ThreadMessage, (thread.id, message)) is None:
        raise NotFound("There is no such message in this conversation.")
    handover = open_of(db, thread) or _begin(db, thread, now)
    due = handover.due_at or now
    return Asked(handover.id, expected(handover.programme, due, now, thread.audience))


def heard(db: Session, thread: Thread, handover: Handover, n: int) -> None:
    """The person wrote something while the assistant is silent: it waits, and whoever took the talk is told."""
    wait(db, handover, utc_now())
    if handover.taken_by is not None:
        post(db, [handover.taken_by], "person-wanted", f"handover:{handover.id}:{n}", handover.programme)
    record(db, speaker(db, thread), "added to", "handover", handover.id, handover.programme)


def go_on(db: Session, thread: Thread, handover: Handover) -> None:
    """The person goes on with the assistant, whether or not somebody has answered."""
    end(db, handover, "went-on", speaker(db, thread), utc_now())


def _begin(db: Session, thread: Thread, now: datetime) -> Handover:
    handover = Handover(id=new_id(), thread_id=thread.id, programme=_programme(db, thread), asked_at=now)
    db.add(handover)
    wait(db, handover, now)
    db.flush()
    told = {each for code in possible_programmes(db, handover) for each in holders(db, "coordinator", code)}
    post(db, told, "person-wanted", f"handover:{handover.id}", handover.programme)
    record(db, speaker(db, thread), "asked", "handover", handover.id, handover.programme, thread=thread.id)
    return handover


def _programme(db: Session, thread: Thread) -> str | None:
    possible = programmes_of(speaker(db, thread))
    return thread.programme or (next(iter(possible)) if len(possible) == 1 else None)
