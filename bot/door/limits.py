"""How many alerts may come from people the door cannot place. The 999 answer itself is never limited."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from bot.door.message import Incoming

PERIOD = 600.0
"""Seconds in which alerts are counted."""
PER_ADDRESS = 10
OVERALL = 120
PER_CREDENTIAL = 20
OVERALL_WITH_CREDENTIAL = 600


class AlertLimit:
    """Counts alerts by whom they come from, and all together, over the last ten minutes.

    Figures are ours: a school that shares one address can still raise an alert a minute, and a flood cannot bury the
    duty list. Addresses are held in memory for ten minutes at most and written nowhere.
    """

    def __init__(
        self,
        each: int = PER_ADDRESS,
        overall: int = OVERALL,
        period: float = PERIOD,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
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


class AlertLimits:
    """Two budgets: strangers who flood the public page use up nothing of those who show that they are signed in."""

    def __init__(self) -> None:
        self._strangers = AlertLimit()
        self._signed_in = AlertLimit(PER_CREDENTIAL, OVERALL_WITH_CREDENTIAL)

    def take(self, incoming: Incoming) -> bool:
        """Count the alert that a message calls for, and say whether it may be raised."""
        if incoming.credential is None:
            return self._strangers.take(incoming.address)
        return self._signed_in.take(incoming.person)
