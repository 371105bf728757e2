"""How many alerts may come from people the door cannot place. The 999 answer itself is never limited."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

PERIOD = 600.0
"""Seconds in which alerts are counted."""
PER_ADDRESS = 10
OVERALL = 120


class AlertLimit:
    """Counts alerts by address, and all together, over the last ten minutes.

    Figures are ours: a school that shares one address can still raise an alert a minute, and a flood cannot bury the
    duty list. Addresses are held in memory for ten minutes at most and written nowhere.
    """

    def __init__(
        self,
        per_address: int = PER_ADDRESS,
        overall: int = OVERALL,
        period: float = PERIOD,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._per_address = per_address
        self._overall = overall
        self._period = period
        self._clock = clock
        self._taken: deque[tuple[float, str]] = deque()

    def take(self, address: str) -> bool:
        """Count one alert from this address, and say whether it may be raised."""
        now = self._clock()
        while self._taken and self._taken[0][0] <= now - self._period:
            self._taken.popleft()
        mine = sum(1 for _, other in self._taken if other == address)
        if mine >= self._per_address or len(self._taken) >= self._overall:
            return False
        self._taken.append((now, address))
        return True
