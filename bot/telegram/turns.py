"""Chats: in each, what was written is taken in order; different chats at once."""

from __future__ import annotations

import asyncio
import math
import time
from bisect import insort
from collections.abc import Awaitable, Callable

from bot.telegram.events import Event

HEAD_START = 1.0
"""How long a message waits for the answer to the one before it in its chat before it is read for danger by itself."""


class Chat:
    """The messages of one chat that are not answered yet."""

    def __init__(self) -> None:
        self.waiting: list[Event] = []
        self.running: list[asyncio.Task[None]] = []
        self.sending = asyncio.Lock()
        self.told_to_wait_at: float | None = None
        """When they were told that something is not working, in the loop's time; None since it last worked."""
        self.told_to_wait = 0
        """How often they were told so since they wrote last."""
        self.wrote_at = 0.0
        """When they wrote or tapped last, in seconds since 1970, by our clock."""
        self.heard = asyncio.Event()
        """Set when they write or tap."""


class Chats:
    """Hands each event of a chat to ``take`` in turn. A chat with nothing to do is forgotten."""

    def __init__(self, take: Callable[[Event, Chat, asyncio.Task[None] | None], Awaitable[None]]) -> None:
        self._take = take
        self._chats: dict[str, Chat] = {}
        self._workers: set[asyncio.Task[None]] = set()
        self._behind = math.inf
        """Seconds by which Telegram's clock is behind ours, as far as the freshest update tells."""

    def put(self, event: Event) -> None:
        """One more event, after all that came before it in its chat."""
        known = event.chat in self._chats
        chat = self._chats.setdefault(event.chat, Chat())
        # By Telegram's number: a webhook may bring the second message first.
        insort(chat.waiting, event, key=lambda each: each.update)
        chat.wrote_at = max(chat.wrote_at, self._written_at(event))
        chat.told_to_wait = 0
        chat.heard.set()
        if not known:
            worker = asyncio.create_task(self._work(event.chat, chat))
            self._workers.add(worker)
            worker.add_done_callback(self._workers.discard)

    def _written_at(self, event: Event) -> float:
        """When something was written, by our clock: one that is an hour fast makes nobody's answer late."""
        now = time.time()
        if not event.at:
            return now
        self._behind = min(self._behind, now - event.at)
        return event.at + self._behind

    async def settle(self, seconds: float) -> None:
        """Let what is under way end, for so long; what has not by then is not done with."""
        if self._workers:
            await asyncio.wait(self._workers, timeout=seconds)
        for worker in self._workers:
            worker.cancel()

    async def _work(self, name: str, chat: Chat) -> None:
        try:
            while chat.waiting or chat.running:
                if chat.waiting:
                    await self._begin(chat, chat.waiting.pop(0))
                else:
                    await asyncio.wait(chat.running, return_when=asyncio.FIRST_COMPLETED, timeout=HEAD_START)
                chat.running = [task for task in chat.running if not task.done()]
        finally:
            self._chats.pop(name, None)

    async def _begin(self, chat: Chat, event: Event) -> None:
        before = chat.running[-1] if chat.running else None
        task: asyncio.Task[None] = asyncio.create_task(self._one(event, chat, before))
        chat.running.append(task)
        await asyncio.wait({task}, timeout=HEAD_START)

    async def _one(self, event: Event, chat: Chat, before: asyncio.Task[None] | None) -> None:
        await self._take(event, chat, before)
        if before is not None and not before.done():
            await asyncio.wait({before})  # what comes after waits for all that came before, not for this alone
