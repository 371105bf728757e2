"""Recognising a family within its programme: marks that are blind indexes, and a comparison of those that share some.

What is compared is opened in memory, noted in the audit, and forgotten; codes, a weight and which two it was are kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, or_, select
from sqlalchemy.orm import Session

from backend.audit import record
from backend.database.base import utc_now
from backend.errors import CannotOpen
from backend.keys import blind_index
from backend.matching import SCHEME, Comparison, Household, compare, household_of, marks_of, searched_marks
from backend.nominations import record as nominations
from backend.nominations.candidates import candidates
from backend.nominations.due import LONDON
from backend.nominations.family_models import FamilyAct, FamilyPair
from backend.nominations.models import Family, FamilyMark, Nomination

AT_ONCE = 5
"""Nominations that are compared in one transaction where many wait for it."""


@dataclass(frozen=True, slots=True)
class PossibleDuplicate:
    """Another nomination of the same programme that may be of the same family, or of one that is related to it."""

    reference: str
    status: str
    earlier: bool
    finding: str | None
    """``same`` or ``related``; None where only a person saw it."""
    weight: float
    reasons: tuple[str, ...]
    """What agrees, in codes (:mod:`backend.matching.weights`)."""
    verdict: str | None
    """What a coordinator said of it."""

    def to_json(self) -> dict[str, Any]:
        return {
            "reference": self.reference,
            "status": self.status,
            "earlier": self.earlier,
            "finding": self.finding,
            "weight": self.weight,
            "reasons": list(self.reasons),
            "verdict": self.verdict,
        }

    @property
    def may_be_the_same(self) -> bool:
        """Whether it is, or nobody has yet said that it is not."""
        return self.verdict in ("same", "merged") or (self.verdict is None and self.finding == "same")


def new_family(db: Session, programme: str, data_key_id: str, content: dict[str, Any]) -> Family:
    """A family of a programme with its marks. Whether it is an earlier one is for a coordinator to see and say.

    It is compared once its nomination is there: by :func:`recognise`, or by the worker a moment later.
    """
    family = Family(programme=programme, data_key_id=data_key_id)
    db.add(family)
    db.flush()
    _mark(db, family.id, programme, household_of(content, _day(utc_now())))
    return family


def recognise(db: Session, nomination: Nomination, content: dict[str, Any]) -> None:
    """Compare a family with those that share marks, and keep what is found; again, it replaces what was found."""
    household = _household(nomination, content)
    found = {other.id: (other, compared) for other, compared in _compared(db, nomination, household)}
    for pair in pairs_of(db, nomination):
        other_id = pair.second_id if pair.first_id == nomination.id else pair.first_id
        if other_id in found:
            _keep(pair, found.pop(other_id)[1])
        elif pair.verdict is None:
            db.delete(pair)
    for other, compared in found.values():
        pair = new_pair(nomination, other)
        _keep(pair, compared)
        db.add(pair)
    family = db.get_one(Family, nomination.family_id)
    family.scheme = SCHEME
    db.flush()


def recognise_waiting(db: Session) -> int:
    """Compare some of those that were not compared yet, or by older weights; how many. Damaged ones are passed over."""
    query = select(Nomination).join(Family, Family.id == Nomination.family_id).where(_waits())
    query = query.order_by(Nomination.received_at, Nomination.id).limit(AT_ONCE)
    waiting = list(db.scalars(query.with_for_update(of=Family, skip_locked=True)).unique())
    for nomination in waiting:
        try:
            mark_again(db, nomination, nominations.content_of(db, nomination))
        except CannotOpen:
            db.get_one(Family, nomination.family_id).scheme = SCHEME
    return len(waiting)


def is_any_waiting(db: Session) -> bool:
    """Whether there is any that was not compared yet."""
    query = select(Nomination.id).join(Family, Family.id == Nomination.family_id).where(_waits())
    return db.scalar(query.limit(1)) is not None


def _waits() -> ColumnElement[bool]:
    return (Family.scheme < SCHEME) & (Nomination.status != "withdrawn")


def mark_again(db: Session, nomination: Nomination, content: dict[str, Any]) -> None:
    """Recognise the family by what is told now, and no longer by what was wrong."""
    _mark(db, nomination.family_id, nomination.programme, _household(nomination, content))
    recognise(db, nomination, content)


def forget(db: Session, nomination: Nomination) -> None:
    """Recognise the family no more: its marks go, and what was found of it or said of it with others."""
    db.execute(delete(FamilyMark).where(FamilyMark.family_id == nomination.family_id))
    for table in (FamilyPair, FamilyAct):
        db.execute(delete(table).where(or_(table.first_id == nomination.id, table.second_id == nomination.id)))


def pairs_of(db: Session, nomination: Nomination) -> list[FamilyPair]:
    """What was found of a nomination with others."""
    query = select(FamilyPair).where(
        or_(FamilyPair.first_id == nomination.id, FamilyPair.second_id == nomination.id),
        FamilyPair.programme == nomination.programme,
    )
    return list(db.scalars(query))


def new_pair(one: Nomination, other: Nomination) -> FamilyPair:
    """A pair with nothing found yet, the one received first standing first."""
    first, second = sorted((one, other), key=lambda each: (each.received_at, each.id))
    return FamilyPair(
        first_id=first.id, second_id=second.id, programme=one.programme, weight=0.0, reasons={"codes": []}
    )


def possible_duplicates(db: Session, nomination: Nomination) -> list[PossibleDuplicate]:
    """The same programme's nominations that may be of the same family or a related one, the first received first."""
    pairs = {
        (pair.second_id if pair.first_id == nomination.id else pair.first_id): pair for pair in pairs_of(db, nomination)
    }
    query = select(Nomination).where(Nomination.id.in_(pairs), Nomination.programme == nomination.programme)
    others = db.scalars(query.order_by(Nomination.received_at, Nomination.id)).unique()
    return [_possible(other, pairs[other.id]) for other in others]


def known_before(alike: list[PossibleDuplicate]) -> list[str]:
    """References of the earlier ones that are of the same family, or may be."""
    return [each.reference for each in alike if each.earlier and each.may_be_the_same]


def has_possible_duplicate() -> ColumnElement[bool]:
    """Of each nomination that a query selects, whether there are any of which nobody has said what they are."""
    as_first = select(FamilyPair.first_id).where(FamilyPair.first_id == Nomination.id, FamilyPair.verdict.is_(None))
    as_second = select(FamilyPair.first_id).where(FamilyPair.second_id == Nomination.id, FamilyPair.verdict.is_(None))
    found = or_(as_first.correlate(Nomination).exists(), as_second.correlate(Nomination).exists())
    return found.label("possible_duplicate")


def compare_with(db: Session, nomination: Nomination, other: Nomination) -> tuple[Household, Household, Comparison]:
    """Two nominations opened and compared; the households as they were read. Raises CannotOpen. Callers audit."""
    one, two = (_household(each, nominations.content_of(db, each)) for each in (nomination, other))
    return one, two, compare(one, two)


def _compared(db: Session, nomination: Nomination, household: Household) -> list[tuple[Nomination, Comparison]]:
    found = []
    for other in candidates(db, nomination):
        try:
            known = nominations.content_of(db, other)
        except CannotOpen:
            # Damage to another record must not keep this one from being sent.
            continue
        record(db, None, "compared", "nomination", other.id, other.programme, by="recognising")
        compared = compare(_household(other, known), household)
        if compared.finding is not None:
            found.append((other, compared))
    return found


def _keep(pair: FamilyPair, compared: Comparison) -> None:
    pair.finding, pair.weight = compared.finding, compared.weight
    pair.reasons = {"codes": list(compared.codes)}


def _possible(other: Nomination, pair: FamilyPair) -> PossibleDuplicate:
    return PossibleDuplicate(
        reference=other.reference,
        status=other.status,
        earlier=pair.first_id == other.id,
        finding=pair.finding,
        weight=pair.weight,
        reasons=tuple(pair.reasons["codes"]),
        verdict=pair.verdict,
    )


def _household(nomination: Nomination, content: dict[str, Any]) -> Household:
    return household_of(content, _day(nomination.received_at))


def _day(moment: datetime) -> date:
    return moment.astimezone(LONDON).date()


def _mark(db: Session, family_id: str, programme: str, household: Household) -> None:
    db.execute(delete(FamilyMark).where(FamilyMark.family_id == family_id))
    marks = {
        (kind, blind_index(db, value, kind=kind, programme=programme))
        for kind, value in marks_of(household) | searched_marks(household)
    }
    for kind, index in sorted(marks):
        db.add(FamilyMark(family_id=family_id, programme=programme, kind=kind, value_index=index))
    db.flush()
