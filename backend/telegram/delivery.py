"""Whether what was said unasked reached the chat, for whoever said it and would otherwise wait for an answer."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.handovers.models import Handover
from backend.telegram.models import TelegramChat, TelegramSending
from backend.threads.models import Thread, ThreadMessage

SAID = "said "


def key_of(thread: str, n: int) -> str:
    """How the sending of a message is named."""
    return f"{SAID}{thread}:{n}"


def not_delivered(db: Session, thread: Thread) -> frozenset[int]:
    """Numbers of a person's messages that did not reach the chat: it takes none, wants none, or is known no more."""
    if thread.channel != "telegram":
        return frozenset()
    person = select(ThreadMessage.n).where(ThreadMessage.thread_id == thread.id, ThreadMessage.kind == "person")
    keys = {key_of(thread.id, n): n for n in db.scalars(person)}
    states = dict(
        db.execute(select(TelegramSending.id, TelegramSending.state).where(TelegramSending.id.in_(keys))).all()
    )
    chat = db.scalar(select(TelegramChat).where(TelegramChat.account_id == thread.account_id))
    waits = chat is not None and chat.state == "open"
    return frozenset(
        n for key, n in keys.items() if states.get(key) == "undeliverable" or (key not in states and not waits)
    )


def held(db: Session, thread: Thread, now: datetime) -> dict[int, datetime]:
    """Numbers of messages that wait for a time that the family named as safe, with when that is."""
    if thread.channel != "telegram":
        return {}
    mine = TelegramSending.id.like(f"{SAID}{thread.id}:%"), TelegramSending.state == "claimed"
    waiting = select(TelegramSending.id, TelegramSending.not_before).where(*mine, TelegramSending.not_before > now)
    return {int(key.rpartition(":")[2]): until for key, until in db.execute(waiting).all() if until is not None}


def wait_again(db: Session, key: str) -> None:
    """An answer that cannot be delivered comes back: its conversation waits for the person once more."""
    thread, _, _ = key.removeprefix(SAID).partition(":")
    still_open = select(Handover).where(Handover.thread_id == thread, Handover.ended_at.is_(None))
    handover = db.scalar(still_open)
    if key.startswith(SAID) and handover is not None and handover.waits_since is None:
        handover.waits_since = handover.asked_at
