"""Taking a backup while the service runs: one look at the database, in which nothing moves.

The rows are read in one transaction that sees the database as it was at its beginning: SQLite's write-ahead log and
PostgreSQL's REPEATABLE READ both give that without holding anybody up. No copy of the database is made on the way, so
no second copy of the families' keys ever lies on a disk.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select

from backend.backups.folder import KEY_FILE, MANIFEST, BackupRefused, own_turn, ready, sync
from backend.backups.key_file import (
    BackupKey,
    KeyFile,
    brought_up_to_date,
    read_key_file,
    without_keys,
    write_key_file,
)
from backend.backups.manifest import Manifest, read_manifest
from backend.backups.parts import write_part
from backend.backups.rows import read, tables_of
from backend.database.base import new_id
from backend.database.migrate import revision_of
from backend.keys import Keyring
from backend.keys.keyring import KEY_BYTES

_AUDIT = "audit_entries"


def take(engine: Engine, ring: Keyring, folder: Path, now: datetime) -> Manifest:
    """Take a backup of everything into a new folder below ``folder`` and bring the key file up to date.

    Raises BackupRefused, and then leaves nothing of the new backup behind.
    """
    ready(folder)
    refuse_another_database(engine, ring, folder, now)
    backup = new_id()
    name = f"{now:%Y-%m-%dT%H%M%SZ}-{backup[:8]}"
    unfinished = folder / f".{name}"
    unfinished.mkdir(mode=0o700)
    try:
        key = os.urandom(KEY_BYTES)
        manifest = _write(engine, unfinished, backup, key, now)
        keep_keys(engine, ring, folder, now, {backup: BackupKey(now, key)})
        unfinished.rename(folder / name)
        sync(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    return manifest


def keep_keys(
    engine: Engine, ring: Keyring, folder: Path, now: datetime, new: dict[str, BackupKey] | None = None
) -> None:
    """Rewrite the key file from the database as it is now, with the keys of ``new`` backups by their ids."""
    with own_turn(folder):
        keys = _keys_now(engine, ring, folder, now)
        keys.backups |= new or {}
        write_key_file(folder / KEY_FILE, keys, ring)


def expire(ring: Keyring, folder: Path, oldest: datetime) -> int:
    """Take the backups away that were taken before ``oldest``, and their keys; how many keys went.

    Without its key a copy of a backup that lies elsewhere cannot be opened any more either.
    """
    with own_turn(folder):
        keys = read_key_file(folder / KEY_FILE, ring)
        old = [name for name, backup in keys.backups.items() if backup.taken_at < oldest]
        for name in old:
            del keys.backups[name]
        if old:
            write_key_file(folder / KEY_FILE, keys, ring)
    for manifest in folder.glob(f"*/{MANIFEST}"):
        if read_manifest(manifest.parent).id in old:
            shutil.rmtree(manifest.parent)
    return len(old)


def refuse_another_database(engine: Engine, ring: Keyring, folder: Path, now: datetime) -> None:
    """Raise BackupRefused where the folder's key file is not this database's, before a long backup is begun."""
    with own_turn(folder):
        _keys_now(engine, ring, folder, now)


@contextmanager
def still(engine: Engine) -> Iterator[Connection]:
    """A connection that sees the database as it is now for as long as it is open, and in nobody's way."""
    with engine.connect() as plain:
        if engine.dialect.name == "postgresql":
            connection = plain.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        else:
            connection = plain.execution_options(reads_only=True)
        yield connection


def _keys_now(engine: Engine, ring: Keyring, folder: Path, now: datetime) -> KeyFile:
    path = folder / KEY_FILE
    before = read_key_file(path, ring) if path.exists() else None
    with still(engine) as connection:
        return brought_up_to_date(before, connection, _revision(connection), now)


def _write(engine: Engine, unfinished: Path, backup: str, key: bytes, now: datetime) -> Manifest:
    with still(engine) as connection:
        revision, tables = _revision(connection), tables_of(connection)
        parts = [
            write_part(
                unfinished, backup, key, table.name, (without_keys(table, rows) for rows in read(connection, table))
            )
            for table in tables
        ]
        audit = next(table for table in tables if table.name == _AUDIT)
        entries = connection.scalar(select(func.max(audit.c.seq))) or 0
    manifest = Manifest(
        id=backup,
        name=unfinished.name.removeprefix("."),
        taken_at=now,
        version=version("front-door"),
        migration=revision,
        database=engine.dialect.name,
        audit_entries=entries,
        parts=parts,
    ).signed(key)
    manifest.write(unfinished)
    sync(unfinished)
    return manifest


def _revision(connection: Connection) -> str:
    revision = revision_of(connection)
    if revision is None:
        raise BackupRefused("There is nothing to back up: the database is empty.")
    return revision
