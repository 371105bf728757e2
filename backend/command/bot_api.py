"""A Bot API server on this machine, for as long as personas talk over Telegram: the part that our process uses.

It takes what the Telegram process sends and hands out what personas write. Any token is taken: nothing leaves here.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

Json = dict[str, Any]
LOOK = 0.02
"""Seconds between two looks for something that somebody wrote."""


class BotApi:
    """What waits to be fetched, and what was sent. Used from the server's thread and from the personas'."""

    def __init__(self) -> None:
        self.sent: list[Json] = []
        """Every ``sendMessage``, with its ``message_id``."""
        self._updates: list[Json] = []
        # Numbers that no run before has used: an update that was answered once is not answered again.
        self._numbers = itertools.count(int(time.time() * 1000) % 2_000_000_000)
        self._messages = itertools.count(1)
        self.closing = False

    def add(self, update: Json) -> None:
        """Something was written, or a button tapped."""
        self._updates = [*self._updates, {"update_id": next(self._numbers), **update}]

    async def call(self, method: str, body: Json) -> Json:
        """Answer one call."""
        if method == "getUpdates":
            return {"ok": True, "result": await self._waiting(body)}
        if method == "sendMessage":
            message = body | {"message_id": next(self._messages)}
            self.sent.append(message)
            chat = {"id": int(body["chat_id"]), "type": "private"}
            told = {"message_id": message["message_id"], "date": int(time.time()), "chat": chat, "text": body["text"]}
            return {"ok": True, "result": told}
        if method == "getMe":
            return {"ok": True, "result": {"id": 1, "is_bot": True, "first_name": "Front Door"}}
        return {"ok": True, "result": True}

    async def _waiting(self, body: Json) -> list[Json]:
        offset, end = int(body.get("offset") or 0), time.monotonic() + float(body.get("timeout") or 0)
        self._updates = [each for each in self._updates if each["update_id"] >= offset]
        while not self._updates and not self.closing and time.monotonic() < end:
            await asyncio.sleep(LOOK)
        return self._updates[:100]


@contextmanager
def bot_api(origin: str) -> Iterator[BotApi]:
    """A server at an origin of this machine (``http://127.0.0.1:18081``). OSError where something listens there."""
    api, parts = BotApi(), urlsplit(origin)
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((parts.hostname or "127.0.0.1", parts.port or 80))
    server = uvicorn.Server(uvicorn.Config(_application(api), log_config=None, access_log=False, lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield api
    finally:
        api.closing = server.should_exit = True
        thread.join(10)
        listening.close()


def _application(api: BotApi) -> FastAPI:
    application = FastAPI(openapi_url=None)

    @application.post("/bot{token}/{method}")
    async def call(token: str, method: str, request: Request) -> JSONResponse:  # noqa: ARG001 - any token is taken
        return JSONResponse(await api.call(method, await _fields(request)))

    return application


async def _fields(request: Request) -> Json:
    """The fields of a form, as the library sends them; what is JSON in them is read, but for words."""
    read: Json = {}
    for name, value in (await request.form()).items():
        try:
            read[name] = str(value) if name == "text" else json.loads(str(value))
        except ValueError:
            read[name] = str(value)
    return read
