"""``frontdoor backup`` and ``frontdoor restore`` as whoever runs the service uses them."""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import Engine

from backend.audit import record
from backend.audit.anchors import anchor_at, append_to
from backend.audit.verifying import verify
from backend.backups.key_file import read_key_file
from backend.backups.take import take
from backend.command.main import main
from backend.database.base import new_id, utc_now
from backend.database.engine import make_engine
from backend.keys import Keyring
from tests.backend.backups.conftest import Empty, House

KEY = os.urandom(32)


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    engine = make_engine(database_url)
    yield House(engine, Keyring.of(KEY), tmp_path / "backups").prepared()
    engine.dispose()


def frontdoor(engine: Engine, folder: Path | None, *words: str) -> Result:
    environment = {
        "FRONTDOOR_DATABASE_URL": engine.url.render_as_string(hide_password=False),
        "FRONTDOOR_MASTER_KEY": b64encode(KEY).decode(),
        "FRONTDOOR_BACKUPS": str(folder) if folder else None,
    }
    return CliRunner().invoke(main, list(words), env=environment)


def test_one_command_each(house: House, empty: Empty) -> None:
    reference = house.nominate()
    taken = frontdoor(house.engine, house.folder, "backup")
    assert taken.exit_code == 0, taken.output
    assert taken.stderr == ""
    [backup] = [path for path in house.folder.iterdir() if path.is_dir()]
    erased = frontdoor(house.engine, house.folder, "erase", reference, "--reason", "asked-for")
    assert erased.output == f"{reference} is erased.\n"
    target = make_engine(empty(house.engine.dialect.name))
    restored = frontdoor(target, house.folder, "restore", str(backup))
    assert restored.exit_code == 0, restored.output
    assert "Erased again, because their keys are gone: 1." in restored.output
    assert frontdoor(target, house.folder, "database", "check").exit_code == 0
    assert frontdoor(target, house.folder, "audit", "verify").exit_code == 0
    again = frontdoor(target, house.folder, "restore", str(backup))
    assert again.exit_code == 1
    assert "holds records already" in again.output
    target.dispose()


def test_a_folder_that_erasure_does_not_reach_is_said_to_be_one(house: House, tmp_path: Path) -> None:
    assert "Name a folder" in frontdoor(house.engine, None, "backup").output
    house.nominate()
    elsewhere = frontdoor(house.engine, house.folder, "backup", str(tmp_path / "elsewhere"))
    assert elsewhere.exit_code == 0
    assert "FRONTDOOR_BACKUPS does not name" in elsewhere.stderr


def test_a_backup_whose_time_is_up_goes_with_its_key(house: House) -> None:
    house.nominate()
    old = take(house.engine, house.ring, house.folder, utc_now() - timedelta(days=36))
    young = take(house.engine, house.ring, house.folder, utc_now() - timedelta(days=34))
    done = frontdoor(house.engine, house.folder, "backup")
    assert "taken away with their keys: 1." in done.output
    assert not (house.folder / old.name).exists()
    keys = read_key_file(house.folder / "keys.sealed", house.ring).backups
    assert (old.id in keys, young.id in keys, len(keys)) == (False, True, 2)


def test_an_anchor_from_after_the_backup_is_explained_and_one_from_before_counts(
    house: House, empty: Empty, tmp_path: Path
) -> None:
    house.nominate()
    anchors = tmp_path / "anchors.jsonl"
    assert frontdoor(house.engine, house.folder, "audit", "anchor", "--out", str(anchors)).exit_code == 0
    assert frontdoor(house.engine, house.folder, "backup").exit_code == 0
    house.nominate()
    assert frontdoor(house.engine, house.folder, "audit", "anchor", "--out", str(anchors)).exit_code == 0
    [backup] = [path for path in house.folder.iterdir() if path.is_dir()]
    target = make_engine(empty(house.engine.dialect.name))
    restored = frontdoor(target, house.folder, "restore", str(backup))
    assert "An anchor taken between then and now" in restored.output
    for _ in range(2):
        verified = frontdoor(target, house.folder, "audit", "verify", "--anchor", str(anchors))
        assert verified.exit_code == 0, verified.output
        assert "The audit holds" in verified.output
        assert "1 of the anchors know some of it" in verified.output
        # The chain grows past what the newer anchor knows, with other entries.
        House(target, house.ring, house.folder).nominate()
    target.dispose()


def test_an_entry_that_only_says_it_was_restored_explains_nothing(house: House, tmp_path: Path) -> None:
    house.nominate()
    anchors = tmp_path / "anchors.jsonl"
    with house.sessions.begin() as db:
        anchored = verify(house.engine)
        assert anchored is not None
        append_to(anchors, anchor_at(db, anchored.entries + 2, "0" * 64))
    with house.sessions.begin() as db:
        record(db, None, "restored", "backup", new_id(), None, entries=1, cleaned=0, proof="0" * 64)
    verified = frontdoor(house.engine, house.folder, "audit", "verify", "--anchor", str(anchors))
    assert verified.exit_code == 1
    assert "restored" not in verified.output
