"""``GET /openapi.json``: the backend's description with the path that the door answers itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import yaml
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.door.proxy import HOP_BY_HOP, Proxy

OWN_PATHS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("openapi.yml").read_text("utf-8"))

OF_THE_BODY = HOP_BY_HOP | {"content-length", "content-type", "content-encoding", "date"}


class Description:
    """Adds the door's path to what the backend says; passes anything else on as it is."""

    def __init__(self, client: httpx.AsyncClient, origin: str, proxy: Proxy) -> None:
        self._client = client
        self._url = f"{origin}/openapi.json"
        self._proxy = proxy

    async def get(self, request: Request) -> Response:
        try:
            answer = await self._client.get(self._url, timeout=10)
            described = answer.json()
        except (httpx.HTTPError, ValueError):
            return await self._proxy.pass_on(request)
        if not answer.is_success or not isinstance(described, dict):
            return await self._proxy.pass_on(request)
        described["paths"] = {**described.get("paths", {}), **OWN_PATHS}
        headers = {name: value for name, value in answer.headers.items() if name not in OF_THE_BODY}
        return JSONResponse(described, headers=headers)
