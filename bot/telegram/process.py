"""Puts the process together: polling, answering, and sending what was said without being asked."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import structlog
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.telegram.answering import Answering
from bot.telegram.events import Event
from bot.telegram.inbox import Inbox
from bot.telegram.intake import Intake
from bot.telegram.neighbours import Door, Ledger, make_client
from bot.telegram.outlet import Outlet
from bot.telegram.pace import Pace
from bot.telegram.polling import Polling
from bot.telegram.settings import Settings
from bot.telegram.tongues import Tongues
from bot.telegram.turns import Chat, Chats
from bot.telegram.unasked import Unasked
from bot.telegram.webhook import Hook
from bot.telegram.wording import speaking

log = structlog.get_logger("telegram")
GRACE = 5.0
"""Seconds for what is being answered when the process is told to stop; Telegram hands out the rest again."""


async def serve(settings: Settings, stopping: asyncio.Event) -> None:
    """Run until told to stop."""
    client = make_client()
    bot = Bot(
        settings.token,
        base_url=f"{settings.api_base}/bot",
        request=HTTPXRequest(connection_pool_size=64, read_timeout=20, pool_timeout=30),
        get_updates_request=HTTPXRequest(connection_pool_size=2, pool_timeout=30),
    )
    ledger = Ledger(client, settings)
    outlet = Outlet(bot, ledger, Pace(settings.a_second))
    tongues = Tongues()
    answering = Answering(Door(client, settings, tongues), ledger, outlet)

    async def take(event: Event, chat: Chat, before: asyncio.Task[None] | None) -> None:
        with speaking(tongues.of(event)):
            try:
                await answering.take(event, chat, before)
            except Exception as error:
                # Nor what the error holds.
                log.error("not answered", kind=event.kind, error=type(error).__name__)  # noqa: TRY400
                await answering.give_up(event)
        await intake.done(event)

    chats = Chats(take)
    intake = Intake(ledger, _inbox(settings), chats.put)
    await intake.begin()
    coming = Hook(bot, intake, settings.webhook) if settings.webhook else Polling(bot, intake)
    unasked = Unasked(ledger, outlet)
    running = [asyncio.create_task(coming.run()), asyncio.create_task(unasked.run())]
    ended = asyncio.create_task(stopping.wait())
    log.info("started", webhook=settings.webhook is not None, inbox=bool(settings.inbox_keys))
    try:
        await asyncio.wait([*running, ended], return_when=asyncio.FIRST_COMPLETED)
        for task in running:
            if task.done():
                task.result()
    finally:
        ended.cancel()
        for task in running:
            task.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await task
        await chats.settle(GRACE)
        await client.aclose()
        log.info("stopped")


def _inbox(settings: Settings) -> Inbox | None:
    return Inbox(settings.inbox, *settings.inbox_keys) if settings.inbox and settings.inbox_keys else None
