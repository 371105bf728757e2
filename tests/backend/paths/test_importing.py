"""Nominations taken in from a file: what can be kept is kept, what cannot is told by its line and nothing of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.alerts.models import Alert
from backend.command.importing import import_
from backend.database.base import utc_now
from backend.database.engine import make_engine, session_factory
from backend.database.prepare import prepare
from backend.decisions.service import decide
from backend.decisions.shapes import NewDecision
from backend.nominations.models import Nomination
from backend.nominations.service import open_nomination, queue
from backend.nominations.shapes import QueueFilter
from backend.outbox.models import Mail
from backend.settings import Settings
from tests.backend.threads.people import somebody
from tests.backend.threads.talking import CONTENT

NOMINATOR = {"kind": "professional", "name": "Priya Shah", "role": "Pastoral lead", "agency": "Meadow Park School"}
WHOLE = {key: value for key, value in CONTENT.items() if key not in ("danger", "answered")} | {"nominator": NOMINATOR}
DANGER = "He is holding a knife to her throat right now."


@pytest.fixture
def db(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Session]:
    monkeypatch.setenv("FRONTDOOR_DATABASE_URL", f"sqlite:///{tmp_path / 'frontdoor.sqlite'}")
    monkeypatch.setenv("FRONTDOOR_DATA", str(tmp_path))
    monkeypatch.setenv("FRONTDOOR_MASTER_KEY", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
    settings = Settings.from_environment()
    engine = make_engine(settings.database_url)
    sessions = session_factory(engine, settings.keyring)
    prepare(settings, engine, sessions)
    with sessions() as session:
        yield session
    engine.dispose()


def take_in(folder: Path, *lines: Any) -> Result:
    file = folder / "list.jsonl"
    file.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return CliRunner().invoke(import_, [str(file), "--programme", "sevenoaks"])


def test_what_cannot_be_kept_is_told_by_its_line_and_everything_else_is_kept(db: Session, tmp_path: Path) -> None:
    told = take_in(
        tmp_path,
        WHOLE,
        "{not json about Della Quillfeather",
        WHOLE | {"people": [{"name": "Della Quillfeather", "age": "Quillfeather"}]},
        WHOLE | {"consent": {"state": "not_yet", "events": []}},
        WHOLE | {"nominator": {"agency": "Meadow Park School"}},
        WHOLE | {"indicators": [{"code": "fixed_term_exclusion", "status": "perhaps Quillfeather"}]},
        WHOLE | {"people": [{"name": "Marcy Ashgrove", "age": 30}], "postcode": "TN14 5AA"},
    )
    assert told.exit_code == 2
    lines = told.output.splitlines()
    for number, said in {2: "expected JSON", 3: "people.0.age: ", 4: "consent: the family has not agreed",
                         5: "nominator.name: expected a name", 6: "indicators.0.status: "}.items():  # fmt: skip
        assert [line for line in lines if line.startswith(f"line {number}: not kept: {said}")], told.output
    assert "2 kept, 0 there before, 5 not kept" in told.output
    assert "Quillfeather" not in told.output
    kept = db.scalars(select(Nomination)).unique().all()
    assert {f"line 1: {each.reference}" for each in kept} & set(lines)
    assert [each.channel for each in kept] == ["import", "import"]
    # One mail for a file, not one for a family.
    assert len(db.scalars(select(Mail).where(Mail.template == "nomination-waiting")).all()) == 1


def test_one_that_was_taken_in_is_worked_like_any_other(db: Session, tmp_path: Path) -> None:
    told = take_in(tmp_path, WHOLE | {"verdict": "eligible", "route": {"stream": "fip"}, "reference": "FD-7KXM2PQ4"})
    assert told.exit_code == 0, told.output
    coordinator = somebody(db, "coordinator", "sevenoaks")
    [row] = queue(db, coordinator, QueueFilter(), now=utc_now())
    assert (row.reference, row.status, row.nominator_agency) == ("FD-7KXM2PQ4", "received", "Meadow Park School")
    seen = open_nomination(db, coordinator, row.reference)
    assert (seen["channel"], seen["consent"]["state"], seen["story"]) == ("import", "given", CONTENT["story"])
    assert seen["consent"]["events"][0]["by"] == "Della Quillfeather"
    assert seen["assessment"]["verdict"] == "eligible"
    done = decide(db, coordinator, row.reference, NewDecision(kind="accept", reason="Both hold.", version=1))
    assert (done.status, open_nomination(db, coordinator, row.reference)["stage"]["code"]) == ("accepted", "data-check")


def test_danger_in_a_list_reaches_the_duty_list_and_is_told_where_it_is_not_kept(db: Session, tmp_path: Path) -> None:
    told = take_in(tmp_path, WHOLE | {"story": DANGER}, WHOLE | {"story": DANGER, "consent": None})
    [alert] = db.scalars(select(Alert))
    assert (alert.level, alert.programme) == ("immediate", "sevenoaks")
    assert db.scalars(select(Nomination.safety)).all() == ["immediate"]
    [refused] = [line for line in told.output.splitlines() if line.startswith("line 2:")]
    assert "999" in refused
    assert "knife" not in told.output
