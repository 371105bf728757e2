"""``GET /health``: whether a conversation can be held, and what each part says of itself."""

from __future__ import annotations

import asyncio

import httpx
from starlette.requests import Request
from starlette.responses import JSONResponse

from bot.door.settings import Settings
from bot.door.spool import Spool

SECONDS = 3.0


class Health:
    """Asks each process; 200 only when all of them answer."""

    def __init__(self, client: httpx.AsyncClient, settings: Settings, spool: Spool) -> None:
        self._client = client
        self._spool = spool
        self._asked = {
            "backend": f"{settings.backend_url}/health",
            "rasa": f"{settings.rasa_url}/webhooks/rest/",
            "actions": f"{settings.actions_url}/health",
        }

    async def get(self, _: Request) -> JSONResponse:
        states = await asyncio.gather(*(self._ask(url) for url in self._asked.values()))
        components: dict[str, str] = {"door": "ok", **dict(zip(self._asked, states, strict=True))}
        ready = all(state == "ok" for state in components.values())
        spool = await asyncio.to_thread(
            lambda: {"waiting": self._spool.depth(), "unreadable": self._spool.unreadable()}
        )
        return JSONResponse(
            {"status": "ok" if ready else "unavailable", "components": components, "spool": spool},
            status_code=200 if ready else 503,
            headers={"Cache-Control": "no-store"},
        )

    async def _ask(self, url: str) -> str:
        try:
            answer = await self._client.get(url, timeout=SECONDS)
        except httpx.HTTPError as error:
            return "slow" if isinstance(error, httpx.TimeoutException) else "down"
        return "ok" if answer.is_success else f"answers {answer.status_code}"
