"""What is left of a destroyed key in SQLite's files, wiped.

A changed page goes to the write-ahead log first; the page before it stays in the database file, and pages before that
in the log, until a checkpoint. Only then is a destroyed key gone from the disk (``secure_delete`` is on, so the
database overwrites what it frees). PostgreSQL's log is its administrator's to keep or to drop.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Engine, func, select

from backend.keys.models import DataKey

PATIENCE_MS = 1_000
"""How long a checkpoint may wait for a reader; it is tried again."""


class Remains:
    """Wipes once after each destruction of keys, as far as this process knows; once after it starts."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._wiped_up_to: datetime | None = None

    def wipe(self) -> bool:
        """Wipe if a key was destroyed since the last time; whether it was done, which a reader may delay."""
        if self._engine.dialect.name != "sqlite":
            return False
        with self._engine.connect().execution_options(reads_only=True) as connection:
            newest = connection.scalar(select(func.max(DataKey.destroyed_at)))
        if newest is None or newest == self._wiped_up_to:
            return False
        if not self._checkpoint():
            return False
        self._wiped_up_to = newest
        return True

    def _checkpoint(self) -> bool:
        # Not in a transaction, as the engine's connections otherwise are: SQLite refuses to checkpoint inside one.
        connection = self._engine.raw_connection()
        cursor = connection.cursor()
        try:
            [before] = cursor.execute("PRAGMA busy_timeout").fetchone()
            cursor.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
            [busy, *_] = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            cursor.execute(f"PRAGMA busy_timeout = {int(before)}")
        finally:
            cursor.close()
            connection.close()
        return not busy
