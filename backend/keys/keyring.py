"""The master keys that a process was given, and what they wrap.

A master key is 32 random bytes from outside. Nothing a family said is sealed with it: a key derived from it
(HKDF-SHA256, RFC 5869) wraps the data keys and the service's own keys, which are rows. Each row names its master key,
so that several may be in use at once while one takes the place of another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from backend.errors import MasterKeyMissing

KEY_BYTES = 32
DERIVED_BEFORE = ("accounts", "index", "tokens", "spool")
"""What version 0.1.0 derived from the master key; since then each is a wrapped key of its own."""

Follow = Callable[[], Sequence[bytes] | None]
"""Answers the master keys as they are now, the current one first; None while nothing has changed."""


@dataclass(frozen=True, slots=True)
class MasterKey:
    """One master key: its name, which tells nothing of it, and what is derived from it."""

    id: str
    """16 hexadecimal characters; stands beside all that it wraps."""
    wrapping: bytes = field(repr=False)
    derived_before: Mapping[str, bytes] = field(repr=False, compare=False)

    @classmethod
    def of(cls, master: bytes) -> MasterKey:
        """ValueError unless it is 32 bytes long."""
        return cls(
            id=derive(master, "name")[:8].hex(),
            wrapping=derive(master, "wrapping"),
            derived_before={use: derive(master, use) for use in DERIVED_BEFORE},
        )


class Keyring:
    """The keys of a running process; none of them is shown when the ring is printed.

    ``opened`` keeps the service's own keys by their use once they were opened (:mod:`backend.keys.system_keys`): they
    stay the same when the master key changes. A family's key is kept for a transaction at most: it may be destroyed at
    any moment.
    """

    def __init__(self, masters: Sequence[MasterKey], follow: Follow | None = None) -> None:
        self._masters = tuple(masters)
        self._follow = follow
        self._turn = Lock()
        self.opened: dict[str, bytes] = {}

    @classmethod
    def of(cls, master: bytes, *previous: bytes, follow: Follow | None = None) -> Keyring:
        """The ring of a current master key and those before it; ValueError unless each is 32 bytes long."""
        return cls([MasterKey.of(key) for key in (master, *previous)], follow)

    def __repr__(self) -> str:
        return "Keyring()"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Keyring) and self._masters == other._masters

    def __hash__(self) -> int:
        return hash(self._masters)

    @property
    def current(self) -> MasterKey:
        """The master key that wraps what is new."""
        return self.known[0]

    @property
    def known(self) -> tuple[MasterKey, ...]:
        """Every master key that this process can open with, the current one first."""
        if self._follow is not None:
            with self._turn:
                changed = self._follow()
                if changed:
                    self._masters = self._with(changed)
        return self._masters

    @property
    def tokens(self) -> bytes:
        """Makes the tokens that prove a form was ours; there once the service has prepared its keys."""
        return self.opened["tokens"]

    def named(self, master: str) -> MasterKey:
        """The master key of this name. Raises MasterKeyMissing."""
        for key in self.known:
            if key.id == master:
                return key
        raise MasterKeyMissing

    def _with(self, changed: Sequence[bytes]) -> tuple[MasterKey, ...]:
        # One taken out of the file is known here until the process ends: what was read a moment ago may need it.
        now = [MasterKey.of(key) for key in changed]
        return (*now, *(key for key in self._masters if key.id not in {new.id for new in now}))


def derive(master: bytes, use: str) -> bytes:
    """A key of 32 bytes for one use, from a master key of 32 bytes."""
    if len(master) != KEY_BYTES:
        raise ValueError(f"the master key must be {KEY_BYTES} bytes long, not {len(master)}")
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=use.encode()).derive(master)
