"""What is kept of the service itself and ends by itself: rows and files whose time is up (``service.yml``)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from sqlalchemy import ColumnElement, delete, func, or_, select
from sqlalchemy.orm import Session

from backend.accounts.models import SignedInSession, SignInAttempt
from backend.database.base import Base
from backend.outbox.models import Mail
from backend.retention.policy import service_oldest


def overdue(db: Session, now: datetime, data: Path | None) -> dict[str, int]:
    """How many of each kind are due. ``data`` is the data folder, for the mails that the demonstration writes."""
    counts = {
        kind: db.scalar(select(func.count()).select_from(table).where(due)) or 0
        for kind, (table, due) in _rows(now).items()
    }
    return {**counts, "demo_mails": len(_old_files(data, now))}


def clear(db: Session, now: datetime) -> dict[str, int]:
    """Delete the rows that are due; how many of each kind."""
    found = overdue(db, now, None)
    for table, due in _rows(now).values():
        db.execute(delete(table).where(due).execution_options(synchronize_session=False))
    return {kind: found[kind] for kind in _rows(now)}


def clear_files(data: Path | None, now: datetime) -> int:
    """Delete the demonstration's mail files that are due; how many."""
    old = _old_files(data, now)
    for file in old:
        file.unlink(missing_ok=True)
    return len(old)


def _rows(now: datetime) -> Mapping[str, tuple[type[Base], ColumnElement[bool]]]:
    mails, sessions = service_oldest("mails", now), service_oldest("sessions", now)
    return {
        "mails": (Mail, or_(Mail.sent_at <= mails, Mail.given_up_at <= mails)),
        "sessions": (SignedInSession, SignedInSession.expires_at <= sessions),
        "sign_in_attempts": (SignInAttempt, SignInAttempt.at <= service_oldest("sign_in_attempts", now)),
    }


def _old_files(data: Path | None, now: datetime) -> list[Path]:
    if data is None:
        return []
    oldest = service_oldest("demo_mails", now).timestamp()
    return [file for file in sorted((data / "mail").glob("*.eml")) if file.stat().st_mtime <= oldest]
