"""Whether the worker runs and messages go out: noted by the worker, looked at by health checks and pages."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from backend.database.engine import Sessions
from backend.outbox.models import Mail, WorkerRound

EVERY = timedelta(seconds=20)
"""Between two notes: a worker that has nothing to do should seldom be in a writer's way."""
LATE = timedelta(minutes=5)
"""Longer than a mail server may take, or a large part of the daily run."""
_MANY_TRIES = 6
"""The waits before that many tries add up to more than five minutes."""
_ROW = "worker"
WorkerState = Literal["ok", "late", "unknown"]


class Pulse:
    """A worker's notes that it is there."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self._noted: datetime | None = None

    def beat(self, now: datetime) -> None:
        """Note a round, unless that was done a moment ago."""
        if self._noted is not None and timedelta(0) <= now - self._noted < EVERY:
            return
        with self._sessions.begin() as db:
            db.merge(WorkerRound(id=_ROW, at=now))
        self._noted = now


def last_round(db: Session) -> datetime | None:
    """When the worker last noted that it is there; None before it ever did."""
    return db.scalar(select(WorkerRound.at).where(WorkerRound.id == _ROW))


def worker_state(db: Session, now: datetime) -> WorkerState:
    """``late`` where no worker has been there for minutes, ``unknown`` where none ever was."""
    last = last_round(db)
    if last is None:
        return "unknown"
    return "ok" if now - last <= LATE else "late"


def waiting_too_long(db: Session, now: datetime) -> int:
    """How many messages should have gone out by now: nobody tried, or the mail server has not taken them."""
    overdue = or_(Mail.next_try_at < now - LATE, Mail.attempts >= _MANY_TRIES)
    unsent = select(func.count()).select_from(Mail).where(Mail.sent_at.is_(None), Mail.given_up_at.is_(None), overdue)
    return db.scalar(unsent) or 0
