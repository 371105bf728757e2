"""``frontdoor backup``: everything the database holds, sealed, while the service runs."""

from __future__ import annotations

from pathlib import Path

import click

from backend.audit import record
from backend.backups import BackupRefused
from backend.backups.folder import KEY_FILE
from backend.backups.keeper import Keeper
from backend.backups.take import expire, take
from backend.command.database import opened
from backend.database.base import utc_now
from backend.database.migrate import is_current
from backend.retention.policy import service_oldest


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
def backup(folder: Path | None) -> None:
    """Take a backup into FOLDER, or into the folder that FRONTDOOR_BACKUPS names.

    The service may go on meanwhile. Backups whose time is up (backend/retention/service.yml) are taken away.

    Whoever copies backups elsewhere copies keys.sealed too, over the copy before it:
    no old copy of that file may be kept, or erasing a family would not reach it.
    """
    with opened() as (settings, engine, sessions):
        where = (folder or settings.backups or _no_folder()).resolve()
        try:
            taken = take(engine, settings.keyring, where, utc_now())
            expired = expire(settings.keyring, where, service_oldest("backups", utc_now()))
        except BackupRefused as problem:
            raise click.ClickException(str(problem)) from None
        except OSError as problem:
            raise click.ClickException(f"No backup was taken: {where} takes none ({problem.strerror}).") from None
        if is_current(engine):
            with sessions.begin() as db:
                record(db, None, "backed-up", "backup", taken.id, None, entries=taken.audit_entries)
    rows = sum(part.rows for part in taken.parts)
    click.echo(f"{where / taken.name} holds {rows} rows. It opens with {where / KEY_FILE} only.")
    if expired:
        click.echo(f"Backups whose time is up, taken away with their keys: {expired}.")
    if settings.backups != where:
        click.echo(
            f"FRONTDOOR_BACKUPS does not name {where}: a family that is erased from now on stays in this backup until"
            " the next one is taken into the same folder.",
            err=True,
        )


def carry_into_backups() -> None:
    """Let an erasure that was just made reach the backups, without waiting for the worker. Raises ClickException."""
    with opened() as (settings, engine, _sessions):
        try:
            Keeper(engine, settings.keyring, settings.backups).keep()
        except BackupRefused as problem:
            raise click.ClickException(f"It is erased here, but not in the backups. {problem}") from None


def _no_folder() -> Path:
    raise click.ClickException("Name a folder: frontdoor backup FOLDER, or set FRONTDOOR_BACKUPS.")
