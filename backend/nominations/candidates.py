"""Whom to compare a nomination with: those of its programme with which its family shares most marks."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from backend.matching import COMPARED
from backend.nominations.models import FamilyMark, Nomination

MOST_COMPARED = 40
"""A family that was nominated before shares most marks: those of its name alone come after it."""


def candidates(db: Session, nomination: Nomination) -> list[Nomination]:
    """At most 40 that can still be read, those with most marks in common first, then the newest."""
    mine, theirs = aliased(FamilyMark), aliased(FamilyMark)
    shared = (
        select(theirs.family_id, func.count().label("marks"))
        .join(
            mine,
            (mine.programme == theirs.programme)
            & (mine.kind == theirs.kind)
            & (mine.value_index == theirs.value_index),
        )
        .where(
            mine.family_id == nomination.family_id,
            mine.kind.in_(COMPARED),
            theirs.family_id != nomination.family_id,
        )
        .group_by(theirs.family_id)
        .subquery()
    )
    query = (
        select(Nomination)
        .join(shared, shared.c.family_id == Nomination.family_id)
        .where(Nomination.programme == nomination.programme, Nomination.status != "withdrawn")
        .order_by(shared.c.marks.desc(), Nomination.received_at.desc(), Nomination.id)
    )
    return list(db.scalars(query.limit(MOST_COMPARED)).unique())
