"""The audit is verified and anchored by itself each day, and auditors hear when it is broken."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from backend import audit
from backend.audit.anchors import AnchorUnreadable, read_from
from backend.audit.checks import newest_check
from backend.audit.verifying import Finding
from backend.database.base import utc_now
from backend.database.engine import Sessions
from backend.outbox.models import Mail
from backend.outbox.watching import check_if_due
from tests.backend.audit.tampering import TABLE, without_guard
from tests.backend.threads.people import somebody

NOW = utc_now()
TOMORROW = NOW + timedelta(days=1)


def mails(sessions: Sessions) -> list[tuple[str, str]]:
    with sessions() as db:
        return [(mail.account_id, mail.template) for mail in db.scalars(select(Mail))]


def test_each_day_one_check_and_one_anchor(sessions: Sessions, tmp_path: Path) -> None:
    file = tmp_path / "anchors.jsonl"
    for now, count in ((NOW, 1), (NOW + timedelta(hours=20), 1), (TOMORROW, 2)):
        with sessions.begin() as db:
            audit.record(db, None, "read", "nomination", "FD-1", "sevenoaks")
        assert check_if_due(sessions, file, now) is None
        assert len(read_from(file)) == count
    assert [anchor.entries for anchor in read_from(file)] == [1, 3]
    assert file.stat().st_mode & 0o077 == 0
    with sessions() as db:
        newest = newest_check(db)
        assert newest is not None
        assert (newest.entries, newest.finding) == (3, None)
    assert mails(sessions) == []


def test_auditors_hear_that_it_is_broken_and_nothing_is_anchored(sessions: Sessions, tmp_path: Path) -> None:
    file = tmp_path / "anchors.jsonl"
    with sessions.begin() as db:
        auditor, _ = somebody(db, "auditor", "sevenoaks", "rotherham"), somebody(db, "administrator", "sevenoaks")
        for _ in range(3):
            audit.record(db, None, "read", "nomination", "FD-1", "sevenoaks")
    check_if_due(sessions, file, NOW)
    with sessions.begin() as db:
        without_guard(db, delete(TABLE).where(TABLE.c.seq == 3))
    assert check_if_due(sessions, file, TOMORROW) == Finding(3, "cut-off")
    assert mails(sessions) == [(auditor.account_id, "audit-broken")]
    assert len(read_from(file)) == 1


def test_a_file_that_cannot_be_used_is_told_and_the_check_is_kept(sessions: Sessions, tmp_path: Path) -> None:
    file = tmp_path / "anchors.jsonl"
    file.write_text("something else\n")
    with pytest.raises(AnchorUnreadable):
        check_if_due(sessions, file, NOW)
    with sessions() as db:
        assert newest_check(db) is not None
    with pytest.raises(OSError, match="nowhere"):
        check_if_due(sessions, tmp_path / "nowhere" / "anchors.jsonl", TOMORROW)
