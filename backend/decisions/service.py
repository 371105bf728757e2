"""Deciding: a person, a reason, once for each version of a nomination. Callers commit."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit import record
from backend.database.base import new_id, utc_now
from backend.decisions.messages import tell_nominator
from backend.decisions.models import Decision
from backend.decisions.record import decisions_of, keep_reason
from backend.decisions.shapes import Decided, NewDecision
from backend.errors import Conflict, Invalid
from backend.nominations.due import LONDON
from backend.nominations.models import Nomination
from backend.nominations.record import find_nomination, judgements_of
from backend.nominations.status import AFTER_DECISION, may_decide
from backend.nominations.views import streams_of

MADE = {"accept": "accepted it", "other_stream": "accepted it", "ask": "asked for information", "return": "returned it"}


def decide(db: Session, actor: Actor, reference: str, new: NewDecision, now: datetime | None = None) -> Decided:
    """Decide about a nomination, as a coordinator of its programme, and tell whoever nominated.

    Raises NotFound out of reach, Conflict when somebody decided or something was added meanwhile, Invalid where a
    reason or a stream is missing or the decision does not follow on the status.
    """
    nomination = find_nomination(db, reference, lock=True)
    actor.must_be(nomination.programme, "coordinator")
    if nomination.version != new.version:
        raise Conflict(_meanwhile(db, nomination))
    stream = _checked(db, nomination, new)
    decision = Decision(
        id=new_id(),
        nomination_id=nomination.id,
        programme=nomination.programme,
        nomination_version=nomination.version,
        kind=new.kind,
        stream=stream,
        status=AFTER_DECISION[new.kind],
        decider_id=actor.account_id,
        decider_role="coordinator",
        at=now or utc_now(),
    )
    keep_reason(db, nomination, decision, new.reason)
    _apply(nomination, decision)
    try:
        with db.begin_nested():
            db.add(decision)
    except IntegrityError:
        raise Conflict(_meanwhile(db, nomination)) from None
    tell_nominator(db, nomination, decision)
    record(db, actor, "decided", "nomination", nomination.id, nomination.programme, decision=new.kind, stream=stream)
    return Decided(reference=nomination.reference, status=nomination.status, stream=stream, version=nomination.version)


def _checked(db: Session, nomination: Nomination, new: NewDecision) -> str | None:
    """The stream that is decided. Raises Invalid for a decision that cannot stand as it is."""
    if not may_decide(nomination.status, new.kind):
        raise Invalid("A nomination in this state cannot be decided in this way.")
    recommended = judgements_of(db, nomination)[-1].stream
    follows = new.kind == "accept" and new.stream in (None, recommended)
    if not new.reason and not follows:
        raise Invalid("Give a reason: it is told to whoever nominated.")
    if new.kind in ("ask", "return"):
        return None
    stream = new.stream or recommended
    if new.kind == "other_stream" and new.stream is None:
        raise Invalid("Choose the kind of support.")
    if stream is not None and stream not in {known["code"] for known in streams_of(nomination)}:
        raise Invalid("The programme has no such kind of support.")
    return stream


def _apply(nomination: Nomination, decision: Decision) -> None:
    nomination.status = decision.status
    nomination.stream = decision.stream or nomination.stream
    nomination.decided_at = decision.at
    nomination.version += 1


def _meanwhile(db: Session, nomination: Nomination) -> str:
    made = decisions_of(db, nomination)
    if not made:
        return "Something was added to this nomination meanwhile. Read it again before you decide."
    last = made[-1]
    at = last.at.astimezone(LONDON)
    return f"A {last.decider_role} decided meanwhile, at {at:%H:%M on %d %B}: they {MADE[last.kind]}."
