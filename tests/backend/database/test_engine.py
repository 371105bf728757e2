"""Times with their zone, and many writers at once without anybody being told that the database is locked."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from backend.accounts.models import AccountRole
from backend.database.engine import Sessions, database_state, make_engine
from backend.keys import new_data_key
from backend.keys.models import DataKey


def test_a_moment_comes_back_in_utc(sessions: Sessions) -> None:
    summer = datetime(2026, 7, 1, 9, 30, 15, 250_000, tzinfo=timezone(timedelta(hours=1)))
    with sessions.begin() as db:
        db.add(DataKey(id="k", wrapped=b"", created_at=summer))
    with sessions() as db:
        found = db.get_one(DataKey, "k").created_at
    assert found == summer
    assert found.tzinfo is UTC


def test_a_time_without_its_zone_is_refused(db: Session) -> None:
    db.add(DataKey(id="k", wrapped=b"", created_at=datetime(2026, 7, 1, 9, 30)))  # noqa: DTZ001
    with pytest.raises(Exception, match="without a time zone"):
        db.flush()


def test_what_refers_to_nothing_is_refused(db: Session) -> None:
    db.add(AccountRole(account_id="nobody", programme="sevenoaks", role="duty"))
    with pytest.raises(IntegrityError):
        db.flush()


def test_a_role_that_does_not_exist_is_refused(db: Session) -> None:
    db.add(AccountRole(account_id="nobody", programme="sevenoaks", role="king"))
    with pytest.raises(IntegrityError):
        db.flush()


def test_only_what_is_kept_soon_does_not_wait_for_the_disk(sessions: Sessions) -> None:
    for soon, waits in ((False, 2), (True, 1), (False, 2)):
        with sessions.begin() as db:
            db.connection(execution_options={"kept_soon": soon})
            new_data_key(db)
            if db.get_bind().dialect.name == "sqlite":
                assert db.scalar(text("PRAGMA synchronous")) == waits
    with sessions() as db:
        assert db.scalar(select(func.count()).select_from(DataKey)) == 3


def test_many_who_read_first_and_write_later_all_succeed(sessions: Sessions) -> None:
    problems: list[Exception] = []

    def work() -> None:
        try:
            for _ in range(5):
                with sessions.begin() as db:
                    db.scalar(select(func.count()).select_from(DataKey))
                    new_data_key(db)
        except Exception as problem:
            problems.append(problem)

    threads = [Thread(target=work) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    with sessions() as db:
        assert db.scalar(select(func.count()).select_from(DataKey)) == 100


def test_a_writer_of_another_process_is_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "frontdoor.sqlite"
    engine = make_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (x)")
    other = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    finished: list[str] = []

    def write() -> None:
        with engine.begin() as connection:
            connection.exec_driver_sql("INSERT INTO t VALUES (1)")
        finished.append("written")

    waiting = Thread(target=write)
    waiting.start()
    waiting.join(0.5)
    assert finished == []
    other.execute("COMMIT")
    waiting.join(10)
    assert finished == ["written"]
    other.close()
    engine.dispose()


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://localhost/frontdoor"])
def test_a_database_that_cannot_keep_records_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="SQLite"):
        make_engine(url)


def test_health_tells_a_file_that_somebody_holds_from_one_that_can_be_written(tmp_path: Path) -> None:
    file = tmp_path / "frontdoor.sqlite"
    engine = make_engine(f"sqlite:///{file}")
    assert database_state(engine) == "ok"
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert database_state(engine) == "busy"
        other.execute("ROLLBACK")
    assert database_state(engine) == "ok"
    engine.dispose()


def test_health_says_that_a_database_which_does_not_answer_has_failed() -> None:
    engine = make_engine("postgresql://frontdoor@127.0.0.1:1/nowhere")
    assert database_state(engine) == "failed"
