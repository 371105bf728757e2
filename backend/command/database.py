"""``frontdoor database``: the tables, brought up to date or checked."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import click
from psycopg.errors import InsufficientPrivilege
from sqlalchemy import Engine
from sqlalchemy.exc import ArgumentError, OperationalError, ProgrammingError
from sqlalchemy.orm import Session

from backend.audit import grants as granting
from backend.backups import BackupRefused
from backend.backups.upgrading import back_up_before_upgrade
from backend.command.demo_families import plant_families
from backend.database.engine import Sessions, make_engine, session_factory
from backend.database.migrate import differences, is_current, upgrade
from backend.database.prepare import fit_keys, prepare
from backend.settings import Settings, WrongSetting


@click.group()
def database() -> None:
    """Look after the database that FRONTDOOR_DATABASE_URL names."""


@database.command("upgrade")
def upgrade_command() -> None:
    """Bring the tables up to date. What they hold is kept, and backed up first where FRONTDOOR_BACKUPS names a folder.

    If it fails, everything is as it was.
    """
    settings = _settings()
    with _database(settings) as engine:
        _back_up_first(settings, engine)
        upgrade(engine)
    click.echo("The database is up to date.")


@database.command()
def check() -> None:
    """Say whether the tables are up to date and as the software expects them; ends with 1 when they are not."""
    with _database(_settings()) as engine:
        if not is_current(engine):
            raise click.ClickException("The database is not up to date: run `frontdoor database upgrade`.")
        found = differences(engine)
    if found:
        raise click.ClickException("The tables are not as expected:\n" + "\n".join(f"  - {line}" for line in found))
    click.echo("The database is up to date and as expected.")


@database.command()
@click.argument("role")
@click.option("--apply", "applied", is_flag=True, help="Grant it now; otherwise the SQL is printed.")
def grants(role: str, applied: bool) -> None:
    """What an account of PostgreSQL needs to run the application, and no more: of the audit, to add and to read.

    Run it as the account that owns the tables, and again after each upgrade.
    """
    with _database(_settings()) as engine:
        if engine.dialect.name != "postgresql":
            raise click.ClickException("SQLite has no accounts: whoever can write the file can change it.")
        with engine.begin() as connection:
            if not applied:
                for statement in granting.statements(connection, role):
                    click.echo(f"{statement};")
                return
            try:
                granting.apply(connection, role)
            except granting.CannotGrant as problem:
                raise click.ClickException(str(problem)) from None
    click.echo(f"{role} may run the application, and of the audit only add to it and read it.")


def bring_up_to_date() -> None:
    """Tables and, in the demonstration, accounts and families, before any process starts. Raises ClickException."""
    settings = _settings()
    with _database(settings) as engine, _told_plainly():
        _back_up_first(settings, engine)
        sessions = session_factory(engine, settings.keyring)
        prepare(settings, engine, sessions)
        if settings.env == "demo" and os.environ.get("FRONTDOOR_DEMO_FAMILIES") != "no":
            with sessions.begin() as db:
                plant_families(db)


@contextmanager
def open_session() -> Iterator[Session]:
    """A session on the up-to-date database of the settings, committed at the end. Raises ClickException."""
    settings = _settings()
    with _database(settings) as engine:
        _back_up_first(settings, engine)
        upgrade(engine)
        with _told_plainly():
            sessions = session_factory(engine, settings.keyring)
            fit_keys(sessions)
        with sessions() as db:
            yield db
            db.commit()


@contextmanager
def opened() -> Iterator[tuple[Settings, Engine, Sessions]]:
    """The settings and the database they name, at whatever migration it stands. Raises ClickException."""
    settings = _settings()
    with _told_plainly():
        ring = settings.keyring
    with _database(settings) as engine:
        yield settings, engine, session_factory(engine, ring)


def _back_up_first(settings: Settings, engine: Engine) -> None:
    if settings.backups is None:
        return
    try:
        with _told_plainly():
            taken = back_up_before_upgrade(engine, settings.keyring, settings.backups)
    except BackupRefused as problem:
        raise click.ClickException(f"Nothing was upgraded, for no backup could be taken first. {problem}") from None
    if taken is not None:
        click.echo(f"Backed up first: {settings.backups / taken.name}")


@contextmanager
def _database(settings: Settings) -> Iterator[Engine]:
    """The database, with what commonly goes wrong said in one line."""
    try:
        engine = make_engine(settings.database_url)
    except (ValueError, ArgumentError) as problem:
        raise click.ClickException(f"FRONTDOOR_DATABASE_URL cannot be used: {problem}.") from None
    try:
        yield engine
    except ProgrammingError as problem:
        if not isinstance(problem.orig, InsufficientPrivilege):
            raise
        raise click.ClickException(
            "This account of the database may not do that. Run `frontdoor database upgrade` as the account that owns"
            " the tables, then `frontdoor database grants` for this one."
        ) from None
    except OperationalError:
        raise click.ClickException(
            "The database cannot be reached. Check FRONTDOOR_DATABASE_URL, and that its server runs."
        ) from None
    finally:
        engine.dispose()


def _settings() -> Settings:
    with _told_plainly():
        return Settings.from_environment()


@contextmanager
def _told_plainly() -> Iterator[None]:
    """What is wrong with a setting, in one line."""
    try:
        yield
    except WrongSetting as problem:
        raise click.ClickException(str(problem)) from None
