"""What was already done and already sent, so that a crash doubles as little as Telegram allows. Callers commit.

Telegram has no way to send a message under a name of ours, so between handing it over and noting that it was taken
there is a moment in which nobody can know. What was only claimed is sent again: rather twice than never.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from backend.database.base import utc_now
from backend.telegram.delivery import wait_again
from backend.telegram.models import TelegramSending, TelegramUpdate


def done_updates(db: Session, updates: Iterable[int]) -> list[int]:
    """Which of these updates are done with."""
    asked = [str(update) for update in updates]
    return sorted(int(known) for known in db.scalars(select(TelegramUpdate.id).where(TelegramUpdate.id.in_(asked))))


def note_done(db: Session, update: int) -> None:
    """An update is done with. Again: nothing happens."""
    _once(db, TelegramUpdate, {"id": str(update), "at": utc_now()})


def claim(db: Session, keys: list[str]) -> list[str]:
    """Claim messages that are about to be sent; which of them were sent (or cannot be) already."""
    for key in keys:
        _once(db, TelegramSending, {"id": key, "state": "claimed", "at": utc_now()})
    over = select(TelegramSending.id).where(TelegramSending.id.in_(keys), TelegramSending.state != "claimed")
    return list(db.scalars(over))


def note_sent(db: Session, key: str, state: Literal["sent", "undeliverable"]) -> None:
    """What became of a message that was claimed."""
    claim(db, [key])
    sending = db.get_one(TelegramSending, key)
    sending.state, sending.at = state, utc_now()
    if state == "undeliverable":
        wait_again(db, key)
    db.flush()


def hold(db: Session, key: str, until: datetime) -> None:
    """Let a message wait for a time that was named as safe."""
    claim(db, [key])
    sending = db.get_one(TelegramSending, key)
    sending.not_before, sending.at = until, utc_now()
    db.flush()


def _once(db: Session, table: type[TelegramSending | TelegramUpdate], values: dict[str, object]) -> None:
    dialect = postgresql if db.get_bind().dialect.name == "postgresql" else sqlite
    db.execute(dialect.insert(table).values(**values).on_conflict_do_nothing())
