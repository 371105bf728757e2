"""Requests that people make about their data: recording one, and who sees which. Callers commit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backend.access import Actor, Role
from backend.accounts.accounts import holders, name_of
from backend.audit import record
from backend.database.base import new_id
from backend.errors import Conflict, Invalid, NotFound, Refused
from backend.keys import seal, unseal
from backend.nominations import record as nominations
from backend.nominations.due import LONDON
from backend.nominations.models import Nomination
from backend.outbox.service import post
from backend.rights.models import KINDS, RightsRequest
from backend.rights.term import answer_by

Kind = Literal["access", "correction", "objection", "erasure"]
DECIDERS: tuple[Role, ...] = ("coordinator", "lead")
"""Who records requests for others and answers them."""
LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request in a list; ``said`` and ``reason`` are empty once the family was erased or set aside."""

    id: str
    reference: str
    programme: str
    kind: str
    asked_on: date
    due_on: date
    overdue: bool
    said: dict[str, Any]
    outcome: str | None
    reason: str | None
    kept: list[str]
    decided_by: str | None
    decided_role: str | None
    decided_at: datetime | None


def ask(
    db: Session,
    actor: Actor,
    reference: str,
    *,
    kind: str,
    by: str,
    how: str,
    words: str,
    now: datetime,
    asked_on: date | None = None,
    field: str | None = None,
    value: str | None = None,
) -> RightsRequest:
    """Record what somebody asks about their data and tell the coordinators.

    By a coordinator or lead of the programme for whoever asked (``by``, ``how``), or by whoever sent the nomination. An
    objection pauses the nomination until a person has answered. NotFound out of reach, Invalid, Conflict once it ended.
    """
    nomination = nominations.find_nomination(db, reference, lock=True)
    if nomination.programme not in actor.programmes(*DECIDERS) and nomination.account_id != actor.account_id:
        raise NotFound
    if nomination.erased_at is not None:
        raise Conflict("This nomination was erased. Nothing about the family is left.")
    today = now.astimezone(LONDON).date()
    day = asked_on or today
    _check(kind, words, day, today)
    request = RightsRequest(
        id=new_id(),
        nomination_id=nomination.id,
        programme=nomination.programme,
        kind=kind,
        asked_on=day,
        due_on=answer_by(day),
        recorded_by=actor.account_id,
        recorded_at=now,
    )
    said = {"by": by.strip(), "how": how.strip(), "words": words.strip(), "field": field, "value": value}
    request.body = _seal(db, nomination, request, "body", said)
    db.add(request)
    if kind == "objection" and nomination.status != "withdrawn":
        nomination.paused_at = nomination.paused_at or now
        nomination.version += 1
    record(db, actor, "asked", "request", request.id, nomination.programme, right=kind, nomination=nomination.id)
    db.flush()
    told = [each for each in holders(db, "coordinator", nomination.programme) if each != actor.account_id]
    post(db, told, "request-waiting", f"request:{request.id}", nomination.programme)
    return request


def find_request(db: Session, actor: Actor, request_id: str) -> tuple[RightsRequest, Nomination]:
    """A request that the actor may answer, with its nomination, both locked. NotFound out of reach."""
    request = db.get(RightsRequest, request_id)
    if request is None:
        raise NotFound
    actor.must_be(request.programme, *DECIDERS)
    reference = db.get_one(Nomination, request.nomination_id).reference
    nomination = nominations.find_nomination(db, reference, lock=True)
    db.refresh(request, with_for_update=True)
    return request, nomination


def open_requests(db: Session, actor: Actor, now: datetime) -> list[RequestRow]:
    """What waits for an answer in the actor's programmes, the next due first. Nothing of what was said is opened."""
    if not actor.has(*DECIDERS):
        raise Refused
    waiting = select(RightsRequest).where(
        RightsRequest.outcome.is_(None), RightsRequest.programme.in_(actor.programmes(*DECIDERS))
    )
    found = db.scalars(waiting.order_by(RightsRequest.due_on, RightsRequest.id)).all()
    record(db, actor, "listed", "requests", "open", None, count=len(found))
    return [_row(db, request, now, opened=False) for request in found]


def waiting_about(db: Session, reference: str) -> int:
    """How many requests about a nomination wait for an answer."""
    nomination = nominations.find_nomination(db, reference)
    waiting = select(func.count()).where(RightsRequest.nomination_id == nomination.id, RightsRequest.outcome.is_(None))
    return db.scalar(waiting) or 0


def requests_about(db: Session, actor: Actor, reference: str, now: datetime) -> list[RequestRow]:
    """All requests about a nomination, newest first, for those who answer them or for whoever sent it."""
    nomination = nominations.find_nomination(db, reference)
    answers = nomination.programme in actor.programmes(*DECIDERS)
    if not answers and nomination.account_id != actor.account_id:
        raise NotFound
    query = select(RightsRequest).where(RightsRequest.nomination_id == nomination.id)
    if not answers:
        # What others in the family asked for is theirs: whoever nominated must not learn of it.
        query = query.where(RightsRequest.recorded_by == actor.account_id)
    record(db, actor, "read", "requests", nomination.id, nomination.programme)
    found = db.scalars(query.order_by(RightsRequest.recorded_at.desc(), RightsRequest.id))
    return [_row(db, request, now, opened=True) for request in found]


def said_in(db: Session, nomination: Nomination, request: RightsRequest) -> dict[str, Any]:
    """Who asked, how, and what for; empty once the record is gone or set aside."""
    return dict(_open(db, nomination, request, "body") or {})


def keep_answer(db: Session, nomination: Nomination, request: RightsRequest, reason: str) -> None:
    request.answer = _seal(db, nomination, request, "answer", reason)


def _check(kind: str, words: str, day: date, today: date) -> None:
    if kind not in KINDS:
        raise Invalid("Choose what is asked for.")
    if len(words) > LONGEST:
        raise Invalid(f"What is asked for must be {LONGEST:,} characters or fewer.")
    if day > today:
        raise Invalid("The day on which it was asked cannot be after today.")


def _row(db: Session, request: RightsRequest, now: datetime, *, opened: bool) -> RequestRow:
    nomination = db.get_one(Nomination, request.nomination_id)
    return RequestRow(
        id=request.id,
        reference=nomination.reference,
        programme=request.programme,
        kind=request.kind,
        asked_on=request.asked_on,
        due_on=request.due_on,
        overdue=request.outcome is None and request.due_on < now.astimezone(LONDON).date(),
        said=said_in(db, nomination, request) if opened else {},
        outcome=request.outcome,
        reason=_open(db, nomination, request, "answer") if opened else None,
        kept=request.kept or [],
        decided_by=name_of(db, request.decided_by) if request.decided_by else None,
        decided_role=request.decided_role,
        decided_at=request.decided_at,
    )


def _seal(db: Session, nomination: Nomination, request: RightsRequest, column: str, value: Any) -> bytes:
    return seal(db, nomination.data_key_id, value, table="rights_requests", column=column, row=request.id)


def _open(db: Session, nomination: Nomination, request: RightsRequest, column: str) -> Any:
    sealed: bytes | None = getattr(request, column)
    if sealed is None or nomination.set_aside_at is not None:
        return None
    return unseal(db, nomination.data_key_id, sealed, table="rights_requests", column=column, row=request.id)
