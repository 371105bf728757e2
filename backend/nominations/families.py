"""Recognising a family within its programme, without opening anything: by blind indexes of what identifies it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session, aliased

from backend.keys import blind_index
from backend.nominations.models import Family, FamilyMark, Nomination


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


def _mark(db: Session, family_id: str, programme: str, content: dict[str, Any]) -> None:
    marks = {(kind, blind_index(db, value, kind=kind, programme=programme)) for kind, value in _identifying(content)}
    db.add_all(
        FamilyMark(family_id=family_id, programme=programme, kind=kind, value_index=index)
        for kind, index in sorted(marks)
    )
    db.flush()


def earlier_nominations(db: Session, nomination: Nomination) -> list[str]:
    """References of the same programme's nominations that share a mark with this one and came before it."""
    mine, others = aliased(FamilyMark), aliased(FamilyMark)
    query = (
        select(Nomination.reference)
        .join(others, (others.family_id == Nomination.family_id) & (others.programme == Nomination.programme))
        .join(
            mine,
            (mine.programme == others.programme)
            & (mine.kind == others.kind)
            & (mine.value_index == others.value_index),
        )
        .where(
            mine.family_id == nomination.family_id,
            mine.programme == nomination.programme,
            Nomination.id != nomination.id,
            Nomination.received_at <= nomination.received_at,
        )
        .group_by(Nomination.reference)
        .order_by(func.min(Nomination.received_at))
    )
    return list(db.scalars(query))


def _identifying(content: dict[str, Any]) -> Iterator[tuple[str, str]]:
    postcode = "".join(str(content.get("postcode") or "").split())
    for person in content.get("people") or []:
        words = str(person.get("name") or "").split()
        born = str(person.get("date_of_birth") or "")
        if words and len(born) == len("2015-03-04"):
            yield "name-and-birth", f"{' '.join(words)} {born}"
        if len(words) > 1 and postcode:
            yield "surname-and-postcode", f"{words[-1]} {postcode}"
