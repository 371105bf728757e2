"""The inbox: sealed, in Telegram's order, nothing left in it, and no trouble of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.telegram.inbox import Inbox

KEY, OLDER, OTHER = b"k" * 32, b"o" * 32, b"x" * 32


def update(number: int) -> dict[str, object]:
    return {"update_id": number, "message": {"text": "Silas was excluded \ud83d", "chat": {"id": 480311}}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "telegram"


def test_what_is_kept_is_there_after_a_crash_in_order_and_readable_with_our_key_alone(folder: Path) -> None:
    assert Inbox(folder, KEY).keep([update(9), update(10), update(8)]) == {8, 9, 10}
    assert Inbox(folder, KEY).waiting() == [update(8), update(9), update(10)]
    for file in folder.iterdir():
        assert b"Silas" not in file.read_bytes()
        assert file.stat().st_mode & 0o077 == 0
    assert Inbox(folder, OTHER).waiting() == []


def test_what_was_answered_is_gone(folder: Path) -> None:
    inbox = Inbox(folder, KEY)
    inbox.keep([update(9)])
    inbox.remove(9)
    inbox.remove(9)
    assert list(folder.iterdir()) == []


def test_after_the_key_was_turned_over_what_waits_can_still_be_read(folder: Path) -> None:
    Inbox(folder, OLDER).keep([update(9)])
    Inbox(folder, KEY, OLDER).keep([update(10)])
    assert [each["update_id"] for each in Inbox(folder, KEY, OLDER).waiting()] == [9, 10]
    assert [each["update_id"] for each in Inbox(folder, KEY).waiting()] == [10]


def test_an_update_under_another_number_or_cut_off_is_left_out(folder: Path) -> None:
    inbox = Inbox(folder, KEY)
    inbox.keep([update(9), update(10), update(11)])
    (folder / "9.sealed").rename(folder / "12.sealed")
    (folder / "10.sealed").write_bytes((folder / "10.sealed").read_bytes()[:20])
    assert [each["update_id"] for each in inbox.waiting()] == [11]


def test_a_disk_that_takes_nothing_keeps_nothing_and_says_so(folder: Path) -> None:
    folder.write_text("a file where the folder should be")
    assert Inbox(folder, KEY).keep([update(9)]) == set()
    assert Inbox(folder, KEY).waiting() == []
