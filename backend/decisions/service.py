"""Deciding: a person, a reason, once for each version of a nomination. Callers commit."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NoReturn

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit import record
from backend.database.base import new_id, utc_now
from backend.decisions.first_visit import partners
from backend.decisions.meanwhile import changed_since
from backend.decisions.messages import tell_nominator
from backend.decisions.models import Decision
from backend.decisions.reasons import NAMES_ANOTHER, names_another
from backend.decisions.record import keep_body, keep_reason
from backend.decisions.shapes import Decided, NewDecision
from backend.errors import Conflict, Invalid
from backend.nominations import record as nominations
from backend.nominations.models import Nomination
from backend.nominations.pausing import must_not_be_paused
from backend.nominations.status import AFTER_DECISION, may_decide
from backend.nominations.unclear import known_codes
from backend.nominations.views import streams_of
from backend.paths.beginning import follow_decision


def decide(db: Session, actor: Actor, reference: str, new: NewDecision, now: datetime | None = None) -> Decided:
    """Decide about a nomination, as a coordinator of its programme, and tell whoever nominated.

    A decision that follows the recommendation without words of its own has the recommendation's reasons. Raises
    NotFound out of reach, Conflict when it changed since it was read, Invalid where a reason or a stream is missing,
    or the decision does not follow on the status.
    """
    nomination = nominations.find_nomination(db, reference, lock=True)
    actor.must_be(nomination.programme, "coordinator")
    if nomination.version != new.version:
        raise Conflict(changed_since(db, nomination, new.version).sentence)
    must_not_be_paused(nomination)
    stream, reason = _checked(db, nomination, new)
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
    keep_reason(db, nomination, decision, reason)
    keep_body(db, nomination, decision, _body(db, nomination, new))
    follow_decision(db, actor, nomination, decision.status, decision.at)
    _apply(nomination, decision)
    try:
        with db.begin_nested():
            db.add(decision)
    except IntegrityError:
        raise Conflict(changed_since(db, nomination, new.version).sentence) from None
    tell_nominator(db, nomination, decision)
    record(db, actor, "decided", "nomination", nomination.id, nomination.programme, decision=new.kind, stream=stream)
    return Decided(reference=nomination.reference, status=nomination.status, stream=stream, version=nomination.version)


def _checked(db: Session, nomination: Nomination, new: NewDecision) -> tuple[str | None, str]:
    """Stream and reason of the decision. Raises Invalid for a decision that cannot stand as it is."""
    if not may_decide(nomination.status, new.kind):
        raise Invalid("A nomination in this state cannot be decided in this way.")
    if new.reason and names_another(new.reason, nomination.reference):
        raise Invalid(NAMES_ANOTHER)
    if new.kind in ("ask", "return"):
        return None, new.reason or _missing_reason()
    recommended = nominations.judgements_of(db, nomination)[-1].stream
    stream = new.stream or (recommended if new.kind == "accept" else None)
    if stream is None:
        raise Invalid("Choose the kind of support.")
    if stream not in {known["code"] for known in streams_of(nomination)}:
        raise Invalid("The programme has no such kind of support to choose here.")
    follows = new.kind == "accept" and stream == recommended
    return stream, new.reason or (follows and _recommendations_reasons(db, nomination)) or _missing_reason()


def _body(db: Session, nomination: Nomination, new: NewDecision) -> dict[str, Any]:
    """What is kept besides the reason. Raises Invalid for a point or a partner that the nomination does not know."""
    body: dict[str, Any] = {}
    if new.about:
        if new.kind != "ask" or not set(new.about) <= known_codes(nomination):
            raise Invalid("A question can only be about points of this nomination.")
        body["about"] = list(dict.fromkeys(new.about))
    if new.first_visit:
        body["first_visit"] = _first_visit(db, nomination, new)
    return body


def _first_visit(db: Session, nomination: Nomination, new: NewDecision) -> dict[str, str]:
    assert new.first_visit is not None  # noqa: S101 - the caller has looked
    content, nominator = nominations.content_of(db, nomination), nominations.nominator_of(db, nomination)
    known = {partner.name for partner in partners(content, nominator | {"kind": nomination.audience})}
    if new.kind not in ("accept", "other_stream") or new.first_visit.by not in known:
        raise Invalid("The first visit is made by a partner of whom this nomination tells, once it is accepted.")
    if names_another(f"{new.first_visit.by} {new.first_visit.word}", nomination.reference):
        raise Invalid(NAMES_ANOTHER)
    return new.first_visit.model_dump()


def _missing_reason() -> NoReturn:
    raise Invalid("Give a reason: it is told to whoever nominated.")


def _recommendations_reasons(db: Session, nomination: Nomination) -> str:
    newest = nominations.judgements_of(db, nomination)[-1]
    return " ".join(nominations.judgement_body(db, nomination, newest)["route"]["reasons"])


def _apply(nomination: Nomination, decision: Decision) -> None:
    nomination.status = decision.status
    nomination.stream = decision.stream or nomination.stream
    nomination.decided_at = decision.at
    nomination.version += 1
