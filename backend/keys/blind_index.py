"""Blind indexes: finding an exact value among sealed ones without opening any.

HMAC-SHA256 of the normalised value. Kind and programme are part of it, so that equal values of two programmes, or a
surname and a street of the same word, cannot be matched by comparing columns.
"""

from __future__ import annotations

import hmac
import json
import unicodedata

from sqlalchemy.orm import Session

from backend.keys.system_keys import system_key

_COMPACT = {"postcode", "phone", "date_of_birth"}
"""Kinds in which spaces and punctuation mean nothing."""
_ONE_SIGN = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-", "—": "-"})
"""Telephones type a curved apostrophe where keyboards type a straight one."""


def blind_index(db: Session, value: str, *, kind: str, programme: str | None) -> str:
    """64 hexadecimal characters; equal for values that a person would call the same.

    ``programme`` is None only for what belongs to no programme (an account's e-mail address).
    """
    message = json.dumps([kind, programme, normalised(value, kind)], ensure_ascii=True)
    return hmac.digest(system_key(db, "index"), message.encode(), "sha256").hex()


def normalised(value: str, kind: str) -> str:
    """A value without what people write differently: case, accents, spaces; punctuation too where it means nothing."""
    letters = unicodedata.normalize("NFKD", value.translate(_ONE_SIGN)).casefold()
    letters = "".join(letter for letter in letters if not unicodedata.combining(letter))
    if kind in _COMPACT:
        return "".join(letter for letter in letters if letter.isalnum())
    return " ".join(letters.split())
