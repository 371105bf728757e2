"""What stands before every request: the size of its head, no files, and how much strangers may ask.

Messages and the danger page have their own way: they are read for danger first, whatever else is wrong with them.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.door.agree_page import AGREEING
from bot.door.answers import refused
from bot.door.body import caller_address
from bot.door.connection import LARGEST_HEAD
from bot.door.credentials import credential_of
from bot.door.limits import Limits
from bot.door.message import Refusal
from bot.door.pages import Pages
from bot.door.refusals import too_many
from bot.door.wording import Wording

LONGEST_ADDRESS = 8 * 1024
"""Bytes of a path with its query; the longest of ours has a few hundred."""
MESSAGES = frozenset({"/chat", "/danger", "/api/chat/messages"})


class Guard:
    """Refuses what is too much; passes everything else on."""

    def __init__(self, app: ASGIApp, *, limits: Limits, pages: Pages, wording: Wording, numbers: list[str]) -> None:
        self._app = app
        self._limits = limits
        self._pages = pages
        self._wording = wording
        self._numbers = numbers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        refusal = self._refusal(request)
        if refusal is None:
            await self._app(scope, receive, send)
        else:
            await self._answer(request, refusal)(scope, receive, send)

    def _refusal(self, request: Request) -> Refusal | None:
        path, query = request.scope.get("raw_path") or b"", request.scope["query_string"]
        if len(path) + len(query) > LONGEST_ADDRESS:
            return self._refused(414, "address_too_long", "address_too_long")
        if sum(len(name) + len(value) + 4 for name, value in request.headers.raw) > LARGEST_HEAD:
            return self._refused(431, "headers_too_large", "address_too_long")
        if request.method == "POST" and request.url.path.startswith(AGREEING):
            return None  # read for danger first, and counted there
        if request.url.path in MESSAGES and request.method in ("POST", "GET"):
            return None if request.method == "POST" or request.url.path == "/danger" else self._too_many(request)
        if request.headers.get("content-type", "").casefold().startswith("multipart/"):
            return self._refused(415, "no_files", "no_files")
        return self._too_many(request)

    def _too_many(self, request: Request) -> Refusal | None:
        wait = self._limits.take(request.method, request.url.path, credential_of(request), caller_address(request))
        return too_many(self._wording, wait) if wait else None

    def _refused(self, status: int, code: str, sentence: str) -> Refusal:
        return Refusal(status, code, self._wording.problems[sentence])

    def _answer(self, request: Request, refusal: Refusal) -> Response:
        if "text/html" in request.headers.get("accept", ""):
            return self._pages.refused(refusal, self._numbers)
        return refused(refusal)
