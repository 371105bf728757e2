"""Keeps the key file true while the service runs: an erased family's key leaves it within seconds."""

from __future__ import annotations

import time
from pathlib import Path

from sqlalchemy import Engine, func, select

from backend.backups.folder import KEY_FILE
from backend.backups.take import keep_keys, still
from backend.database.base import utc_now
from backend.keys import Keyring
from backend.keys.models import DataKey, SystemKey

AFTER_TROUBLE_SECONDS = 60.0


class Keeper:
    """Rewrites the key file when keys were destroyed or wrapped anew, and once after this process starts."""

    def __init__(self, engine: Engine, ring: Keyring, folder: Path | None) -> None:
        """``folder`` is that of the backups; None where none is kept here."""
        self._engine = engine
        self._ring = ring
        self._folder = folder
        self._kept: object = None
        self._quiet_until = 0.0

    def keep(self) -> bool:
        """Rewrite the file if it is not as it should be; whether it was rewritten.

        Raises BackupRefused or OSError where it cannot be, and does not try again for a minute.
        """
        if self._folder is None or not (self._folder / KEY_FILE).exists() or time.monotonic() < self._quiet_until:
            return False
        state = self._state()
        if state == self._kept:
            return False
        self._quiet_until = time.monotonic() + AFTER_TROUBLE_SECONDS
        keep_keys(self._engine, self._ring, self._folder, utc_now())
        self._kept, self._quiet_until = state, 0.0
        return True

    def _state(self) -> object:
        """What moves with every destruction and every change of the master key."""
        with still(self._engine) as connection:
            destroyed = select(func.count(), func.max(DataKey.destroyed_at)).where(DataKey.wrapped.is_(None))
            families = select(DataKey.master).where(DataKey.wrapped.is_not(None)).distinct()
            masters = connection.scalars(families.union(select(SystemKey.master)))
            return tuple(connection.execute(destroyed).one()), {*masters}, self._ring.current.id
