"""Looking everywhere for what was told: in every column, opened with every key there is, and in every file."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CTR
from sqlalchemy import Engine, select

from backend.backups.rows import tables_of
from backend.backups.take import still
from backend.database.engine import session_factory
from backend.errors import KeyDestroyed
from backend.keys import Keyring
from backend.keys.data_keys import open_data_key
from backend.keys.keyring import derive
from backend.keys.models import DataKey, SystemKey
from backend.keys.sealing import NONCE_BYTES, VERSION
from backend.keys.system_keys import open_system_key

_GCM_FIRST_BLOCK = (2).to_bytes(4, "big")


class Found(NamedTuple):
    """A word that can still be read, and where."""

    words: str
    table: str
    column: str
    row: str


def keys_that_exist(engine: Engine, ring: Keyring) -> list[bytes]:
    """Every key that whoever has the database and the master key can get at."""
    keys = [key for master in ring.known for key in (master.wrapping, *master.derived_before.values())]
    keys += [derive(master.wrapping, "backups") for master in ring.known]
    with session_factory(engine, ring)() as db:
        keys += [open_system_key(ring, row) for row in db.scalars(select(SystemKey))]
        for row in db.scalars(select(DataKey)):
            try:
                keys.append(open_data_key(db, row))
            except KeyDestroyed:
                continue
    return keys


def readable(engine: Engine, ring: Keyring, planted: Iterable[str]) -> list[Found]:
    """Where any planted words can be read in the database, with whichever key."""
    keys = keys_that_exist(engine, ring)
    wanted = [(words, forms(words)) for words in planted]
    found: list[Found] = []
    with still(engine) as connection:
        for table in tables_of(connection):
            for row in connection.execute(select(table)).mappings():
                name = ":".join(str(row[column.name]) for column in table.primary_key.columns)
                for column, value in row.items():
                    plain = b"\n".join(_every_reading(value, keys)).lower()
                    found += [
                        Found(words, table.name, column, name)
                        for words, shapes in wanted
                        if any(shape in plain for shape in shapes)
                    ]
    return found


def in_files(folder: Path, planted: Iterable[str]) -> list[str]:
    """Files below a folder in which planted words stand, in any of their forms."""
    wanted = {form for words in planted for form in forms(words)}
    return sorted(
        f"{form!r} in {path.relative_to(folder)}"
        for path in folder.rglob("*")
        if path.is_file()
        for content in [path.read_bytes().lower()]
        for form in wanted
        if form in content
    )


def files_with(folder: Path, secrets: Iterable[bytes]) -> list[str]:
    """Files below a folder that hold any of these bytes."""
    wanted = list(secrets)
    return sorted(
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and any(secret in path.read_bytes() for secret in wanted)
    )


def in_memory(pid: int, planted: Iterable[str]) -> list[str]:
    """Planted words that a process holds in its memory (Linux)."""
    wanted = {words: words.encode() for words in planted}
    found = set()
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            where, rights, *rest = line.split()
            if not rights.startswith("rw") or rest[-1] in ("[vvar]", "[vsyscall]"):
                continue
            begin, end = (int(part, 16) for part in where.split("-"))
            try:
                memory.seek(begin)
                content = memory.read(end - begin)
            except (OSError, OverflowError):
                continue
            found |= {words for words, shape in wanted.items() if shape in content}
    return sorted(found)


def forms(words: str) -> set[bytes]:
    """The words as files and columns may have them, in small letters."""
    lower = words.lower()
    encoded = {
        lower.encode(),
        lower.encode("utf-16-le"),
        lower.replace(" ", "+").encode(),
        lower.replace(" ", "").encode(),
        lower.encode().hex().encode(),
    }
    # Base64 has three alignments; the inner characters are the same whatever stands around them.
    for shift in range(3):
        inner = base64.b64encode(b"x" * shift + words.encode())[4:-4]
        if len(inner) >= 8:
            encoded.add(inner.lower())
    return encoded


def _every_reading(value: Any, keys: list[bytes]) -> Iterator[bytes]:
    """A value as it stands and, if it may be sealed, as each key would open it, whatever place it was sealed for."""
    if value is None:
        return
    if not isinstance(value, bytes | memoryview):
        yield (value if isinstance(value, str) else json.dumps(value, default=str)).encode()
        return
    sealed = bytes(value)
    yield sealed
    if sealed[:1] == VERSION and len(sealed) > 1 + NONCE_BYTES:
        nonce, body = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
        for key in keys:
            # GCM is a counter mode with a seal: without looking at the seal any place will do.
            opening = Cipher(AES256(key), CTR(nonce + _GCM_FIRST_BLOCK)).decryptor()
            plain = opening.update(body)
            if plain[:1] in (b"b", b"j"):  # as every sealed value begins
                yield plain
