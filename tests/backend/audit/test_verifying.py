"""Whatever is done to the audit behind Front Door's back is found, named and said in plain words."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import Engine, delete, insert, literal_column, text, update
from sqlalchemy.orm import Session

from backend import audit
from backend.audit.anchors import anchor_at
from backend.audit.chain import BEGINNING, chained
from backend.audit.checks import check, is_due, newest_check
from backend.audit.models import AuditCheck, AuditEntry
from backend.audit.restores import record_restore
from backend.audit.verifying import Finding, verify
from backend.command.main import main
from backend.database.base import utc_now
from backend.database.engine import Sessions, make_engine, session_factory
from backend.database.migrate import upgrade
from backend.keys import Keyring
from tests.backend.audit.tampering import TABLE, put_in, without_guard, write_anew

KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
OTHER_KEY = "AQECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="


def note(db: Session, count: int) -> None:
    for number in range(count):
        audit.record(db, None, "read", "nomination", f"FD-{number}", "sevenoaks")


CHANGES: dict[str, tuple[Callable[[Session], None], Finding]] = {
    "a word": (lambda db: without_guard(db, update(TABLE).where(TABLE.c.seq == 3).values(action="listed")),
               Finding(3, "changed")),
    "a detail": (lambda db: without_guard(db, update(TABLE).where(TABLE.c.seq == 3).values(detail={"count": 2})),
                 Finding(3, "changed")),
    "a hash": (lambda db: without_guard(db, update(TABLE).where(TABLE.c.seq == 3).values(hash="0" * 64)),
               Finding(3, "changed")),
    "the last": (lambda db: without_guard(db, update(TABLE).where(TABLE.c.seq == 5).values(actor_id="account-2")),
                 Finding(5, "changed")),
    "one out": (lambda db: without_guard(db, delete(TABLE).where(TABLE.c.seq == 3)), Finding(3, "missing")),
    "the first out": (lambda db: without_guard(db, delete(TABLE).where(TABLE.c.seq == 1)), Finding(1, "missing")),
    "one in": (lambda db: put_in(db, 3), Finding(3, "inserted")),
    "one before all": (lambda db: without_guard(db, text(
        "INSERT INTO audit_entries (seq, at, action, object_kind, object_id, detail, hash)"
        " VALUES (0, '2026-11-22 10:00:00', 'read', 'nomination', 'x', '{}', 'x')")), Finding(0, "inserted")),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGES)
def test_the_first_broken_entry_is_named_with_why(sessions: Sessions, what: str) -> None:
    tamper, finding = CHANGES[what]
    with sessions.begin() as db:
        note(db, 5)
    with sessions.begin() as db:
        tamper(db)
    with sessions() as db:
        verdict = verify(cast(Engine, db.get_bind()))
    assert verdict is not None
    assert verdict.finding == finding
    assert verdict.finding.sentence.startswith(f"Entry {finding.seq} is broken: it ")


@pytest.mark.parametrize("column", ["at", "detail"])
@pytest.mark.parametrize("seq", [1, 3, 5])
def test_an_entry_that_cannot_even_be_read_is_named(tmp_path: Path, column: str, seq: int) -> None:
    """SQLite keeps any text in any column: a verifier that trips over it names nothing, and warns nobody."""
    engine = make_engine(f"sqlite:///{tmp_path / 'record.sqlite'}")
    upgrade(engine)
    with session_factory(engine, Keyring.of(b"0" * 32)).begin() as db:
        note(db, 5)
    spoil = update(TABLE).where(TABLE.c.seq == seq).values({column: literal_column("'nonsense'")})
    with session_factory(engine, Keyring.of(b"0" * 32)).begin() as db:
        without_guard(db, spoil)
    verdict = verify(engine)
    engine.dispose()
    assert verdict is not None
    assert verdict.finding == Finding(seq, "changed")
    assert verdict.entries == seq - 1


def test_the_end_cut_off_and_the_audit_written_anew_are_found_by_an_earlier_check(sessions: Sessions) -> None:
    with sessions() as db:
        note(db, 5)
        db.commit()
        verdict = check(db)
        db.commit()
    assert verdict is not None
    assert (verdict.entries, verdict.finding) == (5, None)
    with sessions.begin() as db:
        write_anew(db, actor_id="account-2")
    with sessions() as db:
        assert verify(cast(Engine, db.get_bind())).finding is None  # type: ignore[union-attr]
        found = check(db)
        db.commit()
        assert found is not None
        assert found.finding == Finding(5, "rewritten")
        newest = newest_check(db)
        assert newest is not None
        assert newest.finding == found.finding
    with sessions.begin() as db:
        without_guard(db, delete(TABLE).where(TABLE.c.seq > 3))
    with sessions() as db:
        found = check(db)
        assert found is not None
        assert found.finding == Finding(4, "cut-off")


def test_a_check_that_somebody_wrote_into_the_database_counts_for_nothing(sessions: Sessions) -> None:
    with sessions() as db:
        note(db, 2)
        check(db)
        db.add(AuditCheck(at=utc_now() + timedelta(hours=1), entries=900, hash="f" * 64, mac="f" * 64))
        db.commit()
        newest = newest_check(db)
        assert newest is not None
        assert newest.entries == 2
        again = check(db)
        assert again is not None
        assert again.finding is None


def test_a_check_is_due_once_a_day(sessions: Sessions) -> None:
    with sessions() as db:
        assert is_due(db, utc_now())
        check(db)
        assert not is_due(db, utc_now() + timedelta(hours=23))
        assert is_due(db, utc_now() + timedelta(hours=25))


def test_checking_goes_through_many_entries_with_few_in_memory(sessions: Sessions) -> None:
    rows, previous, now = [], BEGINNING, utc_now()
    entry = {"at": now, "actor_id": None, "action": "read", "object_kind": "nomination", "object_id": "FD-1",
             "programme": "sevenoaks", "detail": {"ids": "f" * 64}}  # fmt: skip
    for seq in range(1, 8_001):
        previous = chained(previous, seq, entry)
        rows.append({**entry, "seq": seq, "hash": previous})
    with sessions.begin() as db:
        db.execute(insert(AuditEntry.__table__), rows)  # type: ignore[arg-type]
        engine = cast(Engine, db.get_bind())
    rows.clear()
    tracemalloc.start()
    try:
        verdict = verify(engine)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert verdict is not None
    assert (verdict.entries, verdict.finding) == (8_000, None)
    assert peak < 5_000_000, "all entries together take 10 MB"


class Service:
    """The command on a database of its own, and the keys it has."""

    def __init__(self, sessions: Sessions) -> None:
        self.sessions = sessions

    def run(self, *arguments: object) -> Result:
        return CliRunner().invoke(main, ["audit", *(str(argument) for argument in arguments)])


@pytest.fixture
def service(database_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Service]:
    for name, value in (("DATABASE_URL", database_url), ("DATA", str(tmp_path)), ("MASTER_KEY", KEY)):
        monkeypatch.setenv(f"FRONTDOOR_{name}", value)
    engine = make_engine(database_url)
    upgrade(engine)
    running = Service(session_factory(engine, Keyring.of(bytes(range(32)))))
    with running.sessions.begin() as db:
        note(db, 5)
    yield running
    engine.dispose()


def test_the_command_says_that_it_holds_and_that_without_an_anchor_that_is_not_all(service: Service) -> None:
    told = service.run("verify")
    assert told.exit_code == 0, told.output
    assert told.output.startswith("The audit holds: 5 entries, each as it was written.\nNo anchor was given")


def test_the_command_names_the_broken_entry_and_ends_with_1(service: Service) -> None:
    with service.sessions.begin() as db:
        without_guard(db, delete(TABLE).where(TABLE.c.seq == 2))
    told = service.run("verify")
    assert told.exit_code == 1
    assert told.output.startswith("Entry 2 is broken: it is missing.\n1 entries before it")


def test_an_anchor_outside_finds_an_audit_written_anew_and_one_cut_off(service: Service, tmp_path: Path) -> None:
    file = tmp_path / "anchors.jsonl"
    assert service.run("anchor", "--out", file).output == f"Anchored 5 entries in {file}.\n"
    held = service.run("verify", "--anchor", file)
    assert (held.exit_code, "Held against 1 anchors" in held.output) == (0, True)
    with service.sessions.begin() as db:
        without_guard(db, delete(AuditCheck.__table__))  # type: ignore[arg-type]
        write_anew(db, actor_id="account-2")
    assert service.run("verify").exit_code == 0, "nothing in the database can tell"
    told = service.run("verify", "--anchor", file)
    assert told.exit_code == 1
    assert "the audit was rewritten, somewhere from entry 1 to 5" in told.output
    with service.sessions.begin() as db:
        without_guard(db, delete(AuditCheck.__table__), delete(TABLE).where(TABLE.c.seq > 3))  # type: ignore[arg-type]
    told = service.run("verify", "--anchor", file)
    assert told.exit_code == 1
    assert "the end of the audit was cut off" in told.output
    refused = service.run("anchor", "--out", file)
    assert refused.exit_code == 1
    assert len(file.read_text().splitlines()) == 1


@pytest.mark.parametrize(
    "change", [{"entries": 4}, {"hash": "0" * 64}, {"at": "2026-01-01T00:00:00+00:00"}, {"mac": "x"}]
)
def test_an_anchor_that_was_changed_is_told(service: Service, tmp_path: Path, change: dict[str, object]) -> None:
    file = tmp_path / "anchors.jsonl"
    service.run("anchor", "--out", file)
    file.write_text(json.dumps(json.loads(file.read_text()) | change))
    told = service.run("verify", "--anchor", file)
    assert told.exit_code == 1
    assert "the anchor itself is false" in told.output


def test_an_anchor_of_another_service_is_told(
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "anchors.jsonl"
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("FRONTDOOR_DATABASE_URL", f"sqlite:///{tmp_path / 'another.sqlite'}")
        elsewhere.setenv("FRONTDOOR_MASTER_KEY", OTHER_KEY)
        assert service.run("anchor", "--out", file).exit_code == 0
    told = service.run("verify", "--anchor", file)
    assert (told.exit_code, "the anchor itself is false" in told.output) == (1, True)


def test_a_file_that_holds_something_else_is_told_in_one_line(service: Service, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("not an anchor\n")
    told = service.run("verify", "--anchor", file)
    assert (told.exit_code, told.output) == (1, "Error: line 1 of notes.txt is not an anchor.\n")
    told = service.run("verify", "--anchor", tmp_path / "nowhere")
    assert (told.exit_code, told.output.count("\n")) == (1, 1)


def test_a_restore_of_long_ago_explains_nothing_that_was_anchored_since(sessions: Sessions) -> None:
    """Who owns the database may give the entry of a true restore another time and compute every hash again."""
    with sessions() as db:
        note(db, 3)
        record_restore(db, "b" * 64, 3, 0)
        db.commit()
        note(db, 5)
        db.commit()
        later = utc_now() + timedelta(days=30)
        rows = db.execute(TABLE.select().order_by(TABLE.c.seq)).mappings().all()
        anchor = anchor_at(db, 9, rows[-1]["hash"], later)
        without_guard(db, delete(TABLE).where(TABLE.c.seq > 4))
        moved = dict(rows[3]) | {"at": later + timedelta(days=1)}
        new_hash = chained(rows[2]["hash"], 4, moved)
        db.execute(update(TABLE).where(TABLE.c.seq == 4).values(at=moved["at"], hash=new_hash))
        db.commit()
        found = check(db, [anchor])
        assert found is not None
        assert found.finding == Finding(5, "cut-off")
