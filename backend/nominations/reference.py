"""References of nominations: short enough to read over the telephone, impossible to mistake, telling nothing."""

from __future__ import annotations

import re
import secrets

ALPHABET = "23456789BCDFGHJKMNPQRTVWXY"
"""No vowels (so no words), and none of 0/O, 1/I/L, 5/S or 2/Z as a pair."""

LENGTH = 8
_WRITTEN = re.compile(rf"^FD-[{ALPHABET}]{{{LENGTH}}}$")


def new_reference() -> str:
    """A fresh reference like ``FD-7KXM2PQ4``; random, so it says nothing about how many there are."""
    return "FD-" + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def tidy_reference(written: str) -> str:
    """The reference as stored, from what somebody typed (case, spaces); ValueError if it cannot be one."""
    compact = re.sub(r"[\s-]+", "", written).upper()
    reference = f"FD-{compact.removeprefix('FD')}"
    if not _WRITTEN.match(reference):
        raise ValueError("a reference is FD- and eight letters or digits")
    return reference
