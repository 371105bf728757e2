"""The service's own keys: opened once in a process, made where there are none yet."""

from __future__ import annotations

import os
from typing import Final, Literal

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session, sessionmaker

from backend.database.base import utc_now
from backend.errors import CannotOpen, MasterKeyMissing
from backend.keys.keyring import KEY_BYTES, Keyring, MasterKey
from backend.keys.models import DataKey, SystemKey
from backend.keys.sealing import close, open_sealed, place

Use = Literal["accounts", "index", "tokens", "spool", "audit"]
USES: Final[tuple[Use, ...]] = ("accounts", "index", "tokens", "spool", "audit")
_MADE_HERE = "system keys made in this session"


def ring_of(db: Session) -> Keyring:
    """The keyring that a session carries."""
    ring = db.info["keyring"]
    assert isinstance(ring, Keyring)  # noqa: S101
    return ring


def system_key(db: Session, use: Use) -> bytes:
    """The newest key for a use, 32 bytes; made where there is none. Raises MasterKeyMissing or CannotOpen."""
    ring = ring_of(db)
    known = ring.opened.get(use)
    if known is not None:
        return known
    _make(db, use)
    key = all_of(db, use)[0]
    if not db.info.get(_MADE_HERE):
        # One made here may still be undone with this session's transaction.
        ring.opened[use] = key
    return key


def all_of(db: Session, use: Use) -> list[bytes]:
    """Every version of a key, newest first: what is old is still read. Raises MasterKeyMissing or CannotOpen."""
    rows = select(SystemKey).where(SystemKey.use == use).order_by(SystemKey.version.desc())
    return [open_system_key(ring_of(db), row) for row in db.scalars(rows)]


def open_system_key(ring: Keyring, row: SystemKey) -> bytes:
    """The key of a row, 32 bytes."""
    if row.wrapped is None:
        # Version 0.1.0 knew one master key: the oldest of those that are known.
        return ring.known[-1].derived_before[row.use]
    key = open_sealed(ring.named(row.master or "").wrapping, row.wrapped, wrapped_place(row))
    assert isinstance(key, bytes)  # noqa: S101
    return key


def wrap_system_key(master: MasterKey, row: SystemKey, key: bytes) -> None:
    """Put the key into its row, wrapped by a master key."""
    row.wrapped, row.master = close(master.wrapping, key, wrapped_place(row)), master.id


def wrapped_place(row: SystemKey) -> bytes:
    """Where a wrapped key of the service stands."""
    return place(SystemKey.__tablename__, "wrapped", f"{row.use}:{row.version}")


def prepare_keys(sessions: sessionmaker[Session]) -> None:
    """Make the service's keys where there are none, take over those that 0.1.0 derived, and open them all.

    Again: nothing happens. Raises MasterKeyMissing when the master key is not the one the database was sealed with.
    """
    with sessions.begin() as db:
        _take_over(db)
        for use in USES:
            _make(db, use)
    with sessions() as db:
        for use in USES:
            system_key(db, use)


def _make(db: Session, use: Use) -> None:
    """Make a first version where there is none. Two that make it at once end with one."""
    if db.scalar(select(SystemKey.version).where(SystemKey.use == use).limit(1)) is not None:
        return
    row = SystemKey(use=use, version=1, created_at=utc_now())
    wrap_system_key(ring_of(db).current, row, os.urandom(KEY_BYTES))
    values = {name: getattr(row, name) for name in ("use", "version", "wrapped", "master", "created_at")}
    dialect = postgresql if db.get_bind().dialect.name == "postgresql" else sqlite
    db.execute(dialect.insert(SystemKey).values(**values).on_conflict_do_nothing())
    db.info[_MADE_HERE] = True


def _take_over(db: Session) -> None:
    """Name the master key of what 0.1.0 left, and wrap what it derived."""
    unnamed = select(DataKey).where(DataKey.master.is_(None), DataKey.wrapped.is_not(None))
    derived = list(db.scalars(select(SystemKey).where(SystemKey.wrapped.is_(None)).with_for_update()))
    sample = db.scalars(unnamed.limit(1)).first()
    if sample is None and not derived:
        return
    ring = ring_of(db)
    master = _master_of(ring, sample) if sample is not None else ring.known[-1]
    for row in derived:
        wrap_system_key(ring.current, row, master.derived_before[row.use])
    db.execute(update(DataKey).where(DataKey.master.is_(None)).values(master=master.id))
    db.flush()


def _master_of(ring: Keyring, sample: DataKey) -> MasterKey:
    where = place(DataKey.__tablename__, "wrapped", sample.id)
    for master in ring.known:
        try:
            open_sealed(master.wrapping, sample.wrapped or b"", where)
        except CannotOpen:
            continue
        return master
    raise MasterKeyMissing
