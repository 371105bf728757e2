"""How fast Telegram lets a bot write, and what it said when that was too fast.

Source: Telegram's "Bots FAQ" (broadcasting): about one message a second in a chat with short bursts, and about thirty a
second in all. Who writes faster is told how long to wait, and to wait longer when that is not obeyed.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable

OVERALL = 27.0
"""Messages a second in all chats: a little below what Telegram says. It sells more (``TELEGRAM_A_SECOND``)."""
OVERALL_AT_ONCE = 2.0
IN_A_CHAT = 1.0
"""Messages a second in one chat, as it goes on."""
AT_ONCE_IN_A_CHAT = 8.0
"""An answer in several parts comes whole, and so do those to the first few taps."""
MOST_CHATS = 10_000


class Bucket:
    """``at_once`` messages, then ``a_second``: says how long the next one has to wait, and counts it."""

    def __init__(self, a_second: float, at_once: float) -> None:
        self._apart = 1.0 / a_second
        self._ahead = self._apart * (at_once - 1.0)
        self._paid_until = 0.0

    def take(self, now: float) -> float:
        """Seconds until this message is due."""
        self._paid_until = max(self._paid_until, now) + self._apart
        return max(0.0, self._paid_until - self._apart - self._ahead - now)


class Pace:
    """When the next message may go. Danger waits for nothing but what Telegram told that very chat."""

    def __init__(self, a_second: float = OVERALL, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._all = Bucket(a_second, OVERALL_AT_ONCE)
        self._chats: OrderedDict[str, Bucket] = OrderedDict()
        self._held: dict[str, float] = {}
        """Until when a chat takes nothing, of those that were told so and where that is not over."""
        self._all_held = 0.0

    def due(self, chat: str, *, danger: bool) -> float:
        """Count a message, and say in how many seconds it may go."""
        now = self._clock()
        own = max(self._bucket(chat).take(now), self._held.get(chat, 0.0) - now)
        overall = self._all.take(now)
        if danger:
            return max(0.0, self._held.get(chat, 0.0) - now)
        return max(0.0, own, overall, self._all_held - now)

    def asked_to_wait(self, chat: str, seconds: float) -> None:
        """Telegram takes nothing for so long. It does not say whether it means the chat or all of them.

        The first chat waits alone; with a second one while the first waits, all do.
        """
        now = self._clock()
        self._held = {each: until for each, until in self._held.items() if until > now}
        if self._held.keys() - {chat}:
            self._all_held = max(self._all_held, now + seconds)
        self._held[chat] = now + seconds

    async def turn(self, chat: str, *, danger: bool) -> None:
        """Wait until a message may go."""
        if wait := self.due(chat, danger=danger):
            await asyncio.sleep(wait)

    def _bucket(self, chat: str) -> Bucket:
        bucket = self._chats.setdefault(chat, Bucket(IN_A_CHAT, AT_ONCE_IN_A_CHAT))
        self._chats.move_to_end(chat)
        if len(self._chats) > MOST_CHATS:
            self._chats.popitem(last=False)
        return bucket
