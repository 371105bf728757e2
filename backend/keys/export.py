"""The wrapped keys taken out and put back, apart from the records.

A backup of records keeps what is sealed for as long as the backup is kept. Erasure reaches it only if the keys are
somewhere else, and newer: keep one export of the keys, replace it after each erasure, and never keep an old one.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.errors import Invalid
from backend.keys.models import DataKey, SystemKey

KEY_TABLES: Final = (DataKey.__tablename__, SystemKey.__tablename__)
"""Everything that opens anything. A backup of records leaves their rows out."""
FORMAT: Final = 1


def export_keys(db: Session) -> dict[str, Any]:
    """Every wrapped key and every destruction, as JSON; useless without the master key.

    ``{"format": 1, "data_keys": [{"id", "wrapped", "created_at", "destroyed_at", "master"}],
    "system_keys": [{"use", "version", "wrapped", "master", "created_at"}]}``; bytes in base64, times in ISO 8601.
    """
    return {
        "format": FORMAT,
        "data_keys": [_out(row) for row in db.scalars(select(DataKey).order_by(DataKey.id))],
        "system_keys": [_out(row) for row in db.scalars(select(SystemKey).order_by(SystemKey.use, SystemKey.version))],
    }


def import_keys(db: Session, exported: dict[str, Any]) -> int:
    """Put exported keys into a database; how many were put. What is destroyed in either stays, or becomes, destroyed.

    A key that is there already stays as it is. Raises Invalid when this is no export of keys.
    """
    try:
        if exported["format"] != FORMAT:
            raise Invalid("This export of keys was written by another version.")
        families = [_data_key(row) for row in exported["data_keys"]]
        service = [_system_key(row) for row in exported["system_keys"]]
    except (KeyError, TypeError, ValueError):
        raise Invalid("This is not an export of keys.") from None
    put = sum(_put_data_key(db, row) for row in families)
    for row in service:
        there = db.get(SystemKey, (row.use, row.version))
        if there is None or there.wrapped is None:
            db.merge(row)
            put += 1
    db.flush()
    return put


def _put_data_key(db: Session, row: DataKey) -> bool:
    there = db.get(DataKey, row.id)
    if there is None:
        db.add(row)
        return True
    if there.destroyed_at is not None:
        return False
    if row.destroyed_at is not None:
        there.wrapped, there.destroyed_at = None, row.destroyed_at
        return True
    if there.wrapped is None:
        there.wrapped, there.master = row.wrapped, row.master
        return True
    return False


def _out(row: DataKey | SystemKey) -> dict[str, Any]:
    return {column.name: _plain(getattr(row, column.name)) for column in row.__table__.columns}


def _plain(value: Any) -> Any:
    match value:
        case bytes():
            return b64encode(value).decode("ascii")
        case datetime():
            return value.isoformat()
        case _:
            return value


def _data_key(row: dict[str, Any]) -> DataKey:
    destroyed = row["destroyed_at"]
    return DataKey(
        id=str(row["id"]),
        wrapped=None if destroyed else _bytes(row["wrapped"]),
        created_at=datetime.fromisoformat(row["created_at"]),
        destroyed_at=datetime.fromisoformat(destroyed) if destroyed else None,
        master=row["master"],
    )


def _system_key(row: dict[str, Any]) -> SystemKey:
    return SystemKey(
        use=str(row["use"]),
        version=int(row["version"]),
        wrapped=_bytes(row["wrapped"]),
        master=row["master"],
        created_at=datetime.fromisoformat(row["created_at"]),
    )


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else b64decode(text, validate=True)
