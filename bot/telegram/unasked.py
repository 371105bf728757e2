"""What is said without being asked: a person's answer, a notice. Looked for every second or two, sent in order.

Only in times that the family named as safe: where Telegram is away meanwhile, whether it may still go is asked again.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from functools import partial

import structlog

from bot.telegram.neighbours import AwayError, Ledger, Waiting
from bot.telegram.outlet import Outlet
from bot.telegram.said import Said, units
from bot.telegram.wording import speaking, wording

log = structlog.get_logger("telegram.unasked")
EVERY = 1.5
"""Seconds between looks."""
LONGER = 10.0
"""The same while the backend is away, and at most while Telegram does not take what is being sent."""


class Unasked:
    """Sends what waits, a chat at a time in order, different chats at once."""

    def __init__(self, ledger: Ledger, outlet: Outlet) -> None:
        self._ledger = ledger
        self._outlet = outlet
        self._sending: set[asyncio.Task[None]] = set()
        self._under_way: set[str] = set()
        self._ended: set[str] = set()
        """Chats whose sending ended while the backend was asked: its answer may name what was sent just then."""

    async def run(self) -> None:
        """Look for ever."""
        while True:
            self._ended.clear()
            try:
                self._begin(await self._ledger.unasked())
            except AwayError:
                await asyncio.sleep(LONGER)
            await asyncio.sleep(EVERY)
            if self._sending:
                await asyncio.wait(self._sending, timeout=LONGER, return_when=asyncio.FIRST_COMPLETED)

    def _begin(self, waiting: list[Waiting]) -> None:
        of_chats: dict[str, list[Waiting]] = defaultdict(list)
        for each in waiting:
            of_chats[each.chat].append(each)
        for chat, messages in of_chats.items():
            if chat not in self._under_way | self._ended:
                self._under_way.add(chat)
                task = asyncio.create_task(self._send(chat, messages))
                self._sending.add(task)
                task.add_done_callback(self._sending.discard)

    async def _send(self, chat: str, messages: list[Waiting]) -> None:
        try:
            for each in messages:
                with speaking(each.language):
                    if not await self._outlet.send_unasked(chat, each.key, _said(each), partial(self._may, chat)):
                        return  # what follows waits with it
        finally:
            self._under_way.discard(chat)
            self._ended.add(chat)

    async def _may(self, chat: str) -> bool:
        """Whether it may still be written to; not while nobody can tell."""
        try:
            return await self._ledger.may_write(chat)
        except AwayError:
            return False


def _said(waiting: Waiting) -> Said:
    """A message that comes by itself lights up a telephone that others see: its words are covered until it is tapped.

    Not what asks whether to go on, which tells nothing.
    """
    words = _words(waiting)
    if waiting.buttons:
        return Said(words, waiting.buttons)
    return Said(words, covered_from=units(words.removesuffix(waiting.text)))


def _words(waiting: Waiting) -> str:
    """A person's words begin with who writes: nobody must take them for the program's."""
    if waiting.role is None:
        return waiting.text
    roles = wording()["roles"]
    who = str(roles.get(waiting.role, roles["other"]))
    return f"{waiting.name}, {who.lower()}:\n{waiting.text}" if waiting.name else f"{who}:\n{waiting.text}"
