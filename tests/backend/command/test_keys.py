"""``frontdoor keys`` as whoever runs the service uses it."""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import text

from backend.accounts.accounts import create_account, find_account
from backend.command.main import main
from backend.database.engine import Sessions, make_engine, session_factory
from backend.database.migrate import upgrade
from backend.keys import Keyring, new_data_key, prepare_keys

OLD = base64.b64encode(bytes(range(32))).decode()


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    (tmp_path / "keys").mkdir()
    file = tmp_path / "keys" / "master.key"
    file.write_text(f"{OLD}\n")
    return file


@pytest.fixture
def sealed(database_url: str, key_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sessions]:
    """A database with an account and a family's key, and the settings that name it."""
    for name in [name for name in os.environ if name.startswith("FRONTDOOR_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("FRONTDOOR_DATABASE_URL", database_url)
    monkeypatch.setenv("FRONTDOOR_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("FRONTDOOR_MASTER_KEY_FILE", str(key_file))
    engine = make_engine(database_url)
    upgrade(engine)
    sessions = session_factory(engine, Keyring.of(base64.b64decode(OLD)))
    prepare_keys(sessions)
    with sessions.begin() as db:
        create_account(db, email="sam@oak.example", display_name="Sam Oak", password="x" * 12, roles=[])
        new_data_key(db)
    yield sessions
    engine.dispose()


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["keys", *words])


def test_a_new_key_is_printed_and_is_never_the_same() -> None:
    first, second = run("new").output.strip(), run("new").output.strip()
    assert len(base64.b64decode(first, validate=True)) == 32
    assert first != second


def test_the_whole_turn_in_three_commands(sealed: Sessions, key_file: Path) -> None:
    made = run("new", "--into", str(key_file))
    assert made.exit_code == 0, made.output
    new, old = key_file.read_text().split()
    assert old == OLD
    assert new not in made.output
    assert key_file.stat().st_mode & 0o077 == 0

    early = run("forget")
    assert early.exit_code == 1
    assert "run frontdoor keys rotate first" in early.output
    assert " left to rotate" in run("status").output
    rotated = run("rotate")
    assert rotated.exit_code == 0, rotated.output
    assert "needed no more" in rotated.output
    assert "0 keys left to rotate" in run("status").output
    assert run("forget").exit_code == 0
    assert key_file.read_text() == f"{new}\n"
    assert run("status").exit_code == 0
    assert run("check").output == "2 sealed values open, 0 erased, 0 damaged.\n"
    with sealed() as db:
        engine = db.get_bind().engine
    with session_factory(engine, Keyring.of(base64.b64decode(new)))() as db:
        assert find_account(db, "sam@oak.example") is not None


def test_a_missing_key_is_named_and_nothing_is_changed(sealed: Sessions, key_file: Path) -> None:
    needed = Keyring.of(base64.b64decode(OLD)).current.id
    key_file.write_text(run("new").output)
    for command in ("status", "rotate"):
        told = run(command)
        assert told.exit_code == 1
        assert f"Master key {needed} is needed and was not given" in told.output
    key_file.write_text(OLD)
    assert run("check").exit_code == 0


def test_what_is_damaged_is_named_by_table_and_id_and_nothing_of_it_is_shown(sealed: Sessions) -> None:
    with sealed.begin() as db:
        account = db.execute(text("SELECT id, display_name FROM accounts")).one()
        turned = bytes(account.display_name[:-1]) + bytes([account.display_name[-1] ^ 1])
        db.execute(text("UPDATE accounts SET display_name = :turned"), {"turned": turned})
    told = run("check")
    assert told.exit_code == 1
    assert f"damaged: accounts.display_name of {account.id}\n" in told.output
    assert "Sam" not in told.output


@pytest.mark.parametrize("content", ["", "not a key\n", None])
def test_a_file_that_holds_no_keys_is_left_alone(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "letter.txt"
    if content is None:
        told = run("new", "--into", str(tmp_path / "no folder" / "key"))
        assert "cannot be written" in told.output
    else:
        file.write_text(content)
        told = run("new", "--into", str(file))
        assert "is no key file: nothing was changed" in told.output
        assert file.read_text() == content
    assert told.exit_code == 1
