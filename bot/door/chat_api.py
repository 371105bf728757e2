"""Web chat for programs: ``POST /api/chat/messages``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.door.answers import refused
from bot.door.body import NotTakenError, TooSlowError, caller_address, whole_body
from bot.door.credentials import bearer_of, is_ours
from bot.door.message import Credential, Incoming, Refusal
from bot.door.plain_text import of_any_shape
from bot.door.relay import Relay
from bot.door.wording import Wording

LONGEST_NAME = 100
"""Characters of a conversation's, a delivery's or a programme's name."""

NAME = re.compile(
    r"[^\x00-\x1f\x7f-\x9f\ud800-\udfff]*[^\s\x00-\x1f\x7f-\x9f\ud800-\udfff][^\x00-\x1f\x7f-\x9f\ud800-\udfff]*"
)
"""Anything that can be written, in any alphabet; no control characters, no halves of characters, not blanks alone."""


FILES = frozenset(
    {"attachment", "attachments", "audio", "document", "file", "files", "image", "images", "photo", "video", "voice"}
)
"""What clients call what is no words."""


class InvalidBodyError(ValueError):
    """What is wrong with a body; ``args[0]`` is the key of the sentence that says it."""


class ChatApi:
    """Checks the JSON, takes the message to the relay and answers in Rasa's REST shape."""

    def __init__(self, relay: Relay, wording: Wording, service_token: str) -> None:
        self._relay = relay
        self._service_token = service_token
        self._wording = wording
        self._problems = wording.problems

    async def post_message(self, request: Request) -> Response:
        try:
            raw = await whole_body(request)
            body = _fields(raw)
        except TooSlowError as error:
            return await self._unreadable(
                request, error.beginning, Refusal(408, "too_slow", self._problems["too_slow"])
            )
        except NotTakenError as error:
            large = Refusal(413, "too_large", self._problems["other_large"])
            return await self._unreadable(request, error.beginning, large)
        except InvalidBodyError as error:
            wrong = Refusal(400, "not_json", self._problems[str(error)])
            return await self._unreadable(request, raw, self._no_files(None) if is_file(request) else wrong)
        problem = _problem(body)
        incoming = _incoming(request, body, trusted=problem is None)
        if problem is None and is_ours(request, self._service_token):
            incoming = _in_chat(incoming, body)
        if _is_file_alone(body):
            incoming = replace(incoming, text=" ".join(_captions(body)), credential=None)
        if problem is not None or _is_file_alone(body):
            return await self._badly_formed(incoming, self._wrong(request, body, problem))
        outcome = await self._relay.take(incoming)
        if outcome.refusal is not None:
            return refused(outcome.refusal)
        return JSONResponse(outcome.replies, headers={"Cache-Control": "no-store"})

    async def wrong_method(self, _: Request) -> Response:
        """Anything but POST: there is nothing here to read."""
        answer = refused(Refusal(405, "wrong_method", self._problems["wrong_method"]))
        answer.headers["Allow"] = "POST"
        return answer

    def _wrong(self, request: Request, body: dict[str, Any], problem: str | None) -> Refusal:
        if problem is None or _is_file_alone(body):
            return self._no_files(self._language(request, body))
        return Refusal(422, problem, self._problems[problem])

    def _language(self, request: Request, body: dict[str, Any]) -> str | None:
        named = _is_name(body.get("conversation"))
        return self._relay.language_at(_incoming(request, body, trusted=True)) if named else None

    def _no_files(self, language: str | None) -> Refusal:
        """A photo, a file or a voice note: nothing of it is kept, and what to do instead is said."""
        return Refusal(415, "no_files", self._wording.problem("no_files", language))

    async def _unreadable(self, request: Request, raw: bytes, refusal: Refusal) -> Response:
        told = _incoming(request, {"text": of_any_shape(raw)}, trusted=False)
        return await self._badly_formed(told, refusal)

    async def _badly_formed(self, incoming: Incoming, refusal: Refusal) -> Response:
        """Even a message that is badly formed is answered when it tells of danger."""
        outcome = await self._relay.take(incoming)
        if outcome.replies:
            return JSONResponse(outcome.replies, headers={"Cache-Control": "no-store"})
        return refused(refusal)


def is_file(request: Request) -> bool:
    """Whether what is sent is a file, or a form in the shape that files come in."""
    kind = request.headers.get("content-type", "").casefold()
    return kind.startswith(("multipart/", "image/", "audio/", "video/", "application/pdf"))


def _is_file_alone(body: dict[str, Any]) -> bool:
    """Whether a message has something attached and no words."""
    text = body.get("text")
    return bool(FILES & body.keys()) and not (isinstance(text, str) and text.strip())


def _captions(value: object) -> Iterator[str]:
    """What is written beside a file: words, not addresses or what the file itself was turned into."""
    if isinstance(value, str):
        if " " in value.strip():
            yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _captions(each)


def _fields(raw: bytes) -> dict[str, Any]:
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        raise InvalidBodyError("not_json") from None
    if not isinstance(body, dict):
        raise InvalidBodyError("not_json")
    return body


def _problem(body: dict[str, Any]) -> str | None:
    """The first field that is not as it should be."""
    if not isinstance(body.get("text"), str):
        return "text"
    if not _is_name(body.get("conversation")):
        return "conversation"
    given = (name for name in ("programme", "delivery") if body.get(name) is not None)
    return next((name for name in given if not _is_name(body[name])), None)


def _is_name(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_NAME and NAME.fullmatch(value) is not None


def _in_chat(incoming: Incoming, body: dict[str, Any]) -> Incoming:
    """A message that one of our processes brings from a messaging service: it says from which chat."""
    chat = body.get("chat")
    credential = Credential("chat", str(chat)) if _is_name(chat) else None
    pressed, behind = body.get("pressed") is True, body.get("behind") is True
    return replace(incoming, credential=credential, channel="telegram", pressed=pressed, behind=behind)


def _incoming(request: Request, body: dict[str, Any], *, trusted: bool) -> Incoming:
    text = body.get("text")
    return Incoming(
        conversation=body["conversation"] if trusted else "",
        text=text if isinstance(text, str) else "",
        credential=bearer_of(request) if trusted else None,
        address=caller_address(request),
        delivery=body.get("delivery") if trusted else None,
        programme=body.get("programme") if trusted else None,
    )
