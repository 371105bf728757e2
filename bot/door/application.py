"""The door as an application: puts the stages together and names the routes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import structlog
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.door.agree_page import AgreePage
from bot.door.alerts import Alerts
from bot.door.answers import refused
from bot.door.backend_client import BackendClient
from bot.door.chat_api import ChatApi
from bot.door.chat_page import ChatPage
from bot.door.emergency import EmergencyNumbers
from bot.door.guard import Guard
from bot.door.health import Health
from bot.door.limits import Limits
from bot.door.masking import Mask
from bot.door.message import Refusal
from bot.door.openapi import Description
from bot.door.outbound import make_client
from bot.door.pages import Pages
from bot.door.private_page import PrivatePage
from bot.door.proxy import Proxy
from bot.door.rasa_client import RasaClient
from bot.door.reading import ReadingRoom, ReadsText
from bot.door.relay import Relay
from bot.door.settings import Settings
from bot.door.spool import Spool
from bot.door.wording import Wording

log = structlog.get_logger("door")
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


def create_application(settings: Settings, reader: ReadsText) -> Starlette:
    """The application. It needs no other process to start, and answers danger from its first request."""
    wording = Wording.load()
    numbers = EmergencyNumbers.load(settings.programmes, wording.numbers)
    spool = Spool(settings.spool, settings.spool_key, *settings.spool_keys_before)
    client, passing = make_client(), make_client()
    backend = BackendClient(client, settings.backend_url, settings.service_token)
    alerts = Alerts(spool, backend)
    room = ReadingRoom(reader)
    limits = Limits(demo=settings.demo)
    rasa = RasaClient(client, settings.rasa_url, settings.rasa_seconds)
    mask = Mask.from_training_data(settings.intents)
    relay = Relay(
        room=room,
        backend=backend,
        rasa=rasa,
        alerts=alerts,
        numbers=numbers,
        wording=wording,
        mask=mask,
        limits=limits,
    )
    pages = Pages(wording)
    # What people look at has connections of its own, so that it never uses up those of messages.
    proxy = Proxy(
        passing,
        settings.backend_url,
        relay,
        pages,
        wording=wording,
        people=limits.people,
        https=settings.behind_tls,
    )
    api = ChatApi(relay, wording, settings.service_token)
    page = ChatPage(relay, proxy, pages, wording, limits)
    agreeing = AgreePage(relay, proxy, pages, wording, limits)
    private = PrivatePage(relay, proxy, pages, wording)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        spool.reserve()
        log.info("started", words=len(mask), waiting=spool.depth())
        draining = asyncio.create_task(alerts.drain())
        try:
            yield
        finally:
            draining.cancel()
            with suppress(asyncio.CancelledError):
                await draining
            room.close()
            await client.aclose()
            await passing.aclose()
            log.info("stopped", waiting=spool.depth())

    return Starlette(
        routes=[
            Route("/health", Health(client, settings, spool).get, methods=["GET"]),
            Route("/api/chat/messages", api.post_message, methods=["POST"]),
            Route("/api/chat/messages", api.wrong_method, methods=[name for name in METHODS if name != "POST"]),
            Route("/chat", page.post_message, methods=["POST"]),
            Route("/agree/{token}", agreeing.post_answer, methods=["POST"]),
            Route("/private/{token}", private.post_words, methods=["POST"]),
            Route("/danger", page.post_danger, methods=["POST"]),
            Route("/danger", page.get_danger, methods=["GET"]),
            Route("/openapi.json", Description(client, settings.backend_url, proxy).get, methods=["GET"]),
            Route("/{path:path}", proxy.pass_on, methods=METHODS),
        ],
        middleware=[Middleware(Guard, limits=limits, pages=pages, wording=wording, numbers=relay.numbers())],
        lifespan=lifespan,
        exception_handlers={404: _no_such_address, 405: _no_such_address},
    )


async def _no_such_address(_: Request, error: Exception) -> Response:
    """What no route takes, such as a line break in an address: told as the API tells everything else."""
    status = error.status_code if isinstance(error, HTTPException) else 404
    answer = refused(Refusal(status, "not_found", "We could not find what you asked for."))
    answer.headers.update((error.headers if isinstance(error, HTTPException) else None) or {})
    return answer
