"""What was backed up comes back as it was, and who was erased meanwhile does not."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, func, select, text

from backend.access.actor import Role
from backend.accounts.accounts import ERASED_NAME, create_account, find_account, name_of
from backend.accounts.administration import end
from backend.accounts.models import Account, Agency
from backend.accounts.sessions import begin
from backend.alerts.models import Alert
from backend.alerts.service import open_alerts, raise_alert
from backend.audit import record
from backend.audit.models import AuditEntry
from backend.audit.verifying import first_broken
from backend.backups import BackupRefused
from backend.backups.keeper import Keeper
from backend.backups.key_file import read_key_file
from backend.backups.rows import read, tables_of
from backend.backups.take import still
from backend.database.base import utc_now
from backend.database.engine import make_engine, session_factory
from backend.database.migrate import differences, is_current
from backend.keys import Keyring, destroy
from backend.keys.models import DataKey
from backend.keys.rotation import rotate
from backend.nominations.erasing import erase_family
from backend.nominations.models import FamilyMark, Nomination
from backend.nominations.record import find_nomination
from backend.nominations.service import open_nomination
from backend.retention.models import LegalHold
from backend.threads.models import ThreadMessage
from tests.backend.alerts.test_alerts import alert
from tests.backend.backups.conftest import Empty, House
from tests.backend.threads.people import draft, somebody

TOLD = "Quillfeather"
"""The family's name in every draft of the tests."""


def held(engine: Engine) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables, as a backup writes them."""
    with still(engine) as connection:
        return {
            table.name: [row for some in read(connection, table) for row in some] for table in tables_of(connection)
        }


def chain_holds(engine: Engine, ring: Keyring) -> bool:
    with session_factory(engine, ring)() as db:
        return first_broken(db) is None


def seen(house: House, engine: Engine, reference: str) -> dict[str, Any]:
    """A nomination as a coordinator sees it."""
    with session_factory(engine, house.ring).begin() as db:
        return dict(open_nomination(db, somebody(db, "coordinator", "sevenoaks"), reference))


def test_everything_comes_back_as_it_was(house: House, target: Engine) -> None:
    reference = house.nominate()
    with house.sessions.begin() as db:
        thread = draft(db, somebody(db, "nominator", "sevenoaks"), "sevenoaks")
        raise_alert(db, alert(thread=thread.id, text="He has a knife"))
        begin(db, db.scalars(select(Account)).first() or pytest.fail("nobody"), "bearer")
    before = held(house.engine)
    backup = house.back_up()
    done = house.restore(backup, target)
    after = held(target)
    assert before["sessions"]
    assert after["sessions"] == []
    assert after["audit_entries"][: len(before["audit_entries"])] == before["audit_entries"]
    [added] = after["audit_entries"][len(before["audit_entries"]) :]
    assert (added["action"], added["object_id"], added["seq"]) == ("restored", backup.id, done.entry)
    same = set(before) - {"sessions", "audit_entries"}
    assert {name: after[name] for name in same} == {name: before[name] for name in same}
    assert is_current(target)
    assert differences(target) == []
    assert chain_holds(target, house.ring)
    assert TOLD in str(seen(house, target, reference)["people"])


@pytest.mark.postgresql
@pytest.mark.parametrize("kinds", [("sqlite", "postgresql"), ("postgresql", "sqlite")], ids="-to-".join)
def test_a_backup_of_one_kind_of_database_goes_into_the_other(
    kinds: tuple[str, str], empty: Empty, tmp_path: Path
) -> None:
    here, there = (make_engine(empty(kind)) for kind in kinds)
    house = House(here, Keyring.of(os.urandom(32)), tmp_path / "backups").prepared()
    reference = house.nominate()
    house.restore(house.back_up(), there)
    assert chain_holds(there, house.ring)
    assert TOLD in str(seen(house, there, reference)["people"])
    with session_factory(there, house.ring).begin() as db:
        # What the database numbers by itself goes on after what was restored.
        raise_alert(db, alert(text="She is missing"))
    for engine in (here, there):
        engine.dispose()


def test_nothing_can_be_read_in_the_files_and_nobody_else_may(house: House) -> None:
    house.nominate()
    house.back_up()
    files = [path for path in house.folder.rglob("*") if path.is_file()]
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert {path.stat().st_mode & 0o777 for path in house.folder.rglob("*") if path.is_dir()} == {0o700}
    with house.sessions() as db:
        wrapped = [key for key in db.scalars(select(DataKey.wrapped)) if key]
        codes = [TOLD, "sevenoaks", "Meadow Park School", "nominator", *db.scalars(select(Nomination.reference))]
    for path in files:
        content = path.read_bytes()
        assert not [code for code in codes if code.encode() in content], path.name
        assert not [key for key in wrapped if key in content], path.name


def test_a_backup_sees_one_moment_while_the_service_goes_on(house: House, target: Engine) -> None:
    ended = threading.Event()
    reached = threading.Event()

    def work() -> None:
        number = 0
        while not ended.is_set():
            number += 1
            with house.sessions.begin() as db:
                # Two rows that are always of the same number.
                db.add(Agency(name=f"first {number}"))
                db.flush()
                db.add(Agency(name=f"second {number}"))
                record(db, None, "made", "agency", "pair", None, number=number)
            if number == 20:
                reached.set()

    worker = threading.Thread(target=work)
    worker.start()
    try:
        assert reached.wait(30)
        backups = [house.back_up() for _ in range(3)]
    finally:
        ended.set()
        worker.join()
    house.restore(backups[1], target)
    with session_factory(target, house.ring)() as db:
        names = list(db.scalars(select(Agency.name)))
        first, second = ({name.split()[1] for name in names if name.startswith(word)} for word in ("first", "second"))
        assert first == second != set()
        assert backups[1].audit_entries == len(first) == (db.scalar(select(func.max(AuditEntry.seq))) or 0) - 1
    assert backups[0].audit_entries < backups[2].audit_entries
    assert chain_holds(target, house.ring)


def test_a_family_erased_after_the_backup_stays_erased(house: House, target: Engine) -> None:
    reference, other = house.nominate(), house.nominate()
    with house.sessions.begin() as db:
        nomination = find_nomination(db, reference)
        account = somebody(db, "lead", "sevenoaks").account_id
        db.add(
            LegalHold(
                nomination_id=nomination.id,
                programme="sevenoaks",
                reason="legal-claim",
                review_on=utc_now().date(),
                placed_by=account,
            )
        )
    backup = house.back_up()
    keeper = Keeper(house.engine, house.ring, house.folder)
    assert keeper.keep(), "what it finds at the start it does not trust"
    assert not keeper.keep()
    with house.sessions.begin() as db:
        nomination = find_nomination(db, reference, lock=True)
        key = nomination.data_key_id
        hold = db.scalars(select(LegalHold)).one()
        hold.lifted_at = utc_now()
        assert erase_family(db, nomination, "asked-for", None)
    assert keeper.keep()
    assert key not in str(read_key_file(house.folder / "keys.sealed", house.ring).tables)

    done = house.restore(backup, target)
    assert done.cleaned == 1
    with session_factory(target, house.ring)() as db:
        erased = find_nomination(db, reference)
        assert (erased.status, erased.content, erased.nominator) == ("withdrawn", None, None)
        assert erased.ended_why == "erased-before"
        assert db.get_one(DataKey, key).wrapped is None
        assert db.scalars(select(FamilyMark).where(FamilyMark.family_id == erased.family_id)).all() == []
        assert not db.scalars(
            select(ThreadMessage).where(ThreadMessage.thread_id == erased.thread_id, ThreadMessage.body.is_not(None))
        ).all()
    assert TOLD not in str(seen(house, target, reference))
    assert TOLD in str(seen(house, target, other)["people"])
    assert chain_holds(target, house.ring)


def test_what_the_replaced_database_knows_of_erasures_counts_even_if_no_worker_ran(house: House) -> None:
    reference = house.nominate()
    backup = house.back_up()
    with house.sessions.begin() as db:
        erase_family(db, find_nomination(db, reference, lock=True), "asked-for", None)
    house.engine.dispose()
    done = house.restore(backup, house.engine, replace=True)
    assert done.cleaned == 1
    assert TOLD not in str(seen(house, house.engine, reference))


def test_an_alert_whose_time_was_up_does_not_come_back(house: House, target: Engine) -> None:
    with house.sessions.begin() as db:
        raise_alert(db, alert(text="He has a knife"))
    backup = house.back_up()
    with house.sessions.begin() as db:
        destroyed = db.scalars(select(Alert)).one()
        destroy(db, destroyed.data_key_id)
    house.keep()
    assert house.restore(backup, target).cleaned == 1
    with session_factory(target, house.ring).begin() as db:
        assert [row.words for row in open_alerts(db, somebody(db, "duty", "sevenoaks"))] == [None]


def test_an_older_backup_first_and_a_newer_one_after_it(house: House) -> None:
    early = house.nominate()
    old = house.back_up()
    late = house.nominate()
    new = house.back_up()
    house.engine.dispose()
    house.restore(old, house.engine, replace=True)
    house.keep()
    with pytest.raises(Exception, match="could not find"):
        seen(house, house.engine, late)
    house.engine.dispose()
    house.restore(new, house.engine, replace=True)
    for reference in (early, late):
        assert TOLD in str(seen(house, house.engine, reference)["people"])


def test_a_backup_from_before_the_master_key_changed_still_opens(house: House, target: Engine) -> None:
    reference = house.nominate()
    backup = house.back_up()
    keeper = Keeper(house.engine, house.ring, house.folder)
    keeper.keep()
    old, new = house.ring, os.urandom(32)
    both = Keyring([Keyring.of(new).current, *old.known])
    rotate(session_factory(house.engine, both))
    after = Keeper(house.engine, both, house.folder)
    assert after.keep()
    alone = House(house.engine, Keyring.of(new), house.folder)
    alone.restore(backup, target)
    assert TOLD in str(seen(alone, target, reference)["people"])


def test_a_database_that_holds_records_is_not_overwritten_unasked(house: House, empty: Empty) -> None:
    house.nominate()
    backup = house.back_up()
    target = make_engine(empty(house.engine.dialect.name))
    other = House(target, house.ring, house.folder).prepared()
    kept = other.nominate()
    target.dispose()
    before = held(target)
    target.dispose()
    with pytest.raises(BackupRefused, match="holds records already"):
        house.restore(backup, target)
    assert held(target) == before
    assert kept
    target.dispose()
    house.restore(backup, target, replace=True)
    with session_factory(target, house.ring)() as db:
        assert list(db.scalars(select(Nomination.reference))) != [kept]
    target.dispose()


def test_a_database_in_use_is_left_alone(house: House, target: Engine) -> None:
    backup = house.back_up()
    service = make_engine(target.url.render_as_string(hide_password=False))
    with service.connect() as connection:
        connection.execute(text("SELECT 1"))
    # Its pool keeps the connection, as the running service does.
    with pytest.raises(BackupRefused, match="in use"):
        house.restore(backup, target)
    service.dispose()
    house.restore(backup, target)


def test_a_restore_that_fails_on_the_way_leaves_the_database_as_it_was(house: House, target: Engine) -> None:
    house.nominate()
    other = House(target, house.ring, house.folder.parent / "other").prepared()
    other.nominate()
    with house.engine.begin() as connection:
        # A table that no migration makes: what it is for, a restore cannot know.
        connection.execute(text("CREATE TABLE strange (id INTEGER PRIMARY KEY)"))
    backup = house.back_up()
    before = held(target)
    target.dispose()
    with pytest.raises(BackupRefused, match="its tables are not those of its migration"):
        house.restore(backup, target, replace=True)
    assert held(target) == before


def test_another_databases_folder_is_not_touched(house: House, target: Engine) -> None:
    house.nominate()
    house.back_up()
    files = {path: path.read_bytes() for path in house.folder.rglob("*") if path.is_file()}
    other = House(target, house.ring, house.folder).prepared()
    other.nominate()
    with pytest.raises(BackupRefused, match="backups of another database"):
        other.back_up()
    with pytest.raises(BackupRefused, match="backups of another database"):
        Keeper(target, house.ring, house.folder).keep()
    assert {path: path.read_bytes() for path in house.folder.rglob("*") if path.is_file()} == files


def test_a_family_account_closed_after_the_backup_stays_erased(house: House, target: Engine) -> None:
    with house.sessions.begin() as db:
        roles: list[tuple[str, Role]] = [("tonbridge-malling", "family")]
        account = create_account(
            db, email="kayleigh@home.example", display_name="Kayleigh Example", password=None, roles=roles
        )
    backup = house.back_up()
    with house.sessions.begin() as db:
        end(db, db.get_one(Account, account.id), None)
    house.keep()
    house.restore(backup, target)
    with session_factory(target, house.ring)() as db:
        restored = db.get_one(Account, account.id)
        assert name_of(db, account.id) == ERASED_NAME
        assert (restored.email, restored.display_name, restored.roles) == (b"", b"", [])
        assert restored.closed_at is not None
        assert find_account(db, "kayleigh@home.example") is None
