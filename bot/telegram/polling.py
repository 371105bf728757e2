"""Long polling. Telegram keeps what was not confirmed, so an update is confirmed when it was answered, not before."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import structlog
from telegram import Bot

from bot.telegram.events import Event, event_of
from bot.telegram.neighbours import AwayError, Ledger
from bot.telegram.outlet import patiently

log = structlog.get_logger("telegram.polling")
KINDS = ["message", "edited_message", "callback_query", "my_chat_member"]
LONG = 25
"""Seconds that Telegram holds a request while there is nothing new."""
SHORT = 0.3
"""Seconds between requests while something is still being answered: Telegram then answers at once, with that too."""
AT_ONCE = 100
"""Updates that Telegram shows at most."""
MOST_OPEN = 80
"""With more under way, new ones (which may tell of danger) would not be seen,
so those are confirmed before they are answered."""


class Polling:
    """Gets updates and hands out each once. ``take`` answers an event; it is done with when that returns."""

    def __init__(self, bot: Bot, ledger: Ledger, put: Callable[[Event], None]) -> None:
        self._bot = bot
        self._ledger = ledger
        self._put = put
        self._open: set[int] = set()
        self._newest = -1
        self._seen: set[int] = set()
        self._after_start = True
        """Whether what comes may have been answered by this process before it was started again."""

    async def run(self) -> None:
        """Poll for ever."""
        await patiently(self._bot.delete_webhook)
        while True:
            raw = await patiently(self._get)
            if not raw and not self._open:
                self._newest = -1  # all is confirmed; after a quiet week Telegram begins with other numbers
            fresh = [each for each in raw if _number(each) not in self._seen]
            await self._take(fresh)
            if self._open and not fresh:
                await asyncio.sleep(SHORT)

    async def done(self, event: Event) -> None:
        """An event was answered: it need not be handed out again, nor after a crash."""
        try:
            await self._ledger.note_done(event.update)
        except AwayError as error:
            log.warning("update not noted", error=str(error))
        self._open.discard(event.update)

    async def _get(self) -> list[dict[str, Any]]:
        data: dict[str, Any] = {"allowed_updates": KINDS, "limit": AT_ONCE, "timeout": 0 if self._open else LONG}
        if self._newest >= 0:
            data["offset"] = self._offset()
        # Not the library's own method: one update that it cannot read would keep all the others back.
        got: list[dict[str, Any]] = await self._bot.do_api_request("getUpdates", data, read_timeout=LONG + 10)
        return got

    def _offset(self) -> int:
        confirmed = not self._open or len(self._open) >= MOST_OPEN
        offset = self._newest + 1 if confirmed else min(self._open)
        self._seen = {number for number in self._seen if number >= offset}
        return offset

    async def _take(self, fresh: list[dict[str, Any]]) -> None:
        events = [event for each in fresh if (event := event_of(each)) is not None]
        known = await self._known(events)
        for event in sorted(events, key=lambda each: each.update):
            self._seen.add(event.update)
            self._newest = max(self._newest, event.update)
            if event.update not in known:
                self._open.add(event.update)
                self._put(event)

    async def _known(self, events: list[Event]) -> set[int]:
        if not events or not self._after_start:
            return set()
        self._after_start = len(events) >= AT_ONCE
        try:
            return await self._ledger.done(event.update for event in events)
        except AwayError:
            return set()  # what is said twice to the door is kept once; danger must not wait for the backend


def _number(raw: object) -> object:
    return raw.get("update_id") if isinstance(raw, dict) else None
