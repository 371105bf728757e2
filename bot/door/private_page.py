"""The form for what is too private for a chat: a message like any other, whose words only come by another way."""

from __future__ import annotations

import hashlib
from urllib.parse import urlencode

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.door.body import NotTakenError, caller_address
from bot.door.form import field, form_of
from bot.door.message import Credential, Incoming, Outcome, Refusal
from bot.door.pages import Pages
from bot.door.plain_text import of_any_shape
from bot.door.proxy import Proxy
from bot.door.relay import Relay
from bot.door.wording import Wording

SENT = "/private-sent"


class PrivatePage:
    """Takes what was written to the relay; danger is answered here, and the chat hears that something came."""

    def __init__(self, relay: Relay, proxy: Proxy, pages: Pages, wording: Wording) -> None:
        self._relay = relay
        self._proxy = proxy
        self._pages = pages
        self._wording = wording

    async def post_words(self, request: Request) -> Response:
        """``POST /private/…``: that it came, what to do in danger, or the form again with what was written."""
        form, body = FormData(), b""
        try:
            form, body = await form_of(request)
            text = field(form, "words") or ""
        except NotTakenError as error:
            text = of_any_shape(error.beginning)
        outcome = await self._relay.take(_incoming(request, text))
        language = field(form, "lang")
        danger = next((reply for reply in outcome.replies if "safety" in reply.get("custom", {})), None)
        if danger is not None:
            said = self._wording.page("words_saved" if outcome.kept else "words_not_saved", language)
            return self._pages.safety(danger, fragment=False, afterwards=said)
        if outcome.refusal is None:
            return RedirectResponse(SENT + (f"?{urlencode({'lang': language})}" if language else ""), 303)
        return await self._again(request, body, outcome)

    async def _again(self, request: Request, body: bytes, outcome: Outcome) -> Response:
        """The backend shows the form with what was written, or that the link works no more."""
        refusal = outcome.refusal or Refusal(503, "away", "")
        if not body or refusal.status == 429:
            return self._pages.refused(refusal, self._relay.numbers())
        return await self._proxy.send_on(request, body) or self._proxy.away(request)


def _incoming(request: Request, text: str) -> Incoming:
    token = str(request.path_params["token"])
    # The same words sent again by the same link are the same message.
    name = hashlib.sha256(f"{token}\0{text}".encode("utf-8", "replace")).hexdigest()
    shown = Credential("link", token)
    return Incoming("page", text, shown, caller_address(request), delivery=f"private {name}"[:100], channel="telegram")
