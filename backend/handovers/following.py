"""What a program that talks for a person has not been told yet: a person's answer, and whatever else came unasked.

The page looks for news by itself (backend/web/chat_page.py); a program asks here, as docs/wire.md has it.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit import record
from backend.handovers.record import open_of
from backend.threads.conversations import talk_of
from backend.threads.languages import language_of, speaking
from backend.threads.models import Thread, ThreadMessage
from backend.threads.page import PageMessage, shown_messages
from backend.threads.record import language_of_talk


@dataclass(frozen=True, slots=True)
class Unasked:
    """What was said in a talk that answers no message, in order. ``latest`` is what to ask after next time."""

    latest: int
    with_person: bool
    """Whether the assistant is silent: a person is wanted, or has answered."""
    replies: list[PageMessage]


def said_unasked(db: Session, actor: Actor, conversation: str, after: int | None) -> Unasked:
    """What came after a message, or after the person's own last one. Where nothing did, nothing is opened or read.

    Raises NotFound for a conversation that is not the actor's.
    """
    thread = talk_of(db, actor, "web", conversation)
    since = _last_said(db, thread) if after is None else after
    numbers = _unasked(db, thread, since)
    with_person = open_of(db, thread) is not None
    if not numbers:
        return Unasked(thread.last_n, with_person, [])
    record(db, actor, "read", "thread", thread.id, thread.programme, by="program")
    with speaking(language_of(language_of_talk(db, thread))):
        replies = [message for message in shown_messages(db, thread) if message.n in numbers]
    return Unasked(thread.last_n, with_person, replies)


def _last_said(db: Session, thread: Thread) -> int:
    mine = select(func.max(ThreadMessage.n)).where(
        ThreadMessage.thread_id == thread.id, ThreadMessage.direction == "in"
    )
    return db.scalar(mine) or 0


def _unasked(db: Session, thread: Thread, after: int) -> set[int]:
    """The numbers of our messages that answer none of theirs."""
    of_ours = (ThreadMessage.thread_id == thread.id, ThreadMessage.direction == "out")
    unasked = select(ThreadMessage.n).where(*of_ours, ThreadMessage.answers.is_(None), ThreadMessage.n > after)
    return set(db.scalars(unasked))
