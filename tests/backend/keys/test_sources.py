"""The master key comes from the environment, a file or a command, and no message ever repeats a part of it."""

from __future__ import annotations

import base64
import os
import stat
import time
from pathlib import Path

import pytest

from backend.keys import Keyring, sources
from backend.keys.sources import CURRENT, PREVIOUS, Followed, MasterKeys, master_keys

ONE, TWO, THREE = (bytes([n]) * 32 for n in (1, 2, 3))
TEXT = {key: base64.b64encode(key).decode() for key in (ONE, TWO, THREE)}


def script(folder: Path, lines: str) -> str:
    """An executable file, as its command line."""
    path = folder / "get key"
    path.write_text(f"#!/bin/sh\n{lines}\n")
    path.chmod(stat.S_IRWXU)
    return f"'{path}' --now"


def from_command(command: str) -> MasterKeys:
    sources._said.cache_clear()
    return master_keys({f"{CURRENT}_COMMAND": command})


def test_a_command_is_run_once_without_a_shell_and_its_output_is_the_key(tmp_path: Path) -> None:
    command = script(tmp_path, f'echo "$@ $HOME" >> "{tmp_path}/runs"; env | grep FRONTDOOR >&2; echo {TEXT[ONE]}')
    assert from_command(command).keys == (ONE,)
    assert master_keys({f"{CURRENT}_COMMAND": command}).keys == (ONE,)
    assert (tmp_path / "runs").read_text() == f"--now {os.environ.get('HOME', '')}\n"
    assert from_command(f"echo {TEXT[ONE]} ; touch {tmp_path}/shell").keys == ()
    assert not (tmp_path / "shell").exists()


def test_a_command_learns_none_of_our_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRONTDOOR_SMTP_URL", "smtp://user:password@mail")
    command = script(tmp_path, f'env > "{tmp_path}/seen"; echo {TEXT[ONE]}')
    assert from_command(command).keys == (ONE,)
    assert "FRONTDOOR" not in (tmp_path / "seen").read_text()


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("echo secret-word; echo secret-word >&2; exit 3", "ended with 3. Run it by hand"),
        ("echo c2VjcmV0LXdvcmQ=", "is not 32 bytes in base64"),
        ("exit 0", "is not 32 bytes in base64"),
        ("printf 'secret-word\\377'", "is not 32 bytes in base64"),
        ("exec cat /dev/zero", "says far more than a key"),
    ],
)
def test_a_command_that_gives_no_key_is_told_in_one_line_that_holds_no_secret(
    tmp_path: Path, lines: str, told: str
) -> None:
    problem = from_command(script(tmp_path, lines)).problem or ""
    assert told in problem
    assert "FRONTDOOR_MASTER_KEY_COMMAND" in problem
    assert "secret" not in problem
    assert "\n" not in problem


@pytest.mark.parametrize("command", ["/no/such/command", "'unfinished", "   "])
def test_a_command_that_cannot_be_started_is_told_in_one_line(command: str) -> None:
    problem = from_command(command).problem or ""
    assert "cannot be started" in problem
    assert "\n" not in problem


def test_a_command_that_hangs_is_ended_with_all_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "COMMAND_SECONDS", 0.3)
    began = time.monotonic()
    found = from_command(script(tmp_path, f'sleep 60 & echo $! > "{tmp_path}/child"; wait'))
    assert "has not answered within 0.3 seconds" in (found.problem or "")
    assert time.monotonic() - began < 20
    child = Path("/proc") / (tmp_path / "child").read_text().strip()
    while is_running(child):
        assert time.monotonic() - began < 20
        time.sleep(0.01)


def test_two_sources_at_once_are_refused(tmp_path: Path) -> None:
    (tmp_path / "key").write_text(TEXT[ONE])
    problem = master_keys({CURRENT: TEXT[TWO], f"{CURRENT}_FILE": str(tmp_path / "key")}).problem
    assert problem == (
        "FRONTDOOR_MASTER_KEY and FRONTDOOR_MASTER_KEY_FILE are both set."
        " Set one of them, so that it is plain which key is used."
    )


def test_the_current_key_and_those_before_may_come_from_different_sources(tmp_path: Path) -> None:
    (tmp_path / "before").write_text(f"{TEXT[TWO]}\n{TEXT[THREE]}\n")
    found = master_keys({CURRENT: TEXT[ONE], f"{PREVIOUS}_FILE": str(tmp_path / "before")})
    assert found.keys == (ONE, TWO, THREE)
    assert master_keys({CURRENT: TEXT[ONE], PREVIOUS: "bad"}).problem is not None


def test_a_running_process_takes_a_new_key_from_its_file_and_still_knows_the_one_before(tmp_path: Path) -> None:
    file = tmp_path / "master.key"
    file.write_text(TEXT[ONE])
    environment = {f"{CURRENT}_FILE": str(file)}
    ring = Keyring.of(ONE, follow=Followed(environment, [file]))
    assert ring.current == Keyring.of(ONE).current
    replace(file, f"{TEXT[TWO]}\n{TEXT[ONE]}\n")
    assert [master.id for master in ring.known] == [Keyring.of(key).current.id for key in (TWO, ONE)]
    replace(file, f"{TEXT[TWO]}\n")
    assert ring.current == Keyring.of(TWO).current
    assert ring.named(Keyring.of(ONE).current.id) == Keyring.of(ONE).current


@pytest.mark.parametrize("damage", ["", "not a key", None])
def test_a_file_that_breaks_under_a_running_process_changes_nothing(tmp_path: Path, damage: str | None) -> None:
    file = tmp_path / "master.key"
    file.write_text(TEXT[ONE])
    ring = Keyring.of(ONE, follow=Followed({f"{CURRENT}_FILE": str(file)}, [file]))
    if damage is None:
        file.unlink()
    else:
        replace(file, damage)
    assert ring.current == Keyring.of(ONE).current
    replace(file, TEXT[TWO])
    assert ring.current == Keyring.of(TWO).current


def is_running(process: Path) -> bool:
    """Whether a process has not ended yet, seen by its folder in /proc."""
    try:
        return (process / "stat").read_text().rpartition(")")[2].split()[0] not in ("Z", "X")
    except (FileNotFoundError, ProcessLookupError):
        return False


def replace(file: Path, text: str) -> None:
    """Put another file in its place, as `frontdoor keys new` does."""
    new = file.with_suffix(".new")
    new.write_text(text)
    new.replace(file)
