"""``frontdoor rights`` as whoever runs the service uses it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from backend.command.rights import rights
from backend.database.engine import make_engine, session_factory
from backend.database.migrate import upgrade
from backend.keys import Keyring
from tests.backend.retention.test_command import KEY
from tests.backend.rights.test_answering import Case


def test_a_copy_is_looked_at_and_then_written_for_one_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path / 'frontdoor.sqlite'}"
    for name, value in {"DATABASE_URL": url, "DATA": str(tmp_path), "MASTER_KEY": KEY}.items():
        monkeypatch.setenv(f"FRONTDOOR_{name}", value)
    engine = make_engine(url)
    upgrade(engine)
    with session_factory(engine, Keyring.of(bytes(range(32)))).begin() as db:
        case = Case(db)
        case.asks(db, "access")
    engine.dispose()

    run = CliRunner()
    waiting = run.invoke(rights, ["list"])
    assert f"{case.reference} (sevenoaks): access, answer by 20" in waiting.output
    looked = run.invoke(rights, ["export", case.reference, "--person", "2", "--held"])
    assert "story: Story: Ned Quillfeather was excluded" in looked.output
    wrong = run.invoke(rights, ["export", case.reference, "--person", "Somebody Else"])
    assert (wrong.exit_code, "names 2 people" in wrong.output, "Ned" in wrong.output) == (1, True, False)
    unknown = run.invoke(rights, ["export", case.reference, "--person", "2", "--release", "nothing"])
    assert (unknown.exit_code, "held back under: nothing" in unknown.output) == (1, True)

    done = run.invoke(rights, ["export", case.reference, "--person", "2", "--out", str(tmp_path)])
    assert done.exit_code == 0, done.output
    written = tmp_path / f"{case.reference}-copy-2.zip"
    assert written.stat().st_mode & 0o077 == 0
    with zipfile.ZipFile(written) as file:
        text = file.read("copy.html").decode()
    assert ("Ned Quillfeather" in text, "Della" in text, "no one works" in text) == (True, False, False)
