"""A backup that is damaged, forged, too new, or without its keys is refused in one plain line, and nothing happens."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import inspect

from backend.backups import BackupRefused
from backend.backups.folder import KEY_FILE
from backend.backups.restore import restore
from backend.database.engine import make_engine
from backend.keys import Keyring
from tests.backend.backups.conftest import House


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> tuple[House, str]:
    """A backup that each test damages a copy of."""
    folder = tmp_path_factory.mktemp("taken")
    engine = make_engine(f"sqlite:///{folder / 'frontdoor.sqlite'}")
    house = House(engine, Keyring.of(os.urandom(32)), folder / "backups").prepared()
    house.nominate()
    (folder / "earlier").mkdir()
    house.back_up()
    shutil.copy(house.folder / KEY_FILE, folder / "earlier" / KEY_FILE)
    name = house.back_up().name
    engine.dispose()
    return house, name


def flip(path: Path, at: int = -3) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def change(backup: Path, **changes: object) -> None:
    path = backup / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))


def swap(one: Path, other: Path) -> None:
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def replace_part_and_checksum(backup: Path) -> None:
    """Somebody who can compute a checksum puts one table's rows in the place of another's."""
    manifest = json.loads((backup / "manifest.json").read_text())
    parts = {part["table"]: part for part in manifest["parts"]}
    (backup / "judgements.sealed").write_bytes((backup / "nominations.sealed").read_bytes())
    parts["judgements"].update({key: parts["nominations"][key] for key in ("rows", "batches", "sha256")})
    (backup / "manifest.json").write_text(json.dumps(manifest))


DAMAGE: list[tuple[Callable[[Path], object], str]] = [
    (lambda at: flip(at / "nominations.sealed"), "damaged: nominations.sealed is not as it was written"),
    (lambda at: (at / "threads.sealed").unlink(), "damaged: threads.sealed is missing"),
    (lambda at: (at / "threads.sealed").write_bytes(b""), "damaged: threads.sealed is not as it was written"),
    (lambda at: swap(at / "threads.sealed", at / "mails.sealed"), "is not as it was written"),
    (lambda at: (at / "manifest.json").unlink(), "is no backup of Front Door: it has no manifest.json"),
    (lambda at: (at / "manifest.json").write_text("{"), "damaged: manifest.json cannot be read"),
    (lambda at: (at / "manifest.json").write_text("[]"), "damaged: manifest.json cannot be read"),
    (lambda at: change(at, parts=[]), "damaged: its manifest is not as it was written"),
    (lambda at: change(at, taken_at="2001-01-01T00:00:00+00:00"), "damaged: its manifest is not as it was written"),
    (replace_part_and_checksum, "damaged: its manifest is not as it was written"),
    (lambda at: change(at, format=2, version="0.9.0"), r"made by a newer Front Door \(0.9.0\)"),
    (lambda at: change(at, id="5f6c9c0e-0000-4000-8000-000000000000"), "has no key for this backup"),
    (lambda at: (at.parent / KEY_FILE).unlink(), "is missing. Without it no backup can be opened"),
    (lambda at: flip(at.parent / KEY_FILE), "does not open: it is damaged, or it was sealed with another master key"),
    (lambda at: flip(at.parent / KEY_FILE, 3), "written by a newer Front Door, or is damaged"),
    (lambda at: (at.parent / KEY_FILE).write_bytes(b""), "written by a newer Front Door, or is damaged"),
]


@pytest.mark.parametrize(("damage", "told"), DAMAGE, ids=[told[:60] for _, told in DAMAGE])
def test_it_is_refused(taken: tuple[House, str], tmp_path: Path, damage: Callable[[Path], object], told: str) -> None:
    house, name = taken
    shutil.copytree(house.folder, tmp_path / "backups")
    damage(tmp_path / "backups" / name)
    refused(house.ring, tmp_path / "backups" / name, tmp_path / "backups" / KEY_FILE, told)


def test_an_older_copy_of_the_key_file_is_refused(taken: tuple[House, str], tmp_path: Path) -> None:
    house, name = taken
    earlier = house.folder.parent / "earlier" / KEY_FILE
    refused(house.ring, house.folder / name, earlier, "an older copy of the key file")


def test_another_master_key_opens_nothing(taken: tuple[House, str]) -> None:
    house, name = taken
    other = Keyring.of(os.urandom(32))
    refused(other, house.folder / name, house.folder / KEY_FILE, "sealed with another master key")


def refused(ring: Keyring, backup: Path, key_file: Path, told: str) -> None:
    engine = make_engine(f"sqlite:///{backup.parent.parent / 'target.sqlite'}")
    with pytest.raises(BackupRefused, match=told) as refusal:
        restore(engine, ring, backup, key_file, replace=False)
    assert "\n" not in str(refusal.value)
    assert inspect(engine).get_table_names() == []
    engine.dispose()
