"""Migrating an empty database gives exactly the tables that the software expects, and can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import Engine, inspect, text

from backend.command.database import database
from backend.database.engine import make_engine
from backend.database.migrate import differences, downgrade, is_current, upgrade
from backend.database.models import Base

KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="


@pytest.fixture
def engine(database_url: str) -> Engine:
    return make_engine(database_url)


def shape(engine: Engine) -> dict[str, object]:
    """Tables with columns, keys, indexes and checks as the database itself tells them."""
    told = inspect(engine)
    return {
        table: (
            [(column["name"], str(column["type"]), column["nullable"]) for column in told.get_columns(table)],
            told.get_pk_constraint(table)["constrained_columns"],
            sorted(
                (str(key["name"]), key["referred_table"], str(key["options"])) for key in told.get_foreign_keys(table)
            ),
            sorted(
                (str(index["name"]), str(index["column_names"]), index["unique"]) for index in told.get_indexes(table)
            ),
            sorted((str(unique["name"]), str(unique["column_names"])) for unique in told.get_unique_constraints(table)),
            sorted(str(check["name"]) for check in told.get_check_constraints(table)),
        )
        for table in told.get_table_names()
        if table != "alembic_version"
    }


def triggers(engine: Engine) -> set[str]:
    """Names of all triggers."""
    where = {"sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'"}
    with engine.connect() as connection:
        query = where.get(engine.dialect.name, "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")
        return set(connection.scalars(text(query)))


def empty(engine: Engine) -> bool:
    """Whether nothing of ours is left: no table and, in PostgreSQL, no function."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql" and connection.scalar(
            text("SELECT count(*) FROM pg_proc WHERE proname LIKE 'audit%'")
        ):
            return False
    return inspect(engine).get_table_names() == ["alembic_version"]


def test_migrating_gives_what_the_models_say(engine: Engine) -> None:
    upgrade(engine)
    assert is_current(engine)
    assert differences(engine) == []
    migrated, guards = shape(engine), triggers(engine)
    downgrade(engine, "base")
    assert empty(engine)
    Base.metadata.create_all(engine)
    assert shape(engine) == migrated
    assert triggers(engine) == guards != set()
    engine.dispose()


def test_up_down_and_up_again(engine: Engine) -> None:
    for _ in range(2):
        upgrade(engine)
        assert is_current(engine)
        downgrade(engine, "base")
        assert not is_current(engine)
        assert empty(engine)
    engine.dispose()


def test_upgrading_again_keeps_what_is_there(engine: Engine) -> None:
    upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO agencies VALUES ('a', 'Meadow Park School')"))
    upgrade(engine)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT name FROM agencies")) == "Meadow Park School"
    engine.dispose()


def test_the_command_upgrades_and_checks(database_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FRONTDOOR_DATABASE_URL", database_url)
    monkeypatch.setenv("FRONTDOOR_DATA", str(tmp_path))
    monkeypatch.setenv("FRONTDOOR_MASTER_KEY", KEY)
    run = CliRunner()
    before = run.invoke(database, ["check"])
    assert (before.exit_code, "frontdoor database upgrade" in before.output) == (1, True)
    assert run.invoke(database, ["upgrade"]).exit_code == 0
    assert run.invoke(database, ["check"]).output == "The database is up to date and as expected.\n"
    engine = make_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE agencies ADD COLUMN extra TEXT"))
    engine.dispose()
    changed = run.invoke(database, ["check"])
    assert changed.exit_code == 1
    assert "extra" in changed.output


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("mysql://localhost/frontdoor", "not in mysql"),
        ("nonsense", "FRONTDOOR_DATABASE_URL cannot be used"),
        ("postgresql://user:secret@127.0.0.1:1/frontdoor", "cannot be reached"),
    ],
)
def test_a_database_that_cannot_be_used_is_told_in_one_line(
    url: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FRONTDOOR_DATABASE_URL", url)
    result = CliRunner().invoke(database, ["upgrade"])
    assert result.exit_code == 1
    assert told in result.output
    assert result.output.count("\n") == 1
    assert "secret" not in result.output
