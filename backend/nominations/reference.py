"""References of nominations: short enough to read over the telephone, impossible to mistake, telling nothing."""

from __future__ import annotations

import re
import secrets

ALPHABET = "23456789BCDFGHJKMNPQRTVWXY"
"""No vowels (so no words), and none of 0/O, 1/I/L, 5/S or 2/Z as a pair."""

LENGTH = 8
_LIKE_ONE = re.compile(r"(?<![0-9A-Za-z])FD[\s-]*(?:[0-9A-Za-z][ -]?){7}[0-9A-Za-z](?![0-9A-Za-z])", re.IGNORECASE)
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


def references_in(text: str) -> set[str]:
    """The references that a text names, however they are typed, as stored."""
    return {found for each in _LIKE_ONE.finditer(text) if (found := _tidy_or_none(each.group()))}


def _tidy_or_none(written: str) -> str | None:
    try:
        return tidy_reference(written)
    except ValueError:
        return None
