"""Recognising a family within its programme, by blind indexes of what identifies it.

What is written alike is found without opening anything. Names that are only similar are compared once, when a
nomination comes in, with those at the same postcode; what was found then is kept as an index of the pair.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session, aliased

from backend.audit import record
from backend.errors import CannotOpen
from backend.keys import blind_index
from backend.nominations import record as nominations
from backend.nominations.models import Family, FamilyMark, Nomination
from backend.nominations.similar import is_similar

PLACE = "postcode"
"""Finds whom to compare with; living at the same postcode alone is no reason."""
SIMILAR = "similar-name-and-postcode"
REASONS = ("name-and-birth", "birth-and-postcode", "birth-and-first-name", "surname-and-postcode", SIMILAR)
"""Kinds of marks by which two nominations may be of one family, the strongest first."""
_MOST_COMPARED = 60
_WHOLE_DATE = len("2015-03-04")


@dataclass(frozen=True, slots=True)
class PossibleDuplicate:
    """Another nomination of the same programme that may be of the same family; a person finds out whether it is."""

    reference: str
    status: str
    earlier: bool
    reasons: tuple[str, ...]
    """Codes of :data:`REASONS`."""

    def to_json(self) -> dict[str, Any]:
        return {
            "reference": self.reference,
            "status": self.status,
            "earlier": self.earlier,
            "reasons": list(self.reasons),
        }


def new_family(db: Session, programme: str, data_key_id: str, content: dict[str, Any]) -> Family:
    """A family of a programme with its marks. Whether it is an earlier one is for a coordinator to see and say."""
    family = Family(programme=programme, data_key_id=data_key_id)
    db.add(family)
    db.flush()
    _mark(db, family.id, programme, content)
    return family


def mark_again(db: Session, nomination: Nomination, content: dict[str, Any]) -> None:
    """Recognise the family by what was put right, and no longer by what was wrong."""
    db.execute(delete(FamilyMark).where(FamilyMark.family_id == nomination.family_id))
    _mark(db, nomination.family_id, nomination.programme, content)


def possible_duplicates(db: Session, nomination: Nomination) -> list[PossibleDuplicate]:
    """The same programme's nominations that share a mark with this one, the first received first."""
    mine, theirs = aliased(FamilyMark), aliased(FamilyMark)
    query = (
        select(Nomination, theirs.kind)
        .join(theirs, (theirs.family_id == Nomination.family_id) & (theirs.programme == Nomination.programme))
        .join(mine, _alike(mine, theirs))
        .where(mine.family_id == nomination.family_id, mine.programme == nomination.programme)
        .where(Nomination.id != nomination.id, theirs.kind.in_(REASONS))
        .order_by(Nomination.received_at, Nomination.id)
    )
    found: dict[str, tuple[Nomination, set[str]]] = {}
    for other, kind in db.execute(query):
        found.setdefault(other.reference, (other, set()))[1].add(kind)
    return [
        PossibleDuplicate(
            other.reference,
            other.status,
            earlier=other.received_at <= nomination.received_at,
            reasons=_told(kinds),
        )
        for other, kinds in found.values()
    ]


def _told(kinds: set[str]) -> tuple[str, ...]:
    """The reasons in order; that a name is similar says nothing more where something is the same."""
    same = tuple(reason for reason in REASONS if reason in kinds and reason != SIMILAR)
    return same or (SIMILAR,)


def has_possible_duplicate() -> ColumnElement[bool]:
    """Of each nomination that a query selects, whether there are any."""
    mine, theirs, other = aliased(FamilyMark), aliased(FamilyMark), aliased(Nomination)
    return (
        select(theirs.family_id)
        .join(mine, _alike(mine, theirs))
        .join(other, (other.family_id == theirs.family_id) & (other.programme == theirs.programme))
        .where(mine.family_id == Nomination.family_id, mine.programme == Nomination.programme)
        .where(other.id != Nomination.id, theirs.kind.in_(REASONS))
        .correlate(Nomination)
        .exists()
        .label("possible_duplicate")
    )


def _alike(mine: type[FamilyMark], theirs: type[FamilyMark]) -> ColumnElement[bool]:
    return (
        (mine.programme == theirs.programme)
        & (mine.kind == theirs.kind)
        & (mine.value_index == theirs.value_index)
        & (mine.kind != PLACE)
    )


def _mark(db: Session, family_id: str, programme: str, content: dict[str, Any]) -> None:
    marks = {(kind, blind_index(db, value, kind=kind, programme=programme)) for kind, value in _identifying(content)}
    for kind, index in sorted(marks):
        _add(db, family_id, programme, kind, index)
    db.flush()
    places = [index for kind, index in marks if kind == PLACE]
    for other in _at(db, programme, places, family_id):
        if _is_similar(db, other, content):
            both = ":".join(sorted((family_id, other.family_id)))
            index = blind_index(db, both, kind=SIMILAR, programme=programme)
            _add(db, family_id, programme, SIMILAR, index)
            _add(db, other.family_id, programme, SIMILAR, index)
    db.flush()


def _add(db: Session, family_id: str, programme: str, kind: str, index: str) -> None:
    if db.get(FamilyMark, (family_id, kind, index)) is None:
        db.add(FamilyMark(family_id=family_id, programme=programme, kind=kind, value_index=index))


def _at(db: Session, programme: str, places: list[str], family_id: str) -> list[Nomination]:
    """The newest nominations at a postcode that can still be read."""
    there = select(FamilyMark.family_id).where(
        FamilyMark.programme == programme,
        FamilyMark.kind == PLACE,
        FamilyMark.value_index.in_(places),
        FamilyMark.family_id != family_id,
    )
    query = select(Nomination).where(Nomination.programme == programme, Nomination.family_id.in_(there))
    query = query.where(Nomination.status != "withdrawn").order_by(Nomination.received_at.desc(), Nomination.id)
    return list(db.scalars(query.limit(_MOST_COMPARED)).unique())


def _is_similar(db: Session, other: Nomination, content: dict[str, Any]) -> bool:
    try:
        known = nominations.content_of(db, other)
    except CannotOpen:
        # Damage to another record must not keep this one from being sent.
        return False
    record(db, None, "read", "nomination", other.id, other.programme, by="recognising")
    return is_similar(known.get("people") or [], content.get("people") or [])


def _identifying(content: dict[str, Any]) -> Iterator[tuple[str, str]]:
    postcode = "".join(str(content.get("postcode") or "").split())
    if postcode:
        yield PLACE, postcode
    for person in content.get("people") or []:
        words = str(person.get("name") or "").split()
        born = str(person.get("date_of_birth") or "")
        if len(born) == _WHOLE_DATE:
            yield from _born(words, born, postcode)
        if len(words) > 1 and postcode:
            yield "surname-and-postcode", f"{words[-1]} {postcode}"


def _born(words: list[str], born: str, postcode: str) -> Iterator[tuple[str, str]]:
    if words:
        yield "name-and-birth", f"{' '.join(words)} {born}"
        yield "birth-and-first-name", f"{words[0]} {born}"
    if postcode:
        yield "birth-and-postcode", f"{born} {postcode}"
