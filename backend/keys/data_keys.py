"""A data key for each family: made, used through the session's keyring, destroyed."""

from __future__ import annotations

import os
from typing import Any, Final

import structlog
from sqlalchemy import event
from sqlalchemy.orm import Session, SessionTransaction

from backend.database.base import new_id, utc_now
from backend.errors import CannotOpen, KeyDestroyed
from backend.keys.keyring import KEY_BYTES, MasterKey
from backend.keys.models import DataKey
from backend.keys.sealing import close, open_sealed, place
from backend.keys.system_keys import ring_of, system_key

ACCOUNTS_KEY: Final = "accounts"
"""The key id under which staff's names and e-mail addresses are sealed: the service's own, never destroyed."""
_OPENED = "data keys opened in this transaction"
_log = structlog.get_logger()


def new_data_key(db: Session) -> str:
    """Make a family's data key, add it to the session and answer its id."""
    key_id = new_id()
    data_key = DataKey(id=key_id, created_at=utc_now())
    wrap_data_key(ring_of(db).current, data_key, os.urandom(KEY_BYTES))
    db.add(data_key)
    # Rows that refer to the key may be written by hand before the session would write it.
    db.flush()
    return key_id


def seal(db: Session, key_id: str, plaintext: Any, *, table: str, column: str, row: str | int) -> bytes:
    """Seal bytes, text or any JSON value with a data key, for one place. Raises KeyDestroyed."""
    return close(_key(db, key_id), plaintext, place(table, column, row))


def unseal(db: Session, key_id: str, sealed: bytes, *, table: str, column: str, row: str | int) -> Any:
    """What was sealed for this place, in the type it had. Raises KeyDestroyed, or CannotOpen."""
    try:
        return open_sealed(_key(db, key_id), sealed, place(table, column, row))
    except CannotOpen:
        # Where it stands, for whoever mends it: ids and names of columns hold nothing of what was sealed.
        _log.error("sealed_value_refused", table=table, column=column, row=str(row))
        raise


def destroy(db: Session, key_id: str) -> None:
    """Destroy a family's data key; everything it sealed is unreadable from then on. Again: nothing happens."""
    data_key = db.get(DataKey, key_id)
    if data_key is None:
        raise ValueError("there is no data key of this id")
    _opened(db).pop(key_id, None)
    data_key.wrapped = None
    data_key.destroyed_at = data_key.destroyed_at or utc_now()
    db.flush()


def open_data_key(db: Session, data_key: DataKey) -> bytes:
    """The key of a row, 32 bytes. Raises KeyDestroyed, MasterKeyMissing or CannotOpen."""
    if data_key.wrapped is None:
        raise KeyDestroyed
    ring = ring_of(db)
    # One that 0.1.0 made has no name beside it until the service starts; it had one master key, the oldest.
    master = ring.named(data_key.master) if data_key.master is not None else ring.known[-1]
    key = open_sealed(master.wrapping, data_key.wrapped, _wrapped_place(data_key.id))
    assert isinstance(key, bytes)  # noqa: S101
    return key


def wrap_data_key(master: MasterKey, data_key: DataKey, key: bytes) -> None:
    """Put the key into its row, wrapped by a master key."""
    data_key.wrapped = close(master.wrapping, key, _wrapped_place(data_key.id))
    data_key.master = master.id


def _key(db: Session, key_id: str) -> bytes:
    if key_id == ACCOUNTS_KEY:
        return system_key(db, "accounts")
    opened = _opened(db)
    key = opened.get(key_id)
    if key is None:
        data_key = db.get(DataKey, key_id)
        if data_key is None:
            raise KeyDestroyed
        key = opened[key_id] = open_data_key(db, data_key)
    return key


def _opened(db: Session) -> dict[str, bytes]:
    """Keys that this transaction has opened: it reads a talk message by message. Longer none is kept."""
    opened: dict[str, bytes] = db.info.setdefault(_OPENED, {})
    return opened


@event.listens_for(Session, "after_transaction_end")
def _forget(db: Session, ended: SessionTransaction) -> None:
    if ended.parent is None:
        db.info.pop(_OPENED, None)


def _wrapped_place(key_id: str) -> bytes:
    return place(DataKey.__tablename__, "wrapped", key_id)
