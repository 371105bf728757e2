"""Web chat for people: the form of the chat page, and the public danger form."""

from __future__ import annotations

import hashlib

import httpx
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.door.body import NotTakenError, caller_address
from bot.door.chat_api import is_file
from bot.door.credentials import cookie_of
from bot.door.form import field, form_of
from bot.door.limits import Limits
from bot.door.message import Incoming, Outcome, Refusal
from bot.door.pages import Pages, Written
from bot.door.plain_text import of_any_shape
from bot.door.proxy import Proxy
from bot.door.relay import Relay
from bot.door.wording import Wording

PAGE = "page"
"""What a conversation on the page is called; the backend knows which one is the person's newest."""


class ChatPage:
    """Takes forms to the relay, and people back to their page."""

    def __init__(self, relay: Relay, proxy: Proxy, pages: Pages, wording: Wording, limits: Limits) -> None:
        self._relay = relay
        self._limits = limits
        self._proxy = proxy
        self._pages = pages
        self._wording = wording
        self._problems = wording.problems

    async def post_message(self, request: Request) -> Response:
        """``POST /chat``: 303 to the latest message, or the transcript alone when the page asked for it."""
        try:
            form = (await form_of(request))[0]
        except NotTakenError as error:
            return await self._unreadable(request, error.beginning)
        incoming = _incoming(request, form)
        outcome = await self._relay.take(incoming)
        written = Written(incoming.text, field(form, "csrf"), field(form, "delivery"))
        if outcome.refusal is not None:
            return self._not_taken(request, outcome.refusal, written)
        if not outcome.kept:
            return self._said_here(request, outcome)
        if not _without_reload(request):
            return RedirectResponse("/chat#latest", status_code=303)
        return await self._transcript(request)

    async def post_danger(self, request: Request) -> Response:
        """``POST /danger``: answered with a plain page, signed in or not, whatever else is down."""
        try:
            form = (await form_of(request))[0]
        except NotTakenError as error:
            form = FormData({"text": of_any_shape(error.beginning)})
        text = field(form, "text") or ""
        if not text.strip():
            return self._pages.danger(self._relay.numbers(field(form, "programme")))
        reply = await self._relay.tell_danger(text, field(form, "programme"), caller_address(request))
        return self._pages.safety(reply, fragment=False)

    async def get_danger(self, request: Request) -> Response:
        """``GET /danger``: the backend's page, or our own when it is away."""
        page = self._pages.danger(self._relay.numbers())
        if self._limits.take("GET", "/danger", cookie_of(request), caller_address(request)):
            return page
        return await self._proxy.pass_on(request, when_away=page)

    async def _unreadable(self, request: Request, raw: bytes) -> Response:
        """No form of ours, far too large or too slow: danger is answered all the same."""
        told = Incoming(PAGE, of_any_shape(raw), None, caller_address(request))
        outcome = await self._relay.take(told)
        if outcome.replies:
            return self._said_here(request, outcome)
        if is_file(request):
            here = Incoming(PAGE, "", cookie_of(request, None), caller_address(request))
            said = self._wording.problem("no_files", self._relay.language_at(here))
            return self._not_taken(request, Refusal(415, "no_files", said), Written())
        return self._not_taken(request, Refusal(413, "too_large", self._problems["other_large"]), Written())

    async def _transcript(self, request: Request) -> Response:
        try:
            return await self._proxy.fetch(request, "/chat/messages")
        except httpx.HTTPError:
            # The message is kept; the person has only to look again.
            return Response(status_code=200, headers={"HX-Redirect": "/chat"})

    def _said_here(self, request: Request, outcome: Outcome) -> Response:
        """Replies that the person's page will not show, because the backend does not have them."""
        safety = [reply for reply in outcome.replies if "safety" in reply.get("custom", {})]
        if safety:
            return self._pages.safety(safety[0], fragment=_without_reload(request))
        message = " ".join(reply["text"] for reply in outcome.replies)
        return self._pages.kept(message, self._relay.numbers(), fragment=_without_reload(request))

    def _not_taken(self, request: Request, refusal: Refusal, written: Written) -> Response:
        message = refusal.message
        if refusal.status == 403:
            message = self._problems["form_expired"]
        if refusal.code == "empty" and not _without_reload(request):
            return RedirectResponse("/chat#latest", status_code=303)
        page = self._pages.not_taken(
            refusal.status, message, written, self._relay.numbers(), fragment=_without_reload(request)
        )
        if refusal.retry_after is not None:
            page.headers["Retry-After"] = str(refusal.retry_after)
        return page


def _incoming(request: Request, form: FormData) -> Incoming:
    text = field(form, "press") or field(form, "text") or ""
    return Incoming(
        conversation=PAGE,
        text=text,
        credential=cookie_of(request, field(form, "csrf")),
        address=caller_address(request),
        delivery=_delivery(field(form, "delivery"), text),
        programme=field(form, "programme"),
    )


def _delivery(named: str | None, text: str) -> str | None:
    """The name of a message: of the same words sent again it is the same, of words changed before that it is not.

    A form without scripts sends the name that it was given, whatever is written in it by now.
    """
    return hashlib.sha256(f"{named}\0{text}".encode()).hexdigest() if named else None


def _without_reload(request: Request) -> bool:
    return request.headers.get("hx-request") == "true"
