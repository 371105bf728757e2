"""A disk that others have filled: an alert still finds room, and what finds none is held until there is some."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bot.door.spool import Spool
from tests.door.conftest import programmes
from tests.door.stubs import Product, product
from tests.faults.tiny_disk import TinyDisk, tiny_disk

__all__ = ["programmes"]
DANGER = "he is going to kill me"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[TinyDisk]:
    with tiny_disk(tmp_path, 4) as disk:
        yield disk


def test_alerts_fit_into_the_room_set_aside_for_them(disk: TinyDisk) -> None:
    spool = Spool(disk.folder / "spool", b"k" * 32)
    spool.reserve()
    disk.fill()
    with pytest.raises(OSError, match="No space"):
        (disk.folder / "other").write_bytes(b"x")
    ids = [str(uuid.uuid4()) for _ in range(30)]
    for alert in ids:
        spool.put(alert, {"text": "x" * 4_000})
    assert {alert for alert, _ in spool.waiting()} == set(ids)
    disk.make_room()
    spool.reserve()
    disk.fill()
    spool.put(str(uuid.uuid4()), {"text": "there is room again"})


def test_an_alert_that_finds_no_room_at_all_leaves_nothing_half_written(disk: TinyDisk) -> None:
    spool = Spool(disk.folder / "spool", b"k" * 32)
    (disk.folder / "spool").mkdir()
    disk.fill()
    with pytest.raises(OSError, match="No space"):
        spool.put(str(uuid.uuid4()), {"text": "x" * 4_000})
    assert spool.depth() == 0
    assert not list((disk.folder / "spool").glob("*.writing"))


def test_danger_is_answered_passed_on_and_arrives_though_the_disk_is_full_and_the_backend_away(
    disk: TinyDisk, programmes: Path
) -> None:
    with product(disk.folder / "data", programmes) as door:
        door.stop_backend()
        disk.fill()
        said = door.say(DANGER).json()[0]["text"]
        assert "999" in said
        assert "we are sending what you wrote to the duty officer" in said
        assert _health(door)["disk"] == "full"
        door.start_backend()
        assert door.wait_for_alert()["text"] == DANGER


def test_without_any_room_the_person_is_told_to_ring_and_the_alert_is_held(disk: TinyDisk, programmes: Path) -> None:
    with product(disk.folder / "data", programmes) as door:
        door.stop_backend()
        (door.settings.spool / "reserve").unlink()
        disk.fill()
        said = door.say(DANGER).json()[0]["text"]
        assert "999" in said
        assert "We could not pass your message on from here. Please ring the numbers yourself." in said
        disk.make_room()
        door.start_backend()
        assert door.wait_for_alert()["text"] == DANGER


def _health(door: Product) -> dict[str, str]:
    answer = httpx.get(f"{door.url}/health")
    assert answer.status_code == 503
    components: dict[str, str] = json.loads(answer.text)["components"]
    return components
