"""Whether the worker runs and messages go out is told to those who rely on it, and in health checks without details."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import delete, update

from backend.access import Role
from backend.database.base import utc_now
from backend.database.engine import Sessions
from backend.outbox.models import Mail, WorkerRound
from backend.outbox.post_office import Folder
from backend.outbox.pulse import LATE, Pulse, last_round, waiting_too_long, worker_state
from backend.outbox.service import post
from backend.outbox.worker import work
from tests.backend.accounts.pages import make
from tests.backend.outbox.test_worker import URL, Nobody
from tests.backend.serving import bearer
from tests.backend.threads.people import somebody

NOT_GOING_OUT = "E-mails are not going out as they should"


def test_a_worker_notes_seldom_that_it_is_there(sessions: Sessions) -> None:
    pulse, now = Pulse(sessions), utc_now()
    with sessions() as db:
        assert worker_state(db, now) == "unknown"
    for seconds in (0, 2, 4):
        pulse.beat(now + timedelta(seconds=seconds))
    with sessions() as db:
        assert last_round(db) == now
    later = now + timedelta(minutes=1)
    Pulse(sessions).beat(later)
    with sessions() as db:
        assert last_round(db) == later
        assert [worker_state(db, later + wait) for wait in (LATE, LATE * 2)] == ["ok", "late"]


def test_a_clock_that_was_put_back_keeps_no_worker_from_its_note(sessions: Sessions) -> None:
    pulse, now = Pulse(sessions), utc_now()
    pulse.beat(now)
    pulse.beat(now - timedelta(hours=1))
    with sessions() as db:
        assert last_round(db) == now - timedelta(hours=1)


def test_messages_that_nobody_tries_or_that_the_mail_server_refuses_wait_for_too_long(
    sessions: Sessions, tmp_path: Path
) -> None:
    now = utc_now()
    with sessions.begin() as db:
        post(db, [somebody(db, "coordinator", "sevenoaks").account_id], "nomination-waiting", "nomination:1", None)
        assert waiting_too_long(db, now) == 0
        assert waiting_too_long(db, now + LATE + timedelta(seconds=1)) == 1
    moments = [now + timedelta(minutes=n) for n in range(10)]
    for moment in moments:
        work(sessions, Nobody(), URL, moment)
    with sessions() as db:
        assert waiting_too_long(db, moments[-1]) == 1
    work(sessions, Folder(tmp_path), URL, now + timedelta(hours=2))
    with sessions() as db:
        assert waiting_too_long(db, now + timedelta(hours=3)) == 0


def test_health_says_how_the_worker_is_and_nothing_more(origin: str, application: FastAPI) -> None:
    for age, state in ((timedelta(0), "ok"), (timedelta(hours=1), "late")):
        with application.state.sessions.begin() as db:
            db.merge(WorkerRound(id="worker", at=utc_now() - age))
        answer = httpx.get(f"{origin}/health")
        assert (answer.status_code, answer.json()["components"]) == (200, {"database": "ok", "worker": state})


@pytest.mark.parametrize(("role", "warned"), [("coordinator", True), ("administrator", True), ("nominator", False)])
def test_who_relies_on_messages_is_warned_where_they_do_not_go_out(
    origin: str, application: FastAPI, role: Role, warned: bool
) -> None:
    shown = bearer(origin, role)

    def start() -> str:
        return httpx.get(f"{origin}/", headers=shown).text

    with application.state.sessions.begin() as db:
        db.merge(WorkerRound(id="worker", at=utc_now()))
        db.execute(delete(Mail))
    assert NOT_GOING_OUT not in start()
    assert ("last ran less than a minute ago" in start()) is (role == "administrator")

    with application.state.sessions.begin() as db:
        db.merge(WorkerRound(id="worker", at=utc_now() - timedelta(hours=2)))
    assert ("last ran 2 hours ago" in start()) is warned

    account = make(application, f"late-{role}@council.example", ("maidstone", "nominator"))
    with application.state.sessions.begin() as db:
        post(db, [account], "nomination-decided", f"decision:{role}", "maidstone")
        db.execute(update(Mail).values(next_try_at=utc_now() - timedelta(hours=1)))
    assert ("1 message has waited for too long" in start()) is warned


def test_the_duty_list_warns_as_well(origin: str, application: FastAPI) -> None:
    with application.state.sessions.begin() as db:
        db.merge(WorkerRound(id="worker", at=utc_now() - timedelta(hours=2)))
    assert NOT_GOING_OUT in httpx.get(f"{origin}/duty", headers=bearer(origin, "duty")).text
