"""Telegram brings updates itself: a port of our own on the loopback interface, behind whatever takes https.

An update is confirmed (200) when it lies in the inbox or was answered; until then Telegram brings it again.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot, WebhookInfo

from bot.telegram.intake import Intake
from bot.telegram.outlet import patiently
from bot.telegram.polling import KINDS
from bot.telegram.settings import Webhook

log = structlog.get_logger("telegram.webhook")
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header  # nosec B105
LARGEST = 1024 * 1024
"""Bytes of an update; the largest that Telegram makes have some ten thousand."""
SECONDS = 10.0
"""For a whole update to come."""
ONE_BY_ONE = 1
"""Connections that Telegram may use: with more, two messages of one chat may come in the wrong order."""
LOOK_EVERY = 300.0
"""Seconds between looks at whether Telegram still brings updates here."""


class Hook:
    """Listens, and sees to it that Telegram brings updates here."""

    def __init__(self, bot: Bot, intake: Intake, webhook: Webhook) -> None:
        self._bot = bot
        self._intake = intake
        self._webhook = webhook
        self._path = urlsplit(webhook.url).path or "/"

    async def run(self) -> None:
        """Listen for ever. Raises OSError where the port is taken."""
        listening = socket.create_server(("127.0.0.1", self._webhook.port), backlog=128)
        server = _Server(uvicorn.Config(self._application(), log_config=None, access_log=False, lifespan="off"))
        try:
            await asyncio.gather(server.serve([listening]), self._keep_set())
        finally:
            listening.close()

    def _application(self) -> Starlette:
        return Starlette(routes=[Route(self._path, self._take, methods=["POST"])])

    async def _take(self, request: Request) -> Response:
        shown = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(shown, self._webhook.secret.encode()):
            return Response(status_code=401)
        try:
            update = await _update(request)
        except (ValueError, RecursionError, TimeoutError, ClientDisconnect) as error:
            log.warning("unreadable", error=type(error).__name__)
            # What came whole and cannot be read will never be better: brought again, it would hold up all others.
            return Response(status_code=200 if isinstance(error, ValueError | RecursionError) else 408)
        await self._intake.take([update])
        if update.get("update_id") in self._intake.only_on_telegram:
            return Response(status_code=503)
        return Response(status_code=200)

    async def _keep_set(self) -> None:
        """Tell Telegram where to bring updates, and now and then see whether that still holds."""
        await patiently(self._set)
        while True:
            await asyncio.sleep(LOOK_EVERY)
            told = await patiently(self._bot.get_webhook_info)
            if told.url != self._webhook.url:
                log.error("somebody else took the bot's updates", hint="is the token used elsewhere?")
                await patiently(self._set)
            elif _is_late(told):
                log.error("telegram does not reach us", waiting=told.pending_update_count)

    async def _set(self) -> bool:
        return await self._bot.set_webhook(
            self._webhook.url,
            secret_token=self._webhook.secret,
            allowed_updates=KINDS,
            max_connections=ONE_BY_ONE,
            drop_pending_updates=False,
        )


class _Server(uvicorn.Server):
    """Leaves the process's signals to the process."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def _update(request: Request) -> dict[str, Any]:
    """The update. ValueError for anything else, TimeoutError where it does not come."""
    body = bytearray()
    async with asyncio.timeout(SECONDS):
        async for piece in request.stream():
            body += piece
            if len(body) > LARGEST:
                raise ValueError
    read = json.loads(body)
    if not isinstance(read, dict):
        raise ValueError  # noqa: TRY004 - all that is no update is one
    return read


def _is_late(told: WebhookInfo) -> bool:
    return bool(told.pending_update_count and told.last_error_date)
