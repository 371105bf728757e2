"""Every released version's database, with what people told in it, is brought up to date and goes on working."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from typing import Any

import httpx
import pytest
from click.testing import CliRunner, Result
from sqlalchemy import inspect, select, text

from backend.application import create_application
from backend.backups.rows import read, tables_of
from backend.backups.take import still
from backend.command.main import main
from backend.database.engine import make_engine, session_factory
from backend.demo.accounts import PASSWORD
from backend.keys import Keyring
from backend.settings import Settings
from backend.threads.models import Thread
from backend.threads.record import content_of
from tests.backend.serving import served
from tests.releases import MASTER_KEY, REAL_PERSON, RELEASES, Release

RELEASED = [
    pytest.param(
        release, marks=[pytest.mark.postgresql] * (release.kind == "postgresql"), id=f"{release.version}-{release.kind}"
    )
    for release in RELEASES
]


@pytest.fixture(params=RELEASED)
def release(request: pytest.FixtureRequest) -> Release:
    released: Release = request.param
    return released


@pytest.fixture
def url(release: Release, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database as the release left it."""
    address = f"sqlite:///{tmp_path / 'frontdoor.sqlite'}"
    if release.kind == "postgresql":
        address = str(request.getfixturevalue("postgresql_url"))
    release.load(address)
    return address


@pytest.fixture
def environment(url: str, tmp_path: Path) -> dict[str, str]:
    return {
        "FRONTDOOR_DATABASE_URL": url,
        "FRONTDOOR_DATA": str(tmp_path),
        "FRONTDOOR_MASTER_KEY": b64encode(MASTER_KEY).decode(),
        "FRONTDOOR_BACKUPS": str(tmp_path / "backups"),
    }


def frontdoor(environment: dict[str, str], *words: str) -> Result:
    return CliRunner().invoke(main, list(words), env=environment)


def held(url: str) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables, and which migration they stand at."""
    engine = make_engine(url)
    with still(engine) as connection:
        rows = {
            table.name: [row for some in read(connection, table) for row in some] for table in tables_of(connection)
        }
        rows["alembic_version"] = [{"at": connection.scalar(text("SELECT version_num FROM alembic_version"))}]
    engine.dispose()
    return rows


def signed_in(origin: str, email: str, password: str = PASSWORD) -> httpx.Client:
    answer = httpx.post(f"{origin}/api/token", data={"grant_type": "password", "username": email, "password": password})
    assert answer.status_code == 200, answer.text
    return httpx.Client(base_url=origin, headers={"Authorization": f"Bearer {answer.json()['access_token']}"})


def used_as_before(release: Release, environment: dict[str, str]) -> None:
    """Everybody signs in, every nomination opens, nothing that was erased comes back."""
    settings = Settings.from_environment(environment)
    with served(create_application(settings)) as origin:
        with signed_in(origin, "coordinator@demo.example") as coordinator:
            listed = coordinator.get("/api/nominations").json()["nominations"]
            assert {row["reference"] for row in listed} >= {release.accepted, release.own_request}
            accepted = coordinator.get(f"/api/nominations/{release.accepted}").json()
            assert (accepted["status"], accepted["postcode"]) == ("accepted", "TN13 1AA")
            assert "Dana Wexcombe" in {person["name"] for person in accepted["people"]}
            assert "sober for about five years" in accepted["story"]
            own = coordinator.get(f"/api/nominations/{release.own_request}").json()
            assert "Petra Quillon" in {person["name"] for person in own["people"]}
            erased = coordinator.get(f"/api/nominations/{release.erased}").json()
            assert (erased["status"], erased["people"]) == ("withdrawn", [])
            body = {"kind": "ask", "reason": "Which mornings suit you?", "version": own["version"]}
            assert coordinator.post(f"/api/nominations/{release.own_request}/decisions", json=body).status_code == 201
        with signed_in(origin, "duty@demo.example") as duty:
            waiting = duty.get("/api/alerts").json()["alerts"]
            assert [alert["words"] for alert in waiting] == [
                "I am frightened of my husband, he controls everything I do"
            ]
        with signed_in(origin, *REAL_PERSON) as real:
            assert real.get(f"/api/nominations/{release.accepted}").status_code == 200
            assert real.get(f"/api/nominations/{release.own_request}").status_code == 404


def half_told(url: str) -> list[Any]:
    """The drafts that wait for their person."""
    engine = make_engine(url)
    with session_factory(engine, Keyring.of(MASTER_KEY))() as db:
        drafts = db.scalars(select(Thread).where(Thread.state == "open", Thread.content.is_not(None)))
        told = [content_of(db, thread) for thread in drafts]
    engine.dispose()
    return told


def test_it_is_brought_up_to_date_and_used_as_before(release: Release, url: str, environment: dict[str, str]) -> None:
    assert frontdoor(environment, "database", "check").exit_code == 1
    upgraded = frontdoor(environment, "database", "upgrade")
    assert upgraded.exit_code == 0, upgraded.output
    assert upgraded.output.endswith("The database is up to date.\n")
    checked = frontdoor(environment, "database", "check")
    assert checked.output == "The database is up to date and as expected.\n"
    used_as_before(release, environment)
    assert "possession of cannabis" in str(half_told(url)), "the draft that was half told"
    for words in (("audit", "verify"), ("keys", "check")):
        checked = frontdoor(environment, *words)
        assert checked.exit_code == 0, checked.output


def test_the_backup_that_an_upgrade_makes_is_restored_and_brought_up_to_date(
    release: Release, url: str, environment: dict[str, str]
) -> None:
    before = held(url)
    assert "Backed up first" in frontdoor(environment, "database", "upgrade").output
    assert "Backed up first" not in frontdoor(environment, "database", "upgrade").output
    [backup] = [path for path in Path(environment["FRONTDOOR_BACKUPS"]).iterdir() if path.is_dir()]
    restored = frontdoor(environment, "restore", str(backup), "--replace")
    assert restored.exit_code == 0, restored.output
    after = held(url)
    assert after["audit_entries"][: release.audit_entries] == before["audit_entries"]
    assert [row["id"] for row in after["nominations"]] == [row["id"] for row in before["nominations"]]
    used_as_before(release, environment)
    assert frontdoor(environment, "audit", "verify").exit_code == 0


def test_an_upgrade_that_fails_leaves_everything_as_it_was(url: str, environment: dict[str, str]) -> None:
    engine = make_engine(url)
    with engine.begin() as connection:
        # In the way of a migration in the middle.
        connection.execute(text("CREATE TABLE system_keys (id INTEGER)"))
    engine.dispose()
    before = held(url)
    failed = frontdoor(environment, "database", "upgrade")
    assert failed.exit_code != 0
    assert held(url) == before
    engine = make_engine(url)
    assert "audit_checks" not in inspect(engine).get_table_names()
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE system_keys"))
    engine.dispose()
    assert frontdoor(environment, "database", "upgrade").exit_code == 0
