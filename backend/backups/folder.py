"""The folder of the backups: where its files are, and how they are written so that none is ever half there."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

KEY_FILE = "keys.sealed"
"""The one file with the keys, beside all backups."""
MANIFEST = "manifest.json"
_LOCK = ".keys.lock"


class BackupRefused(Exception):  # noqa: N818
    """A backup cannot be taken or used; the message says why and what to do, and holds nothing of what is in it."""


def ready(folder: Path) -> Path:
    """The folder, made if need be and closed to other accounts of the machine. Raises BackupRefused."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)
    except OSError as problem:
        raise BackupRefused(f"{folder} cannot be used for backups ({problem.strerror}).") from None
    return folder


@contextmanager
def own_turn(folder: Path) -> Iterator[None]:
    """Wait until no other process reads or rewrites the key file of this folder, and hold the others off."""
    with os.fdopen(os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600), "rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, for this account alone; on the disk when this returns."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def rewrite(path: Path, content: bytes) -> None:
    """Put a file in another's place at once, and wipe what the other held as far as the disk lets us."""
    waiting = path.with_suffix(".writing")
    waiting.unlink(missing_ok=True)
    write_new(waiting, content)
    if not path.exists():
        waiting.replace(path)
        sync(path.parent)
        return
    with path.open("r+b") as before:
        waiting.replace(path)
        sync(path.parent)
        before.write(bytes(os.fstat(before.fileno()).st_size))
        before.flush()
        os.fsync(before.fileno())


def sync(folder: Path) -> None:
    """See that the names in a folder are on the disk."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
