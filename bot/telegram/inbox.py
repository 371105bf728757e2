"""Updates that are not answered yet, on our own disk: sealed, a file each, gone as soon as they are answered.

Telegram shows a hundred unanswered updates at most, and hides what is confirmed. With an inbox an update is confirmed
once it lies here: a crash loses none, however many are under way, and new ones (danger) are always seen.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import structlog
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

log = structlog.get_logger("telegram.inbox")
NONCE_BYTES = 12
SEALED = ".sealed"
Raw = dict[str, Any]


class Inbox:
    """A folder of sealed updates, each bound to its number."""

    def __init__(self, folder: Path, key: bytes, *before: bytes) -> None:
        """Sealed with ``key``; what lies there from the keys ``before`` it is read as well."""
        self._folder = folder
        self._cipher = AESGCM(key)
        self._ciphers = (self._cipher, *(AESGCM(old) for old in before))

    def keep(self, updates: Iterable[Raw]) -> set[int]:
        """Write updates; the numbers of those that survive a loss of power from now on. Never raises.

        ``updates``: as Telegram gave them, each with its ``update_id``.
        """
        kept: set[int] = set()
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for each in updates:
                self._write(each)
                kept.add(each["update_id"])
            self._sync_folder()
        except OSError as error:  # a full disk: Telegram keeps what we cannot
            log.warning("not kept", error=error.strerror)
            for number in kept:
                self.remove(number)
            return set()
        return kept

    def remove(self, update: int) -> None:
        """Forget an update that was answered; one that is not there is no error."""
        self._path(update).unlink(missing_ok=True)

    def waiting(self) -> list[Raw]:
        """What was not answered when the process ended, in Telegram's order. What cannot be opened is counted."""
        found, unreadable = [], 0
        for path in self._folder.glob(f"*{SEALED}") if self._folder.is_dir() else ():
            try:
                found.append(self._open(path))
            except (InvalidTag, ValueError, OSError):
                unreadable += 1
        if unreadable:
            log.error("unreadable", updates=unreadable)
        return sorted(found, key=lambda each: int(each["update_id"]))

    def _path(self, update: int) -> Path:
        return self._folder / f"{update}{SEALED}"

    def _write(self, update: Raw) -> None:
        path = self._path(update["update_id"])
        nonce = secrets.token_bytes(NONCE_BYTES)
        sealed = nonce + self._cipher.encrypt(nonce, json.dumps(update).encode(), _bound_to(path))
        writing = path.with_suffix(".writing")
        try:
            with open(os.open(writing, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                file.write(sealed)
                file.flush()
                os.fsync(file.fileno())
            writing.replace(path)
        except OSError:
            writing.unlink(missing_ok=True)
            raise

    def _open(self, path: Path) -> Raw:
        sealed = path.read_bytes()
        for cipher in self._ciphers:
            try:
                opened = cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], _bound_to(path))
            except InvalidTag:
                continue
            update: Raw = json.loads(opened)
            return update
        raise InvalidTag

    def _sync_folder(self) -> None:
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _bound_to(path: Path) -> bytes:
    return f"front door telegram inbox 1 {path.stem}".encode()
