"""All that a coordinator sees of a family's other nominations, with what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit import record
from backend.decisions.record import decisions_of
from backend.nominations import record as nominations
from backend.nominations.families import PossibleDuplicate, possible_duplicates
from backend.nominations.family_links import merged_with
from backend.nominations.models import Nomination


@dataclass(frozen=True, slots=True)
class Known:
    """Another nomination, what it is to this one, and what became of it."""

    reference: str
    received_at: datetime
    status: str
    stream: str | None
    decided_at: datetime | None
    finding: str | None
    weight: float
    reasons: tuple[str, ...]
    verdict: str | None
    merged: bool
    """Whether the two count as one family, by what was said of them or by way of another nomination."""


@dataclass(frozen=True, slots=True)
class FamilyOverview:
    """A nomination's family: the others, the first received first."""

    reference: str
    programme: str
    others: tuple[Known, ...]


def family_of(db: Session, actor: Actor, reference: str) -> FamilyOverview:
    """The other nominations of a family, for a coordinator of its programme. NotFound for everything out of reach."""
    nomination = nominations.find_nomination(db, reference)
    actor.must_be(nomination.programme, "coordinator")
    found = {each.reference: each for each in possible_duplicates(db, nomination)}
    merged = {each.reference for each in merged_with(db, nomination)}
    others = [nominations.find_nomination(db, each) for each in found.keys() | merged]
    record(db, actor, "listed", "nominations", "family", nomination.programme, of=nomination.id, count=len(others))
    ordered = sorted(others, key=lambda each: (each.received_at, each.id))
    known = (_known(db, other, found.get(other.reference), merged=other.reference in merged) for other in ordered)
    return FamilyOverview(nomination.reference, nomination.programme, tuple(known))


def _known(db: Session, other: Nomination, found: PossibleDuplicate | None, *, merged: bool) -> Known:
    made = decisions_of(db, other)
    return Known(
        reference=other.reference,
        received_at=other.received_at,
        status=other.status,
        stream=other.stream if other.status == "accepted" else None,
        decided_at=made[-1].at if made else None,
        finding=found.finding if found else None,
        weight=found.weight if found else 0.0,
        reasons=found.reasons if found else (),
        verdict=found.verdict if found else None,
        merged=merged,
    )
