"""A part of a backup: the rows of one table, packed and sealed some at a time.

A part is a file of ``length (4 bytes, big-endian) | sealed`` for each batch. Each batch is bound to its backup, its
part and its place in the part, so that none can be moved; the manifest says how many there are, so that none can be
left out.
"""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from backend.backups.folder import BackupRefused
from backend.backups.rows import Row
from backend.keys import CannotOpen
from backend.keys.sealing import close, open_sealed, place

_LENGTH_BYTES = 4


@dataclass(frozen=True, slots=True)
class Part:
    """What the manifest says of a part."""

    table: str
    file: str
    rows: int
    batches: int
    sha256: str


def write_part(folder: Path, backup: str, key: bytes, table: str, batches: Iterable[list[Row]]) -> Part:
    """Seal batches of rows into a file of a new backup."""
    name, rows, count, checksum = f"{table}.sealed", 0, 0, hashlib.sha256()
    with os.fdopen(os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        for batch in batches:
            packed = zlib.compress(json.dumps(batch, separators=(",", ":")).encode())
            sealed = close(key, packed, place(backup, table, count))
            for piece in (len(sealed).to_bytes(_LENGTH_BYTES, "big"), sealed):
                file.write(piece)
                checksum.update(piece)
            rows, count = rows + len(batch), count + 1
        file.flush()
        os.fsync(file.fileno())
    return Part(table, name, rows, count, checksum.hexdigest())


def check_part(folder: Path, part: Part) -> None:
    """Raise BackupRefused unless the file is, to the byte, what was written."""
    try:
        with (folder / part.file).open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        raise BackupRefused(f"This backup is damaged: {part.file} is missing.") from None
    if found != part.sha256:
        raise BackupRefused(f"This backup is damaged: {part.file} is not as it was written.")


def read_part(folder: Path, backup: str, key: bytes, part: Part) -> Iterator[list[Row]]:
    """The batches of rows of a part. Raises BackupRefused when one does not open."""
    with (folder / part.file).open("rb") as file:
        for number in range(part.batches):
            sealed = file.read(int.from_bytes(file.read(_LENGTH_BYTES), "big"))
            try:
                packed = open_sealed(key, sealed, place(backup, part.table, number))
            except CannotOpen:
                raise BackupRefused(f"This backup is damaged: {part.file} does not open.") from None
            yield json.loads(zlib.decompress(packed))
