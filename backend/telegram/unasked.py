"""What was said in talks on Telegram that answers no message (a person's answer, a notice), still to be sent.

Only in the times that the family named as safe: what comes at another waits for the next of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, String, and_, cast, exists, literal, or_, select
from sqlalchemy.orm import Session

from backend.audit import record
from backend.telegram.chats import address_of
from backend.telegram.delivery import SAID, key_of
from backend.telegram.models import TelegramChat, TelegramSending
from backend.telegram.safe_times import safe_of
from backend.telegram.sendings import hold, note_sent
from backend.threads.conversations import speaker
from backend.threads.languages import language_of, speaking
from backend.threads.models import Thread, ThreadMessage
from backend.threads.page import PageMessage, shown_messages
from backend.threads.record import language_of_talk

OLDEST = timedelta(days=7)
"""What could not be sent for so long is not sent any more: who reads the chat by then is not known."""
AT_ONCE = 50
NOT_SENT = ("draft-ended", "link-ended")
"""Notices that come long after anything was said, when nobody knows who reads the chat."""


@dataclass(frozen=True, slots=True)
class Unasked:
    """A message with where it goes. ``chat`` is Telegram's identifier."""

    key: str
    chat: str
    message: PageMessage
    language: str | None = None
    """Of the talk; None is English."""


def unasked(db: Session, now: datetime) -> list[Unasked]:
    """What is still to be sent, oldest first. Where nothing is, nothing is opened or read."""
    found: list[Unasked] = []
    for row in db.execute(_waiting(now)).unique().all():
        thread, chat, n = row
        if not _may_be_sent(db, thread, n, now):
            continue
        address, message = address_of(db, chat), _message(db, thread, n)
        if address is not None and message is not None:
            found.append(Unasked(key_of(thread.id, n), address, message, language_of_talk(db, thread)))
    return found


def _may_be_sent(db: Session, thread: Thread, n: int, now: datetime) -> bool:
    """Whether now is safe; else until when it waits is kept. Where no time is safe it comes back as not delivered."""
    safe = safe_of(db, thread)
    if safe.is_now(now):
        return True
    following = safe.next(now)
    if following is None:
        note_sent(db, key_of(thread.id, n), "undeliverable")
    else:
        hold(db, key_of(thread.id, n), following)
    return False


def _waiting(now: datetime) -> Select[Thread, TelegramChat, int]:
    key = literal(SAID) + ThreadMessage.thread_id + literal(":") + cast(ThreadMessage.n, String)
    later = and_(TelegramSending.not_before.is_not(None), TelegramSending.not_before > now)
    over = exists().where(TelegramSending.id == key, or_(TelegramSending.state != "claimed", later))
    of_ours = (ThreadMessage.direction == "out", ThreadMessage.answers.is_(None), ThreadMessage.at > now - OLDEST)
    discreet = or_(ThreadMessage.notice.is_(None), ThreadMessage.notice.not_in(NOT_SENT))
    return (
        select(Thread, TelegramChat, ThreadMessage.n)
        .join(ThreadMessage, ThreadMessage.thread_id == Thread.id)
        .join(TelegramChat, TelegramChat.account_id == Thread.account_id)
        .where(Thread.channel == "telegram", TelegramChat.state == "open", *of_ours, discreet, ~over)
        .order_by(ThreadMessage.at, ThreadMessage.n)
        .limit(AT_ONCE)
    )


def _message(db: Session, thread: Thread, n: int) -> PageMessage | None:
    record(db, speaker(db, thread), "read", "thread", thread.id, thread.programme, by="telegram")
    with speaking(language_of(language_of_talk(db, thread))):
        return next((message for message in shown_messages(db, thread) if message.n == n), None)
