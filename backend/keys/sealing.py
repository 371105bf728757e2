"""Sealing a value: AES-256-GCM bound to its place, so that a sealed value moved elsewhere does not open.

A sealed value is ``version (1 byte) | nonce (12 bytes) | ciphertext and tag``; the plaintext begins with one byte that
says whether bytes or JSON follow.
"""

from __future__ import annotations

import json
import os
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from backend.errors import CannotOpen

VERSION = b"\x01"
NONCE_BYTES = 12
_BYTES, _JSON = b"b", b"j"
_as_json = json.JSONEncoder(separators=(",", ":")).encode


def place(table: str, column: str, row: str | int) -> bytes:
    """Where a value stands, as associated data; unambiguous whatever the names hold."""
    return _as_json([table, column, str(row)]).encode()


def close(key: bytes, value: Any, where: bytes) -> bytes:
    """Seal bytes, text or any JSON value. TypeError when the value is none of these."""
    plain = _BYTES + value if isinstance(value, bytes) else _JSON + _as_json(value).encode()
    nonce = os.urandom(NONCE_BYTES)
    return VERSION + nonce + AESGCM(key).encrypt(nonce, plain, where)


def open_sealed(key: bytes, sealed: bytes, where: bytes) -> Any:
    """The value that :func:`close` sealed, in the type it had (tuples come back as lists). Raises CannotOpen."""
    if sealed[:1] != VERSION:
        raise CannotOpen
    nonce, body = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    try:
        plain = AESGCM(key).decrypt(nonce, body, where)
    except (InvalidTag, ValueError):
        raise CannotOpen from None
    return plain[1:] if plain[:1] == _BYTES else json.loads(plain[1:])
