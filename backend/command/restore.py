"""``frontdoor restore``: a backup put into the database that the settings name."""

from __future__ import annotations

from pathlib import Path

import click
from sqlalchemy import Engine

from backend.backups import BackupRefused
from backend.backups.folder import KEY_FILE
from backend.backups.restore import Restored
from backend.backups.restore import restore as put
from backend.backups.take import keep_keys
from backend.command.database import opened
from backend.database.base import utc_now
from backend.keys.remains import Remains
from backend.settings import Settings


@click.command()
@click.argument("backup", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--keys",
    "key_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The newest keys.sealed; by default the one beside the backup.",
)
@click.option("--replace", is_flag=True, help="The database holds records: they are gone, and the backup's come.")
def restore(backup: Path, key_file: Path | None, replace: bool) -> None:
    """Restore BACKUP, a folder that `frontdoor backup` made, while the service is stopped.

    All or nothing. Whoever was erased after the backup was taken stays erased, and everybody has to sign in again.
    """
    keys = (key_file or backup.resolve().parent / KEY_FILE).resolve()
    with opened() as (settings, engine, _sessions):
        try:
            done = put(engine, settings.keyring, backup.resolve(), keys, replace=replace)
        except BackupRefused as problem:
            raise click.ClickException(str(problem)) from None
        _keep(engine, settings, keys)
        Remains(engine).wipe()
    for line in told(done):
        click.echo(line)


def _keep(engine: Engine, settings: Settings, keys: Path) -> None:
    """Take out of the key file what the database that was replaced knew to be erased."""
    try:
        keep_keys(engine, settings.keyring, keys.parent, utc_now())
    except (BackupRefused, OSError) as problem:
        click.echo(f"{keys} could not be brought up to date: {problem}", err=True)


def told(done: Restored) -> list[str]:
    """What was done and what to know of it, in sentences."""
    manifest = done.manifest
    return [
        f"Restored: {done.rows} rows, as they were on {manifest.taken_at:%-d %B %Y at %H:%M:%S} UTC.",
        f"Erased again, because their keys are gone: {done.cleaned}.",
        "Everybody has been signed out. What was done after that moment is not in this database: tell the people"
        " concerned.",
        f"The audit ends with entry {manifest.audit_entries} of that time; entry {done.entry} records this restore. An"
        " anchor taken between then and now knows entries that are gone, and will say so.",
        "Now run: frontdoor database check, and frontdoor audit verify.",
    ]
