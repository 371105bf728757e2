"""The form by which a family answers for itself: read for danger, then passed on like any other form."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from bot.door.body import NotTakenError, caller_address
from bot.door.credentials import cookie_of
from bot.door.form import field, form_of
from bot.door.limits import Limits
from bot.door.message import Refusal, Reply
from bot.door.pages import Pages
from bot.door.plain_text import of_any_shape
from bot.door.proxy import Proxy
from bot.door.refusals import too_many
from bot.door.relay import Relay
from bot.door.wording import Wording

AGREEING = "/agree/"
WRITTEN = ("name", "reach", "note", "condition")
"""The fields in which a person writes; the name and a way to reach them help whoever reads the alert."""
SAVED = 303
"""How the backend answers a form that it has kept."""


class AgreePage:
    """Takes the answer to the backend, and danger in it to the duty list."""

    def __init__(self, relay: Relay, proxy: Proxy, pages: Pages, wording: Wording, limits: Limits) -> None:
        self._relay = relay
        self._proxy = proxy
        self._pages = pages
        self._wording = wording
        self._limits = limits

    async def post_answer(self, request: Request) -> Response:
        """``POST /agree/…``: the backend's answer, or what to do in danger and whether the answer is saved."""
        address = caller_address(request)
        form, body, refusal = FormData(), b"", None
        try:
            form, body = await form_of(request)
            text = "\n".join(words for name in WRITTEN if (words := field(form, name)))
        except NotTakenError as error:
            text = of_any_shape(error.beginning)
            refusal = Refusal(413, "too_large", self._wording.problems["other_large"])
        language = field(form, "lang")
        heard = self._relay.overhear(text, field(form, "programme"), address, language) if text.strip() else None
        reply = await heard if heard is not None else None
        wait = self._limits.take("POST", request.url.path, cookie_of(request, None), address)
        refusal = refusal or (too_many(self._wording, wait) if wait else None)
        answer = None if refusal else await self._proxy.send_on(request, body)
        if reply is not None:
            saved = answer is not None and answer.status_code == SAVED
            if answer is not None and answer.background is not None:
                await answer.background()  # it is not sent on, so its connection is given back here
            return self._in_danger(reply, language, saved=saved)
        if refusal is not None:
            return self._pages.refused(refusal, self._relay.numbers())
        return answer or self._proxy.away(request)

    def _in_danger(self, reply: Reply, language: str | None, *, saved: bool) -> Response:
        said = self._wording.page("answer_saved" if saved else "answer_not_saved", language)
        return self._pages.safety(reply, fragment=False, afterwards=said)
