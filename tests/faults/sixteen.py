"""Sixteen processes that write at once: ``python -m tests.faults.sixteen FOLDER TURNS`` prints what each met as JSON.

Eight do what a backend does (raise an alert: look, write five tables, add to the audit), eight what a worker does. All
begin at the same moment, on an empty file, so that they also make the tables at once.
"""

from __future__ import annotations

import json
import os
import sys
import time
import uuid
from datetime import UTC, datetime
from pathlib import Path

from backend import logs
from backend.alerts.service import raise_alert
from backend.alerts.shapes import NewAlert
from backend.database.engine import Sessions, make_engine, session_factory
from backend.database.migrate import upgrade
from backend.database.models import Base
from backend.keys import Keyring
from backend.keys.remains import Remains
from backend.outbox.post_office import post_office
from backend.outbox.worker import work
from backend.settings import Settings

PROCESSES = 16
assert Base.metadata.tables, "every table is known before any is used"


def main(folder: Path, turns: int) -> None:
    """Start them, let them go together, and print a JSON line each: its longest wait, its problems."""
    gate, opener = os.pipe()
    children = [_start(number, folder, turns, gate, opener) for number in range(PROCESSES)]
    os.close(gate)
    os.close(opener)
    for child in children:
        os.waitpid(child, 0)


def _start(number: int, folder: Path, turns: int, gate: int, opener: int) -> int:
    child = os.fork()
    if child:
        return child
    os.close(opener)
    os.read(gate, 1)  # until the parent and every other child have let go of the opener
    met = _write(number, folder, turns)
    (folder / f"{number}.json").write_text(json.dumps(met), "ascii")
    os._exit(0)


def _write(number: int, folder: Path, turns: int) -> dict[str, object]:
    logs.configure()
    engine = make_engine(f"sqlite:///{folder / 'frontdoor.sqlite'}")
    sessions = session_factory(engine, Keyring.of(b"k" * 32))
    problems: list[str] = []
    waits: list[float] = []
    began = time.monotonic()
    try:
        upgrade(engine)
    except Exception as problem:
        problems.append(f"upgrade: {problem!r}"[:300])
    tables = time.monotonic() - began
    for turn in range(turns):
        began = time.monotonic()
        try:
            if number % 2:
                _backend(sessions, turn)
            else:
                _worker(sessions, Remains(engine), folder)
        except Exception as problem:
            problems.append(repr(problem)[:300])
        waits.append(time.monotonic() - began)
    engine.dispose()
    return {"longest": max(waits), "mean": sum(waits) / len(waits), "tables": tables, "problems": problems}


def _backend(sessions: Sessions, turn: int) -> None:
    words = f"number {turn}"
    alert = NewAlert(id=uuid.uuid4(), at=datetime.now(UTC), level="concern", text=words, source="public-page")
    with sessions.begin() as db:
        raise_alert(db, alert)


def _worker(sessions: Sessions, remains: Remains, folder: Path) -> None:
    settings = Settings(
        env="demo", data=folder, database_url="sqlite:///unused", master_key=b"k" * 32, service_token="unused"
    )
    later = datetime(2099, 1, 1, tzinfo=UTC)  # by then every alert has waited too long
    work(sessions, post_office(settings), "http://127.0.0.1", later)
    remains.wipe()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
