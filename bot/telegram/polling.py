"""Long polling. Telegram keeps what was not confirmed: an update is confirmed when it lies in the inbox.

Without an inbox, or where its disk takes nothing, an update is confirmed when it was answered.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import Any

from telegram import Bot

from bot.telegram.intake import Intake
from bot.telegram.outlet import patiently

KINDS = ["message", "edited_message", "callback_query", "my_chat_member", "channel_post"]
"""What we are told of. Posts of a channel only so that it is left."""
LONG = 25
"""Seconds that Telegram holds a request while there is nothing new."""
SHORT = 0.3
"""Seconds between requests while only Telegram keeps something that is under way: it answers at once, with that."""
AT_ONCE = 100
"""Updates that Telegram shows at most."""
MOST_OPEN = 80
"""With more that only Telegram keeps, new ones (which may tell of danger) would not be seen,
so those are confirmed before they are answered."""


class Polling:
    """Gets updates, hands them to the intake, and confirms them when it may."""

    def __init__(self, bot: Bot, intake: Intake) -> None:
        self._bot = bot
        self._intake = intake
        self._newest = -1

    async def run(self) -> None:
        """Poll for ever."""
        await patiently(self._bot.delete_webhook)
        while True:
            raw = await patiently(self._get)
            newest = max([self._newest, *_numbers(raw)])
            nothing_new = newest == self._newest
            # With all confirmed: after a quiet week Telegram begins with other numbers.
            self._newest = newest if raw or self._intake.only_on_telegram else -1
            await self._intake.take(raw)
            if len(raw) < AT_ONCE:
                self._intake.settled()
            if self._intake.only_on_telegram and nothing_new:
                await asyncio.sleep(SHORT)

    async def _get(self) -> list[dict[str, Any]]:
        only_on_telegram = self._intake.only_on_telegram
        waits = bool(only_on_telegram)
        data: dict[str, Any] = {"allowed_updates": KINDS, "limit": AT_ONCE, "timeout": 0 if waits else LONG}
        if self._newest >= 0:
            crowded = len(only_on_telegram) >= MOST_OPEN
            data["offset"] = min(only_on_telegram) if waits and not crowded else self._newest + 1
        # Not the library's own method: one update that it cannot read would keep all the others back.
        got: list[dict[str, Any]] = await self._bot.do_api_request("getUpdates", data, read_timeout=LONG + 10)
        return got


def _numbers(raws: Iterable[object]) -> list[int]:
    numbers = (raw.get("update_id") for raw in raws if isinstance(raw, dict))
    return [number for number in numbers if type(number) is int]
