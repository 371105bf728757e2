"""What the interview may know of a family's own answers: what and when, never who answered or how to reach them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from backend.consent.links import answered, body_of, newest, state_of
from backend.nominations.due import LONDON
from backend.threads.models import Thread
from backend.threads.summary import plain_date


def consent_link_view(db: Session, thread: Thread, now: datetime) -> dict[str, Any] | None:
    """The talk's link: its state and its last day, in words."""
    link = newest(db, thread.id)
    if link is None:
        return None
    return {"state": state_of(link, thread, now), "until": last_day(link.ends_at)}


def family_answers_view(db: Session, thread: Thread) -> list[dict[str, Any]]:
    """The answers in order; ``reached``: whether how to reach the family safely was said."""
    views = []
    for link in answered(db, thread.id):
        body = body_of(db, thread, link)
        views.append(
            {
                "state": "given" if link.state == "given" else "refused",
                "after": link.after,
                "on": link.answered_at.astimezone(LONDON).date().isoformat() if link.answered_at else None,
                "declined": [code for code, agreed in (body.get("purposes") or {}).items() if not agreed],
                "reached": bool(body.get("reach") or body.get("note")),
            }
        )
    return views


def last_day(ends_at: datetime) -> str:
    """The day on which a link ends, as people write it."""
    return plain_date(ends_at.astimezone(LONDON).date().isoformat())
