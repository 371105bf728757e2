"""The job: erase what is due, look whether it is gone, and keep the numbers. Daily by the worker, or by command."""

from __future__ import annotations

import threading
import time
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.alerts.models import Alert
from backend.audit import record
from backend.database.base import new_id
from backend.database.engine import Sessions
from backend.nominations.record import find_nomination
from backend.retention.check import still_readable
from backend.retention.due import all_due
from backend.retention.erase import erase_one
from backend.retention.holding import Held, is_alert_held, why_held
from backend.retention.left import tell_before_the_end
from backend.retention.models import RetentionRun
from backend.retention.report import Report
from backend.retention.service_wide import clear, clear_files, overdue

EVERY = timedelta(days=1)
LOOK_EVERY_SECONDS = 600
LONGEST_GAP = timedelta(days=31)
"""A clock that jumped further than this since the last run is doubted, for what is erased never comes back."""

_log = structlog.get_logger()


def look(db: Session, now: datetime, data: Path | None = None) -> Report:
    """What a run would find. Changes nothing."""
    report = Report()
    for kind, programme, name in all_due(db, now):
        report.note(kind, programme, _held(db, kind, name) or "due")
    for kind, count in overdue(db, now, data).items():
        if count:
            report.of(kind, None).due = count
    return report


def _held(db: Session, kind: str, name: str) -> Held | None:
    match kind:
        case "draft" | "asked" | "stopped":
            return None
        case "alert":
            return "legal-hold" if is_alert_held(db, db.get_one(Alert, name)) else None
        case _:
            return why_held(db, find_nomination(db, name))


def run(sessions: Sessions, now: datetime, data: Path | None = None) -> Report:
    """Erase what is due, each thing in a transaction of its own; then look, and keep what was found.

    Killed half-way it goes on where it stopped the next time. Any number may run at once.
    """
    with sessions.begin() as db:
        tell_before_the_end(db, now)
    with sessions() as db:
        db.connection(execution_options={"reads_only": True})
        due = list(all_due(db, now))
    report = Report()
    for kind, programme, name in due:
        with sessions.begin() as db:
            outcome = erase_one(db, kind, programme, name, now)
        if outcome != "gone":
            report.note(kind, programme, outcome)
    _clear_service(sessions, report, now, data)
    with sessions() as db:
        db.connection(execution_options={"reads_only": True})
        found = still_readable(db, now, data)
    report.readable = len(found)
    with sessions.begin() as db:
        _keep(db, report, now)
    return report


def run_daily(sessions: Sessions, now: datetime, data: Path | None = None) -> Report | None:
    """The worker's run: once a day, and never when the clock seems wrong. None when there was nothing to do."""
    with sessions() as db:
        db.connection(execution_options={"reads_only": True})
        last = newest_run(db)
        if last is not None and now - last.at < EVERY:
            return None
        if last is not None and now - last.at > LONGEST_GAP:
            _log.warning("retention_put_off", days=(now - last.at).days)
            return None
    report = run(sessions, now, data)
    _log.info("retention_run", **report.totals(), readable=report.readable)
    return report


def is_put_off(last: RetentionRun | None, now: datetime) -> bool:
    """Whether the worker waits for somebody to run the job by hand, because its last run is too long ago."""
    return last is not None and now - last.at > LONGEST_GAP


def newest_run(db: Session) -> RetentionRun | None:
    """The last run that was kept."""
    return db.scalars(select(RetentionRun).order_by(RetentionRun.at.desc()).limit(1)).first()


def _clear_service(sessions: Sessions, report: Report, now: datetime, data: Path | None) -> None:
    with sessions.begin() as db:
        cleared = Counter(clear(db, now))
    cleared["demo_mails"] = clear_files(data, now)
    for kind, count in cleared.items():
        if count:
            row = report.of(kind, None)
            row.due = row.erased = count


def _keep(db: Session, report: Report, now: datetime) -> None:
    kept = RetentionRun(id=new_id(), at=now, rows=report.to_json(), readable=report.readable or 0)
    db.add(kept)
    totals = report.totals()
    record(
        db,
        None,
        "erased what was due",
        "retention",
        kept.id,
        None,
        due=totals["due"],
        erased=totals["erased"],
        held=totals["held"],
        readable=kept.readable,
    )
    db.flush()


class Daily:
    """The worker's job: asks every ten minutes whether the day's run is due."""

    def __init__(self, sessions: Sessions, data: Path) -> None:
        self._sessions, self._data = sessions, data
        self._next = 0.0

    def work(self, now: datetime) -> None:
        """Run the job if it is due. The pause is counted by the process, whatever the machine's clock says."""
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + LOOK_EVERY_SECONDS
        # In a thread of its own: however much is due, an alert that nobody has seen must not wait for it.
        threading.Thread(target=self._run, args=(now,), daemon=True).start()

    def _run(self, now: datetime) -> None:
        try:
            run_daily(self._sessions, now, self._data)
        except Exception as error:
            _log.error("retention_failed", exc_info=error)
