"""The worker: mails arrive once, trouble is waited out, forgotten drafts go."""

from __future__ import annotations

import os
import smtplib
import socket
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message
from fastapi import FastAPI
from sqlalchemy import select

from backend.accounts.accounts import email_of
from backend.accounts.models import Account
from backend.alerts.service import raise_alert
from backend.database.base import utc_now
from backend.database.engine import Sessions
from backend.errors import CannotOpen
from backend.keys.models import DataKey
from backend.outbox import worker
from backend.outbox.delivery import LONGEST_WAIT, wait_after
from backend.outbox.models import Mail
from backend.outbox.post_office import Folder, Smtp, post_office
from backend.outbox.service import post
from backend.outbox.worker import work
from backend.retention.job import run_daily
from backend.settings import Settings, WrongSetting
from backend.threads.conversations import begin_page_thread
from backend.threads.models import Thread
from backend.threads.page import page_thread
from backend.threads.record import content_of
from tests.backend.alerts.test_alerts import alert
from tests.backend.threads.people import draft, somebody
from tests.backend.threads.talking import Talk

URL = "https://front-door.example"


class Inbox(Message):
    """A mail server that keeps what it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.mails: list[EmailMessage] = []

    def handle_message(self, message: EmailMessage) -> None:  # type: ignore[override]
        self.mails.append(message)


class Nobody:
    """A mail server that is away."""

    def take(self, message: EmailMessage) -> None:
        raise smtplib.SMTPServerDisconnected(f"try {message['To']} again")


@pytest.fixture
def inbox() -> Iterator[tuple[Inbox, str]]:
    kept = Inbox()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(kept, hostname="127.0.0.1", port=port)
    controller.start()
    yield kept, f"smtp://127.0.0.1:{port}"
    controller.stop()


def test_an_alert_reaches_the_duty_officer_by_mail_without_a_word_of_it(
    sessions: Sessions, inbox: tuple[Inbox, str]
) -> None:
    kept, url = inbox
    with sessions.begin() as db:
        duty = somebody(db, "duty", "sevenoaks")
        address = email_of(db, duty.account_id)
        raise_alert(db, alert())

    assert work(sessions, Smtp(url), URL, utc_now())["sent"] == 1
    assert work(sessions, Smtp(url), URL, utc_now())["sent"] == 0

    [mail] = kept.mails
    assert mail["To"] == address
    assert mail["Subject"] == "An alert needs acknowledgement"
    assert URL in mail.get_payload()
    assert "Thistlewood" not in mail.as_string()


def test_the_mail_of_an_alert_waits_for_no_other_work_that_fails(
    sessions: Sessions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> int:
        raise CannotOpen

    for name in ("send_links", "clear_empty"):
        monkeypatch.setattr(worker, name, fails)
    with sessions.begin() as db:
        somebody(db, "duty", "sevenoaks")
        raise_alert(db, alert())
    with pytest.raises(CannotOpen):
        work(sessions, Folder(tmp_path / "mail"), URL, utc_now())
    assert len(list((tmp_path / "mail").glob("*.eml"))) == 1


def test_two_workers_send_each_mail_once(sessions: Sessions, tmp_path: Path) -> None:
    taken: list[str] = []

    class Counting(Folder):
        def take(self, message: EmailMessage) -> None:
            taken.append(str(message["Message-ID"]))
            super().take(message)

    with sessions.begin() as db:
        nominator = somebody(db, "nominator", "sevenoaks")
        for number in range(10):
            post(db, [nominator.account_id], "nomination-decided", f"decision:{number}", "sevenoaks")

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda _: work(sessions, Counting(tmp_path / "mail"), URL, utc_now()), range(2)))

    assert sum(each["sent"] for each in done) == 10
    assert len(taken) == len(set(taken)) == len(list((tmp_path / "mail").glob("*.eml"))) == 10


def test_a_mail_server_that_is_away_is_tried_again_later(sessions: Sessions, tmp_path: Path) -> None:
    with sessions.begin() as db:
        post(db, [somebody(db, "nominator", "sevenoaks").account_id], "nomination-decided", "decision:1", None)
    now = utc_now()

    assert work(sessions, Nobody(), URL, now)["sent"] == 0
    assert work(sessions, Folder(tmp_path), URL, now + timedelta(seconds=5))["sent"] == 0
    assert work(sessions, Folder(tmp_path), URL, now + timedelta(seconds=11))["sent"] == 1


def test_waiting_grows_to_an_hour() -> None:
    waits = [wait_after(attempt) for attempt in range(1, 40)]
    assert waits[0] == timedelta(seconds=10)
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT


def test_one_cause_is_told_to_an_account_once(sessions: Sessions) -> None:
    with sessions.begin() as db:
        account = somebody(db, "duty", "sevenoaks").account_id
        assert post(db, [account, account], "alert", "alert:1", "sevenoaks") == 1
        assert post(db, [account], "alert", "alert:1", "sevenoaks") == 0
        assert post(db, [account], "alert-escalated", "alert:1", "sevenoaks") == 1


def test_a_closed_account_gets_no_mail(sessions: Sessions, tmp_path: Path) -> None:
    with sessions.begin() as db:
        account = somebody(db, "duty", "sevenoaks").account_id
        post(db, [account], "alert", "alert:1", "sevenoaks")
        db.get_one(Account, account).closed_at = utc_now()
    assert work(sessions, Folder(tmp_path), URL, utc_now())["sent"] == 0
    with sessions() as db:
        assert db.scalars(select(Mail)).one().given_up_at is not None


def test_a_clock_that_jumped_ends_no_draft(sessions: Sessions, tmp_path: Path) -> None:
    """What is due is the daily run's to erase, which waits for a person where the clock is in doubt."""
    now = utc_now()
    with sessions.begin() as db:
        thread = draft(db, somebody(db, "nominator", "sevenoaks"), "sevenoaks").id
    assert run_daily(sessions, now) is not None
    years = now + timedelta(days=3650)
    work(sessions, Folder(tmp_path), URL, years)
    assert run_daily(sessions, years) is None
    with sessions() as db:
        kept = db.get_one(Thread, thread)
        assert (kept.state, content_of(db, kept) == {"answered": []}) == ("open", False)


def test_production_needs_a_mail_server(tmp_path: Path) -> None:
    settings = Settings(env="production", data=tmp_path, database_url="sqlite:///x", master_key=bytes(32))
    with pytest.raises(WrongSetting, match="FRONTDOOR_SMTP_URL"):
        post_office(settings)


def test_the_worker_delivers_in_a_process_of_its_own_and_ends_when_told(origin: str, application: FastAPI) -> None:
    settings: Settings = application.state.settings
    environment = {
        "PATH": os.environ["PATH"],
        "FRONTDOOR_DATA": str(settings.data),
        "FRONTDOOR_DATABASE_URL": settings.database_url,
        "FRONTDOOR_MASTER_KEY": b64encode(settings.master_key).decode(),
    }
    Talk(origin).nominated()

    worker = subprocess.Popen(
        [sys.executable, "-m", "backend.outbox.worker"], env=environment, stdout=subprocess.DEVNULL
    )
    try:
        deadline = time.monotonic() + 30
        while not (mails := list((settings.data / "mail").glob("*.eml"))) and time.monotonic() < deadline:
            time.sleep(0.1)
    finally:
        worker.terminate()

    assert worker.wait(timeout=10) == 0
    assert "A nomination is waiting" in mails[0].read_text()
    assert "Quillfeather" not in mails[0].read_text()


def test_a_talk_in_which_nothing_was_said_is_taken_away_with_its_key(sessions: Sessions, tmp_path: Path) -> None:
    with sessions.begin() as db:
        nominator = somebody(db, "nominator", "sevenoaks")
        said = draft(db, nominator, "sevenoaks").id
        empty = begin_page_thread(db, nominator)
        key = empty.data_key_id
    almost, after = (utc_now() + timedelta(days=1) + timedelta(minutes=minutes) for minutes in (-1, 1))
    assert work(sessions, Folder(tmp_path), URL, almost)["cleared"] == 0
    assert work(sessions, Folder(tmp_path), URL, after)["cleared"] == 1
    with sessions() as db:
        assert db.scalars(select(Thread.id)).all() == [said]
        assert db.get(DataKey, key) is None
        assert page_thread(db, nominator).messages == []
