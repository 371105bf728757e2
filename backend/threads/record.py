"""A thread's sealed columns, opened and closed in one place."""

from __future__ import annotations

import hashlib
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from backend.consent.models import ConsentLink
from backend.database.base import utc_now
from backend.errors import Conflict, NotFound
from backend.handovers.models import Handover
from backend.keys import destroy, new_data_key, seal, unseal
from backend.keys.models import DataKey
from backend.threads.models import ButtonToken, Thread, ThreadMessage

MOST_MESSAGES = 2_000
"""Of one person in one talk; nobody needs more, and a loop would."""

EMPTY_CONTENT: dict[str, Any] = {"answered": []}

# Asked in every turn, hence made once.
_THREAD = select(Thread).where(Thread.id == bindparam("thread"))
_LOCKED_THREAD = _THREAD.with_for_update(of=Thread).execution_options(populate_existing=True)
_COUNT = (
    update(Thread)
    .where(Thread.id == bindparam("thread"))
    .values(
        last_n=Thread.last_n + bindparam("more"), said=Thread.said + bindparam("by_person"), touched_at=bindparam("now")
    )
    .returning(Thread.last_n)
    .execution_options(synchronize_session=False)
)
_COUNT_WHILE_TAKEN = _COUNT.where(Thread.said < MOST_MESSAGES)
_ADD_MESSAGE = insert(ThreadMessage)


def find_thread(db: Session, thread_id: str, *, lock: bool = False) -> Thread:
    """The thread of an id; NotFound if there is none. ``lock`` makes others wait until the transaction ends."""
    thread = db.scalar(_LOCKED_THREAD if lock else _THREAD, {"thread": thread_id})
    if thread is None:
        raise NotFound
    return thread


def content_of(db: Session, thread: Thread) -> dict[str, Any]:
    """What was said about the family so far; nothing once the draft was stopped."""
    content = _open(db, thread, "content")
    return content if isinstance(content, dict) else dict(EMPTY_CONTENT)


def language_of_talk(db: Session, thread: Thread) -> str | None:
    """The code of the language that a family chose to talk in; None is English, as with every professional."""
    return content_of(db, thread).get("talk_in") if thread.audience == "family" else None


def open_question_of(db: Session, thread: Thread) -> dict[str, Any] | None:
    question = _open(db, thread, "open_question")
    return question if isinstance(question, dict) else None


def judgement_of(db: Session, thread: Thread) -> dict[str, Any] | None:
    """The assessment of the draft as it was last kept."""
    judgement = _open(db, thread, "judgement")
    return judgement if isinstance(judgement, dict) else None


def keep_content(db: Session, thread: Thread, content: dict[str, Any]) -> None:
    thread.content = _close(db, thread, "content", content)


def keep_open_question(db: Session, thread: Thread, question: dict[str, Any] | None) -> None:
    thread.open_question = None if question is None else _close(db, thread, "open_question", question)


def keep_judgement(db: Session, thread: Thread, judgement: dict[str, Any] | None) -> None:
    thread.judgement = None if judgement is None else _close(db, thread, "judgement", judgement)


def add_message(
    db: Session,
    thread: Thread,
    direction: str,
    *,
    kind: str = "new",
    body: dict[str, Any] | None = None,
    notice: str | None = None,
    delivery: str | None = None,
    answers: int | None = None,
) -> ThreadMessage:
    """Add something said, with the next number. Conflict once a person said more than is taken."""
    n = _next_number(db, thread, by_person=direction == "in")
    message = ThreadMessage(
        thread_id=thread.id,
        n=n,
        direction=direction,
        kind=kind,
        body=None if body is None else seal_body(db, thread, n, body),
        notice=notice,
        delivery_hash=delivery and hashlib.sha256(delivery.encode()).hexdigest(),
        answers=answers,
    )
    db.add(message)
    db.flush()
    return message


def add_replies(db: Session, thread: Thread, replies: list[dict[str, Any]], answers: int) -> None:
    """Add our replies to a message, with the next numbers."""
    if not replies:
        return
    first, now = _next_number(db, thread, by_person=False, more=len(replies)), utc_now()
    rows = [
        {
            "thread_id": thread.id,
            "n": n,
            "direction": "out",
            "kind": "reply",
            "body": seal_body(db, thread, n, body),
            "answers": answers,
            "at": now,
        }
        for n, body in enumerate(replies, first)
    ]
    db.execute(_ADD_MESSAGE, rows)


def seal_body(db: Session, thread: Thread, n: int, body: dict[str, Any]) -> bytes:
    return seal(db, thread.data_key_id, body, table="thread_messages", column="body", row=f"{thread.id}:{n}")


def body_of(db: Session, thread: Thread, message: ThreadMessage) -> dict[str, Any]:
    """What was said, opened; empty once it was removed or set aside."""
    return opened_body(db, thread, message.n, message.body)


def opened_body(db: Session, thread: Thread, n: int, sealed: bytes | None) -> dict[str, Any]:
    """What was said, by its number and as it is sealed; empty once it was removed or set aside."""
    if n <= (thread.aside_up_to or 0):
        return {}
    return _body(db, thread.data_key_id, thread.id, n, sealed)


def body_set_aside(db: Session, thread: Thread, message: ThreadMessage, key_id: str) -> dict[str, Any]:
    """What was said before a talk was set aside, opened with the key it was sealed with; or what was said since."""
    key = key_id if message.n <= (thread.aside_up_to or 0) else thread.data_key_id
    return _body(db, key, message.thread_id, message.n, message.body)


def _body(db: Session, key_id: str, thread_id: str, n: int, sealed: bytes | None) -> dict[str, Any]:
    if sealed is None:
        return {}
    return dict(unseal(db, key_id, sealed, table="thread_messages", column="body", row=f"{thread_id}:{n}"))


def messages_of(db: Session, thread: Thread, direction: str | None = None) -> list[ThreadMessage]:
    """What was said, in order."""
    query = select(ThreadMessage).where(ThreadMessage.thread_id == thread.id).order_by(ThreadMessage.n)
    if direction:
        query = query.where(ThreadMessage.direction == direction)
    return list(db.scalars(query))


def ensure_key(db: Session, thread: Thread) -> None:
    """Give a stopped or withdrawn thread, whose key was destroyed, a new one: it may still say that it is finished."""
    data_key = db.get(DataKey, thread.data_key_id)
    if data_key is None or data_key.destroyed_at is not None:
        thread.data_key_id = new_data_key(db)
        db.flush()


def erase(db: Session, thread: Thread, state: str) -> None:
    """Destroy the thread's data key and remove all it sealed; codes and times stay, so that it is known what was."""
    destroy(db, thread.data_key_id)
    db.execute(delete(ButtonToken).where(ButtonToken.thread_id == thread.id))
    db.execute(
        update(ThreadMessage)
        .where(ThreadMessage.thread_id == thread.id)
        .values(body=None)
        .execution_options(synchronize_session="fetch")
    )
    thread.content = thread.open_question = thread.judgement = thread.aside_up_to = None
    _end_handover(db, thread)
    _end_links(db, thread)
    thread.state = state
    thread.version += 1
    db.flush()


def keep_language(db: Session, thread: Thread, code: str | None) -> None:
    """Leave nothing of an erased draft but the language of its talk, so that its person is still understood in it."""
    if code is not None:
        ensure_key(db, thread)
        keep_content(db, thread, EMPTY_CONTENT | {"talk_in": code})


def set_aside(db: Session, thread: Thread, state: str) -> None:
    """Take what was said out of sight without erasing it: the nomination's key keeps it, the talk goes on with another.

    The draft goes: the nomination has what became of it.
    """
    db.execute(delete(ButtonToken).where(ButtonToken.thread_id == thread.id))
    thread.content = thread.open_question = thread.judgement = None
    _end_handover(db, thread)
    _end_links(db, thread)
    thread.aside_up_to = thread.last_n
    thread.data_key_id = new_data_key(db)
    thread.state = state
    thread.version += 1
    db.flush()


def _end_handover(db: Session, thread: Thread) -> None:
    # Whoever was asked for finds nothing here any more.
    still_open = update(Handover).where(Handover.thread_id == thread.id, Handover.ended_at.is_(None))
    db.execute(still_open.values(ended_at=utc_now(), ended_why="ended", waits_since=None))


def _end_links(db: Session, thread: Thread) -> None:
    # What a family answered went with the talk's key, or is part of the nomination; no link opens anything any more.
    mine = update(ConsentLink).where(ConsentLink.thread_id == thread.id)
    db.execute(mine.where(ConsentLink.state == "open").values(state="ended"))
    db.execute(mine.values(body=None, token_hash=None))


def _next_number(db: Session, thread: Thread, *, by_person: bool, more: int = 1) -> int:
    """The first of so many new numbers."""
    # One statement, so that two messages at once get two numbers on any database.
    counting = {"thread": thread.id, "more": more, "by_person": int(by_person), "now": utc_now()}
    last = db.execute(_COUNT_WHILE_TAKEN if by_person else _COUNT, counting).scalar_one_or_none()
    if last is None:
        raise Conflict("This conversation has become too long. Start a new one.")
    return int(last) - more + 1


def _open(db: Session, thread: Thread, column: str) -> Any:
    sealed: bytes | None = getattr(thread, column)
    if sealed is None:
        return None
    return unseal(db, thread.data_key_id, sealed, table="threads", column=column, row=thread.id)


def _close(db: Session, thread: Thread, column: str, value: Any) -> bytes:
    return seal(db, thread.data_key_id, value, table="threads", column=column, row=thread.id)
