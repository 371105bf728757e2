"""The talk as the chat page shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit import record
from backend.database.base import utc_now
from backend.errors import CannotOpen, NotFound
from backend.handovers.record import open_of
from backend.handovers.term import expected
from backend.handovers.wording import going_on_button
from backend.telegram.delivery import held, not_delivered
from backend.threads.conversations import PAGE, begin_page_thread, newest_page_thread
from backend.threads.languages import language_of, speaking
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
    kind: str = "new"
    """``person`` for what somebody wrote whom the person had asked for (backend/handovers)."""
    safety: str | None = None
    """How serious the reader took it, where it told of danger."""
    undelivered: bool = False
    """A person's answer that did not reach a chat on Telegram."""
    waits_until: datetime | None = None
    """When it is sent to a chat on Telegram: it came at a time that was not named as safe."""


@dataclass(frozen=True, slots=True)
class WithPerson:
    """That the assistant is silent: a person is wanted, or has answered."""

    handover: str
    taken: bool
    """Whether a person has taken it up."""
    waits: bool
    """Whether it is for the person who was asked for to write."""
    late: bool
    expected: str
    go_on: str
    """What ends the waiting when it is pressed, in the language of the talk."""


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
    with_person: WithPerson | None = None
    latest: int = 0
    """Number of the newest message, shown or not."""
    talk_in: str | None = None
    """The language that a family chose to talk in; None is English."""


def page_thread(db: Session, actor: Actor, *, create: bool = True) -> ThreadPage:
    """The account's newest talk on the page; begun if there is none and ``create``, otherwise NotFound."""
    thread = newest_page_thread(db, actor)
    if thread is None:
        if not create:
            raise NotFound
        thread = begin_page_thread(db, actor)
    record(db, actor, "read", "thread", thread.id, thread.programme)
    return _shown(db, thread)


def is_page_news(db: Session, actor: Actor, after: int) -> bool:
    """Whether anything was said in the account's newest talk after a message. Nothing is opened, so nothing is read."""
    thread = newest_page_thread(db, actor)
    return thread is not None and thread.last_n != after


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
        messages=_in_its_language(db, thread),
        open_question=open_question_of(db, thread),
        items=frozenset(item_id(entry) for entry in content_of(db, thread).get("indicators") or []),
        with_person=_with_person(db, thread),
        latest=thread.last_n,
        talk_in=content_of(db, thread).get("talk_in"),
    )


def _in_its_language(db: Session, thread: Thread) -> list[PageMessage]:
    """All that was said, fixed sentences in the language of the talk."""
    with speaking(language_of(content_of(db, thread).get("talk_in"))):
        return shown_messages(db, thread)


def shown_messages(db: Session, thread: Thread) -> list[PageMessage]:
    """All that was said in a talk and can be shown, in order."""
    lost, later = not_delivered(db, thread), held(db, thread, utc_now())
    shown = [shown for message in messages_of(db, thread) if (shown := _message(db, thread, message))]
    return [
        replace(message, undelivered=message.n in lost, waits_until=later.get(message.n))
        if message.n in lost or message.n in later
        else message
        for message in shown
    ]


def _with_person(db: Session, thread: Thread) -> WithPerson | None:
    handover = open_of(db, thread)
    if handover is None:
        return None
    due, now = handover.due_at, utc_now()
    return WithPerson(
        handover=handover.id,
        taken=handover.taken_by is not None,
        waits=handover.waits_since is not None,
        late=handover.late_at is not None,
        expected=expected(handover.programme, due, now, thread.audience) if due else "",
        go_on=going_on_button(content_of(db, thread).get("talk_in")),
    )


def _message(db: Session, thread: Thread, message: ThreadMessage) -> PageMessage | None:
    try:
        body = body_of(db, thread, message)
    except CannotOpen:
        body = {"text": notice_text("damaged", thread.audience)}
    text = notice_text(message.notice, thread.audience) if message.notice else body.get("text") or ""
    if not text and (not body or body.get("moved")):
        return None
    return PageMessage(
        n=message.n,
        direction=message.direction,
        text=text,
        buttons=[(button["title"], button["payload"]) for button in body.get("buttons") or []],
        custom=body.get("custom") or {},
        at=message.at,
        kind=message.kind,
        safety=_safety_of(body),
    )


def _safety_of(body: dict[str, Any]) -> str | None:
    level = ((body.get("reading") or {}).get("safety") or {}).get("level")
    return None if level in (None, "none") else str(level)
