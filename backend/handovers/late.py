"""Whom nobody answers in time is told so, with the numbers; coordinators and leads are told once more. The worker's."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from backend.accounts.accounts import holders
from backend.audit import record
from backend.handovers.models import Handover
from backend.handovers.record import ANSWERERS, possible_programmes
from backend.handovers.wording import late_text
from backend.outbox.service import post
from backend.threads.record import add_message, ensure_key, find_thread, language_of_talk


def is_late(now: datetime) -> ColumnElement[bool]:
    """Hand-overs that nobody answered in time, of which nobody was told yet."""
    return and_(Handover.ended_at.is_(None), Handover.late_at.is_(None), Handover.due_at <= now)


def tell_late(db: Session, now: datetime) -> int:
    """Tell who waits, and those who should have answered; how many wait."""
    late = db.scalars(select(Handover).where(is_late(now)).with_for_update(skip_locked=True)).all()
    for handover in late:
        handover.late_at = now
        thread = find_thread(db, handover.thread_id, lock=True)
        ensure_key(db, thread)
        said = late_text(handover.programme, thread.audience, language_of_talk(db, thread))
        add_message(db, thread, "out", kind="notice", body={"text": said})
        told = {
            each for code in possible_programmes(db, handover) for role in ANSWERERS for each in holders(db, role, code)
        }
        cause = f"handover:{handover.id}:late:{thread.last_n}"
        post(db, told, "person-still-wanted", cause, handover.programme)
        record(db, None, "escalated", "handover", handover.id, handover.programme)
    db.flush()
    return len(late)
