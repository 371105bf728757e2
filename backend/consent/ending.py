"""Drafts about a family that nobody asked in time: they wait as long as its link lasts, and no longer."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from backend.audit import record
from backend.consent.links import answered, end, newest
from backend.threads.models import Thread
from backend.threads.notices import add_notice
from backend.threads.record import content_of, erase


def waits_in_vain(db: Session, thread: Thread, now: datetime) -> bool:
    """Whether the link's time is up and nobody agreed, by it or in any other way."""
    link = newest(db, thread.id)
    if thread.state != "open" or link is None or now < link.ends_at or answered(db, thread.id):
        return False
    return (content_of(db, thread).get("consent") or {}).get("state") != "given"


def stop_waiting(db: Session, thread: Thread) -> None:
    """Erase the draft and say so in its talk. Callers commit."""
    link = newest(db, thread.id)
    if link is not None:
        end(link, "ended")
    record(db, None, "stopped", "thread", thread.id, thread.programme, reason="link-ended")
    erase(db, thread, "stopped")
    add_notice(db, thread, "link-ended")
