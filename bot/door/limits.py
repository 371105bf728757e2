"""How much strangers may ask, and how many alerts are passed on. The 999 answer itself is never limited."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from hashlib import sha256
from ipaddress import IPv6Address, ip_address
from math import ceil
from pathlib import Path
from typing import Any

import yaml

from bot.door.message import Credential, Incoming

FIGURES = Path(__file__).with_name("limits.yml")
MOST_COUNTED = 100_000
"""Addresses held in memory at once, for each kind."""
Clock = Callable[[], float]


@cache
def figures() -> dict[str, Any]:
    """``limits.yml``."""
    read: dict[str, Any] = yaml.safe_load(FIGURES.read_text(encoding="utf-8"))
    return read


PERIOD = 60.0 * figures()["alerts"]["minutes"]
"""Seconds in which alerts are counted."""
PER_ADDRESS: int = figures()["alerts"]["strangers"]["each"]


class AlertLimit:
    """Counts alerts by whom they come from, and all together, over a period of seconds.

    Addresses are held in memory for that period at most and written nowhere.
    """

    def __init__(self, each: int, overall: int, period: float = PERIOD, clock: Clock = time.monotonic) -> None:
        self._each = each
        self._overall = overall
        self._period = period
        self._clock = clock
        self._taken: deque[tuple[float, str]] = deque()

    def take(self, source: str) -> bool:
        """Count one alert from there, and say whether it may be raised."""
        now = self._clock()
        while self._taken and self._taken[0][0] <= now - self._period:
            self._taken.popleft()
        mine = sum(1 for _, other in self._taken if other == source)
        if mine >= self._each or len(self._taken) >= self._overall:
            return False
        self._taken.append((now, source))
        return True


class Allowance:
    """``burst`` requests at once from each source, then ``a_minute``. Keeps one number for each source."""

    def __init__(self, burst: int, a_minute: float, clock: Clock = time.monotonic) -> None:
        self._apart = 60.0 / a_minute
        self._ahead = burst * self._apart
        self._clock = clock
        self._paid_until: dict[str, float] = {}

    def take(self, source: str) -> int:
        """Count one request from there. 0 when it may go on, otherwise the seconds after which it may."""
        now = self._clock()
        paid = max(self._paid_until.get(source, now), now) + self._apart
        if paid - now > self._ahead + 1e-6:
            return ceil(paid - now - self._ahead)
        if len(self._paid_until) >= MOST_COUNTED:
            self._forget(now)
        self._paid_until[source] = paid
        return 0

    def _forget(self, now: float) -> None:
        self._paid_until = {source: paid for source, paid in self._paid_until.items() if paid > now}
        if len(self._paid_until) >= MOST_COUNTED:  # a flood from everywhere: start anew rather than grow
            self._paid_until.clear()


class Acquaintances:
    """Credentials that the backend has recognised lately, as hashes. The door cannot tell by itself what is real."""

    def __init__(self, people: int, minutes: float, clock: Clock = time.monotonic) -> None:
        self._most = people
        self._seconds = minutes * 60
        self._clock = clock
        self._seen: OrderedDict[bytes, float] = OrderedDict()

    def knows(self, credential: Credential | None) -> bool:
        """Whether the backend recognised it not long ago."""
        if credential is None:
            return False
        if credential.kind == "chat":  # told by one of our own processes, which showed that it is
            return True
        seen = self._seen.get(_hash(credential))
        return seen is not None and self._clock() - seen < self._seconds

    def met(self, credential: Credential) -> None:
        """The backend has recognised it."""
        hashed = _hash(credential)
        self._seen[hashed] = self._clock()
        self._seen.move_to_end(hashed)
        if len(self._seen) > self._most:
            self._seen.popitem(last=False)

    def gone(self, credential: Credential) -> None:
        """The backend does not know it any more."""
        self._seen.pop(_hash(credential), None)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of request with what an address may ask of it."""

    methods: frozenset[str]
    paths: tuple[str, ...]
    allowance: Allowance

    def fits(self, method: str, path: str) -> bool:
        """Whether a request is of this kind."""
        return (not self.methods or method in self.methods) and any(fnmatchcase(path, each) for each in self.paths)


class Limits:
    """All that the door counts."""

    def __init__(self, *, demo: bool, clock: Clock = time.monotonic) -> None:
        told = figures()
        times = told["demo_times"] if demo else 1
        self.people = Acquaintances(told["remembered"]["people"], told["remembered"]["minutes"], clock)
        self.waiting_to_be_read: int = told["waiting_to_be_read"] * times
        self._kinds = [_kind(entry, times, clock) for entry in told["strangers"]]
        alerts = told["alerts"]
        self._strangers = AlertLimit(**alerts["strangers"], clock=clock)
        self._signed_in = _alert_limit(alerts["signed_in"], times, clock)
        self._concerns = _alert_limit(alerts["concerns"], times, clock)

    def take(self, method: str, path: str, credential: Credential | None, address: str) -> int:
        """Count a request. 0 when it may go on, otherwise the seconds after which it may.

        Of people who are signed in nothing is counted here: the backend does, by account.
        """
        if self.people.knows(credential):
            return 0
        kind = next((kind for kind in self._kinds if kind.fits(method, path)), None)
        return kind.allowance.take(network_of(address)) if kind else 0

    def alert(self, incoming: Incoming, level: str) -> bool:
        """Count the alert that a message calls for, and say whether it may be raised."""
        if incoming.credential is None:
            return self._strangers.take(network_of(incoming.address))
        # A credential that nobody has recognised may be invented anew for each message: its address counts.
        person = incoming.person if self.people.knows(incoming.credential) else network_of(incoming.address)
        return (self._concerns if level == "concern" else self._signed_in).take(person)


def network_of(address: str) -> str:
    """The address as it is counted: a household has billions of IPv6 addresses, all with the same first half."""
    try:
        read = ip_address(address)
    except ValueError:
        return address
    if isinstance(read, IPv6Address):
        return str(read.ipv4_mapped or IPv6Address(int(read) >> 64 << 64))
    return str(read)


def _kind(entry: Mapping[str, Any], times: int, clock: Clock) -> Kind:
    return Kind(
        methods=frozenset(entry.get("methods", ())),
        paths=tuple(entry["paths"]),
        allowance=Allowance(entry["burst"] * times, entry["a_minute"] * times, clock),
    )


def _alert_limit(entry: Mapping[str, int], times: int, clock: Clock) -> AlertLimit:
    return AlertLimit(entry["each"] * times, entry["overall"] * times, clock=clock)


def _hash(credential: Credential) -> bytes:
    return sha256(f"{credential.kind} {credential.value}".encode(errors="surrogatepass")).digest()
