"""What is to be taken out of a nomination after it was sent, as it was said in its talk: a request. Callers commit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.errors import Conflict, NotFound
from backend.nominations import record as nominations
from backend.nominations.models import Nomination
from backend.rights.models import RightsRequest
from backend.rights.requests import ask, said_in
from backend.threads.conversations import speaker
from backend.threads.models import ThreadMessage
from backend.threads.record import body_of, find_thread


@dataclass(frozen=True, slots=True)
class Asked:
    """The request, as whoever asked is told of it."""

    reference: str
    answer_by: date


def ask_in_talk(db: Session, thread_id: str, message: int, now: datetime) -> Asked:
    """Make a request for a correction of the words of a message; the same message again changes nothing.

    Raises Conflict if there is no nomination, NotFound if there is no such message.
    """
    thread = find_thread(db, thread_id, lock=True)
    nomination = nominations.of_thread(db, thread_id)
    if nomination is None or nomination.status == "withdrawn":
        raise Conflict("There is no nomination to put right.")
    said = db.get(ThreadMessage, (thread.id, message))
    if said is None or said.direction != "in":
        raise NotFound("There is no such message in this conversation.")
    how = f"chat, message {message}"
    request = _before(db, nomination, how) or ask(
        db,
        speaker(db, thread),
        nomination.reference,
        kind="correction",
        by="",
        how=how,
        words=str(body_of(db, thread, said).get("text") or "")[:4_000],
        now=now,
    )
    return Asked(nomination.reference, request.due_on)


def _before(db: Session, nomination: Nomination, how: str) -> RightsRequest | None:
    query = select(RightsRequest).where(
        RightsRequest.nomination_id == nomination.id, RightsRequest.kind == "correction"
    )
    return next((each for each in db.scalars(query) if said_in(db, nomination, each).get("how") == how), None)
