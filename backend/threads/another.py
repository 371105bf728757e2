"""A second family in one conversation: its words leave the first family's talk for one of their own. Callers commit.

What was said of it is sealed with the new talk's key and is nowhere in the first any more.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.audit import record
from backend.errors import Conflict, Invalid, NotFound
from backend.threads.conversations import begin_beside, newest_page_thread, since, speaker
from backend.threads.models import Thread, ThreadMessage
from backend.threads.record import (
    add_message,
    body_of,
    content_of,
    ensure_key,
    erase,
    find_thread,
    seal_body,
)
from backend.threads.shapes import Another, Words

_BEGAN = "district:"
"""Before the programme that a talk began with, among what a draft has ``answered``."""
_BEGINNING = 3
"""Messages; so long a talk has hardly begun, and its person may still go on with another that was left."""


def part(db: Session, thread_id: str, wanted: Another, now: datetime) -> str:
    """Part a message from its talk; the id of the talk that has what was about another family. Again: the same.

    With ``now`` the conversation goes on there: in the talk that waits, where the message itself tells nothing.
    Raises NotFound if there is no such message, Invalid where nothing is to be parted.
    """
    thread = find_thread(db, thread_id, lock=True)
    ensure_key(db, thread)
    message = _message(db, thread, wanted.message)
    body = body_of(db, thread, message)
    if body.get("moved"):
        return str(body["moved"]["thread"])
    if wanted.goes is None and not wanted.now:
        raise Invalid("Nothing is told of another family.")
    other, there = _put_there(db, thread, message, body, wanted)
    if wanted.now:
        _go_on_in(db, thread, other, now)
    elif thread.page:
        _stay_on_page(db, thread)
    moved = {"thread": other.id, "message": there.n, "now": wanted.now}
    _shorten(db, thread, message, body | {"moved": moved}, wanted.stays)
    thread.version += 1
    db.flush()
    record(db, speaker(db, thread), "parted", "thread", other.id, other.programme, now=wanted.now)
    return other.id


def put_back(db: Session, thread_id: str) -> None:
    """It was the same family after all: its words come back, to be heard. Conflict where that is no longer possible."""
    thread = find_thread(db, thread_id, lock=True)
    other = waiting_beside(db, thread)
    moved = _moved_to(db, thread, other) if other else None
    if other is None or moved is None or other.said > 1 or thread.state != "open":
        raise Conflict("There is nothing to put back.")
    message, body = moved
    there = db.get_one(ThreadMessage, (other.id, body["moved"]["message"]))
    told = body_of(db, other, there)
    message.body = seal_body(
        db, thread, message.n, body | {"text": told["text"], "reading": told["reading"], "moved": None}
    )
    message.kind = "new"
    erase(db, other, "stopped")
    thread.version += 1
    record(db, speaker(db, thread), "put together", "thread", thread.id, thread.programme)


def go_back_to_left(db: Session, thread_id: str, n: int, now: datetime) -> str:
    """Let a conversation that was just begun go on in the talk that its person left; that talk's id. Again: the same.

    NotFound where there is none.
    """
    thread = find_thread(db, thread_id, lock=True)
    message = _message(db, thread, n)
    body = body_of(db, thread, message)
    if body.get("moved"):
        return str(body["moved"]["thread"])
    left = left_before(db, thread)
    if left is None:
        raise NotFound("There is no conversation to go back to.")
    there = _tell(db, left, Words(text=body["text"], reading=body["reading"]), "digression", message)
    _go_on_in(db, thread, left, now)
    moved = {"thread": left.id, "message": there.n, "now": True}
    _shorten(db, thread, message, body | {"moved": moved}, None)
    db.flush()
    record(db, speaker(db, thread), "took up", "thread", left.id, left.programme)
    return left.id


def waiting_beside(db: Session, thread: Thread) -> Thread | None:
    """The talk about another family that was told of in this one and has not been gone on with."""
    begun = select(Thread).where(Thread.account_id == thread.account_id, Thread.follows == thread.id)
    still = begun.where(Thread.state == "open", Thread.said > 0, Thread.id != (thread.continued_by or ""))
    return db.scalars(still.order_by(Thread.created_at, Thread.id).limit(1)).first()


def left_before(db: Session, thread: Thread) -> Thread | None:
    """The newest talk that the person of a talk left without sending anything; only for a talk that was just begun."""
    if thread.said > _BEGINNING or thread.state != "open" or thread.follows:
        return None
    begun = select(Thread).where(Thread.account_id == thread.account_id, Thread.id != thread.id)
    still = begun.where(Thread.state == "open", Thread.said > 0, Thread.continued_by.is_(None))
    return db.scalars(still.order_by(since().desc(), Thread.id).limit(1)).first()


def answered_in(db: Session, thread: Thread, message: ThreadMessage) -> tuple[str, int] | None:
    """The talk and the message that our reply belongs to, where the conversation went on elsewhere with a message."""
    moved = body_of(db, thread, message).get("moved")
    return (moved["thread"], moved["message"]) if moved and moved["now"] else None


def _message(db: Session, thread: Thread, n: int) -> ThreadMessage:
    message = db.get(ThreadMessage, (thread.id, n))
    if message is None or message.direction != "in":
        raise NotFound("There is no such message in this conversation.")
    return message


def _put_there(
    db: Session, thread: Thread, message: ThreadMessage, body: dict[str, Any], wanted: Another
) -> tuple[Thread, ThreadMessage]:
    """The talk about the other family, with what was said of it; one that waits is gone on with."""
    waiting = waiting_beside(db, thread) if wanted.now and wanted.goes is None else None
    other = waiting or begin_beside(db, thread, speaker(db, thread), _began_with(db, thread))
    words = wanted.goes or Words(text=body["text"], reading=body["reading"])
    kind = "digression" if waiting else "new"
    return other, _tell(db, other, words, kind, message if wanted.now else None)


def _tell(db: Session, thread: Thread, words: Words, kind: str, like: ThreadMessage | None) -> ThreadMessage:
    """Say something in a talk. It keeps the name of its delivery, so that sent again it is known there."""
    ensure_key(db, thread)
    said = {"text": words.text, "reading": words.reading, "press": None, "question": None}
    told = add_message(db, thread, "in", kind=kind, body=said)
    if like is not None:
        told.delivery_hash, like.delivery_hash = like.delivery_hash, None
    db.flush()
    return told


def _shorten(db: Session, thread: Thread, message: ThreadMessage, body: dict[str, Any], stays: Words | None) -> None:
    kept = stays or Words(text="", reading={})
    if stays is None:
        message.kind = "digression"
    shown = {"press": None} if stays is None else {}
    body = body | shown | {"text": kept.text, "reading": kept.reading}
    message.body = seal_body(db, thread, message.n, body)


def _moved_to(db: Session, thread: Thread, other: Thread) -> tuple[ThreadMessage, dict[str, Any]] | None:
    said = select(ThreadMessage).where(ThreadMessage.thread_id == thread.id, ThreadMessage.direction == "in")
    for message in db.scalars(said.order_by(ThreadMessage.n.desc())):
        body = body_of(db, thread, message)
        if (body.get("moved") or {}).get("thread") == other.id:
            return message, body
    return None


def _go_on_in(db: Session, thread: Thread, other: Thread, now: datetime) -> None:
    thread.continued_by = other.id
    if thread.page or other.page:
        _make_newest(db, other, now)


def _stay_on_page(db: Session, thread: Thread) -> None:
    """The first family's talk stays the one that the page shows."""
    _make_newest(db, thread, thread.touched_at)


def _make_newest(db: Session, thread: Thread, now: datetime) -> None:
    newest = newest_page_thread(db, speaker(db, thread))
    if newest is None or newest.id == thread.id:
        return
    thread.taken_up_at = max(now, (newest.taken_up_at or newest.created_at) + timedelta(microseconds=1))
    db.flush()


def _began_with(db: Session, thread: Thread) -> str | None:
    """The programme that a talk was given before anything was said: it belongs to whoever speaks, not to a family."""
    noted = [code for code in content_of(db, thread).get("answered") or [] if code.startswith(_BEGAN)]
    return noted[0].removeprefix(_BEGAN) if noted else None
