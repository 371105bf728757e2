"""Entries survive, are sealed, and cannot be confused."""

from __future__ import annotations

import os
import uuid
from pathlib import Path

import pytest

from bot.door.spool import Spool

KEY, OTHER = b"1" * 32, b"2" * 32
FIRST, SECOND = (str(uuid.UUID(int=n)) for n in (1, 2))


def test_what_is_put_in_comes_out_oldest_first(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "spool", KEY)
    spool.put(SECOND, {"text": "earlier"})
    os.utime(tmp_path / "spool" / f"{SECOND}.sealed", (1, 1))
    spool.put(FIRST, {"text": "later"})
    assert list(Spool(tmp_path / "spool", KEY).waiting()) == [(SECOND, {"text": "earlier"}), (FIRST, {"text": "later"})]


def test_nobody_can_read_the_files(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "spool", KEY)
    spool.put(FIRST, {"text": "Quenby Ashgrove"})
    (file,) = (tmp_path / "spool").iterdir()
    assert b"Quenby" not in file.read_bytes()
    assert file.stat().st_mode & 0o077 == 0
    assert (tmp_path / "spool").stat().st_mode & 0o077 == 0


def test_the_same_alert_is_kept_once_and_removing_twice_is_no_error(tmp_path: Path) -> None:
    spool = Spool(tmp_path, KEY)
    spool.put(FIRST, {"text": "a"})
    spool.put(FIRST, {"text": "b"})
    assert list(spool.waiting()) == [(FIRST, {"text": "b"})]
    spool.remove(FIRST)
    spool.remove(FIRST)
    assert spool.depth() == 0


def test_damaged_foreign_and_swapped_files_are_put_aside_and_counted(tmp_path: Path) -> None:
    spool = Spool(tmp_path, KEY)
    Spool(tmp_path, OTHER).put(FIRST, {"text": "foreign"})
    spool.put(SECOND, {"text": "mine"})
    (tmp_path / f"{uuid.UUID(int=3)}.sealed").write_bytes((tmp_path / f"{SECOND}.sealed").read_bytes())
    (tmp_path / f"{uuid.UUID(int=4)}.sealed").write_bytes(b"short")
    assert list(spool.waiting()) == [(SECOND, {"text": "mine"})]
    assert spool.unreadable() == 3
    assert spool.depth() == 1


def test_a_name_that_is_no_alert_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="badly formed"):
        Spool(tmp_path, KEY).put("../../etc/passwd", {})


def test_what_waits_since_an_older_key_is_read_and_new_entries_use_the_new_one(tmp_path: Path) -> None:
    Spool(tmp_path, OTHER).put(FIRST, {"text": "sealed before"})
    spool = Spool(tmp_path, KEY, OTHER)
    spool.put(SECOND, {"text": "sealed since"})
    assert dict(spool.waiting()) == {FIRST: {"text": "sealed before"}, SECOND: {"text": "sealed since"}}
    assert dict(Spool(tmp_path, KEY).waiting()) == {SECOND: {"text": "sealed since"}}
