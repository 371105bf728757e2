"""Decisions as they are kept and read."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.accounts.accounts import name_of
from backend.decisions.models import Decision
from backend.keys import seal, unseal
from backend.nominations.models import Nomination

BARE: dict[str, Any] = {"about": [], "first_visit": None}
"""What a decision says besides its reason, where it says nothing."""


def decisions_of(db: Session, nomination: Nomination) -> list[Decision]:
    """All decisions about a nomination, oldest first."""
    query = select(Decision).where(Decision.nomination_id == nomination.id)
    return list(db.scalars(query.order_by(Decision.at, Decision.nomination_version)))


def keep_reason(db: Session, nomination: Nomination, decision: Decision, reason: str | None) -> None:
    if reason:
        decision.reason = seal(db, nomination.data_key_id, reason, table="decisions", column="reason", row=decision.id)


def reason_in(db: Session, nomination: Nomination, decision: Decision, *, aside: bool = False) -> str | None:
    """Why it was decided so; of a nomination that was set aside only where the caller may say ``aside``."""
    if decision.reason is None or (nomination.set_aside_at and not aside):
        return None
    opened = unseal(db, nomination.data_key_id, decision.reason, table="decisions", column="reason", row=decision.id)
    return str(opened)


def keep_body(db: Session, nomination: Nomination, decision: Decision, body: dict[str, Any]) -> None:
    """Keep what a decision says besides its reason; nothing where it says nothing."""
    if body:
        decision.body = seal(db, nomination.data_key_id, body, table="decisions", column="body", row=decision.id)


def body_in(db: Session, nomination: Nomination, decision: Decision, *, aside: bool = False) -> dict[str, Any]:
    """What a decision says besides its reason: ``{"about", "first_visit"}``, what it has of them.

    Of a nomination that was set aside only where the caller may say ``aside``.
    """
    if decision.body is None or (nomination.set_aside_at and not aside):
        return {}
    opened = unseal(db, nomination.data_key_id, decision.body, table="decisions", column="body", row=decision.id)
    return dict(opened)


def about_in(db: Session, nomination: Nomination, decision: Decision) -> list[str]:
    """The codes of the unclear points that a question was about."""
    return list(body_in(db, nomination, decision).get("about") or [])


def reason_of(db: Session, nomination: Nomination) -> str | None:
    """The reason of the decision that holds; None while there is none, or once more was said after it."""
    made = decisions_of(db, nomination)
    if not made or made[-1].status != nomination.status:
        return None
    return reason_in(db, nomination, made[-1])


def decision_view(db: Session, nomination: Nomination, decision: Decision, challenge: str) -> dict[str, Any]:
    """A decision with its decider, reason and the way to challenge it."""
    return {
        "kind": decision.kind,
        "stream": decision.stream,
        "status": decision.status,
        "reason": reason_in(db, nomination, decision),
        **BARE,
        **body_in(db, nomination, decision),
        "decider": {"name": name_of(db, decision.decider_id), "role": decision.decider_role},
        "at": decision.at.isoformat(),
        "challenge": challenge,
    }
