"""Everything that is not a message goes to the backend as it came."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from urllib.parse import unquote

import httpx
import structlog
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from bot.door.answers import refused
from bot.door.body import TooLargeError, caller_address, whole_body
from bot.door.message import Refusal
from bot.door.pages import Pages
from bot.door.relay import Relay
from bot.door.wording import Wording

log = structlog.get_logger("door.proxy")
SECONDS = 30.0
HOP_BY_HOP = frozenset(
    {
        "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer",
        "transfer-encoding", "upgrade",
    }
)  # fmt: skip
SET_BY_US = frozenset({"forwarded", "x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "x-real-ip"})
Headers = list[tuple[bytes, bytes]]


class Proxy:
    """A streaming reverse proxy for one origin."""

    def __init__(
        self, client: httpx.AsyncClient, origin: str, relay: Relay, pages: Pages, wording: Wording, *, https: bool
    ) -> None:
        self._client = client
        self._origin = origin
        self._relay = relay
        self._pages = pages
        self._problems = wording.problems
        self._scheme = "https" if https else "http"

    async def pass_on(self, request: Request, when_away: Response | None = None) -> Response:
        """The backend's answer, streamed; ``when_away`` or our own plain page when it is away."""
        if is_internal(request.url.path) or is_internal(request.scope.get("raw_path", b"").decode("latin-1")):
            return PlainTextResponse("Not found", 404)
        try:
            body = await whole_body(request)
        except TooLargeError:
            return refused(Refusal(413, "too_large", self._problems["other_large"]))
        raw = request.scope.get("raw_path") or request.url.path.encode()
        target = raw.decode("latin-1").partition("?")[0]
        if request.url.query:
            target += f"?{request.url.query}"
        try:
            return await self._send(request, request.method, target, body)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            log.warning("backend away", error=type(error).__name__)
            return when_away or self._away(request)

    async def fetch(self, request: Request, path: str) -> Response:
        """``GET`` another page of the backend as the same person. Raises httpx.HTTPError when it is away."""
        return await self._send(request, "GET", path, b"")

    async def _send(self, request: Request, method: str, target: str, body: bytes) -> Response:
        sent = self._client.build_request(
            method,
            self._origin + target,
            headers=self._request_headers(request, keep_body=bool(body)),
            content=body or None,
            timeout=SECONDS,
        )
        answer = await self._client.send(sent, stream=True)
        response = StreamingResponse(
            answer.aiter_raw(), status_code=answer.status_code, background=BackgroundTask(answer.aclose)
        )
        response.raw_headers = _passed(answer.headers.raw, ())
        return response

    def _request_headers(self, request: Request, *, keep_body: bool) -> Headers:
        dropped = SET_BY_US | {"content-length", "expect"}
        if not keep_body:
            dropped |= {"content-type"}
        headers = _passed(request.headers.raw, dropped)
        headers += [
            (b"x-forwarded-for", caller_address(request).encode()),
            (b"x-forwarded-proto", self._scheme.encode()),
            (b"x-forwarded-host", request.headers.get("host", "").encode("latin-1")),
        ]
        return headers

    def _away(self, request: Request) -> Response:
        if "text/html" in request.headers.get("accept", ""):
            return self._pages.away(self._relay.numbers(), sending=request.method not in ("GET", "HEAD"))
        return refused(Refusal(503, "away", self._problems["away"]))


def _passed(raw: Iterable[tuple[bytes, bytes]], dropped: Iterable[str]) -> Headers:
    """The headers without those of the connection, and without those that the connection names."""
    headers = [(name.lower(), value) for name, value in raw]
    named = {
        token.strip().lower()
        for name, value in headers
        if name == b"connection"
        for token in value.decode("latin-1").split(",")
    }
    out = HOP_BY_HOP | named | set(dropped)
    return [(name, value) for name, value in headers if name.decode("latin-1") not in out]


def is_internal(path: str) -> bool:
    """Whether a path leads to the internal routes, however it is written."""
    plain = unquote(unquote(path)).replace("\\", "/").lower()
    if ".." in plain.split("/"):
        return True
    return posixpath.normpath("/" + plain.lstrip("/")).split("/")[1] == "internal"
