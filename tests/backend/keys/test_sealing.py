"""What is sealed opens in its own place only, and never again once its key is destroyed."""

import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from backend.database.engine import Sessions, make_engine, session_factory
from backend.database.migrate import upgrade
from backend.keys import (
    ACCOUNTS_KEY,
    CannotOpen,
    KeyDestroyed,
    Keyring,
    MasterKeyMissing,
    destroy,
    new_data_key,
    seal,
    unseal,
)
from backend.keys.models import DataKey

PLACE = {"table": "people", "column": "name", "row": "17"}


@pytest.mark.parametrize(
    "value", ["Ünal, Ayşe", b"\x00\xff", "", {"age": 7, "school": None}, ["a", 1, True], 3.5, None]
)
def test_a_value_comes_back_as_it_was(db: Session, value: object) -> None:
    key = new_data_key(db)
    assert unseal(db, key, seal(db, key, value, **PLACE), **PLACE) == value


def test_sealed_bytes_do_not_show_the_words_nor_repeat(db: Session) -> None:
    key = new_data_key(db)
    first, second = seal(db, key, "Grace Okafor", **PLACE), seal(db, key, "Grace Okafor", **PLACE)
    assert b"Grace" not in first
    assert first != second


@pytest.mark.parametrize("moved", [{"row": "18"}, {"column": "school"}, {"table": "workers"}])
def test_a_value_moved_elsewhere_does_not_open(db: Session, moved: dict[str, str]) -> None:
    key = new_data_key(db)
    sealed = seal(db, key, "Grace Okafor", **PLACE)
    with pytest.raises(CannotOpen):
        unseal(db, key, sealed, **{**PLACE, **moved})


def test_a_place_cannot_be_imitated_by_names_that_run_together(db: Session) -> None:
    key = new_data_key(db)
    sealed = seal(db, key, "Grace", table="a", column="b|c", row="1")
    with pytest.raises(CannotOpen):
        unseal(db, key, sealed, table="a|b", column="c", row="1")


@pytest.mark.parametrize("position", [0, 1, 20, -1])
def test_a_changed_byte_does_not_open(db: Session, position: int) -> None:
    key = new_data_key(db)
    sealed = bytearray(seal(db, key, "Grace Okafor", **PLACE))
    sealed[position] ^= 1
    with pytest.raises(CannotOpen):
        unseal(db, key, bytes(sealed), **PLACE)


@pytest.mark.parametrize("length", [0, 1, 5, 13])
def test_a_shortened_value_does_not_open(db: Session, length: int) -> None:
    key = new_data_key(db)
    with pytest.raises(CannotOpen):
        unseal(db, key, seal(db, key, "Grace Okafor", **PLACE)[:length], **PLACE)


def test_one_familys_key_does_not_open_anothers(db: Session) -> None:
    first, second = new_data_key(db), new_data_key(db)
    with pytest.raises(CannotOpen):
        unseal(db, second, seal(db, first, "Grace", **PLACE), **PLACE)


def test_another_master_key_opens_nothing(sessions: Sessions) -> None:
    with sessions.begin() as db:
        key = new_data_key(db)
        sealed = seal(db, key, "Grace", **PLACE)
        bind = db.get_bind()
    with session_factory(bind.engine, Keyring.of(os.urandom(32)))() as stranger, pytest.raises(MasterKeyMissing):
        unseal(stranger, key, sealed, **PLACE)


def test_a_destroyed_key_erases_what_it_sealed_and_nothing_else(sessions: Sessions) -> None:
    with sessions.begin() as db:
        gone, kept = new_data_key(db), new_data_key(db)
        sealed = {key: seal(db, key, "Grace", **PLACE) for key in (gone, kept)}
    with sessions.begin() as db:
        destroy(db, gone)
    with sessions() as db:
        with pytest.raises(KeyDestroyed):
            unseal(db, gone, sealed[gone], **PLACE)
        with pytest.raises(KeyDestroyed):
            seal(db, gone, "more", **PLACE)
        assert unseal(db, kept, sealed[kept], **PLACE) == "Grace"
        row = db.execute(text("SELECT wrapped, destroyed_at FROM data_keys WHERE id = :id"), {"id": gone}).one()
    assert row.wrapped is None
    assert row.destroyed_at is not None


def test_destroying_again_keeps_the_first_time(sessions: Sessions) -> None:
    with sessions.begin() as db:
        key = new_data_key(db)
        destroy(db, key)
        first = db.execute(text("SELECT destroyed_at FROM data_keys")).scalar()
        destroy(db, key)
        assert db.execute(text("SELECT destroyed_at FROM data_keys")).scalar() == first


def test_a_key_that_never_was_is_told_as_erased(db: Session) -> None:
    with pytest.raises(KeyDestroyed):
        seal(db, "no-such-key", "Grace", **PLACE)


def test_the_accounts_key_is_the_services_own(db: Session) -> None:
    assert unseal(db, ACCOUNTS_KEY, seal(db, ACCOUNTS_KEY, "Sam", **PLACE), **PLACE) == "Sam"


def test_a_destroyed_key_is_not_left_in_sqlites_file(tmp_path: Path) -> None:
    file = tmp_path / "frontdoor.sqlite"
    engine = make_engine(f"sqlite:///{file}")
    upgrade(engine)
    sessions = session_factory(engine, Keyring.of(os.urandom(32)))
    with sessions.begin() as db:
        keys = [new_data_key(db) for _ in range(20)]
        wrapped = {key: db.get_one(DataKey, key).wrapped or b"" for key in keys}
    checkpoint(file)
    assert all(traces(wrapped[key], file) for key in keys)
    with sessions.begin() as db:
        for key in keys[::2]:
            destroy(db, key)
    checkpoint(file)
    assert not any(traces(wrapped[key], file) for key in keys[::2])
    assert all(traces(wrapped[key], file) for key in keys[1::2])
    engine.dispose()


def traces(wrapped: bytes, file: Path) -> bool:
    """Whether any sixteen bytes of a wrapped key stand in the file."""
    everything = file.read_bytes()
    return any(wrapped[start : start + 16] in everything for start in range(len(wrapped) - 16))


def checkpoint(file: Path) -> None:
    """Have SQLite write everything to the file itself."""
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
