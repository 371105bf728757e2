"""``frontdoor database``: the tables, brought up to date or checked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy import Engine
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.orm import Session

from backend.database.engine import make_engine, session_factory
from backend.database.migrate import differences, is_current, upgrade
from backend.database.prepare import prepare
from backend.keys import Keyring
from backend.settings import Settings, WrongSetting


@click.group()
def database() -> None:
    """Look after the database that FRONTDOOR_DATABASE_URL names."""


@database.command("upgrade")
def upgrade_command() -> None:
    """Bring the tables up to date. What they hold is kept."""
    with _database(_settings()) as engine:
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


def bring_up_to_date() -> None:
    """Tables and, in the demonstration, accounts, before any process starts. Raises ClickException."""
    settings = _settings()
    with _database(settings) as engine:
        prepare(settings, engine, session_factory(engine, _keyring(settings)))


@contextmanager
def open_session() -> Iterator[Session]:
    """A session on the up-to-date database of the settings, committed at the end. Raises ClickException."""
    settings = _settings()
    with _database(settings) as engine:
        upgrade(engine)
        with session_factory(engine, _keyring(settings))() as db:
            yield db
            db.commit()


@contextmanager
def _database(settings: Settings) -> Iterator[Engine]:
    """The database, with what commonly goes wrong said in one line."""
    try:
        engine = make_engine(settings.database_url)
    except (ValueError, ArgumentError) as problem:
        raise click.ClickException(f"FRONTDOOR_DATABASE_URL cannot be used: {problem}.") from None
    try:
        yield engine
    except OperationalError:
        raise click.ClickException(
            "The database cannot be reached. Check FRONTDOOR_DATABASE_URL, and that its server runs."
        ) from None
    finally:
        engine.dispose()


def _keyring(settings: Settings) -> Keyring:
    try:
        return settings.keyring
    except WrongSetting as problem:
        raise click.ClickException(str(problem)) from None


def _settings() -> Settings:
    try:
        return Settings.from_environment()
    except WrongSetting as problem:
        raise click.ClickException(str(problem)) from None
