"""Everything that is not a message goes to the backend as it came."""

from __future__ import annotations

import posixpath
from collections.abc import AsyncIterator, Iterable
from urllib.parse import unquote

import httpx
import structlog
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bot.door.answers import refused
from bot.door.body import TooLargeError, TooSlowError, caller_address, whole_body
from bot.door.credentials import credential_of
from bot.door.limits import Acquaintances
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
SIGNED_IN = "x-front-door-signed-in"
"""By this header the backend tells the door that it recognised who asks (docs/wire.md). It goes no further."""
GATHERED = 2 * 1024 * 1024
"""Bytes of an answer that are taken from the backend at once: who reads slowly must not hold on to its connection."""
Headers = list[tuple[bytes, bytes]]


class Proxy:
    """A streaming reverse proxy for one origin."""

    def __init__(
        self,
        client: httpx.AsyncClient,
        origin: str,
        relay: Relay,
        pages: Pages,
        *,
        wording: Wording,
        people: Acquaintances,
        https: bool,
    ) -> None:
        self._client = client
        self._origin = origin
        self._relay = relay
        self._pages = pages
        self._problems = wording.problems
        self._people = people
        self._scheme = "https" if https else "http"

    async def pass_on(self, request: Request, when_away: Response | None = None) -> Response:
        """The backend's answer, streamed; ``when_away`` or our own plain page when it is away."""
        if is_internal(request.url.path) or is_internal(request.scope.get("raw_path", b"").decode("latin-1")):
            return refused(Refusal(404, "not_found", "We could not find what you asked for."))
        try:
            body = await whole_body(request)
        except TooLargeError:
            return refused(Refusal(413, "too_large", self._problems["other_large"]))
        except TooSlowError:
            return refused(Refusal(408, "too_slow", self._problems["too_slow"]))
        return await self.send_on(request, body) or when_away or self._away(request)

    async def send_on(self, request: Request, body: bytes) -> Response | None:
        """The backend's answer to a body that was taken already; None when it is away."""
        raw = request.scope.get("raw_path") or request.url.path.encode()
        target = raw.decode("latin-1").partition("?")[0]
        if request.url.query:
            target += f"?{request.url.query}"
        try:
            return await self._send(request, request.method, target, body)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            log.warning("backend away", error=type(error).__name__)
            return None

    def away(self, request: Request) -> Response:
        """What is said while the backend is away."""
        return self._away(request)

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
        self._get_to_know(request, answer)
        pieces = answer.aiter_raw()
        begun = await _gathered(pieces)
        response = StreamingResponse(
            _joined(begun, pieces), status_code=answer.status_code, background=BackgroundTask(answer.aclose)
        )
        response.raw_headers = _passed(answer.headers.raw, {SIGNED_IN, "date"})
        return response

    def _get_to_know(self, request: Request, answer: httpx.Response) -> None:
        """Learn from the backend's answer whether what was shown is real."""
        shown = credential_of(request)
        if shown is None:
            return
        if answer.headers.get(SIGNED_IN):
            self._people.met(shown)
        elif answer.status_code in (401, 303):
            self._people.gone(shown)

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


async def _gathered(pieces: AsyncIterator[bytes]) -> list[bytes]:
    begun: list[bytes] = []
    size = 0
    async for piece in pieces:
        begun.append(piece)
        size += len(piece)
        if size >= GATHERED:
            break
    return begun


async def _joined(begun: list[bytes], pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    for piece in begun:
        yield piece
    async for piece in pieces:
        yield piece


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
