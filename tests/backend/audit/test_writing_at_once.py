"""Several processes write at the same moment, and one of them is killed: one chain, nothing lost, nothing doubled."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

from sqlalchemy import select

from backend.audit.models import AuditEntry
from backend.audit.verifying import first_broken
from backend.database.engine import make_engine, session_factory
from backend.database.migrate import upgrade
from backend.keys import Keyring
from backend.keys.models import DataKey

ROOT = Path(__file__).resolve().parents[3]
EACH = 60


def writer(url: str, count: int, key: bytes) -> subprocess.Popen[str]:
    """A process that waits for a line before it writes."""
    command = [sys.executable, "-m", "tests.backend.audit.writer", url, str(count), base64.b64encode(key).decode()]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_processes_at_once_and_one_that_is_killed_leave_one_chain(database_url: str) -> None:
    master, engine = os.urandom(32), make_engine(database_url)
    upgrade(engine)
    sessions = session_factory(engine, Keyring.of(master))
    with ExitStack() as running:
        writers = [running.enter_context(writer(database_url, EACH, master)) for _ in range(2)]
        doomed = running.enter_context(writer(database_url, 100_000, master))
        everybody = [*writers, doomed]
        for process in everybody:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
        for process in everybody:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        assert [process.wait(120) for process in writers] == [0, 0]
        # The others are done; this one is in the midst of it, whatever it does at this moment.
        doomed.kill()
        doomed.wait(30)
    with sessions() as db:
        assert first_broken(db) is None
        noted = list(db.scalars(select(AuditEntry.object_id).order_by(AuditEntry.seq)))
        assert sorted(noted) == sorted(db.scalars(select(DataKey.id)))
        assert len(noted) > 2 * (EACH - EACH // 3)
    engine.dispose()
