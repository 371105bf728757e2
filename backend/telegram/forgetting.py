"""``/forget``: what the law lets us erase is erased at once. Callers commit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.accounts.accounts import as_actor
from backend.alerts.models import Alert
from backend.audit import record
from backend.database.base import utc_now
from backend.nominations.record import of_thread
from backend.nominations.stopping import stop
from backend.retention.holding import active_hold
from backend.telegram.chats import account_of, drop, find_chat
from backend.threads.models import Thread


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What went, and what had to stay."""

    talks: int = 0
    requests: int = 0
    """How many that had been sent were taken back."""
    alerts: bool = False
    """Whether alerts about danger are kept (docs/retention.md)."""
    held: bool = False
    """Whether a law keeps something that was sent, where nobody works with it."""


def forget(db: Session, chat: str, now: datetime | None = None) -> Forgotten:
    """Take back and erase every talk of a chat, and then who the chat is. A chat nobody knows: nothing to erase."""
    if find_chat(db, chat) is None:
        return Forgotten()
    now, account = now or utc_now(), account_of(db, chat)
    actor = as_actor(db, account, session_id="")
    talks = list(db.scalars(select(Thread).where(Thread.account_id == account.id)).unique())
    told = sum(1 for thread in talks if thread.state in ("open", "submitted"))
    sent = sum(1 for thread in talks if thread.state == "submitted")
    alerts = select(Alert.id).where(Alert.thread_id.in_([thread.id for thread in talks])).limit(1)
    sent_on = [nomination for thread in talks if (nomination := of_thread(db, thread.id)) is not None]
    held = any(active_hold(db, nomination) is not None for nomination in sent_on)
    for thread in talks:
        stop(db, thread.id, "withdrawn", now)
    record(db, actor, "forgotten", "account", account.id, None, talks=told)
    drop(db, account, now)
    return Forgotten(talks=told, requests=sent, alerts=db.scalar(alerts) is not None, held=held)
