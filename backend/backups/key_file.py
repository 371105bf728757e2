"""The key file: the wrapped keys of all families and the keys of all backups, in one file that is only ever current.

No backup holds a family's key. So a family that is erased is erased from every backup as well, once this file has been
rewritten without its key; the worker does that within seconds.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select

from backend.backups.folder import KEY_FILE, BackupRefused, rewrite
from backend.backups.rows import BATCH, Row, decoded, encoded, tables_of, write
from backend.keys import CannotOpen, Keyring, derive
from backend.keys.sealing import close, open_sealed, place

FORMAT = 1
WRAPPED = "wrapped"
"""The column of a wrapped key. Whichever table has one is kept here and not among the records."""
FAMILIES = "data_keys"
_PLACE = place("backups", KEY_FILE, FORMAT)


@dataclass(frozen=True, slots=True)
class BackupKey:
    """What opens one backup."""

    taken_at: datetime
    key: bytes = field(repr=False)


@dataclass(slots=True)
class KeyFile:
    """What the key file holds. It is never printed."""

    written_at: datetime
    migration: str
    """At which the rows of the keys stood."""
    accounts: list[str] = field(default_factory=list)
    """Ids of accounts, by which a database is told from another one."""
    backups: dict[str, BackupKey] = field(default_factory=dict, repr=False)
    """The key of each backup by the backup's id."""
    tables: dict[str, list[Row]] = field(default_factory=dict, repr=False)
    """Rows with wrapped keys by table."""


def read_key_file(path: Path, ring: Keyring) -> KeyFile:
    """Open a key file with any master key that is known. Raises BackupRefused."""
    try:
        head, _, sealed = path.read_bytes().partition(b"\n")
    except FileNotFoundError:
        raise BackupRefused(
            f"{path} is missing. Without it no backup can be opened: bring the newest copy of it."
        ) from None
    if head != _head():
        raise BackupRefused(f"{path} was written by a newer Front Door, or is damaged.")
    for master in ring.known:
        try:
            packed = open_sealed(_sealing(master.wrapping), sealed, _PLACE)
        except CannotOpen:
            continue
        return _told(json.loads(zlib.decompress(packed)))
    raise BackupRefused(f"{path} does not open: it is damaged, or it was sealed with another master key.")


def write_key_file(path: Path, keys: KeyFile, ring: Keyring) -> None:
    """Seal a key file with the current master key and put it in the place of the one before."""
    content = {
        "written_at": keys.written_at.isoformat(),
        "migration": keys.migration,
        "accounts": keys.accounts,
        "backups": {
            name: {"taken_at": backup.taken_at.isoformat(), "key": backup.key.hex()}
            for name, backup in keys.backups.items()
        },
        "tables": keys.tables,
    }
    packed = zlib.compress(json.dumps(content, separators=(",", ":")).encode())
    rewrite(path, _head() + b"\n" + close(_sealing(ring.current.wrapping), packed, _PLACE))


def brought_up_to_date(before: KeyFile | None, connection: Connection, migration: str, now: datetime) -> KeyFile:
    """The key file as it is to be, from the one before and the database. Raises BackupRefused for another database.

    A key that the database does not know stays: after an older backup was restored, a newer one still needs it. A key
    that was destroyed goes, and so does what the service's own keys were before.
    """
    tables = {table.name: table for table in tables_of(connection)}
    accounts = list(connection.scalars(select(tables["accounts"].c.id).order_by(tables["accounts"].c.id)))
    if before is not None and before.accounts and not set(before.accounts) & set(accounts):
        raise BackupRefused(
            "This folder holds the backups of another database. Restore one of them, or name another folder."
        )
    kept = {name: _rows(connection, table) for name, table in tables.items() if WRAPPED in table.c}
    if before is not None:
        known = set(connection.scalars(select(tables[FAMILIES].c.id)))
        kept[FAMILIES] += [row for row in before.tables.get(FAMILIES, []) if row["id"] not in known]
    return KeyFile(
        written_at=now,
        migration=migration,
        accounts=accounts,
        backups=dict(before.backups) if before else {},
        tables=kept,
    )


def put_back(connection: Connection, keys: KeyFile, destroyed: set[str]) -> None:
    """Give the restored rows their keys. A family whose key is not in the file, or in ``destroyed``, gets none."""
    for table in tables_of(connection):
        if WRAPPED not in table.c or table.name not in keys.tables:
            continue
        rows = keys.tables[table.name]
        if table.name != FAMILIES:
            connection.execute(delete(table))
            write(connection, table, rows)
            continue
        restored = set(connection.scalars(select(table.c.id)))
        _give(connection, table, [row for row in rows if row["id"] in restored - destroyed])


def without_keys(table: Table, rows: list[Row]) -> list[Row]:
    """Rows as the records part may hold them."""
    if WRAPPED not in table.c:
        return rows
    return [{**row, WRAPPED: None} for row in rows]


def _give(connection: Connection, table: Table, rows: list[Row]) -> None:
    # Changed and not replaced: what the families have refers to these rows.
    change = table.update().where(table.c.id == bindparam("of"))
    for some in range(0, len(rows), BATCH):
        keys = [{name: decoded(value) for name, value in row.items()} for row in rows[some : some + BATCH]]
        connection.execute(change, [{"of": key.pop("id"), **key} for key in keys])


def _rows(connection: Connection, table: Table) -> list[Row]:
    # Those without a wrapped key in a table of the service's own are derived from the master key: kept as they are.
    query = select(table) if table.name != FAMILIES else select(table).where(table.c[WRAPPED].is_not(None))
    found = connection.execute(query.order_by(*table.primary_key.columns)).mappings()
    return [{name: encoded(value) for name, value in row.items()} for row in found]


def _told(content: dict[str, Any]) -> KeyFile:
    return KeyFile(
        written_at=datetime.fromisoformat(content["written_at"]),
        migration=content["migration"],
        accounts=content["accounts"],
        backups={
            name: BackupKey(datetime.fromisoformat(backup["taken_at"]), bytes.fromhex(backup["key"]))
            for name, backup in content["backups"].items()
        },
        tables=content["tables"],
    )


def _head() -> bytes:
    return f"Front Door keys {FORMAT}".encode()


def _sealing(wrapping: bytes) -> bytes:
    return derive(wrapping, "backups")
