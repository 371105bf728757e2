"""The talk as the chat page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit import record
from backend.errors import CannotOpen, NotFound
from backend.threads.conversations import PAGE, begin_page_thread, newest_page_thread
from backend.threads.models import Thread, ThreadMessage
from backend.threads.notices import notice_text
from backend.threads.record import body_of, content_of, messages_of, open_question_of
from backend.threads.understood import item_id


@dataclass(frozen=True, slots=True)
class PageMessage:
    """Something said, as it is shown."""

    n: int
    direction: str
    text: str
    buttons: list[tuple[str, str]]
    """Titles with the tokens that are sent when they are pressed."""
    custom: dict[str, Any]
    at: datetime


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """A whole talk, for its own person only."""

    thread: str
    conversation: str
    state: str
    reference: str | None
    programme: str | None
    messages: list[PageMessage]
    open_question: dict[str, Any] | None
    items: frozenset[str] = frozenset()
    """Names of what is understood now, as far as it can still be taken out."""


def page_thread(db: Session, actor: Actor, *, create: bool = True) -> ThreadPage:
    """The account's newest talk on the page; begun if there is none and ``create``, otherwise NotFound."""
    thread = newest_page_thread(db, actor)
    if thread is None:
        if not create:
            raise NotFound
        thread = begin_page_thread(db, actor)
    record(db, actor, "read", "thread", thread.id, thread.programme)
    return _shown(db, thread)


def new_page_thread(db: Session, actor: Actor) -> ThreadPage:
    """A new talk on the page, for another nomination. An empty one is not begun twice."""
    thread = newest_page_thread(db, actor)
    if thread is None or thread.said or thread.state != "open":
        thread = begin_page_thread(db, actor)
    return _shown(db, thread)


def _shown(db: Session, thread: Thread) -> ThreadPage:
    return ThreadPage(
        thread=thread.id,
        conversation=PAGE,
        state=thread.state,
        reference=thread.reference,
        programme=thread.programme,
        messages=[shown for message in messages_of(db, thread) if (shown := _message(db, thread, message))],
        open_question=open_question_of(db, thread),
        items=frozenset(item_id(entry) for entry in content_of(db, thread).get("indicators") or []),
    )


def _message(db: Session, thread: Thread, message: ThreadMessage) -> PageMessage | None:
    try:
        body = body_of(db, thread, message)
    except CannotOpen:
        body = {"text": notice_text("damaged", thread.audience)}
    text = notice_text(message.notice, thread.audience) if message.notice else body.get("text") or ""
    if not text and not body:
        return None
    return PageMessage(
        n=message.n,
        direction=message.direction,
        text=text,
        buttons=[(button["title"], button["payload"]) for button in body.get("buttons") or []],
        custom=body.get("custom") or {},
        at=message.at,
    )
