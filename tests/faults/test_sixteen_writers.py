"""Sixteen processes write to one SQLite file at once, and nobody is told that it is locked."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from sqlalchemy import func, select

from backend.alerts.models import Alert
from backend.audit.models import AuditEntry
from backend.database.engine import BUSY_SECONDS, make_engine, session_factory
from backend.keys import Keyring
from tests.system import ROOT

TURNS = 15


def test_sixteen_writers_all_finish_and_none_is_told_that_the_database_is_locked(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.faults.sixteen", str(tmp_path), str(TURNS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=240)
    assert done.returncode == 0, done.stderr
    met = [json.loads(file.read_text()) for file in sorted(tmp_path.glob("*.json"))]
    assert len(met) == 16
    assert [problem for each in met for problem in each["problems"]] == []
    longest = max(each["longest"] for each in met)
    print(f"longest wait {longest:.2f} s, mean {sum(each['mean'] for each in met) / 16:.2f} s")
    assert longest < BUSY_SECONDS / 2, "somebody would soon have waited in vain"
    engine = make_engine(f"sqlite:///{tmp_path / 'frontdoor.sqlite'}")
    with session_factory(engine, Keyring.of(b"k" * 32))() as db:
        assert db.scalar(select(func.count()).select_from(Alert)) == 8 * TURNS
        raised = select(func.count()).where(AuditEntry.action == "raised")
        assert db.scalar(raised) == 8 * TURNS
    engine.dispose()
