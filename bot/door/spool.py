"""Alerts that wait for the backend: sealed, one file each, on the disk before anybody is told that they wait."""

from __future__ import annotations

import errno
import json
import os
import secrets
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12
SEALED = ".sealed"
UNREADABLE = ".unreadable"
RESERVE = "reserve"
RESERVE_BYTES = 512 * 1024
"""Set aside while there is room, so that some thirty alerts still find room on a disk that others have filled."""
STEP_BYTES = 16 * 1024
"""What an alert takes of it at a time: more than the longest, and no room for anybody else to fill in between."""
_FULL = (errno.ENOSPC, errno.EDQUOT)
Entry = dict[str, Any]


class Spool:
    """A folder of sealed entries. Each is bound to its id, so that files cannot be swapped."""

    def __init__(self, folder: Path, key: bytes, *before: bytes) -> None:
        """Sealed with ``key``; what still lies there from the keys ``before`` it is read as well."""
        self._folder = folder
        self._cipher = AESGCM(key)
        self._ciphers = (self._cipher, *(AESGCM(old) for old in before))

    def put(self, alert: str, entry: Entry) -> None:
        """Seal and write an entry; when this returns, it survives a loss of power.

        Raises OSError when the disk does not take it, ValueError when ``alert`` is not a UUID.
        """
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self._path(alert)
        sealed = self._seal(path.stem, entry)
        while True:
            try:
                self._write(path, sealed)
            except OSError as error:
                if error.errno not in _FULL or not self._use_reserve():
                    raise
            else:
                return

    def reserve(self) -> None:
        """Set room on the disk aside for alerts, as much as there is up to :data:`RESERVE_BYTES`. Never raises."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = os.open(self._folder / RESERVE, os.O_WRONLY | os.O_CREAT, 0o600)
            try:
                if os.fstat(file).st_size < RESERVE_BYTES:
                    os.posix_fallocate(file, 0, RESERVE_BYTES)
            finally:
                os.close(file)
        except OSError:
            return

    def remove(self, alert: str) -> None:
        """Forget an entry that has been delivered; no entry is no error."""
        self._path(alert).unlink(missing_ok=True)

    def waiting(self) -> Iterator[tuple[str, Entry]]:
        """Each entry with its id, oldest first. One that cannot be opened is put aside and counted."""
        for path in sorted(self._files(SEALED), key=lambda found: found.stat().st_mtime_ns):
            try:
                entry = self._open(path)
            except (InvalidTag, ValueError):
                path.replace(path.with_suffix(UNREADABLE))
                continue
            yield path.stem, entry

    def depth(self) -> int:
        """How many entries wait."""
        return len(self._files(SEALED))

    def unreadable(self) -> int:
        """How many entries were put aside: sealed with another key, or damaged."""
        return len(self._files(UNREADABLE))

    def _files(self, suffix: str) -> list[Path]:
        return list(self._folder.glob(f"*{suffix}")) if self._folder.is_dir() else []

    def _path(self, alert: str) -> Path:
        return self._folder / f"{uuid.UUID(alert)}{SEALED}"

    def _seal(self, name: str, entry: Entry) -> bytes:
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, json.dumps(entry).encode(), _bound_to(name))

    def _open(self, path: Path) -> Entry:
        sealed = path.read_bytes()
        for cipher in self._ciphers:
            try:
                opened = cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], _bound_to(path.stem))
            except InvalidTag:
                continue
            entry: Entry = json.loads(opened)
            return entry
        raise InvalidTag

    def _write(self, path: Path, sealed: bytes) -> None:
        waiting = path.with_suffix(".writing")
        try:
            with open(os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                file.write(sealed)
                file.flush()
                os.fsync(file.fileno())
            waiting.replace(path)
        except OSError:
            waiting.unlink(missing_ok=True)
            raise
        self._sync_folder()

    def _use_reserve(self) -> bool:
        """Give a part of the reserve back to the disk; False when there is none left."""
        reserve = self._folder / RESERVE
        try:
            left = reserve.stat().st_size
            os.truncate(reserve, max(0, left - STEP_BYTES))
        except OSError:
            return False
        return left > 0

    def _sync_folder(self) -> None:
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _bound_to(name: str) -> bytes:
    return f"front door spool 1 {name}".encode()
