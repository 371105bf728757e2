"""Answering a request: a person, an outcome, a reason, and what follows from it at once. Callers commit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit import record
from backend.errors import Conflict, Invalid
from backend.nominations import record as nominations
from backend.nominations.erasing import Why, erase_or_set_aside
from backend.nominations.judgements import keep_judgement
from backend.nominations.judging import judge
from backend.nominations.models import Nomination
from backend.nominations.stopping import tell_that_it_ended
from backend.rights.correcting import Correction, correct, dispute
from backend.rights.kept import kept_codes
from backend.rights.models import OUTCOMES, RightsRequest
from backend.rights.requests import DECIDERS, LONGEST, find_request, keep_answer
from backend.threads.models import Thread
from backend.threads.notices import add_notice


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person decided about a request. ``field`` and ``value`` say what is put right, in a correction."""

    outcome: str
    """``granted``, ``partly`` (a disputed value stays with what is said against it) or ``refused``."""
    reason: str
    field: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of it. ``record``: whether the family's record was erased, kept aside under a hold, or neither."""

    outcome: str
    record: Literal["erased", "kept", "stays"]
    kept: list[str]
    """Codes of what stays after an erasure, to be told."""


def answer(db: Session, actor: Actor, request_id: str, given: Answer, now: datetime) -> Answered:
    """Answer a request, as a coordinator or lead of its programme.

    NotFound out of reach, Conflict when it was answered before, Invalid without a reason or for what cannot be done.
    """
    request, nomination = find_request(db, actor, request_id)
    if request.outcome is not None:
        raise Conflict("Somebody has answered this request meanwhile.")
    _check(request, given)
    if request.kind == "correction" and given.outcome != "refused" and nomination.status != "withdrawn":
        wanted = Correction(given.field or "", given.value, given.reason.strip(), request.recorded_by)
        (correct if given.outcome == "granted" else dispute)(db, nomination, wanted, actor, now)
    if nomination.erased_at is None and nomination.set_aside_at is None:
        keep_answer(db, nomination, request, given.reason.strip())
    request.outcome = given.outcome
    request.decided_at, request.decided_by = now, actor.account_id
    request.decided_role = next(role for role in DECIDERS if actor.may(role, request.programme))
    db.flush()
    done = _follow(db, actor, request, nomination, given, now=now)
    request.outcome = done.outcome
    _tell_who_asked(db, request, nomination)
    record(
        db, actor, "answered", "request", request.id, request.programme,
        right=request.kind, outcome=request.outcome, record=done.record,
    )  # fmt: skip
    db.flush()
    return done


def _follow(
    db: Session, actor: Actor, request: RightsRequest, nomination: Nomination, given: Answer, *, now: datetime
) -> Answered:
    if request.kind == "erasure" and given.outcome == "granted" and nomination.set_aside_at is not None:
        # Taken back before, and kept by a hold since: nothing more can be erased, and that is what is said.
        request.kept = kept_codes(db, nomination)
        return Answered("partly", "kept", request.kept)
    if nomination.status == "withdrawn":
        return Answered(given.outcome, "stays", [])
    if request.kind == "objection" and given.outcome != "granted":
        _resume(db, actor, nomination, now)
    if request.kind in ("objection", "erasure") and given.outcome == "granted":
        return _end(db, actor, request, nomination)
    return Answered(given.outcome, "stays", [])


def _end(db: Session, actor: Actor, request: RightsRequest, nomination: Nomination) -> Answered:
    why: Why = "objection" if request.kind == "objection" else "asked-for"
    request.kept = kept_codes(db, nomination)
    ended = erase_or_set_aside(db, nomination, why, actor)
    tell_that_it_ended(db, nomination, actor)
    # What a hold keeps was not erased, whatever was granted.
    outcome = "partly" if ended == "kept" and why == "asked-for" else "granted"
    return Answered(outcome, ended, request.kept)


def _resume(db: Session, actor: Actor, nomination: Nomination, now: datetime) -> None:
    waiting = select(RightsRequest.id).where(
        RightsRequest.nomination_id == nomination.id,
        RightsRequest.kind == "objection",
        RightsRequest.outcome.is_(None),
    )
    if nomination.paused_at is None or db.scalars(waiting.limit(1)).first() is not None:
        return
    nomination.paused_at = None
    nomination.version += 1
    content, version = nominations.content_of(db, nomination), nomination.programme_version
    judged = judge(db, nomination.programme, content, now, version=version, apart_from=nomination.id)
    keep_judgement(db, nomination, judged, cause="resumed", now=now, by=actor.account_id)


def _tell_who_asked(db: Session, request: RightsRequest, nomination: Nomination) -> None:
    # In the talk only where its own person asked: whoever nominated must not learn what the family asks for.
    thread = db.get(Thread, nomination.thread_id) if nomination.thread_id else None
    if thread is not None and thread.account_id == request.recorded_by:
        add_notice(db, thread, "request-answered")


def _check(request: RightsRequest, given: Answer) -> None:
    if given.outcome not in OUTCOMES or (given.outcome == "partly" and request.kind != "correction"):
        raise Invalid("Choose how you answer.")
    if not given.reason.strip() or len(given.reason) > LONGEST:
        raise Invalid(f"Give a reason, in at most {LONGEST:,} characters: whoever asked is told it.")
