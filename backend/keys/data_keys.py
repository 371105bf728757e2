"""A data key for each family: made, used through the session's keyring, destroyed."""

from __future__ import annotations

import os
from typing import Any, Final

from sqlalchemy.orm import Session

from backend.database.base import new_id, utc_now
from backend.errors import KeyDestroyed
from backend.keys.keyring import KEY_BYTES, Keyring
from backend.keys.models import DataKey
from backend.keys.sealing import close, open_sealed, place

ACCOUNTS_KEY: Final = "accounts"
"""The key id under which staff's names and e-mail addresses are sealed; derived, never destroyed."""


def new_data_key(db: Session) -> str:
    """Make a family's data key, add it to the session and answer its id."""
    key_id = new_id()
    wrapped = close(_ring(db).wrapping, os.urandom(KEY_BYTES), _wrapped_place(key_id))
    db.add(DataKey(id=key_id, wrapped=wrapped, created_at=utc_now()))
    # Rows that refer to the key may be written by hand before the session would write it.
    db.flush()
    return key_id


def seal(db: Session, key_id: str, plaintext: Any, *, table: str, column: str, row: str | int) -> bytes:
    """Seal bytes, text or any JSON value with a data key, for one place. Raises KeyDestroyed."""
    return close(_key(db, key_id), plaintext, place(table, column, row))


def unseal(db: Session, key_id: str, sealed: bytes, *, table: str, column: str, row: str | int) -> Any:
    """What was sealed for this place, in the type it had. Raises KeyDestroyed, or CannotOpen."""
    return open_sealed(_key(db, key_id), sealed, place(table, column, row))


def destroy(db: Session, key_id: str) -> None:
    """Destroy a family's data key; everything it sealed is unreadable from then on. Again: nothing happens."""
    data_key = db.get(DataKey, key_id)
    if data_key is None:
        raise ValueError("there is no data key of this id")
    data_key.wrapped = None
    data_key.destroyed_at = data_key.destroyed_at or utc_now()
    db.flush()


def _key(db: Session, key_id: str) -> bytes:
    if key_id == ACCOUNTS_KEY:
        return _ring(db).accounts
    data_key = db.get(DataKey, key_id)
    if data_key is None or data_key.wrapped is None:
        raise KeyDestroyed
    key = open_sealed(_ring(db).wrapping, data_key.wrapped, _wrapped_place(key_id))
    assert isinstance(key, bytes)  # noqa: S101
    return key


def _wrapped_place(key_id: str) -> bytes:
    return place(DataKey.__tablename__, "wrapped", key_id)


def _ring(db: Session) -> Keyring:
    ring = db.info["keyring"]
    assert isinstance(ring, Keyring)  # noqa: S101
    return ring
