"""What is kept of the service itself and ends by itself: rows and files whose time is up (``service.yml``)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from sqlalchemy import ColumnElement, and_, delete, func, or_, select
from sqlalchemy.orm import Session

from backend.accounts.models import Account, SignedInSession, SignInAttempt
from backend.database.base import Base
from backend.keys.models import DataKey
from backend.outbox.models import Mail
from backend.retention.policy import service_oldest
from backend.telegram.chats import drop
from backend.telegram.models import PrivateLink, TelegramChat, TelegramSending, TelegramUpdate
from backend.threads.models import Thread


def overdue(db: Session, now: datetime, data: Path | None) -> dict[str, int]:
    """How many of each kind are due. ``data`` is the data folder, for the mails that the demonstration writes."""
    counts = {
        kind: db.scalar(select(func.count()).select_from(table).where(due)) or 0
        for kind, (table, due) in _rows(now).items()
    }
    chats = db.scalar(select(func.count()).select_from(TelegramChat).where(_is_left(now))) or 0
    return {**counts, "telegram_chats": chats, "demo_mails": len(_old_files(data, now))}


def clear(db: Session, now: datetime) -> dict[str, int]:
    """Delete the rows that are due; how many of each kind."""
    found = overdue(db, now, None)
    for table, due in _rows(now).values():
        db.execute(delete(table).where(due).execution_options(synchronize_session=False))
    for chat in db.scalars(select(TelegramChat).where(_is_left(now))):
        drop(db, db.get_one(Account, chat.account_id), now)
    return {kind: found[kind] for kind in (*_rows(now), "telegram_chats")}


def clear_files(data: Path | None, now: datetime) -> int:
    """Delete the demonstration's mail files that are due; how many."""
    old = _old_files(data, now)
    for file in old:
        file.unlink(missing_ok=True)
    return len(old)


def _is_left(now: datetime) -> ColumnElement[bool]:
    """Chats in which nobody has written for long and from which nothing is kept that its person waits for."""
    kept = select(Thread.id).join(DataKey, DataKey.id == Thread.data_key_id)
    kept = kept.where(Thread.account_id == TelegramChat.account_id, Thread.state.in_(("open", "submitted")))
    waits = kept.where(DataKey.destroyed_at.is_(None)).exists()
    return and_(TelegramChat.touched_at <= service_oldest("telegram_chats", now), ~waits)


def _rows(now: datetime) -> Mapping[str, tuple[type[Base], ColumnElement[bool]]]:
    mails, sessions = service_oldest("mails", now), service_oldest("sessions", now)
    return {
        "mails": (Mail, or_(Mail.sent_at <= mails, Mail.given_up_at <= mails)),
        "sessions": (SignedInSession, SignedInSession.expires_at <= sessions),
        "sign_in_attempts": (SignInAttempt, SignInAttempt.at <= service_oldest("sign_in_attempts", now)),
        "telegram_updates": (TelegramUpdate, TelegramUpdate.at <= service_oldest("telegram_updates", now)),
        "private_links": (PrivateLink, PrivateLink.ends_at <= service_oldest("private_links", now)),
        "telegram_sendings": (TelegramSending, TelegramSending.at <= service_oldest("telegram_sendings", now)),
    }


def _old_files(data: Path | None, now: datetime) -> list[Path]:
    if data is None:
        return []
    oldest = service_oldest("demo_mails", now).timestamp()
    return [file for file in sorted((data / "mail").glob("*.eml")) if file.stat().st_mtime <= oldest]
