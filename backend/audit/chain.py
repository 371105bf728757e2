"""How an entry is bound to the one before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

BEGINNING = "0" * 64
"""The hash before the first entry."""

FIELDS = ("at", "actor_id", "action", "object_kind", "object_id", "programme", "detail")
"""What a hash covers, beside the entry's number and the hash before it."""


def chained(previous: str, seq: int, entry: Mapping[str, Any]) -> str:
    """The hash of an entry after the one whose hash is ``previous``, 64 hexadecimal characters."""
    fields = {name: entry[name] for name in FIELDS}
    plain = {**fields, "seq": seq, "at": entry["at"].isoformat(), "previous": previous}
    return hashlib.sha256(json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
