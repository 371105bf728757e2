"""The worker: sends the outbox, answers who cannot sign in, escalates alerts, and erases what is due and what is left
of keys.

``python -m backend.outbox.worker`` runs until it is told to stop. Any number may run at once.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from types import FrameType

import structlog
from sqlalchemy import or_, select
from sqlalchemy.exc import DBAPIError

from backend import logs
from backend.accounts.models import Recovery
from backend.accounts.recovery import is_unanswered
from backend.alerts.escalation import escalate, is_late
from backend.alerts.left_open import is_left, tell_left
from backend.alerts.models import Alert
from backend.backups import BackupRefused
from backend.backups.keeper import Keeper
from backend.database.base import utc_now
from backend.database.engine import Sessions, make_engine, session_factory
from backend.database.models import Base
from backend.handovers.late import is_late as is_unanswered_in_time
from backend.handovers.late import tell_late
from backend.handovers.models import Handover
from backend.keys.handover import keep_out_of_dumps
from backend.keys.remains import Remains
from backend.nominations.drift import is_untold, tell_still
from backend.nominations.families import is_any_waiting, recognise_waiting
from backend.nominations.models import Nomination
from backend.nominations.stopping import clear_empty, is_empty
from backend.outbox.delivery import deliver, is_due
from backend.outbox.models import Mail
from backend.outbox.post_office import PostOffice, post_office
from backend.outbox.pulse import Pulse
from backend.outbox.recovering import send_links
from backend.outbox.watching import watch
from backend.paths.overdue import is_untold as is_stage_untold
from backend.paths.overdue import tell_overdue
from backend.retention.job import Daily
from backend.settings import Settings, WrongSetting, own_files_only
from backend.threads.models import Thread

EVERY_SECONDS = 2.0
AFTER_TROUBLE_SECONDS = 5.0
_COMPARED_IN_A_ROUND = 5
"""Transactions in which families that were not compared yet are."""

_log = structlog.get_logger()


def work(sessions: Sessions, office: PostOffice, public_url: str, now: datetime) -> dict[str, int]:
    """Do what is to be done now; how many: ``escalated``, ``late``, ``still``, ``stages``, ``cleared``, ``sent``."""
    if not _is_anything_to_do(sessions, now):
        return dict.fromkeys(("escalated", "late", "still", "stages", "cleared", "sent"), 0)
    with sessions.begin() as db:
        escalated = escalate(db, now) + tell_left(db, now)
    # First of all: the mail of an alert waits for nothing that may fail.
    sent = deliver(sessions, office, public_url, now)
    with sessions.begin() as db:
        links = send_links(db, now)
    with sessions.begin() as db:
        late = tell_late(db, now)
    with sessions.begin() as db:
        still = tell_still(db, now)
    with sessions.begin() as db:
        stages = tell_overdue(db, now)
    if links or late or still or stages:
        sent += deliver(sessions, office, public_url, now)
    with sessions.begin() as db:
        cleared = clear_empty(db, now)
    told = {"escalated": escalated, "late": late, "still": still, "stages": stages}
    return {**told, "cleared": cleared, "sent": sent}


def run(settings: Settings, stopped: threading.Event) -> None:
    """Work every two seconds until ``stopped``. Trouble with the database or the mails is waited out."""
    office = post_office(settings)
    engine = make_engine(settings.database_url)
    sessions = session_factory(engine, settings.keyring)
    remains = Remains(engine)
    retention = Daily(sessions, settings.data)
    watching = threading.Thread(target=watch, args=(sessions, settings.audit_anchors, stopped), name="audit")
    watching.start()
    keeper = Keeper(engine, settings.keyring, settings.backups)
    pulse = Pulse(sessions)
    _log.info("worker_started")

    def deliver_what_is_due() -> None:
        done = work(sessions, office, settings.public_url, utc_now())
        if any(done.values()):
            _log.info("worked", **done)

    jobs = (
        deliver_what_is_due,
        lambda: pulse.beat(utc_now()),
        lambda: _recognise(sessions),
        lambda: retention.work(utc_now()),
        lambda: _wipe(remains),
        lambda: _keep_backup_keys(keeper),
    )
    while not stopped.is_set():
        # One that fails keeps none of the others from its work, now or ever.
        went_well = [goes_well(job) for job in jobs]
        stopped.wait(EVERY_SECONDS if all(went_well) else AFTER_TROUBLE_SECONDS)
    watching.join()
    engine.dispose()


def goes_well(job: Callable[[], object]) -> bool:
    """Do a job. Whatever fails in it is logged and tried again with the next round."""
    try:
        job()
    except DBAPIError as error:
        # At the first start the backend may still be making the tables.
        _log.warning("database_not_ready", error=type(error).__name__)
        return False
    except Exception as error:
        _log.error("work_failed", exc_info=error)
        return False
    return True


def main() -> int:
    """Run with the settings of the environment; the exit code."""
    logs.configure()
    own_files_only()
    keep_out_of_dumps()
    stopped = threading.Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopped.set()

    for told in (signal.SIGTERM, signal.SIGINT):
        signal.signal(told, stop)
    try:
        run(Settings.from_environment(), stopped)
    except WrongSetting as wrong:
        print(wrong, file=sys.stderr)
        return 2
    return 0


def _recognise(sessions: Sessions) -> None:
    # A few at a time, so that nobody waits long for the one writer that SQLite has.
    for _ in range(_COMPARED_IN_A_ROUND):
        with sessions() as db:
            db.connection(execution_options={"reads_only": True})
            if not is_any_waiting(db):
                return
        with sessions.begin() as db:
            recognise_waiting(db)


def _wipe(remains: Remains) -> None:
    if remains.wipe():
        _log.info("remains_wiped")


def _keep_backup_keys(keeper: Keeper) -> None:
    try:
        if keeper.keep():
            _log.info("backup_keys_rewritten")
    except (BackupRefused, OSError) as problem:
        # Erased families can be read in the backups until this is mended.
        _log.error("backup_keys_not_rewritten", why=str(problem))


def _is_anything_to_do(sessions: Sessions, now: datetime) -> bool:
    # Looking takes no writer's place: an idle worker is in nobody's way.
    looks = (
        select(Mail.id).where(is_due(now)),
        select(Alert.id).where(is_late(now)),
        select(Alert.id).where(is_left(now)),
        select(Handover.id).where(is_unanswered_in_time(now)),
        select(Nomination.id).where(is_untold(now)),
        select(Nomination.id).where(is_stage_untold(now)),
        select(Recovery.id).where(is_unanswered()),
        select(Thread.id).where(is_empty(now)),
    )
    with sessions() as db:
        db.connection(execution_options={"reads_only": True})
        return bool(db.scalar(select(or_(*(look.exists() for look in looks)))))


# Every table must be known before any is used: they refer to each other.
assert Base.metadata.tables  # noqa: S101

if __name__ == "__main__":
    sys.exit(main())
