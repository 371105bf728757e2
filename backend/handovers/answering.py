"""Answering in a talk that was handed over, and handing it back to the assistant. Callers commit."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit import record
from backend.errors import Conflict, Invalid, NotFound
from backend.handovers.models import Handover
from backend.handovers.record import ANSWERERS, end, find, is_shut
from backend.threads.models import Thread, ThreadMessage
from backend.threads.notices import add_notice
from backend.threads.record import add_message, body_of, ensure_key, messages_of, open_question_of

LONGEST = 4_000
SHUT = "Take this conversation first: nobody knows yet whose programme it is for."


def take(db: Session, actor: Actor, handover_id: str, now: datetime) -> Handover:
    """Take a talk on. Of unknown programme it is from then on for the actor alone. Raises NotFound out of reach."""
    handover, thread = find(db, actor, handover_id, lock=True)
    _take(db, actor, handover, thread, now)
    return handover


def answer(db: Session, actor: Actor, handover_id: str, text: str, now: datetime, *, named: bool = False) -> int:
    """Write in the talk as the person who was asked for, by role, and by name only where they choose so (``named``).

    Answers the message's number. Raises NotFound out of reach, Invalid for nothing or too much, Conflict before a talk
    of unknown programme was taken.
    """
    handover, thread = find(db, actor, handover_id, lock=True)
    if not text.strip():
        raise Invalid("Write your answer.")
    if len(text) > LONGEST:
        raise Invalid(f"Your answer must be {LONGEST:,} characters or fewer.")
    if is_shut(handover):
        raise Conflict(SHUT)
    _take(db, actor, handover, thread, now)
    ensure_key(db, thread)
    who = {"role": role_in(actor, handover), "name": actor.display_name if named else None}
    message = add_message(db, thread, "out", kind="person", body={"text": text.strip(), "custom": {"person": who}})
    handover.waits_since = handover.due_at = handover.late_at = None
    record(db, actor, "answered", "handover", handover.id, handover.programme, thread=thread.id)
    db.flush()
    return message.n


def hand_back(db: Session, actor: Actor, handover_id: str, now: datetime) -> None:
    """Let the assistant speak again: it says so, and takes up the question that was open. Raises NotFound, Conflict."""
    handover, thread = find(db, actor, handover_id, lock=True)
    if is_shut(handover):
        raise Conflict(SHUT)
    end(db, handover, "handed-back", actor, now)
    ensure_key(db, thread)
    add_notice(db, thread, "handed-back" if thread.state == "open" else "handed-back-after")
    question = _asked_last(db, thread) if thread.state == "open" else None
    if question is not None:
        add_message(db, thread, "out", kind="reply", body=question)


def role_in(actor: Actor, handover: Handover) -> str:
    """In which role the actor answers: as coordinator where they are one."""
    mine = [role for role in ANSWERERS if handover.programme in actor.programmes(role)]
    held = mine or [role for role in ANSWERERS if actor.has(role)]
    if not held:
        raise NotFound
    return held[0]


def _take(db: Session, actor: Actor, handover: Handover, thread: Thread, now: datetime) -> None:
    if handover.taken_by == actor.account_id:
        return
    if handover.taken_by is None:
        handover.taken_at = now
    handover.taken_by = actor.account_id
    record(db, actor, "took", "handover", handover.id, handover.programme, thread=thread.id)
    db.flush()


def _asked_last(db: Session, thread: Thread) -> dict[str, Any] | None:
    """The reply that asked the open question, as it was said then: its buttons still answer it."""
    question = open_question_of(db, thread)
    for message in reversed(messages_of(db, thread, "out")) if question else ():
        body = body_of(db, thread, message)
        if _asks(message, body, str(question["id"]) if question else ""):
            return body
    return None


def _asks(message: ThreadMessage, body: dict[str, Any], question: str) -> bool:
    return message.kind == "reply" and (body.get("custom") or {}).get("question") == question
