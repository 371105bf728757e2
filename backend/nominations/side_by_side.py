"""Two nominations of one programme opened beside each other, for a coordinator who has to see what they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit import record
from backend.decisions.record import decisions_of
from backend.matching import Comparison, Reason
from backend.matching.weights import threshold
from backend.nominations import record as nominations
from backend.nominations.families import compare_with
from backend.nominations.family_links import pair_of, two_of
from backend.nominations.models import Nomination


@dataclass(frozen=True, slots=True)
class Row:
    """What the two say of one person, and how that agrees; of somebody whom only one of them names, one side alone."""

    one: dict[str, Any] | None
    other: dict[str, Any] | None
    weight: float | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two, with what became of it."""

    reference: str
    status: str
    stream: str | None
    received_at: datetime
    decided_at: datetime | None
    address: str | None
    postcode: str | None
    contact: dict[str, Any]
    agency: str | None
    """Whose staff nominated; None where the family asked for itself."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Everything that a coordinator weighs."""

    programme: str
    one: Side
    other: Side
    people: tuple[Row, ...]
    household: tuple[Reason, ...]
    finding: str | None
    weight: float
    threshold: float
    """From which weight on two are taken for one family."""
    verdict: str | None


def side_by_side(db: Session, actor: Actor, reference: str, other: str) -> SideBySide:
    """Open and compare two nominations; the one named first stands first. Both readings are audited.

    For coordinators of their programme. Raises NotFound and Conflict as :func:`two_of`, CannotOpen for damage.
    """
    one, two = two_of(db, actor, reference, other)
    for nomination, beside in ((one, two), (two, one)):
        record(db, actor, "compared", "nomination", nomination.id, nomination.programme, beside=beside.id)
    _, _, compared = compare_with(db, one, two)
    pair = pair_of(db, one, two)
    contents = [nominations.content_of(db, each) for each in (one, two)]
    named = [_named(content) for content in contents]
    return SideBySide(
        programme=one.programme,
        one=_side(db, one, contents[0]),
        other=_side(db, two, contents[1]),
        people=tuple(_people(named[0], named[1], compared)),
        household=tuple(reason for reason in compared.reasons if reason.level != "unknown"),
        finding=compared.finding,
        weight=compared.weight,
        threshold=threshold("same_family"),
        verdict=pair.verdict if pair else None,
    )


def _side(db: Session, nomination: Nomination, content: dict[str, Any]) -> Side:
    made = decisions_of(db, nomination)
    return Side(
        reference=nomination.reference,
        status=nomination.status,
        stream=nomination.stream if nomination.status == "accepted" else None,
        received_at=nomination.received_at,
        decided_at=made[-1].at if made else None,
        address=content.get("address"),
        postcode=content.get("postcode"),
        contact=content.get("contact") or {},
        agency=nominations.nominator_of(db, nomination).get("agency"),
    )


def _named(content: dict[str, Any]) -> list[dict[str, Any]]:
    # The same people in the same order as a household has them: whoever has no name cannot be compared.
    return [person for person in content.get("people") or [] if any(map(str.isalpha, str(person.get("name") or "")))]


def _people(ones: list[dict[str, Any]], others: list[dict[str, Any]], compared: Comparison) -> Iterator[Row]:
    for pair in compared.pairs:
        told = tuple(reason for reason in pair.reasons if reason.level != "unknown")
        yield Row(ones[pair.one], others[pair.other], round(pair.weight, 1), told)
    taken = {pair.one for pair in compared.pairs}, {pair.other for pair in compared.pairs}
    yield from (Row(person, None, None, ()) for place, person in enumerate(ones) if place not in taken[0])
    yield from (Row(None, person, None, ()) for place, person in enumerate(others) if place not in taken[1])
