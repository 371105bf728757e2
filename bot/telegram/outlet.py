"""Sending: what is said goes out once, in order within a chat, as slowly as Telegram wants it."""

from __future__ import annotations

import asyncio
import os
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Literal, TypeVar, overload

import structlog
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, MessageEntity
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.telegram.events import Event
from bot.telegram.neighbours import AwayError, Ledger
from bot.telegram.pace import Pace
from bot.telegram.said import LONGEST_TITLE, Said, cut, units

os.environ.setdefault("PTB_TIMEDELTA", "true")

log = structlog.get_logger("telegram.outlet")
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
MOST_UNNOTED = 1_000
Answer = TypeVar("Answer")


class Outlet:
    """Hands messages to Telegram. Never raises for what Telegram does: it waits, or notes that it cannot."""

    def __init__(self, bot: Bot, ledger: Ledger, pace: Pace) -> None:
        self._bot = bot
        self._ledger = ledger
        self._pace = pace
        self._unnoted: OrderedDict[str, Literal["sent", "undeliverable"]] = OrderedDict()
        """What became of messages while the backend could not be told: they must not be sent again."""

    async def send(self, chat: str, name: str, said: list[Said]) -> None:
        """Send messages that belong together; those that were sent under this name before are left out."""
        parts = [part for each in said for part in cut(each)]
        if not parts:
            return
        keys = [f"{name}:{n}" for n in range(len(parts))]
        over = await self.claim(keys)
        for key, part in zip(keys, parts, strict=True):
            if key not in over and await self._send_one(chat, key, part) == "undeliverable":
                return

    async def send_unasked(self, chat: str, key: str, said: Said, may: Callable[[], Awaitable[bool]]) -> bool:
        """Send something whose sending has a name of its own, in one or several parts.

        Whether it is done with; not where Telegram did not take it until ``may`` said that it may go no more.
        """
        if known := self._unnoted.get(key):
            await self._note(key, known)
            return True
        outcome: Literal["sent", "undeliverable"] = "sent"
        for n, part in enumerate(cut(said)):
            # What was begun is ended: half a message would come again, whole.
            told = await patiently(partial(self._hand_over, chat, part), may if n == 0 else None)
            if told is None:
                return False
            outcome = told
            if outcome == "undeliverable":
                log.info("undeliverable")
                break
        await self._note(key, outcome)
        return True

    async def claim(self, keys: list[str]) -> set[str]:
        """What was sent already. While the backend is away nobody knows, and it is sent."""
        try:
            return await self._ledger.claim(keys)
        except AwayError:
            return set()

    async def answer_press(self, press: str, text: str | None = None) -> None:
        """Let a button stop turning, with a word where it did nothing. Telegram takes no answer to old ones."""
        with suppress(TelegramError):
            await self._bot.answer_callback_query(press, text=text)

    async def press_is_taken(self, event: Event) -> None:
        """Let a button stop turning and take it off its message, with those beside it: each works once."""
        await self.answer_press(event.press)
        if event.message:
            with suppress(TelegramError):
                await self._bot.edit_message_reply_markup(
                    chat_id=int(event.chat), message_id=event.message, reply_markup=None
                )

    async def leave(self, chat: str) -> None:
        """Leave a group."""
        with suppress(TelegramError):
            await self._bot.leave_chat(int(chat))

    async def _send_one(self, chat: str, key: str, part: Said) -> Literal["sent", "undeliverable"]:
        outcome = await patiently(partial(self._hand_over, chat, part))
        await self._note(key, outcome)
        if outcome == "undeliverable":
            log.info("undeliverable")
        return outcome

    async def _hand_over(self, chat: str, part: Said) -> Literal["sent", "undeliverable"]:
        await self._pace.turn(chat, danger=part.danger)
        try:
            await self._write(chat, part)
        except RetryAfter as error:
            self._pace.asked_to_wait(chat, seconds_of(error))
            raise
        except Forbidden:
            with suppress(AwayError):
                await self._ledger.note_state(chat, "blocked")
            return "undeliverable"
        except ChatMigrated as error:
            return await self._hand_over(str(error.new_chat_id), part)
        except BadRequest as error:
            log.warning("not taken", error=type(error).__name__, buttons=len(part.buttons))
            # Rather the words without the buttons than nothing: whatever was asked can be answered in words.
            return await self._hand_over(chat, replace(part, buttons=())) if part.buttons else "undeliverable"
        return "sent"

    async def _write(self, chat: str, part: Said) -> None:
        await self._bot.send_message(
            int(chat),
            part.text,
            reply_markup=_keyboard(part),
            entities=_covered(part),
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )

    async def _note(self, key: str, state: Literal["sent", "undeliverable"]) -> None:
        try:
            await self._ledger.note_sent(key, state)
        except AwayError as error:
            log.warning("sending not noted", error=str(error))
            self._unnoted[key] = state
            while len(self._unnoted) > MOST_UNNOTED:
                self._unnoted.popitem(last=False)
        else:
            self._unnoted.pop(key, None)


@overload
async def patiently(attempt: Callable[[], Awaitable[Answer]], may: None = None) -> Answer: ...
@overload
async def patiently(
    attempt: Callable[[], Awaitable[Answer]], may: Callable[[], Awaitable[bool]] | None
) -> Answer | None: ...
async def patiently(
    attempt: Callable[[], Awaitable[Answer]], may: Callable[[], Awaitable[bool]] | None = None
) -> Answer | None:
    """Try until Telegram takes it: after as long as it asks for, or a little later each time that it is away.

    ``may`` is asked before it is tried again; None where it says no.
    """
    pause = FIRST_PAUSE
    while True:
        try:
            return await attempt()
        except RetryAfter as error:
            wait = seconds_of(error)
            log.info("asked to wait", seconds=wait)
            await asyncio.sleep(wait)
        except TelegramError as error:  # its text is not logged
            log.warning(_why(error), error=type(error).__name__)
            await asyncio.sleep(LONGEST_PAUSE if isinstance(error, InvalidToken | EndPointNotFound) else pause)
            pause = min(pause * 2, LONGEST_PAUSE)
        if may is not None and not await may():
            return None


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram wants us to wait."""
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)


def _why(error: TelegramError) -> str:
    """What is wrong, as whoever runs this can mend it."""
    if isinstance(error, InvalidToken | EndPointNotFound):
        return "telegram does not know this bot: is TELEGRAM_BOT_TOKEN right, or was it revoked? @BotFather has it"
    if isinstance(error, Conflict):
        return "another program asks for this bot's updates: stop it, or make a new token with @BotFather"
    return "telegram away"


def _covered(said: Said) -> list[MessageEntity] | None:
    """What is covered until somebody taps it, on the telephone's lock screen too."""
    if said.covered_from is None:
        return None
    return [MessageEntity(MessageEntity.SPOILER, said.covered_from, units(said.text) - said.covered_from)]


def _keyboard(said: Said) -> InlineKeyboardMarkup | None:
    if not said.buttons:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(title[:LONGEST_TITLE], callback_data=data)] for title, data in said.buttons]
    )
