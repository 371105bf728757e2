"""Counting what accounts ask for, in memory: one backend serves all, and a restart forgives everybody."""

from __future__ import annotations

import time
from collections.abc import Callable
from fnmatch import fnmatchcase
from functools import cache
from math import ceil
from pathlib import Path
from threading import Lock
from typing import Any, Literal

import yaml

from backend.limits.refusals import TooOften

Kind = Literal["messages", "danger", "conversations", "reads", "changes", "exports"]
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_MOST_COUNTED = 50_000


@cache
def figures() -> dict[str, Any]:
    """``figures.yml``."""
    read: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("figures.yml").read_text(encoding="utf-8"))
    return read


class AccountLimits:
    """What each account has asked for lately. Requests are served on many threads, hence the lock."""

    def __init__(self, *, demo: bool, clock: Callable[[], float] = time.monotonic) -> None:
        told = figures()
        self._times = told["demo_times"] if demo else 1
        self._kinds: dict[str, dict[str, float]] = told["kinds"]
        self._exports: list[str] = told["exports"]
        self._clock = clock
        self._lock = Lock()
        self._paid_until: dict[tuple[str, str], float] = {}

    def request(self, account: str, method: str, route: str) -> None:
        """Count a request to a route, given by its pattern. Raises TooOften."""
        if any(fnmatchcase(route, pattern) for pattern in self._exports):
            self.take("exports", account)
        else:
            self.take("reads" if method in _SAFE else "changes", account)

    def take(self, kind: Kind, account: str) -> None:
        """Count one of a kind. Raises TooOften with the seconds after which it may be tried again."""
        figure = self._kinds[kind]
        apart = 60.0 / (figure["a_minute"] * self._times)
        ahead = figure["burst"] * self._times * apart
        with self._lock:
            now = self._clock()
            paid = max(self._paid_until.get((kind, account), now), now) + apart
            if paid - now > ahead + 1e-6:
                raise TooOften(ceil(paid - now - ahead))
            if len(self._paid_until) >= _MOST_COUNTED:
                self._paid_until = {key: until for key, until in self._paid_until.items() if until > now}
            self._paid_until[kind, account] = paid
