"""``GET /health``: whether a conversation can be held, and what each part says of itself."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import httpx
from starlette.requests import Request
from starlette.responses import JSONResponse

from bot.door.settings import Settings
from bot.door.spool import Spool

SECONDS = 3.0
LEAST_FREE = 2 * 1024 * 1024
"""Bytes. Below it the database soon cannot write: people would be told to send again, and alerts need the reserve."""
BESIDE = ("worker",)
"""Parts that are told of although a conversation can be held without them."""
States = dict[str, str]


class Health:
    """Asks each process; 200 only when all of them answer and there is room on the disk.

    ``database`` and ``worker`` are what the backend says of them; they are left out where it says nothing. Without the
    worker a conversation can be held all the same.
    """

    def __init__(self, client: httpx.AsyncClient, settings: Settings, spool: Spool) -> None:
        self._client = client
        self._spool = spool
        self._data = settings.data
        self._asked = {
            "backend": f"{settings.backend_url}/health",
            "rasa": f"{settings.rasa_url}/webhooks/rest/",
            "actions": f"{settings.actions_url}/health",
        }

    async def get(self, _: Request) -> JSONResponse:
        states = await asyncio.gather(*(self._ask(name, url) for name, url in self._asked.items()))
        components: States = {"door": "ok"}
        for state in states:
            components |= state
        components["disk"] = await asyncio.to_thread(_room_on, self._data)
        ready = all(state == "ok" for name, state in components.items() if name not in BESIDE)
        spool = await asyncio.to_thread(
            lambda: {"waiting": self._spool.depth(), "unreadable": self._spool.unreadable()}
        )
        return JSONResponse(
            {"status": "ok" if ready else "unavailable", "components": components, "spool": spool},
            status_code=200 if ready else 503,
            headers={"Cache-Control": "no-store"},
        )

    async def _ask(self, name: str, url: str) -> States:
        try:
            answer = await self._client.get(url, timeout=SECONDS)
        except httpx.HTTPError as error:
            return {name: "slow" if isinstance(error, httpx.TimeoutException) else "down"}
        parts = _parts(answer)
        if parts:  # it answers; what is not well is one of its parts
            return {name: "ok", **parts}
        return {name: "ok" if answer.is_success else f"answers {answer.status_code}"}


def _parts(answer: httpx.Response) -> States:
    """What a process says of its own parts."""
    try:
        parts = answer.json()["components"]
        return {str(name): str(state) for name, state in parts.items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _room_on(data: Path) -> str:
    try:
        free = shutil.disk_usage(data).free
    except OSError:
        return "failed"
    return "ok" if free >= LEAST_FREE else "full"
