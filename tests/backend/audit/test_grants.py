"""The application runs as an account of PostgreSQL that may add to the audit and read it, and do nothing else to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from click.testing import CliRunner
from sqlalchemy import Engine, text
from sqlalchemy.exc import ProgrammingError

from backend.audit.verifying import first_broken
from backend.command.main import main
from backend.database.base import utc_now
from backend.database.engine import make_engine
from backend.database.migrate import downgrade, upgrade
from backend.outbox.post_office import post_office
from backend.outbox.watching import check_if_due
from backend.outbox.worker import work
from tests.backend.serving import backend_in
from tests.backend.threads.talking import Talk, signed_in
from tests.browser.records import raise_alert

pytestmark = pytest.mark.postgresql
KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
FORBIDDEN = [
    "UPDATE audit_entries SET action = 'listed'",
    "DELETE FROM audit_entries",
    "TRUNCATE audit_entries",
    "DROP TABLE audit_entries",
    "ALTER TABLE audit_entries DISABLE TRIGGER ALL",
    "DROP TRIGGER audit_entries_no_change ON audit_entries",
    "CREATE OR REPLACE FUNCTION audit_entries_keep() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
    "DROP FUNCTION audit_entries_keep() CASCADE",
    "SET session_replication_role = replica",
    "INSERT INTO audit_entries SELECT * FROM audit_entries LIMIT 1 ON CONFLICT (seq) DO UPDATE SET hash = 'x'",
    "ALTER TABLE audit_entries RENAME TO other",
    "UPDATE audit_checks SET why = NULL",
    "DELETE FROM audit_checks",
    "CREATE TABLE audit_copy AS SELECT * FROM audit_entries",
    "UPDATE alembic_version SET version_num = '0001'",
]


@pytest.fixture
def role(postgresql_url: str) -> str:
    """An account that may sign in and nothing else."""
    name = f"app_{uuid4().hex[:12]}"
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {name} LOGIN")
    return name


@pytest.fixture
def owner(postgresql_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Engine]:
    """The tables, made by the account that owns them."""
    for name, value in (("DATABASE_URL", postgresql_url), ("DATA", str(tmp_path)), ("MASTER_KEY", KEY)):
        monkeypatch.setenv(f"FRONTDOOR_{name}", value)
    engine = make_engine(postgresql_url)
    upgrade(engine)
    yield engine
    engine.dispose()


def grants(*arguments: str) -> tuple[int, str]:
    told = CliRunner().invoke(main, ["database", "grants", *arguments])
    return told.exit_code, told.output


def test_the_application_works_and_the_audit_is_out_of_its_reach(
    owner: Engine, postgresql_url: str, role: str, tmp_path: Path
) -> None:
    assert grants(role, "--apply")[0] == 0
    url = postgresql_url.replace("frontdoor@", f"{role}@")
    with backend_in(tmp_path, url) as (origin, application):
        reference = Talk(origin).nominated()
        raise_alert(origin, "He is hitting her")
        signed_in(origin, "coordinator").get(f"/api/nominations/{reference}").raise_for_status()
        assert signed_in(origin, "auditor").get("/audit.csv").raise_for_status().text.count("\n") > 4
        sessions = application.state.sessions
        check_if_due(sessions, tmp_path / "anchors.jsonl", utc_now())
        assert work(sessions, post_office(application.state.settings), "http://127.0.0.1", utc_now())["sent"] > 0
        for statement in FORBIDDEN:
            with sessions() as db, pytest.raises(ProgrammingError, match=r"InsufficientPrivilege"):
                db.execute(text(statement))
        with sessions() as db:
            assert first_broken(db) is None


def test_the_sql_is_printed_for_whoever_wants_to_read_it_first(owner: Engine, role: str) -> None:
    code, told = grants(role)
    assert code == 0
    assert f'GRANT SELECT, INSERT ON audit_entries, audit_checks TO "{role}";' in told.splitlines()
    with owner.connect() as connection:
        may = text("SELECT has_table_privilege(:role, 'audit_entries', 'SELECT')")
        assert connection.scalar(may, {"role": role}) is False


@pytest.mark.parametrize(("name", "why"), [("frontdoor", "superuser"), ("nobody-here", "There is no account")])
def test_an_account_that_grants_cannot_bind_is_refused(owner: Engine, name: str, why: str) -> None:
    code, told = grants(name, "--apply")
    assert (code, why in told, told.count("\n")) == (1, True, 1)


def test_the_account_that_runs_the_application_cannot_upgrade_and_is_told_who_can(
    owner: Engine, postgresql_url: str, role: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert grants(role, "--apply")[0] == 0
    downgrade(owner, "0006")
    monkeypatch.setenv("FRONTDOOR_DATABASE_URL", postgresql_url.replace("frontdoor@", f"{role}@"))
    told = CliRunner().invoke(main, ["database", "upgrade"])
    assert told.exit_code == 1
    assert "frontdoor database upgrade" in told.output
    assert told.output.count("\n") == 1


def test_sqlite_has_no_accounts_and_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FRONTDOOR_DATABASE_URL", f"sqlite:///{tmp_path / 'frontdoor.sqlite'}")
    monkeypatch.setenv("FRONTDOOR_MASTER_KEY", KEY)
    code, told = grants("anybody", "--apply")
    assert (code, "SQLite has no accounts" in told) == (1, True)
