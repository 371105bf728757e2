"""``frontdoor keys``: the master key, turned over while the service runs, and a look at everything that is sealed."""

from __future__ import annotations

import base64
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from sqlalchemy import inspect

from backend.audit import record
from backend.backups import BackupRefused
from backend.backups.keeper import Keeper
from backend.command.database import opened
from backend.database.engine import Sessions
from backend.database.models import Base
from backend.errors import MasterKeyMissing
from backend.keys.checking import check as check_all
from backend.keys.keyring import KEY_BYTES
from backend.keys.rotation import KeyStatus, settled_status
from backend.keys.rotation import rotate as rotate_all
from backend.keys.rotation import status as status_of
from backend.keys.sources import NoKey, read_keys


@click.group()
def keys() -> None:
    """Look after the keys: make a master key, turn it over while the service runs, check what is sealed.

    docs/keys.md has the steps.
    """


@keys.command()
@click.option(
    "--into",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A key file: the new key is put first and those in it stay below.",
)
def new(into: Path | None) -> None:
    """Make a master key and print it, or put it first in a key file, which a running service then takes by itself."""
    key = base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode("ascii")
    if into is None:
        click.echo(key)
        return
    before = _lines(into) if into.exists() else []
    _write(into, [key, *before])
    click.echo(f"{into} holds a new key and {_counted(len(before), 'key')} from before. Next: frontdoor keys rotate")


@keys.command()
def rotate() -> None:
    """Wrap every key anew with the current master key; ends with 1 when some are left. The service may be running."""
    with _sessions() as sessions:
        try:
            done, left = rotate_all(sessions)
        except MasterKeyMissing:
            raise click.ClickException(_missing(_status(sessions))) from None
        with sessions.begin() as db:
            record(db, None, "rotated", "keys", "master", None, keys=done, left=left)
    _wrap_backups_anew()
    click.echo(f"{_counted(done, 'key')} wrapped anew.")
    if left:
        raise click.ClickException(
            f"{_counted(left, 'key')} left: either a process still wraps with an older master key (start it again, then"
            " repeat this), or a key is damaged (frontdoor keys check names it). Keep the older master keys until then."
        )
    click.echo("The older master keys are needed no more: frontdoor keys forget")


@keys.command()
def status() -> None:
    """Say which master key wraps how many keys; ends with 1 when one that is needed was not given."""
    with _sessions() as sessions:
        found = _status(sessions)
    click.echo(f"current   {found.current}")
    for name in found.known[1:]:
        click.echo(f"previous  {name}")
    wrapping = sorted({*found.families, *found.service}, key=lambda name: (name != found.current, name))
    for name in wrapping:
        families, service = found.families.get(name, 0), found.service.get(name, 0)
        click.echo(f"{name} wraps {_counted(families, 'data key')} and {_counted(service, 'key')} of the service")
    click.echo(f"{_counted(found.destroyed, 'data key')} destroyed. {_counted(found.left, 'key')} left to rotate.")
    if found.missing:
        raise click.ClickException(_missing(found))


@keys.command()
def forget() -> None:
    """Take the older master keys out of the key file, once nothing is wrapped by them any more."""
    with opened() as (settings, _engine, sessions):
        if len(settings.master_key_files) != 1 or len(_lines(settings.master_key_files[0])) < 1 + len(
            settings.previous_master_keys
        ):
            raise click.ClickException("The older keys are not in the key file: take them away where you gave them.")
        with sessions() as db:
            found = settled_status(db)
        if found.left:
            raise click.ClickException(
                f"{_counted(found.left, 'key')} left to rotate: run frontdoor keys rotate first."
            )
        file = settings.master_key_files[0]
        _write(file, _lines(file)[:1])
    forgotten = _counted(len(settings.previous_master_keys), "older key")
    click.echo(f"{file} holds the current key alone; {forgotten} forgotten.")


@keys.command()
def check() -> None:
    """Open every sealed value once and name those that are damaged by table and id; ends with 1 when there are any."""
    with _sessions() as sessions, sessions() as db:
        db.connection(execution_options={"reads_only": True})
        found = check_all(db, Base.metadata)
    for damage in found.damaged:
        click.echo(f"damaged: {damage}")
    click.echo(f"{found.opened} sealed values open, {found.erased} erased, {len(found.damaged)} damaged.")
    if found.damaged:
        raise click.ClickException(
            "Restore what is damaged from a backup; until then it is refused wherever it is read."
        )


@contextmanager
def _sessions() -> Iterator[Sessions]:
    with opened() as (_settings, engine, sessions):
        if not inspect(engine).has_table("system_keys"):
            raise click.ClickException("The database is not up to date: run `frontdoor database upgrade`.")
        yield sessions


def _wrap_backups_anew() -> None:
    """The keys beside the backups are sealed with the master key as well."""
    with opened() as (settings, engine, _sessions):
        try:
            Keeper(engine, settings.keyring, settings.backups).keep()
        except (BackupRefused, OSError) as problem:
            raise click.ClickException(
                f"Wrapped anew here, but not in the backups; keep the older master keys. {problem}"
            ) from None


def _status(sessions: Sessions) -> KeyStatus:
    with sessions() as db:
        return status_of(db)


def _missing(found: KeyStatus) -> str:
    names = ", ".join(found.missing)
    return f"Master key {names} is needed and was not given. Give it in FRONTDOOR_MASTER_KEY_PREVIOUS_FILE."


def _lines(file: Path) -> list[str]:
    try:
        text = file.read_text("ascii")
        read_keys(text, str(file))
    except (OSError, UnicodeError, NoKey):
        raise click.ClickException(f"{file} is no key file: nothing was changed.") from None
    return text.split()


def _write(file: Path, lines: list[str]) -> None:
    """Put another key file in its place, at once and for this account alone."""
    part = file.with_name(f"{file.name}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as opened_:
            opened_.write("".join(f"{line}\n" for line in lines))
            opened_.flush()
            os.fsync(opened_.fileno())
        part.replace(file)
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as problem:
        raise click.ClickException(f"{file} cannot be written ({problem.strerror}).") from None


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
