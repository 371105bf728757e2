"""Before the tables change: a backup, where it is known where backups are kept."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, inspect

from backend.backups.manifest import Manifest
from backend.backups.take import take
from backend.database.base import utc_now
from backend.database.migrate import is_current
from backend.keys import Keyring


def back_up_before_upgrade(engine: Engine, ring: Keyring, folder: Path | None) -> Manifest | None:
    """Take a backup if an upgrade would change tables that exist; None when there was no need, or no folder.

    Raises BackupRefused: better no upgrade than one that cannot be taken back.
    """
    if folder is None or is_current(engine) or not inspect(engine).get_table_names():
        return None
    return take(engine, ring, folder, utc_now())
