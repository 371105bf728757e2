"""What stands around every request: limits on its size and shape, the headers that protect a browser, a log line."""

from __future__ import annotations

import time
from uuid import uuid4

import structlog
from starlette.datastructures import Headers as RequestHeaders
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backend.errors import FrontDoorError, TooLarge
from backend.failures import respond, route_of
from backend.limits import NoFiles, check_json

LARGEST_BODY = 256 * 1024
"""Bytes. The longest story a person can write by hand is far below."""
SIGNED_IN = "X-Front-Door-Signed-In"
"""Tells the door that we recognised who asks, so that it counts them no more as strangers (docs/wire.md)."""

CONTENT_SECURITY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_ALWAYS = {
    "Content-Security-Policy": CONTENT_SECURITY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
ASKED_ALL_THE_TIME = frozenset({("/health", 200), ("/internal/telegram/unasked", 200)})
"""Every second or few; only their failures are news."""
_log = structlog.get_logger()


class BodyLimit:
    """Refuses a body of more than 256 KiB, whether it says its length or not; with files; nested without end."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on while it is small enough."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        length = RequestHeaders(scope=scope).get("content-length", "0")
        if not length.isdigit() or int(length) > LARGEST_BODY:
            await self._refuse(TooLarge(), scope, receive, send)
            return
        kind = RequestHeaders(scope=scope).get("content-type", "").casefold()
        if kind.startswith("multipart/"):
            await self._refuse(NoFiles(), scope, receive, send)
            return
        # A body that is sent in pieces has no length to believe: gather it, so that a route never sees half of one.
        pieces, size, more = [], 0, True
        while more:
            message = await receive()
            if message["type"] != "http.request":
                return
            pieces.append(message.get("body", b""))
            size += len(pieces[-1])
            more = message.get("more_body", False)
            if size > LARGEST_BODY:
                await self._refuse(TooLarge(), scope, receive, send)
                return
        body = b"".join(pieces)
        try:
            if not kind.startswith("application/x-www-form-urlencoded"):
                check_json(body)  # whatever it is called: some routes read it as JSON all the same
        except FrontDoorError as error:
            await self._refuse(error, scope, receive, send)
            return
        await self.app(scope, _replay(body, receive), send)

    async def _refuse(self, error: FrontDoorError, scope: Scope, receive: Receive, send: Send) -> None:
        await respond(Request(scope), error)(scope, receive, send)


def _replay(body: bytes, receive: Receive) -> Receive:
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return waiting.pop() if waiting else await receive()

    return again


class Headers:
    """Adds the headers that tell a browser what it must not do with our pages."""

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self.app = app
        self.headers = dict(_ALWAYS)
        if secure:
            self.headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the headers added; nothing but the pages' own style, script and font files may be kept."""
        kept = "public, max-age=3600" if scope.get("path", "").startswith("/static/") else "no-store"

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", kept)
                if "actor" in scope.get("state", {}):
                    headers[SIGNED_IN] = "yes"
            await send(message)

        await self.app(scope, receive, with_headers)


class HeadRequests:
    """Answers HEAD as GET without the body: a link checker or a monitor asks so, and the routes know GET only."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; of the answer to HEAD only the headers."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def without_body(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        scope["method"] = "GET"
        try:
            await self.app(scope, receive, without_body)
        finally:
            scope["method"] = "HEAD"


class RequestLog:
    """Writes a line for each request: its route's pattern, never its path or its query."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and log how it went."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status = time.perf_counter(), 500

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        structlog.contextvars.bind_contextvars(request=str(uuid4()))
        try:
            await self.app(scope, receive, watched)
        finally:
            took = round((time.perf_counter() - began) * 1000, 1)
            route = route_of(Request(scope))
            if (route, status) not in ASKED_ALL_THE_TIME:
                _log.info("request", method=scope["method"], route=route, status=status, ms=took)
            structlog.contextvars.clear_contextvars()
