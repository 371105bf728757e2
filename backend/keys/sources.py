"""Where a process gets the master key from: the environment, a file, or a command.

Each source holds one key a line, 32 bytes in base64; the first is the current one. A file is looked at again whenever a
key is needed, so that a running process takes a new key without being started again.
"""

from __future__ import annotations

import base64
import binascii
import functools
import os
import shlex
import signal
import subprocess
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import structlog

from backend.keys.keyring import KEY_BYTES

CURRENT, PREVIOUS = "FRONTDOOR_MASTER_KEY", "FRONTDOOR_MASTER_KEY_PREVIOUS"
SECRETS = tuple(f"{name}{kind}" for name in (CURRENT, PREVIOUS) for kind in ("", "_COMMAND"))
"""What no other process is told by its environment."""
COMMAND_SECONDS = 30.0
NONE_GIVEN = "There is no master key. Set FRONTDOOR_MASTER_KEY_FILE to a file with 32 bytes in base64."
MOST_BYTES = 4_096
"""Of what a command says or a file holds: far more keys than anybody uses at once."""


_log = structlog.get_logger()


class NoKey(Exception):  # noqa: N818
    """A source gives no key; the message is one line, says what to do, and repeats nothing that was read."""


@dataclass(frozen=True, slots=True)
class MasterKeys:
    """What the sources gave."""

    keys: tuple[bytes, ...] = field(default=(), repr=False)
    """The current one first."""
    files: tuple[Path, ...] = ()
    """The files they were read from, to be followed."""
    problem: str | None = None
    """Why there are none, in one line."""


def master_keys(environment: Mapping[str, str]) -> MasterKeys:
    """Read the sources that the environment names. A problem is told in the result, never raised."""
    files: list[Path] = []
    try:
        current, previous = keys_of(environment, CURRENT, files), keys_of(environment, PREVIOUS, files)
    except NoKey as problem:
        return MasterKeys(files=tuple(files), problem=str(problem))
    if not current:
        return MasterKeys(files=tuple(files), problem=NONE_GIVEN)
    return MasterKeys(tuple(dict.fromkeys((*current, *previous))), tuple(files))


class Followed:
    """The master keys of files, read again when one of them has changed. What cannot be read changes nothing."""

    def __init__(self, environment: Mapping[str, str], files: Sequence[Path]) -> None:
        self._environment = dict(environment)
        self._files = tuple(files)
        self._seen = self._look()

    def __call__(self) -> Sequence[bytes] | None:
        """The keys as they are now, or None while nothing has changed."""
        now = self._look()
        if now == self._seen:
            return None
        self._seen = now
        found = master_keys(self._environment)
        if found.problem:
            _log.error("key_file_not_taken", why=found.problem)
        return found.keys or None

    def _look(self) -> tuple[tuple[int, int, int] | None, ...]:
        return tuple(_mark(file) for file in self._files)


def read_keys(text: str, source: str) -> tuple[bytes, ...]:
    """The keys of a text, one a line. Raises NoKey, which names the source and not what it said."""
    keys = []
    for word in text.split():
        try:
            keys.append(base64.b64decode(word, validate=True))
        except (binascii.Error, ValueError):
            keys.append(b"")
    if not keys or any(len(key) != KEY_BYTES for key in keys):
        raise NoKey(f"The master key from {source} is not 32 bytes in base64. Make one with: openssl rand -base64 32")
    return tuple(keys)


def keys_of(environment: Mapping[str, str], name: str, files: list[Path] | None = None) -> tuple[bytes, ...]:
    """The keys of one source, CURRENT or PREVIOUS; none where it is not set. A file is added to ``files``.

    Raises NoKey.
    """
    given = [kind for kind in ("", "_FILE", "_COMMAND") if environment.get(f"{name}{kind}")]
    if len(given) > 1:
        names = " and ".join(f"{name}{kind}" for kind in given)
        raise NoKey(f"{names} are both set. Set one of them, so that it is plain which key is used.")
    match given:
        case [""]:
            return read_keys(environment[name], name)
        case ["_FILE"]:
            file = Path(environment[f"{name}_FILE"]).resolve()
            if files is not None:
                files.append(file)
            return _of_file(file, f"{name}_FILE")
        case ["_COMMAND"]:
            return read_keys(_said(environment[f"{name}_COMMAND"], f"{name}_COMMAND"), f"{name}_COMMAND")
        case _:
            return ()


def _of_file(file: Path, name: str) -> tuple[bytes, ...]:
    try:
        with file.open("rb") as opened:
            text = opened.read(MOST_BYTES).decode("ascii")
    except (OSError, UnicodeError):
        raise NoKey(f"{name} names {file}, which cannot be read.") from None
    return read_keys(text, name)


@functools.cache
def _said(command: str, name: str) -> str:
    """What a command says, asked once in the life of a process. It runs without a shell and without our secrets."""
    try:
        words = shlex.split(command)
        running = subprocess.Popen(  # noqa: S603 - whoever runs the service chose the command  # nosec B603
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={key: value for key, value in os.environ.items() if not key.startswith("FRONTDOOR_")},
            start_new_session=True,
        )
    except (OSError, ValueError, IndexError) as error:
        why = getattr(error, "strerror", None) or "it is not a command line"
        raise NoKey(f"{name} cannot be started ({why}). Run it by hand as this account.") from None
    return _read_in_time(running, name)


def _read_in_time(running: subprocess.Popen[bytes], name: str) -> str:
    late = threading.Event()

    def end() -> None:
        late.set()
        _kill(running)

    timer = threading.Timer(COMMAND_SECONDS, end)
    timer.start()
    try:
        assert running.stdout is not None  # noqa: S101 - asked for with PIPE
        with running.stdout:
            said = running.stdout.read(MOST_BYTES + 1)
        if len(said) > MOST_BYTES:
            _kill(running)
            raise NoKey(f"{name} says far more than a key.")
        code = running.wait()
    finally:
        timer.cancel()
    if late.is_set():
        raise NoKey(f"{name} has not answered within {COMMAND_SECONDS:g} seconds.")
    if code != 0:
        # What it complained about may hold a secret, so it is not repeated.
        raise NoKey(f"{name} ended with {code}. Run it by hand as this account to see why.")
    return said.decode("ascii", errors="replace")


def _kill(running: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()


def _mark(file: Path) -> tuple[int, int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ino, found.st_size
