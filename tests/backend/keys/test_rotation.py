"""The master key is turned over while others write; afterwards nothing needs the old one, and it opens nothing."""

from __future__ import annotations

import os
import threading
import time

import pytest
from sqlalchemy import text

from backend.accounts.accounts import create_account, email_of, find_account
from backend.database.engine import Sessions, session_factory
from backend.keys import (
    CannotOpen,
    KeyDestroyed,
    Keyring,
    MasterKeyMissing,
    destroy,
    new_data_key,
    prepare_keys,
    seal,
    unseal,
)
from backend.keys.models import DataKey, SystemKey
from backend.keys.rotation import rotate, status
from backend.keys.system_keys import USES

PLACE = {"table": "people", "column": "name", "row": "17"}
OLD, NEW = os.urandom(32), os.urandom(32)


def with_keys(sessions: Sessions, *masters: bytes) -> Sessions:
    """Sessions on the same database as a process has them that was given these master keys, the current one first."""
    with sessions() as db:
        engine = db.get_bind().engine
    return session_factory(engine, Keyring.of(*masters))


@pytest.fixture
def old(sessions: Sessions) -> Sessions:
    """A database that was sealed with the old key."""
    with sessions.begin() as db:
        db.execute(text("DELETE FROM system_keys"))
    made = with_keys(sessions, OLD)
    prepare_keys(made)
    return made


def test_everything_opens_with_the_new_key_alone(old: Sessions) -> None:
    with old.begin() as db:
        account = create_account(db, email="sam@oak.example", display_name="Sam", password="x" * 12, roles=[]).id
        families = [new_data_key(db) for _ in range(7)]
        sealed = {family: seal(db, family, f"family {family}", **PLACE) for family in families}
        destroy(db, families[0])
    both = with_keys(old, NEW, OLD)
    with both() as db:
        before = status(db)
    assert (before.left, before.missing, before.destroyed) == (6 + len(USES), [], 1)

    assert rotate(both, at_once=2) == (6 + len(USES), 0)
    assert rotate(both) == (0, 0)

    with with_keys(old, NEW)() as db:
        assert (status(db).left, status(db).missing) == (0, [])
        found = find_account(db, "SAM@oak.example")
        assert found is not None, "the blind index is the same"
        assert email_of(db, account) == "sam@oak.example"
        for family in families[1:]:
            assert unseal(db, family, sealed[family], **PLACE) == f"family {family}"
        with pytest.raises(KeyDestroyed):
            unseal(db, families[0], sealed[families[0]], **PLACE)
    with with_keys(old, OLD)() as db:
        with pytest.raises(MasterKeyMissing):
            unseal(db, families[1], sealed[families[1]], **PLACE)
        assert status(db).missing == [Keyring.of(NEW).current.id]


def test_conversations_go_on_while_keys_are_turned_over(old: Sessions) -> None:
    """Processes that know both keys, the newer first in one of them, seal, open and destroy during a rotation."""
    with old.begin() as db:
        keys = [new_data_key(db) for _ in range(300)]
    both, still_old = with_keys(old, NEW, OLD), with_keys(old, OLD, NEW)
    stop, begun = threading.Event(), threading.Barrier(3)
    kept: list[tuple[str, bytes, str]] = []
    gone: list[str] = []
    failed: list[BaseException] = []

    def talk(sessions: Sessions, mine: list[str], own: Sessions) -> None:
        begun.wait()
        n = 0
        try:
            while not stop.is_set() or n < 20:
                n += 1
                with own.begin() as db:
                    key = new_data_key(db)
                    sealed = seal(db, key, f"said {n}", **PLACE)
                with sessions.begin() as db:
                    assert unseal(db, key, sealed, **PLACE) == f"said {n}"
                    seal(db, mine[n % len(mine)], "more", **PLACE)
                    if n % 5 == 0:
                        destroy(db, key)
                        gone.append(key)
                    else:
                        kept.append((key, sealed, f"said {n}"))
        except BaseException as error:
            failed.append(error)

    writers = [
        threading.Thread(target=talk, args=(still_old, keys[:100], both)),
        threading.Thread(target=talk, args=(both, keys[100:200], both)),
    ]
    for writer in writers:
        writer.start()
    begun.wait()
    done, left = rotate(both, at_once=10)
    stop.set()
    for writer in writers:
        writer.join()
    assert failed == []
    assert (done >= 300, left) == (True, 0)
    with with_keys(old, NEW)() as db:
        assert status(db).left == 0
        for key, sealed, said in kept:
            assert unseal(db, key, sealed, **PLACE) == said
        for key in gone:
            assert db.get_one(DataKey, key).wrapped is None


def test_a_key_that_somebody_is_just_making_counts_as_left(old: Sessions) -> None:
    """Its transaction began before the turn and ends after it: the old key must not be thrown away meanwhile."""
    made = threading.Event()

    def slow() -> None:
        with old.begin() as db:
            new_data_key(db)
            made.set()
            # Until the rotation waits for this one (PostgreSQL) or for its turn to write (SQLite).
            time.sleep(0.5)

    writer = threading.Thread(target=slow)
    writer.start()
    made.wait()
    done, left = rotate(with_keys(old, NEW, OLD))
    writer.join()
    assert (done, left) == (1 + len(USES), 0)
    with with_keys(old, NEW)() as db:
        assert status(db).missing == []


def test_a_family_erased_meanwhile_elsewhere_opens_nowhere(old: Sessions) -> None:
    """Another process has just read the family: nothing it remembers opens it again, nor does a rotation revive it."""
    other = with_keys(old, NEW, OLD)
    with old.begin() as db:
        family = new_data_key(db)
        sealed = seal(db, family, "Grace", **PLACE)
    with other() as db:
        assert unseal(db, family, sealed, **PLACE) == "Grace"
    with old.begin() as db:
        destroy(db, family)
    rotate(other)
    for sessions in (old, other, with_keys(old, NEW)):
        with sessions() as db, pytest.raises(KeyDestroyed):
            unseal(db, family, sealed, **PLACE)


def test_a_key_of_an_unknown_master_stops_a_rotation_and_is_named(old: Sessions) -> None:
    with old.begin() as db:
        new_data_key(db)
    stranger = with_keys(old, NEW)
    with stranger() as db:
        assert status(db).missing == [Keyring.of(OLD).current.id]
    with pytest.raises(MasterKeyMissing):
        rotate(stranger)
    with with_keys(old, OLD)() as db:
        assert status(db).left == 0, "nothing was changed"


def test_a_damaged_key_is_left_and_counted_and_holds_nobody_up(old: Sessions) -> None:
    with old.begin() as db:
        good, damaged = new_data_key(db), new_data_key(db)
        sealed = seal(db, good, "Grace", **PLACE)
        db.get_one(DataKey, damaged).wrapped = b"\x01" + os.urandom(61)
    assert rotate(with_keys(old, NEW, OLD)) == (1 + len(USES), 1)
    with with_keys(old, NEW)() as db:
        assert unseal(db, good, sealed, **PLACE) == "Grace"


@pytest.mark.parametrize("column", ["wrapped", "master"])
def test_another_familys_key_in_its_place_is_refused(old: Sessions, column: str) -> None:
    with old.begin() as db:
        first, second = new_data_key(db), new_data_key(db)
        sealed = seal(db, first, "Grace", **PLACE)
        row, other = db.get_one(DataKey, first), db.get_one(DataKey, second)
        if column == "wrapped":
            row.wrapped = other.wrapped
        else:
            row.master = Keyring.of(NEW).current.id
    with with_keys(old, OLD, NEW)() as db, pytest.raises(CannotOpen):
        unseal(db, first, sealed, **PLACE)


def test_keys_of_the_service_swapped_with_one_another_are_refused(old: Sessions) -> None:
    with old.begin() as db:
        index, tokens = (db.get_one(SystemKey, (use, 1)) for use in ("index", "tokens"))
        index.wrapped, tokens.wrapped = tokens.wrapped, index.wrapped
    with pytest.raises(CannotOpen):
        prepare_keys(with_keys(old, OLD))


def test_many_processes_that_start_at_once_make_one_set_of_keys(sessions: Sessions) -> None:
    with sessions.begin() as db:
        db.execute(text("DELETE FROM system_keys"))
    started = [with_keys(sessions, OLD) for _ in range(6)]
    threads = [threading.Thread(target=prepare_keys, args=(each,)) for each in started]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with sessions() as db:
        assert db.scalar(text("SELECT count(*) FROM system_keys")) == len(USES)
    assert len({_opened(each) for each in started}) == 1


def _opened(sessions: Sessions) -> tuple[tuple[str, bytes], ...]:
    with sessions() as db:
        return tuple(sorted(db.info["keyring"].opened.items()))
