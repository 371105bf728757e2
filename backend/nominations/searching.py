"""Finding nominations by name, postcode or reference, without opening any: names and postcodes by blind indexes."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit import record
from backend.errors import Refused
from backend.keys import blind_index
from backend.matching.households import compact
from backend.matching.names import roots, sound, words_of
from backend.nominations.models import FamilyMark, Nomination
from backend.nominations.queue import READERS, rows_of
from backend.nominations.reference import references_in
from backend.nominations.shapes import QueueRow

How = Literal["reference", "postcode", "name"]
MOST_FOUND = 50
LONGEST = 100
"""Characters of what is typed that are looked at."""
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}", re.IGNORECASE)
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gave."""

    how: How
    rows: list[QueueRow]
    """At most 50, the newest first; of a name, those that are written so before those that sound alike."""
    exact: int
    """How many of the rows, counted from the first, are written as it was typed."""


def search(db: Session, actor: Actor, typed: str, *, now: datetime) -> Found:
    """Find what somebody typed: a reference or its beginning, a whole postcode, or one name or more.

    Readers find by reference. Names and postcodes are found for coordinators alone, in their programmes: they tell
    whether a family is known. Refused for everybody else. What was typed is noted nowhere.
    """
    if not actor.has(*READERS):
        raise Refused
    text = typed.strip()[:LONGEST]
    how = _how(text)
    programmes = actor.programmes(*READERS) if how == "reference" else actor.programmes("coordinator")
    which, exactly = _which(db, programmes, text, how)
    in_reach = and_(Nomination.programme.in_(programmes), which)
    query = select(Nomination.id, exactly.label("exact")).where(in_reach)
    query = query.order_by(exactly.desc(), Nomination.received_at.desc(), Nomination.id).limit(MOST_FOUND)
    found = db.execute(query).all()
    record(db, actor, "searched", "nominations", "queue", None, by=how, count=len(found))
    return Found(how, rows_of(db, actor, [id_ for id_, _ in found], now), sum(bool(exact) for _, exact in found))


def _how(text: str) -> How:
    if text.upper().startswith("FD-") or references_in(text) or references_in(f"FD-{text}"):
        return "reference"
    return "postcode" if _POSTCODE.fullmatch(compact(text)) else "name"


def _which(
    db: Session, programmes: Collection[str], text: str, how: How
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """What is found, and what of it is exactly what was typed."""
    if how == "reference":
        typed = re.sub(r"[^0-9A-Z]", "", text.upper()).removeprefix("FD")
        beginning = Nomination.reference.startswith(f"FD-{typed}", autoescape=True)
        return beginning, beginning
    if how == "postcode":
        marked = _marked(db, programmes, "postcode", {compact(text)})
        return marked, marked
    words = [word for word in words_of(text) if len(word) > 1][:_MOST_WORDS]
    if not words:
        nothing = Nomination.id.is_(None)
        return nothing, nothing
    alike = [_marked(db, programmes, "word-sound", {sound(each) for each in {word, *roots(word)}}) for word in words]
    exact = [_marked(db, programmes, "word", {word}) for word in words]
    return and_(*alike), and_(*exact)


def _marked(db: Session, programmes: Collection[str], kind: str, values: set[str]) -> ColumnElement[bool]:
    indexes = [
        blind_index(db, value, kind=kind, programme=programme) for programme in programmes for value in sorted(values)
    ]
    of = select(FamilyMark.family_id).where(
        FamilyMark.programme.in_(programmes), FamilyMark.kind == kind, FamilyMark.value_index.in_(indexes)
    )
    return Nomination.family_id.in_(of)
