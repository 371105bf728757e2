"""Who did or read what is kept with the deed, in an order and with words nobody can change."""

from __future__ import annotations

import contextlib
import json
from threading import Barrier, Thread

import psycopg
import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from backend import audit
from backend.access import Actor
from backend.audit.models import AuditCheck, AuditEntry
from backend.audit.verifying import first_broken
from backend.database.engine import Sessions, make_engine, session_factory
from backend.database.migrate import upgrade
from backend.errors import NotFound
from backend.keys import Keyring, new_data_key
from backend.keys.models import DataKey

SAM = Actor("account-1", "Sam Adeyemi", "Coordinator", "Demo Council", frozenset({("sevenoaks", "coordinator")}), "s")


def note(db: Session, action: str = "read", reference: str = "FD-1") -> None:
    audit.record(db, SAM, action, "nomination", reference, "sevenoaks", criteria=3)


def entries(db: Session) -> list[AuditEntry]:
    return list(db.scalars(select(AuditEntry).order_by(AuditEntry.seq)))


def test_a_deed_is_kept_with_who_what_and_where(sessions: Sessions) -> None:
    with sessions.begin() as db:
        note(db, "accepted", "FD-7")
    with sessions() as db:
        (entry,) = entries(db)
    assert (entry.seq, entry.actor_id, entry.action) == (1, "account-1", "accepted")
    assert (entry.object_kind, entry.object_id, entry.programme) == ("nomination", "FD-7", "sevenoaks")
    assert entry.detail == {"criteria": 3}
    assert entry.at.tzinfo is not None


def test_reading_alone_is_kept(sessions: Sessions) -> None:
    with sessions() as db:
        note(db)
        db.commit()
    with sessions() as db:
        assert len(entries(db)) == 1


def test_nobodys_name_is_kept(sessions: Sessions) -> None:
    with sessions.begin() as db:
        note(db)
    with sessions() as db:
        row = db.execute(text("SELECT * FROM audit_entries")).mappings().one()
    assert "Adeyemi" not in json.dumps(dict(row), default=str)


def test_what_the_software_does_itself_has_no_actor(sessions: Sessions) -> None:
    with sessions.begin() as db:
        audit.record(db, None, "escalated", "alert", "a-1", "sevenoaks")
    with sessions() as db:
        assert entries(db)[0].actor_id is None


def test_what_is_undone_leaves_no_entry(sessions: Sessions) -> None:
    with sessions() as db:
        new_data_key(db)
        note(db, "accepted")
        db.rollback()
        note(db, "read")
        db.commit()
    with sessions() as db:
        assert [entry.action for entry in entries(db)] == ["read"]
        assert db.scalars(select(DataKey)).all() == []


def test_the_deed_and_its_entry_are_kept_together(sessions: Sessions) -> None:
    with sessions.begin() as db:
        new_data_key(db)
        note(db)
    with sessions() as db:
        assert len(entries(db)) == len(db.scalars(select(DataKey)).all()) == 1


def test_entries_of_a_savepoint_are_kept_once(sessions: Sessions) -> None:
    with sessions.begin() as db:
        with db.begin_nested():
            note(db)
        note(db, "accepted")
    with sessions() as db:
        assert [entry.action for entry in entries(db)] == ["read", "accepted"]


def test_what_is_undone_back_to_a_savepoint_leaves_no_entry(sessions: Sessions) -> None:
    with sessions.begin() as db:
        note(db, "read")
        with contextlib.suppress(NotFound), db.begin_nested():
            note(db, "accepted")
            with db.begin_nested():
                note(db, "decided")
            raise NotFound
        note(db, "listed")
    with sessions() as db:
        assert [entry.action for entry in entries(db)] == ["read", "listed"]


def test_a_session_that_was_closed_and_goes_on_leaves_no_entry_of_what_was_before(sessions: Sessions) -> None:
    with sessions() as db:
        note(db, "accepted")
        db.close()
        note(db, "read")
        db.commit()
    with sessions() as db:
        assert [entry.action for entry in entries(db)] == ["read"]


def test_each_commit_of_a_session_keeps_its_own_entries(sessions: Sessions) -> None:
    with sessions() as db, sessions() as other:
        for action in ("read", "accepted"):
            note(db, action)
            db.commit()
            # Somebody else comes between: the session must not go on from what it saw before.
            note(other, "listed")
            other.commit()
    with sessions() as db:
        assert [entry.action for entry in entries(db)] == ["read", "listed", "accepted", "listed"]
        assert first_broken(db) is None


@pytest.mark.postgresql
def test_a_server_that_reads_repeatably_by_default_makes_no_difference(postgresql_url: str) -> None:
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        name = connection.info.dbname
        connection.execute(f"ALTER DATABASE {name} SET default_transaction_isolation = 'repeatable read'".encode())
    engine = make_engine(postgresql_url)
    upgrade(engine)
    sessions = session_factory(engine, Keyring.of(bytes(32)))
    with sessions() as db, sessions() as other:
        assert entries(db) == []
        note(other)
        other.commit()
        note(db, "accepted")
        db.commit()
    with sessions() as db:
        assert [entry.action for entry in entries(db)] == ["read", "accepted"]
    engine.dispose()


def test_a_commit_with_a_savepoint_still_open_keeps_each_entry_once(sessions: Sessions) -> None:
    with sessions() as db:
        note(db, "read")
        db.begin_nested()
        note(db, "accepted")
        db.commit()
    with sessions() as db:
        assert [entry.action for entry in entries(db)] == ["read", "accepted"]
        assert first_broken(db) is None


INSERTED = """INTO audit_entries (seq, at, action, object_kind, object_id, detail, hash)
    VALUES (1, '2026-11-22 10:00:00', 'read', 'nomination', 'other', '{}', 'x')"""


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit_entries SET action = 'read'",
        "DELETE FROM audit_entries",
        f"INSERT OR REPLACE {INSERTED}",
        f"INSERT {INSERTED} ON CONFLICT (seq) DO UPDATE SET hash = 'x'",
        "TRUNCATE audit_entries",
        "UPDATE audit_checks SET why = NULL",
        "DELETE FROM audit_checks",
    ],
)
def test_the_database_refuses_to_change_an_entry(sessions: Sessions, change: str) -> None:
    with sessions.begin() as db:
        note(db, "accepted")
        db.add(AuditCheck(entries=1, hash="x", mac="x"))
    with sessions() as db:
        only_one_knows = {"INSERT OR": "sqlite", "TRUNCATE ": "postgresql"}.get(change[:9])
        if only_one_knows in (None, db.get_bind().dialect.name):
            with pytest.raises(DBAPIError, match="only ever added to"):
                db.execute(text(change))
    with sessions() as db:
        assert [entry.action for entry in entries(db)] == ["accepted"]
        assert first_broken(db) is None


def test_many_at_once_make_one_unbroken_chain(sessions: Sessions) -> None:
    together = Barrier(12)
    with sessions() as db:
        # SQLite lets one transaction be open at a time, so there they cannot wait for each other.
        side_by_side = db.get_bind().dialect.name == "postgresql"

    def work() -> None:
        for _ in range(5):
            with sessions.begin() as db:
                note(db)
                if side_by_side:
                    together.wait(timeout=20)

    threads = [Thread(target=work) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with sessions() as db:
        assert [entry.seq for entry in entries(db)] == list(range(1, 61))
        assert first_broken(db) is None
