"""Anchors: what the audit's last entry was at a moment, kept where whoever holds the database cannot reach.

A chain alone proves nothing against somebody who can write the whole table anew. An anchor does: it is a line of JSON
with how many entries there were, the hash of the last one and the time, and an HMAC-SHA256 over the three under a key
that only the service can open.
"""

from __future__ import annotations

import hmac
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from backend.database.base import utc_now
from backend.keys.keyring import derive
from backend.keys.system_keys import all_of, system_key


class AnchorUnreadable(Exception):  # noqa: N818
    """A file of anchors holds a line that is no anchor; the message says which."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """How many entries there were, the hash of the last one, when, and the proof that the service said so."""

    entries: int
    hash: str
    at: datetime
    mac: str

    def line(self) -> str:
        """As a line of a file."""
        plain = {"entries": self.entries, "hash": self.hash, "at": self.at.isoformat(), "mac": self.mac}
        return json.dumps(plain) + "\n"


def anchor_at(db: Session, entries: int, hash_: str, now: datetime | None = None) -> Anchor:
    """An anchor for an audit whose entry number ``entries`` has this hash."""
    at = (now or utc_now()).astimezone(UTC)
    return Anchor(entries, hash_, at, sealed(keys_of(db)[0], "anchor", entries, hash_, at))


def is_ours(keys: Sequence[bytes], anchor: Anchor) -> bool:
    """Whether the service made this anchor and nobody changed it."""
    return any(
        hmac.compare_digest(anchor.mac, sealed(key, "anchor", anchor.entries, anchor.hash, anchor.at)) for key in keys
    )


def keys_of(db: Session) -> list[bytes]:
    """The keys that anchors were and are made with, the newest first. They stay when the master key changes."""
    system_key(db, "audit")
    return [derive(key, "anchors") for key in all_of(db, "audit")]


def sealed(key: bytes, *parts: str | int | datetime | None) -> str:
    """64 hexadecimal characters that only a holder of the key can compute for these parts."""
    plain = [part.astimezone(UTC).isoformat() if isinstance(part, datetime) else part for part in parts]
    return hmac.digest(key, json.dumps(plain, separators=(",", ":")).encode(), "sha256").hex()


def append_to(file: Path, anchor: Anchor) -> None:
    """Add an anchor to a file, for the account of this process alone, and see it on the disk. Raises OSError."""
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a", encoding="ascii") as opened:
        opened.write(anchor.line())
        opened.flush()
        os.fsync(opened.fileno())


def read_from(file: Path) -> list[Anchor]:
    """The anchors of a file. Raises AnchorUnreadable or OSError."""
    return list(_anchors(file))


def _anchors(file: Path) -> Iterator[Anchor]:
    for number, line in enumerate(file.read_text("utf-8", errors="replace").splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield _anchor(json.loads(line))
        except (KeyError, TypeError, ValueError):
            raise AnchorUnreadable(f"line {number} of {file.name} is not an anchor") from None


def _anchor(plain: dict[str, Any]) -> Anchor:
    at = datetime.fromisoformat(plain["at"])
    if at.tzinfo is None or int(plain["entries"]) < 0:
        raise ValueError("an anchor has a time zone and a count")
    return Anchor(int(plain["entries"]), str(plain["hash"]), at, str(plain["mac"]))
