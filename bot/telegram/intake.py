"""Every update comes in here, from polling or a webhook: each is answered once, and kept until it is."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Any

import structlog

from bot.telegram.events import Event, event_of
from bot.telegram.inbox import Inbox
from bot.telegram.neighbours import AwayError, Ledger

log = structlog.get_logger("telegram.intake")
MOST_SEEN = 20_000
"""Numbers that are remembered: what Telegram hands out twice comes soon after."""
DOUBTFUL = 3600.0
"""Seconds after a start in which what comes may have been answered before it."""


class Intake:
    """Knows what is under way. ``put`` hands an event on to be answered; :meth:`done` says that it was."""

    def __init__(self, ledger: Ledger, inbox: Inbox | None, put: Callable[[Event], None]) -> None:
        self._ledger = ledger
        self._inbox = inbox
        self._put = put
        self._seen: OrderedDict[int, None] = OrderedDict()
        self._under_way: set[int] = set()
        self._kept: set[int] = set()
        self._doubtful_until = time.monotonic() + DOUBTFUL

    @property
    def only_on_telegram(self) -> set[int]:
        """What is under way and kept nowhere but by Telegram: to confirm it would be to lose it in a crash."""
        return self._under_way - self._kept

    async def begin(self) -> None:
        """Take up what was left when the process ended."""
        if self._inbox is not None:
            waiting = await asyncio.to_thread(self._inbox.waiting)
            self._kept.update(each["update_id"] for each in waiting)
            await self.take(waiting)

    def settled(self) -> None:
        """From now on all is new: Telegram has handed out whatever may have been answered before the start."""
        self._doubtful_until = 0.0

    async def take(self, raws: Iterable[Any]) -> None:
        """Have updates answered that are not being answered already. Returns when all that can be kept are."""
        fresh = {event.update: (event, raw) for raw in raws if (event := event_of(raw)) and self._is_new(event)}
        known = await self._answered_before(list(fresh))
        for number in sorted(fresh):
            if number in known:
                self._forget(number)
            else:
                self._under_way.add(number)
                self._put(fresh[number][0])  # before it is kept: danger does not wait for a disk
        await self._keep([raw for number, (_, raw) in fresh.items() if number not in known])

    async def done(self, event: Event) -> None:
        """An event was answered: it need not be handed out again, nor after a crash."""
        try:
            await self._ledger.note_done(event.update)
        except AwayError as error:
            log.warning("update not noted", error=str(error))
        self._under_way.discard(event.update)
        self._forget(event.update)

    def _is_new(self, event: Event) -> bool:
        if event.update in self._seen:
            return False
        self._seen[event.update] = None
        while len(self._seen) > MOST_SEEN:
            self._seen.popitem(last=False)
        return True

    async def _answered_before(self, numbers: list[int]) -> set[int]:
        if not numbers or time.monotonic() > self._doubtful_until:
            return set()
        try:
            return await self._ledger.done(numbers)
        except AwayError:
            return set()  # what is said twice to the door is kept once; danger must not wait for the backend

    async def _keep(self, raws: list[dict[str, Any]]) -> None:
        if self._inbox is None:
            return
        new = [raw for raw in raws if raw["update_id"] in self._under_way - self._kept]
        if not new:
            return
        kept = await asyncio.to_thread(self._inbox.keep, new)
        self._kept |= kept
        for number in kept - self._under_way:  # answered meanwhile
            self._forget(number)

    def _forget(self, number: int) -> None:
        if self._inbox is not None and number in self._kept:
            self._kept.discard(number)
            self._inbox.remove(number)
