"""The master key and the keys derived from it.

The master key is 32 random bytes given to the process from outside. Nothing is sealed with it directly: each use has a
key of its own, derived with HKDF-SHA256 (RFC 5869), so that no use can weaken another.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Keyring:
    """The keys of a running process; none of them is shown when the ring is printed."""

    wrapping: bytes = field(repr=False)
    """Wraps the data key of each family."""
    accounts: bytes = field(repr=False)
    """Seals names and e-mail addresses of staff."""
    index: bytes = field(repr=False)
    """Makes blind indexes."""
    tokens: bytes = field(repr=False)
    """Makes the tokens that prove a form was ours."""

    @classmethod
    def of(cls, master: bytes) -> Keyring:
        """The ring of a master key of 32 bytes; ValueError for any other length."""
        return cls(
            wrapping=derive(master, "wrapping"),
            accounts=derive(master, "accounts"),
            index=derive(master, "index"),
            tokens=derive(master, "tokens"),
        )


def derive(master: bytes, use: str) -> bytes:
    """A key of 32 bytes for one use, from a master key of 32 bytes."""
    if len(master) != KEY_BYTES:
        raise ValueError(f"the master key must be {KEY_BYTES} bytes long, not {len(master)}")
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=use.encode()).derive(master)
