"""One message at a time in each conversation: Rasa loses messages of one sender that arrive together."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Turns:
    """A lock for each conversation in which somebody is speaking. Locks nobody waits for are forgotten.

    The map is therefore never larger than the number of requests being answered.
    """

    def __init__(self) -> None:
        self._locks: dict[str, asyncio.Lock] = {}
        self._waiting: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._locks)

    def waiting(self, conversation: str) -> int:
        """How many hold or wait for this conversation's turn."""
        return self._waiting.get(conversation, 0)

    @asynccontextmanager
    async def of(self, conversation: str) -> AsyncIterator[None]:
        """Wait for this conversation's turn and hold it."""
        lock = self._locks.setdefault(conversation, asyncio.Lock())
        self._waiting[conversation] = self._waiting.get(conversation, 0) + 1
        try:
            async with lock:
                yield
        finally:
            self._waiting[conversation] -= 1
            if not self._waiting[conversation]:
                del self._waiting[conversation], self._locks[conversation]
