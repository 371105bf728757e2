"""Filters of the queue that people keep under names of their own. Callers commit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit import record
from backend.database.base import new_id
from backend.errors import CannotOpen, Conflict, Invalid, NotFound
from backend.keys import ACCOUNTS_KEY, seal, unseal
from backend.nominations.models import SavedFilter

LONGEST_NAME = 60
MOST = 20
DAMAGED = "name cannot be read"


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved filter: its id, what its owner calls it, and the codes that were chosen, by field."""

    id: str
    name: str
    chosen: dict[str, str]


def save(db: Session, actor: Actor, name: str, chosen: Mapping[str, str]) -> str:
    """Keep chosen codes under a name; answers the id. One of the same name is replaced.

    Raises Invalid without a name or with one that is too long, Conflict where there are 20 already.
    """
    called = " ".join(name.split())
    if not called or len(called) > LONGEST_NAME:
        raise Invalid(f"Give the filters a name of up to {LONGEST_NAME} characters.")
    for known in saved(db, actor):
        if known.name.casefold() == called.casefold():
            delete(db, actor, known.id)
    count = db.scalar(select(func.count()).where(SavedFilter.account_id == actor.account_id)) or 0
    if count >= MOST:
        raise Conflict(f"You have {MOST} saved filters. Delete one first.")
    row = SavedFilter(
        id=new_id(), account_id=actor.account_id, chosen={key: each for key, each in chosen.items() if each}
    )
    row.name = seal(db, ACCOUNTS_KEY, called, table="saved_filters", column="name", row=row.id)
    db.add(row)
    record(db, actor, "saved", "filter", row.id, None)
    db.flush()
    return row.id


def saved(db: Session, actor: Actor) -> list[Saved]:
    """The actor's own, by name."""
    rows = db.scalars(select(SavedFilter).where(SavedFilter.account_id == actor.account_id))
    mine = [Saved(row.id, _name(db, row), dict(row.chosen)) for row in rows]
    return sorted(mine, key=lambda each: each.name.casefold())


def delete(db: Session, actor: Actor, filter_id: str) -> None:
    """Delete one of the actor's own. Raises NotFound for any other."""
    row = db.get(SavedFilter, filter_id)
    if row is None or row.account_id != actor.account_id:
        raise NotFound
    db.delete(row)
    record(db, actor, "deleted", "filter", row.id, None)
    db.flush()


def _name(db: Session, row: SavedFilter) -> str:
    try:
        return str(unseal(db, ACCOUNTS_KEY, row.name, table="saved_filters", column="name", row=row.id))
    except CannotOpen:
        return DAMAGED
