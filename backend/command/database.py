"""``frontdoor database``: the tables, brought up to date or checked."""

from __future__ import annotations

import click

from backend.database.engine import make_engine, session_factory
from backend.database.migrate import differences, is_current, upgrade
from backend.database.prepare import prepare
from backend.settings import Settings, WrongSetting


@click.group()
def database() -> None:
    """Look after the database that FRONTDOOR_DATABASE_URL names."""


@database.command("upgrade")
def upgrade_command() -> None:
    """Bring the tables up to date. What they hold is kept."""
    upgrade(make_engine(_settings().database_url))
    click.echo("The database is up to date.")


@database.command()
def check() -> None:
    """Say whether the tables are up to date and as the software expects them; ends with 1 when they are not."""
    engine = make_engine(_settings().database_url)
    if not is_current(engine):
        raise click.ClickException("The database is not up to date: run `frontdoor database upgrade`.")
    if found := differences(engine):
        raise click.ClickException("The tables are not as expected:\n" + "\n".join(f"  - {line}" for line in found))
    click.echo("The database is up to date and as expected.")


def bring_up_to_date() -> None:
    """Tables and, in the demonstration, accounts, before any process starts."""
    settings = _settings()
    engine = make_engine(settings.database_url)
    try:
        prepare(settings, engine, session_factory(engine, settings.keyring))
    finally:
        engine.dispose()


def _settings() -> Settings:
    try:
        return Settings.from_environment()
    except WrongSetting as problem:
        raise click.ClickException(str(problem)) from None
