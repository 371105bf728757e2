"""One event to its answer: to the door and back, or what is said where there is nothing for the door to read."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from contextlib import suppress
from dataclasses import replace

import structlog

from bot.telegram.commands import Done, answered_alone, carry_out
from bot.telegram.events import Event
from bot.telegram.neighbours import AwayError, Door, Ledger
from bot.telegram.outlet import Outlet
from bot.telegram.said import Said, pieces
from bot.telegram.turns import Chat
from bot.telegram.wording import say

log = structlog.get_logger("telegram.answering")
LONGEST_TAKEN = 4000
"""Characters that the door takes in one message; Telegram lets people write a little more."""
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 15.0
"""Seconds between attempts while nothing can keep a message."""
AGAIN = 120.0
"""Seconds after which they are told again that it takes longer, with 999: nobody may be reading for danger."""
TOLD_UNASKED = 2
"""How often they are told so until they write again: each lights up a telephone that others may see."""
LATE = 600.0
"""Seconds after which nobody is waiting for an answer with the telephone in hand: it comes like something unasked."""
LOOK_AGAIN = 20.0
"""Seconds after which it is looked again whether now is a safe time for an answer that comes late."""
MOST_PRESSES = 10_000
MOST_GROUPS = 1_000
INSTEAD = ("file", "voice", "sticker", "contact", "location", "other")
"""Kinds that are no words; what is said instead has their name."""
ALONE = ("start", "help", "watched")
"""Commands that need neither backend nor door."""


class Answering:
    """Takes events; done with one when its answer was handed to Telegram."""

    def __init__(self, door: Door, ledger: Ledger, outlet: Outlet) -> None:
        self._door = door
        self._ledger = ledger
        self._outlet = outlet
        self._pressed: OrderedDict[str, None] = OrderedDict()
        self._groups: OrderedDict[str, None] = OrderedDict()
        """Groups that were told that nothing is talked about there, for those that we cannot leave."""

    async def take(self, event: Event, chat: Chat, before: asyncio.Task[None] | None) -> None:
        """Answer one event, ``before`` the one before it in its chat that may still be under way."""
        match event.kind:
            case "nothing":
                return
            case "blocked" | "unblocked":
                await self._ledger.note_state(event.chat, "blocked" if event.kind == "blocked" else "open")
            case "leave":
                await self._outlet.leave(event.chat)
            case "group":
                await self._in_group(event)
            case "press":
                await self._press(event, chat, before)
            case "command":
                await self._command(event, chat, before)
            case _:
                await self._words(event, chat, before)

    async def give_up(self, event: Event) -> None:
        """Something that we cannot take because of a mistake of ours: nobody is left without a word."""
        if event.kind not in ("nothing", "group", "leave", "blocked", "unblocked"):
            await self._outlet.send(event.chat, f"{event.name} failed", [Said(say("cannot_now"))])

    async def _words(self, event: Event, chat: Chat, before: asyncio.Task[None] | None) -> None:
        said: list[Said] = []
        if event.text.strip():
            said = await self._asked(event, event.text, event.name, chat, before)
        if event.edited and said:
            said = [Said(say("edited")), *said]
        if event.kind in INSTEAD:
            said = [*said, Said(say("file_beside" if said else event.kind))]
        await self._send(event, chat, said, before)

    async def _press(self, event: Event, chat: Chat, before: asyncio.Task[None] | None) -> None:
        if event.name in self._pressed or f"{event.name}:0" in await self._outlet.claim([f"{event.name}:0"]):
            await self._outlet.answer_press(event.press, say("already_pressed"))
            return
        self._pressed[event.name] = None
        while len(self._pressed) > MOST_PRESSES:
            self._pressed.popitem(last=False)
        # At once: "yes" to danger must not wait until Telegram has taken the buttons away.
        said, _ = await asyncio.gather(
            self._asked(event, event.text, event.name, chat, before), self._outlet.press_is_taken(event)
        )
        await self._send(event, chat, said, before)

    async def _command(self, event: Event, chat: Chat, before: asyncio.Task[None] | None) -> None:
        if event.press:
            await self._outlet.press_is_taken(event)
        told: list[Said] = []
        if " " in event.text.strip() and not event.press:
            # Words behind a command: somebody may tell of danger there, and must not wait for what the command needs.
            told = await self._asked(event, event.text, f"{event.name} words", chat, before)
            if any(each.danger for each in told):
                await self._send(event, chat, told, before, part=" words")
                told = []
        done = await self._carried_out(event, chat, before)
        said = list(done.said)
        if done.to_door:
            said += await self._asked(event, done.to_door, event.name, chat, before)
        said += done.after
        await self._send(event, chat, said + told, before)

    async def _carried_out(self, event: Event, chat: Chat, before: asyncio.Task[None] | None) -> Done:
        if event.command in ALONE:
            return answered_alone(event.command)
        pause = FIRST_PAUSE
        while True:
            try:
                return await carry_out(event, self._ledger)
            except AwayError as error:
                pause = await self._wait(event, chat, before, str(error), pause)

    async def _asked(
        self, event: Event, text: str, delivery: str, chat: Chat, before: asyncio.Task[None] | None
    ) -> list[Said]:
        """What the door answers to words; a message that is too long for it goes in parts."""
        parts = list(pieces(text, LONGEST_TAKEN)) or [text]
        names = [f"{delivery}.{n}" if n else delivery for n in range(len(parts))]
        told = await self._danger_in_parts(event, dict(zip(names, parts, strict=True))) if len(parts) > 1 else set()
        said: list[Said] = []
        for name, part in zip(names, parts, strict=True):
            if name not in told:
                said += await self._asked_one(event, part, name, chat, before)
        return said

    async def _danger_in_parts(self, event: Event, parts: dict[str, str]) -> set[str]:
        """Answer danger in any part at once: it must not wait until the parts before it can be kept."""
        told: set[str] = set()
        for name, part in parts.items():
            with suppress(AwayError):  # each is asked again, with all that follows
                if said := await self._door.say(event, part, name, behind=True):
                    await self._outlet.send(event.chat, f"{name} danger", said)
                    told.add(name)
        return told

    async def _asked_one(
        self, event: Event, text: str, delivery: str, chat: Chat, before: asyncio.Task[None] | None
    ) -> list[Said]:
        said = await self._danger_in(event, text, delivery, chat, before)
        pause = FIRST_PAUSE
        while not said:
            try:
                said = await self._door.say(event, text, delivery)
            except AwayError as error:
                pause = await self._wait(event, chat, before, str(error), pause)
            else:
                chat.told_to_wait_at = None
                break
        return said

    async def _danger_in(
        self, event: Event, text: str, delivery: str, chat: Chat, before: asyncio.Task[None] | None
    ) -> list[Said]:
        """Wait until nothing is under way that was written before: nothing may be kept before it. But for danger."""
        while before is not None and not before.done():
            try:
                if said := await self._door.say(event, text, delivery, behind=True):
                    return said
                await asyncio.wait({before})
            except AwayError as error:
                await self._say_it_takes_longer(event, chat, str(error))
                await asyncio.wait({before}, timeout=FIRST_PAUSE)
        return []

    async def _wait(self, event: Event, chat: Chat, before: asyncio.Task[None] | None, why: str, pause: float) -> float:
        """Say that it takes longer, then wait: behind what was written before, so that the order is kept."""
        await self._say_it_takes_longer(event, chat, why)
        if before is not None:
            await asyncio.wait({before})
        await asyncio.sleep(pause)
        return min(pause * 2, LONGEST_PAUSE)

    async def _say_it_takes_longer(self, event: Event, chat: Chat, why: str) -> None:
        log.warning("waiting", why=why)
        now = asyncio.get_running_loop().time()
        if chat.told_to_wait >= TOLD_UNASKED:
            return
        if chat.told_to_wait_at is None or now - chat.told_to_wait_at > AGAIN:
            chat.told_to_wait_at = now
            chat.told_to_wait += 1
            await self._outlet.send(event.chat, f"{event.name} waits", [Said(say("waits"))])

    async def _in_group(self, event: Event) -> None:
        """Nobody's affairs are talked about in a group. Danger is answered even there."""
        said: list[Said] = []
        if event.text.strip():
            try:
                said = await self._door.overhear(event.text[:LONGEST_TAKEN])
            except AwayError as error:
                log.warning("waiting", why=str(error))
        if not said and event.chat not in self._groups:
            said = [Said(say("group"))]
        self._groups[event.chat] = None
        while len(self._groups) > MOST_GROUPS:
            self._groups.popitem(last=False)
        await self._outlet.send(event.chat, event.name, said)
        await self._outlet.leave(event.chat)

    async def _send(
        self, event: Event, chat: Chat, said: list[Said], before: asyncio.Task[None] | None, part: str = ""
    ) -> None:
        """In the order in which it was written, but for danger: that is answered at once, whatever is stuck."""
        name = event.name + part
        if any(each.danger for each in said):
            await self._outlet.send(event.chat, name, said)
            return
        if before is not None:
            await asyncio.wait({before})
        async with chat.sending:
            await self._outlet.send(event.chat, name, await self._for_now(event, chat, said))

    async def _for_now(self, event: Event, chat: Chat, said: list[Said]) -> list[Said]:
        """What is said late waits for a time that they named as safe, and is covered: who wrote may be gone.

        Whoever writes again is there.
        """
        if not said or not _is_late(chat):
            return said
        while _is_late(chat) and not await self._is_safe_now(event.chat):
            chat.heard.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(chat.heard.wait(), LOOK_AGAIN)
        return [replace(each, covered_from=0) for each in said] if _is_late(chat) else said

    async def _is_safe_now(self, chat: str) -> bool:
        try:
            return await self._ledger.is_safe_now(chat)
        except AwayError:
            return False


def _is_late(chat: Chat) -> bool:
    return time.time() - chat.wrote_at > LATE
