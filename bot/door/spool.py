"""Alerts that wait for the backend: sealed, one file each, on the disk before anybody is told that they wait."""

from __future__ import annotations

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
Entry = dict[str, Any]


class Spool:
    """A folder of sealed entries. Each is bound to its id, so that files cannot be swapped."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._folder = folder
        self._cipher = AESGCM(key)

    def put(self, alert: str, entry: Entry) -> None:
        """Seal and write an entry; when this returns, it survives a loss of power.

        Raises OSError when the disk does not take it, ValueError when ``alert`` is not a UUID.
        """
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self._path(alert)
        waiting = path.with_suffix(".writing")
        with open(os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(self._seal(path.stem, entry))
            file.flush()
            os.fsync(file.fileno())
        waiting.replace(path)
        self._sync_folder()

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
        opened = self._cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], _bound_to(path.stem))
        entry: Entry = json.loads(opened)
        return entry

    def _sync_folder(self) -> None:
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _bound_to(name: str) -> bytes:
    return f"front door spool 1 {name}".encode()
