"""Restoring a backup: everything or nothing, in one transaction.

The rows go into tables as they were when the backup was taken; the migrations since then bring them up to date, as an
upgrade does. Keys come from the key file alone, so a family that was erased after the backup stays erased.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, func, inspect, select
from sqlalchemy.orm import Session

from backend.audit.models import AuditEntry
from backend.audit.restores import record_restore
from backend.backups.afterwards import clean, end_what_was_open
from backend.backups.folder import BackupRefused
from backend.backups.key_file import FAMILIES, WRAPPED, KeyFile, put_back, read_key_file
from backend.backups.manifest import Manifest, read_manifest
from backend.backups.parts import check_part, read_part
from backend.backups.rows import drop_everything, go_on_counting, tables_of, write
from backend.database.base import utc_now
from backend.database.migrate import changing, is_known, migrate
from backend.keys import Keyring


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did."""

    manifest: Manifest
    rows: int
    cleaned: int
    """Families, talks and alerts that were erased after the backup was taken, and were erased again."""
    entry: int
    """The number of the audit's entry that tells of the restore."""


def restore(engine: Engine, ring: Keyring, backup: Path, key_file: Path, *, replace: bool) -> Restored:
    """Put a backup into the database. Raises BackupRefused, and then the database is as it was.

    ``replace`` allows it where the database holds records; they are gone then.
    """
    now = utc_now()
    manifest, key, keys = opened(ring, backup, key_file)
    refuse_while_in_use(engine)
    with changing(engine) as connection:
        destroyed = _destroyed(connection)
        _make_room(connection, replace=replace)
        migrate(connection, manifest.migration)
        rows = _load(connection, backup, manifest, key)
        if keys.migration != manifest.migration:
            migrate(connection, keys.migration)
        put_back(connection, keys, destroyed)
        migrate(connection, "head")
        with Session(connection, info={"keyring": ring}, join_transaction_mode="rollback_only") as db:
            end_what_was_open(db, now)
            cleaned = clean(db, now)
            record_restore(db, manifest.id, manifest.audit_entries, cleaned)
            db.commit()
        entry = _last_entry(connection)
    return Restored(manifest, rows, cleaned, entry)


def opened(ring: Keyring, backup: Path, key_file: Path) -> tuple[Manifest, bytes, KeyFile]:
    """A backup that may be restored, its key, and the key file. Raises BackupRefused."""
    manifest = read_manifest(backup)
    keys = read_key_file(key_file, ring)
    if manifest.id not in keys.backups:
        raise BackupRefused(
            f"{key_file} has no key for this backup: it is an older copy of the key file, or belongs to another folder."
        )
    key = keys.backups[manifest.id].key
    if not manifest.is_signed_by(key):
        raise BackupRefused("This backup is damaged: its manifest is not as it was written.")
    for part in manifest.parts:
        check_part(backup, part)
    for migration in (manifest.migration, keys.migration):
        if not is_known(migration):
            raise BackupRefused(
                f"This backup was made by a newer Front Door ({manifest.version}). Restore it with that version."
            )
    return manifest, key, keys


def refuse_while_in_use(engine: Engine) -> None:
    """Raise BackupRefused while anything else, such as the running service, is connected to the database."""
    others = _others_on_postgresql(engine) if engine.dialect.name == "postgresql" else _others_on_sqlite(engine)
    if others:
        raise BackupRefused(
            "The database is in use. Stop Front Door, and whatever else is connected to it, and try again."
        )


def _others_on_postgresql(engine: Engine) -> bool:
    with engine.connect() as connection:
        found = connection.exec_driver_sql(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            " AND backend_type = 'client backend'"
        ).scalar()
    return bool(found)


def _others_on_sqlite(engine: Engine) -> bool:
    """Whoever has the file open keeps it in its write-ahead mode; alone, we may take it out and put it back."""
    connection = engine.raw_connection()
    cursor = connection.cursor()
    try:
        [waited] = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute("PRAGMA busy_timeout = 500")
        try:
            cursor.execute("PRAGMA journal_mode = DELETE").fetchone()
        except sqlite3.OperationalError:
            return True
        [mode] = cursor.execute("PRAGMA journal_mode = WAL").fetchone()
        cursor.execute(f"PRAGMA busy_timeout = {int(waited)}")
        return bool(mode != "wal")
    finally:
        cursor.close()
        connection.close()


def _destroyed(connection: Connection) -> set[str]:
    """Families' keys that the database to be replaced knows to be destroyed; the key file may not know it yet."""
    for table in tables_of(connection):
        if table.name == FAMILIES:
            return set(connection.scalars(select(table.c.id).where(table.c[WRAPPED].is_(None))))
    return set()


def _make_room(connection: Connection, *, replace: bool) -> None:
    holding = [
        table.name
        for table in tables_of(connection)
        if WRAPPED not in table.c and connection.execute(select(table).limit(1)).first() is not None
    ]
    if holding and not replace:
        raise BackupRefused(
            "The database holds records already. Name an empty one, or add --replace: what it holds is gone then."
        )
    if inspect(connection).get_table_names():
        drop_everything(connection)


def _load(connection: Connection, backup: Path, manifest: Manifest, key: bytes) -> int:
    parts = {part.table: part for part in manifest.parts}
    tables = tables_of(connection)
    if {table.name for table in tables} != set(parts):
        raise BackupRefused("This backup is damaged: its tables are not those of its migration.")
    count = 0
    for table in tables:
        if connection.execute(select(table).limit(1)).first() is not None:
            # What a migration put there, it put into the backup as well.
            connection.execute(delete(table))
        for rows in read_part(backup, manifest.id, key, parts[table.name]):
            write(connection, table, rows)
            count += len(rows)
        go_on_counting(connection, table)
    return count


def _last_entry(connection: Connection) -> int:
    return connection.scalar(select(func.max(AuditEntry.seq))) or 0
