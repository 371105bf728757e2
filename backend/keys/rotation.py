"""Turning over the master key while conversations go on: each wrapped key is opened with the old and wrapped anew.

Only wrapped keys change, never what they sealed: a family's record is not touched. A few keys at a time, each few in a
transaction of their own, so that nobody waits longer than that takes.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, func, or_, select, text
from sqlalchemy.orm import Session, sessionmaker

from backend.errors import CannotOpen
from backend.keys.data_keys import open_data_key, wrap_data_key
from backend.keys.models import DataKey, SystemKey
from backend.keys.system_keys import open_system_key, ring_of, wrap_system_key

AT_ONCE = 100
"""Some milliseconds of work: what a message waits at most, on SQLite."""
PATIENCE_SECONDS = 30.0
"""How long a key that somebody else is just changing is waited for."""


@dataclass(frozen=True, slots=True)
class KeyStatus:
    """How far a rotation is: wrapped keys counted by the name of their master key."""

    current: str
    known: tuple[str, ...]
    families: dict[str, int] = field(default_factory=dict)
    service: dict[str, int] = field(default_factory=dict)
    destroyed: int = 0

    @property
    def left(self) -> int:
        """Keys that are not wrapped by the current master key yet."""
        counts = (*self.families.items(), *self.service.items())
        return sum(count for master, count in counts if master != self.current)

    @property
    def missing(self) -> list[str]:
        """Names of master keys that are still needed and not given."""
        return sorted({*self.families, *self.service} - set(self.known))


def status(db: Session) -> KeyStatus:
    """How many keys each master key wraps."""
    ring = ring_of(db)
    return KeyStatus(
        current=ring.current.id,
        known=tuple(master.id for master in ring.known),
        families=_counted(db, DataKey),
        service=_counted(db, SystemKey),
        destroyed=db.scalar(select(func.count()).where(DataKey.destroyed_at.is_not(None))) or 0,
    )


def settled_status(db: Session) -> KeyStatus:
    """The status once everybody has finished who began to write before: a key that is just being made counts too."""
    if db.get_bind().dialect.name == "postgresql":
        # SQLite has one writer at a time anyway.
        db.execute(text(f"LOCK TABLE {DataKey.__tablename__} IN SHARE MODE"))
    return status(db)


def rotate(sessions: sessionmaker[Session], at_once: int = AT_ONCE) -> tuple[int, int]:
    """Wrap every key with the current master key; how many were, and how many are left because they are damaged.

    Raises MasterKeyMissing when a key is wrapped by one that was not given.
    """
    rotated, damaged = 0, set[str]()
    with sessions.begin() as db:
        rotated += _rotate_service(db)
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        with sessions.begin() as db:
            done = _rotate_some(db, at_once, damaged)
        rotated += done
        if done:
            continue
        with sessions() as db:
            left = settled_status(db).left
        # Skipped because somebody is just changing them, so they are looked at again; or made meanwhile by a process
        # that has not taken the new key.
        if left <= len(damaged) or time.monotonic() > end:
            return rotated - len(damaged), left
        time.sleep(0.2)


def _rotate_service(db: Session) -> int:
    ring = ring_of(db)
    rows = select(SystemKey).where(_differs(SystemKey, ring.current.id)).with_for_update()
    found = list(db.scalars(rows.execution_options(populate_existing=True)))
    for row in found:
        wrap_system_key(ring.current, row, open_system_key(ring, row))
    return len(found)


def _rotate_some(db: Session, at_once: int, damaged: set[str]) -> int:
    current = ring_of(db).current
    # What somebody else has locked is skipped, never waited for: two that wait for each other would end one of them.
    found = db.scalars(
        select(DataKey)
        .where(DataKey.wrapped.is_not(None), _differs(DataKey, current.id), DataKey.id.not_in(damaged))
        .order_by(DataKey.id)
        .limit(at_once)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    ).all()
    for data_key in found:
        try:
            wrap_data_key(current, data_key, open_data_key(db, data_key))
        except CannotOpen:
            damaged.add(data_key.id)
    return len(found)


def _differs(table: type[DataKey | SystemKey], current: str) -> ColumnElement[bool]:
    return or_(table.master.is_(None), table.master != current)


def _counted(db: Session, table: type[DataKey | SystemKey]) -> dict[str, int]:
    rows = db.execute(select(table.master, func.count()).where(table.wrapped.is_not(None)).group_by(table.master))
    return {master or "unnamed": count for master, count in rows}
