"""A thread as the actions see it (docs/wire.md, ``GET /internal/threads/{thread}``)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, exists, func, select
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit import record
from backend.consent.models import ConsentLink
from backend.consent.view import consent_link_view, family_answers_view, last_day
from backend.nominations.due import LONDON
from backend.nominations.models import Nomination
from backend.programmes import covers, interview_view, load_programmes, right_door
from backend.threads.another import left_before, waiting_beside
from backend.threads.conversations import programmes_of, speaker
from backend.threads.models import Thread, ThreadMessage
from backend.threads.record import content_of, judgement_of, open_question_of, opened_body

_LONG_AGO = timedelta(minutes=30)
"""Who wrote in a talk since then may well be in the middle of it, on another screen."""

# Asked in every turn, hence made once.
_HEARD = (
    select(ThreadMessage.n, ThreadMessage.at, ThreadMessage.kind, ThreadMessage.body)
    .where(ThreadMessage.thread_id == bindparam("thread"), ThreadMessage.direction == "in")
    .order_by(ThreadMessage.n)
)
_BESIDE = select(
    select(func.count())
    .select_from(Nomination)
    .where(Nomination.account_id == bindparam("account"))
    .scalar_subquery()
    .label("sent"),
    exists().where(ConsentLink.thread_id == bindparam("thread")).label("has_links"),
)


def thread_view(db: Session, thread: Thread, now: datetime) -> dict[str, Any]:
    """All the interview may know; what the backend knows beyond it (that a family is known already) is not in it."""
    content = content_of(db, thread)
    programme = load_programmes().get(thread.programme or "")
    actor = speaker(db, thread)
    record(db, None, "read", "thread", thread.id, thread.programme, by="interview")
    said = [
        (entry, opened_body(db, thread, entry.n, entry.body)) for entry in db.execute(_HEARD, {"thread": thread.id})
    ]
    beside = db.execute(_BESIDE, {"thread": thread.id, "account": thread.account_id}).one()
    # A talk can wait beside this one where a message was parted, which an erased one no longer tells.
    was_parted = thread.state != "open" or any(body.get("moved") for _, body in said)
    return {
        "thread": thread.id,
        "version": thread.version,
        "state": thread.state,
        "reference": thread.reference,
        "audience": thread.audience,
        "channel": thread.channel,
        "nominator": _who_speaks(actor, thread),
        "programmes": _programmes(actor),
        "programme": interview_view(programme) if programme else None,
        "today": now.astimezone(LONDON).date().isoformat(),
        "messages": [_message(entry, body) for entry, body in said],
        "content": content,
        "open_question": open_question_of(db, thread),
        "assessment": judgement_of(db, thread),
        "status": _status(db, thread),
        "sent": beside.sent,
        "out_of_area": is_out_of_area(thread.programme, content),
        "elsewhere": elsewhere(thread.programme, content),
        "consent_link": consent_link_view(db, thread, now) if beside.has_links else None,
        "family_answers": family_answers_view(db, thread) if beside.has_links else [],
        "another_waits": was_parted and waiting_beside(db, thread) is not None,
        "left": _left(db, thread, now),
    }


def _who_speaks(actor: Actor, thread: Thread) -> dict[str, Any]:
    """Who speaks, as the interview knows them: what a chat's account is called is nobody's name."""
    told = nominator_of(actor, thread.audience)
    return told | {"name": None} if thread.channel == "telegram" else told


def nominator_of(actor: Actor, audience: str, content: dict[str, Any] | None = None) -> dict[str, Any]:
    """Who speaks, as the nomination names them: as the account says, else as they said in the talk (``content``)."""
    told = (content or {}).get("nominator") or {}
    return {
        "kind": audience,
        "name": actor.display_name or told.get("name"),
        "role": actor.job_title or told.get("role"),
        "agency": actor.agency or told.get("agency"),
    }


def is_out_of_area(programme: str | None, content: dict[str, Any]) -> bool:
    """Whether the family certainly lives in another area than the programme's."""
    known = load_programmes().get(programme or "")
    return known is not None and covers(known, content.get("postcode")) is False


def elsewhere(programme: str | None, content: dict[str, Any]) -> str | None:
    """Whose door is the right one for an address outside the programme's area, in a sentence; None inside it."""
    known = load_programmes().get(programme or "")
    if known is None or not is_out_of_area(programme, content):
        return None
    return right_door(known, content.get("postcode"))


def _status(db: Session, thread: Thread) -> str | None:
    if thread.reference is None:
        return None
    return db.scalar(select(Nomination.status).where(Nomination.thread_id == thread.id))


def _left(db: Session, thread: Thread, now: datetime) -> dict[str, Any] | None:
    """A talk that its person left: the day on which it was begun, in words. The page shows that by itself."""
    left = None if thread.page else left_before(db, thread)
    if left is None:
        return None
    return {"begun": last_day(left.created_at), "long_ago": now - left.touched_at >= _LONG_AGO}


def _programmes(actor: Actor) -> list[dict[str, Any]]:
    return [
        {
            "code": programme.code,
            "name": programme.name,
            "area": programme.area.name,
            "districts": sorted(programme.area.postcodes),
            "shared": sorted(programme.area.shared),
        }
        for code, programme in sorted(load_programmes().items())
        if code in programmes_of(actor)
    ]


def _message(entry: Any, body: dict[str, Any]) -> dict[str, Any]:
    return {
        "n": entry.n,
        "at": entry.at.isoformat(),
        "text": body.get("text", ""),
        "reading": body.get("reading", {}),
        "press": body.get("press"),
        "question": body.get("question"),
        "kind": entry.kind,
    }
