"""``frontdoor retention`` as whoever runs the service uses it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import update

from backend.command.erase import erase
from backend.command.retention import retention
from backend.database.base import utc_now
from backend.database.engine import make_engine, session_factory
from backend.database.migrate import upgrade
from backend.keys import Keyring
from backend.nominations.models import Nomination
from tests.backend.retention.test_job import YEAR, hold, nominated
from tests.backend.threads.people import somebody

KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="


def test_it_says_what_is_due_erases_it_and_proves_it(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"DATABASE_URL": database_url, "DATA": str(tmp_path), "MASTER_KEY": KEY}.items():
        monkeypatch.setenv(f"FRONTDOOR_{name}", value)
    engine = make_engine(database_url)
    upgrade(engine)
    with session_factory(engine, Keyring.of(bytes(range(32)))).begin() as db:
        due, _ = nominated(db, "return")
        held, _ = nominated(db, "return")
        hold(db, somebody(db, "lead", "sevenoaks"), held)
        db.execute(update(Nomination).values(decided_at=utc_now() - YEAR))
    engine.dispose()

    run = CliRunner()
    expected = "returned (sevenoaks): 2 due, 1 held (legal-hold)\n"
    assert run.invoke(retention, ["run", "--dry-run"]).output.endswith(expected)
    unproved = run.invoke(retention, ["check"])
    assert (unproved.exit_code, f"returned: {due}" in unproved.output, held in unproved.output) == (1, True, False)
    done = run.invoke(retention, ["run"])
    assert done.exit_code == 0, done.output
    assert "returned (sevenoaks): 2 due, 1 erased, 1 held (legal-hold)\n" in done.output
    proved = run.invoke(retention, ["check"])
    assert (proved.exit_code, proved.output) == (0, "Nothing that is due can be read.\n")
    refused = run.invoke(erase, [held, "--reason", "asked-for"])
    assert (refused.exit_code, "A legal hold keeps this record" in refused.output) == (1, True)
