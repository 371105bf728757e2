"""A Bot API server on the loopback interface, as far as our process uses it, and people with a telephone in hand."""

from __future__ import annotations

import asyncio
import itertools
import json
import socket
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response

TOKEN = "77001:planted-token-of-a-bot"
Json = dict[str, Any]


class BotApi:
    """What Telegram keeps: updates that wait to be confirmed, and what was sent. Used from two threads."""

    def __init__(self) -> None:
        self.updates: list[Json] = []
        self.sent: list[Json] = []
        """Every ``sendMessage`` that was taken, with its ``message_id`` and, on this machine's clock, when."""
        self.presses: list[Json] = []
        """Every ``answerCallbackQuery``."""
        self.unbuttoned: list[int] = []
        self.left: list[int] = []
        self.calls: list[str] = []
        self.troubles: list[Json] = []
        """What the next calls of ``sendMessage`` are answered with in place of being taken."""
        self.blocked: set[int] = set()
        self.migrated: dict[int, int] = {}
        """Groups that became others."""
        self.away = False
        """Whether nothing is answered but that the gateway is bad."""
        self.revoked = False
        """Whether the token is no longer known."""
        self.contested = 0
        """How many of the next ``getUpdates`` are answered with: somebody else asks for the same."""
        self.flood: Flood | None = None
        """Telegram's limits, where they are held to."""
        self.webhook: Json = {}
        """``setWebhook``, where updates are brought instead of asked for."""
        self.refused: list[int] = []
        """Statuses other than 200 with which brought updates were answered."""
        self.closing = False
        self._by_chat: dict[int, list[Json]] = defaultdict(list)
        self._bringing: asyncio.Task[None] | None = None
        self._numbers = itertools.count(5000)
        self._messages = itertools.count(1)

    def sent_to(self, chat: int) -> list[Json]:
        """What was sent to one chat."""
        return list(self._by_chat[chat])

    def add(self, update: Json) -> int:
        """Something happened on Telegram; its number."""
        number = next(self._numbers)
        self.updates = [*self.updates, {"update_id": number, **update}]
        return number

    async def call(self, method: str, body: Json) -> tuple[int, Json]:
        """Answer one call: status and JSON."""
        self.calls.append(method)
        if self.revoked:
            return 401, {"ok": False, "error_code": 401, "description": "Unauthorized"}
        if method == "getUpdates":
            return await self._asked(body)
        return self._send(body) if method == "sendMessage" else self._settled(method, body)

    def _settled(self, method: str, body: Json) -> tuple[int, Json]:
        match method:
            case "answerCallbackQuery":
                self.presses.append(body)
            case "editMessageReplyMarkup":
                self.unbuttoned.append(int(body["message_id"]))
            case "leaveChat":
                self.left.append(int(body["chat_id"]))
            case "getMe":
                return 200, {"ok": True, "result": {"id": 77001, "is_bot": True, "first_name": "Door"}}
            case "deleteWebhook":
                self.webhook = {}
            case "setWebhook":
                self.webhook = body
                self._bringing = self._bringing or asyncio.create_task(self._bring())
            case "getWebhookInfo":
                told = {"url": self.webhook.get("url", ""), "has_custom_certificate": False}
                return 200, {"ok": True, "result": told | {"pending_update_count": len(self.updates)}}
            case _:
                return 404, {"ok": False, "error_code": 404, "description": "Not Found"}
        return 200, {"ok": True, "result": True}

    async def _asked(self, body: Json) -> tuple[int, Json]:
        if self.webhook or self.contested:
            self.contested -= bool(self.contested)
            return 409, {"ok": False, "error_code": 409, "description": "Conflict: terminated by other getUpdates"}
        return 200, {"ok": True, "result": await self._waiting(body)}

    async def _waiting(self, body: Json) -> list[Json]:
        offset = int(body.get("offset") or 0)
        self.updates = [each for each in self.updates if each["update_id"] >= offset]
        end = time.monotonic() + float(body.get("timeout") or 0)
        while not self.updates and not self.closing and time.monotonic() < end:
            await asyncio.sleep(0.02)
        return self.updates[:100]

    async def _bring(self) -> None:
        """Bring updates one by one, each again until it is taken."""
        async with httpx.AsyncClient(trust_env=False) as client:
            while not self.closing:
                if self.webhook and self.updates and not self.away:
                    await self._bring_one(client, self.updates[0])
                else:
                    await asyncio.sleep(0.02)

    async def _bring_one(self, client: httpx.AsyncClient, update: Json) -> None:
        shown = {"X-Telegram-Bot-Api-Secret-Token": str(self.webhook.get("secret_token", ""))}
        try:
            answer = await client.post(str(self.webhook["url"]), content=json.dumps(update), headers=shown)
            taken = answer.status_code == 200
            self.refused += [] if taken else [answer.status_code]
        except httpx.HTTPError:
            taken = False
        if taken:
            self.updates = [each for each in self.updates if each["update_id"] != update["update_id"]]
        else:
            await asyncio.sleep(0.1)

    def _send(self, body: Json) -> tuple[int, Json]:
        if self.troubles:
            trouble = self.troubles.pop(0)
            return int(trouble["error_code"]), {"ok": False, **trouble}
        if self.flood and (wait := self.flood.too_soon(int(body["chat_id"]))):
            told = f"Too Many Requests: retry after {wait}"
            return 429, {"ok": False, "error_code": 429, "description": told, "parameters": {"retry_after": wait}}
        if new := self.migrated.get(int(body["chat_id"])):
            told = "Bad Request: group chat was upgraded to a supergroup chat"
            parameters = {"migrate_to_chat_id": new}
            return 400, {"ok": False, "error_code": 400, "description": told, "parameters": parameters}
        if any(not 0 < len(str(each["callback_data"]).encode()) <= 64 for each in buttons_of(body)):
            return 400, {"ok": False, "error_code": 400, "description": "Bad Request: BUTTON_DATA_INVALID"}
        if int(body["chat_id"]) in self.blocked:
            told = "Forbidden: bot was blocked by the user"
            return 403, {"ok": False, "error_code": 403, "description": told}
        if len(str(body["text"]).encode("utf-16-le")) > 2 * 4096:
            return 400, {"ok": False, "error_code": 400, "description": "Bad Request: message is too long"}
        number = next(self._messages)
        taken = body | {"message_id": number, "taken_at": time.monotonic()}
        self.sent.append(taken)
        self._by_chat[int(body["chat_id"])].append(taken)
        chat = {"id": int(body["chat_id"]), "type": "private"}
        message = {"message_id": number, "date": int(time.time()), "chat": chat, "text": body["text"]}
        return 200, {"ok": True, "result": message}


@dataclass
class Flood:
    """Telegram's limits: in a chat some at once and then one a second, in all thirty a second."""

    overall: int = 30
    told: int = 0
    """How often somebody was told to wait."""
    _sent: list[tuple[float, int]] = field(default_factory=list)

    def too_soon(self, chat: int) -> int:
        """Seconds to wait; 0 for a message that is taken."""
        now = time.monotonic()
        self._sent = [(at, each) for at, each in self._sent if at > now - 10]
        mine = sum(1 for _, each in self._sent if each == chat)
        if mine >= 18 or sum(1 for at, _ in self._sent if at > now - 1) >= self.overall:
            self.told += 1
            return 1
        self._sent.append((now, chat))
        return 0


@dataclass
class Phone:
    """Somebody who writes to the bot."""

    api: BotApi
    chat: int
    seen: int = 0
    newest: list[Json] = field(default_factory=list)
    """What was answered last."""
    transcript: list[str] = field(default_factory=list)

    def write(self, text: str, **more: Any) -> int:
        """Write something, without waiting for an answer."""
        self.transcript.append(f"> {text}")
        return self.api.add({"message": self.message(text=text, **more)})

    def message(self, **content: Any) -> Json:
        """A message as Telegram tells of it."""
        return {"message_id": 1, "date": int(time.time()), **self.who(), **content}

    def who(self) -> Json:
        """The chat of two, and the person."""
        person = {"id": self.chat, "is_bot": False, "first_name": "Wilhelmina"}
        return {"chat": {"id": self.chat, "type": "private", "first_name": "Wilhelmina"}, "from": person}

    def say(self, text: str, **more: Any) -> list[Json]:
        """Write something and wait for the answer."""
        self.write(text, **more)
        return self.answer()

    def press(self, title: str) -> list[Json]:
        """Tap the newest button of this title and wait for the answer."""
        self.tap(title)
        return self.answer()

    def tap(self, title: str) -> Json:
        """Tap the newest button of this title; the message it stands in."""
        for message in reversed(self.received()):
            for button in buttons_of(message):
                if button["text"] == title:
                    self.tap_on(message, button["callback_data"])
                    return message
        raise AssertionError(f"no button {title!r}:\n{self.told()}")

    def tap_on(self, message: Json, data: str) -> int:
        """Tap a button of a message, which may be an old one."""
        self.transcript.append(f"> [{data[:8]}]")
        inside = {"message_id": message["message_id"], "date": 1, "chat": self.who()["chat"], "text": message["text"]}
        press = {"id": str(time.monotonic_ns()), "chat_instance": "1", "data": data, "from": self.who()["from"]}
        return self.api.add({"callback_query": press | {"message": inside}})

    def answer(self, seconds: float = 40) -> list[Json]:
        """What comes next, once no more has come for a moment."""
        self.wait_for(lambda: len(self.received()) > self.seen, seconds)
        quiet = time.monotonic() + 0.4
        count = len(self.received())
        while time.monotonic() < quiet:
            time.sleep(0.02)
            if len(self.received()) > count:
                count, quiet = len(self.received()), time.monotonic() + 0.4
        new = self.received()[self.seen :]
        self.seen, self.newest = count, new
        self.transcript += [f"    {m['text']}  {[b['text'] for b in buttons_of(m)]}" for m in new]
        return new

    def hear(self, said: str) -> None:
        """Wait until something was said: of several messages, each goes when the pace allows."""
        while said not in words(self.newest):
            self.answer()

    def received(self) -> list[Json]:
        """All that was sent to this chat."""
        return self.api.sent_to(self.chat)

    def wait_for(self, happened: Callable[[], bool], seconds: float = 40) -> None:
        """Wait until something has happened."""
        end = time.monotonic() + seconds
        while not happened():
            assert time.monotonic() < end, f"nothing came:\n{self.told()}"
            time.sleep(0.02)

    def told(self) -> str:
        """The talk so far, for a failure's message."""
        return "\n".join(self.transcript)


def buttons_of(message: Json) -> list[Json]:
    """The buttons of a message that was sent."""
    markup = message.get("reply_markup") or {}
    return [button for row in markup.get("inline_keyboard", ()) for button in row]


def words(messages: list[Json]) -> str:
    """All that was said."""
    return "\n".join(str(message["text"]) for message in messages)


@contextmanager
def bot_api() -> Iterator[tuple[BotApi, str]]:
    """A Bot API server while the block runs, and its origin."""
    api, application = BotApi(), FastAPI(openapi_url=None)

    @application.post("/bot{token}/{method}")
    async def call(token: str, method: str, request: Request) -> Response:
        if api.away:
            return Response("<html>Bad Gateway</html>", 502)
        if token != TOKEN:
            return JSONResponse({"ok": False, "error_code": 401, "description": "Unauthorized"}, 401)
        status, body = await api.call(method, await _body(request))
        return Response(json.dumps(body), status, media_type="application/json")

    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(application, log_config=None, access_log=False, lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        yield api, f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        api.closing = server.should_exit = True
        thread.join(timeout=10)
        listening.close()


async def _body(request: Request) -> Json:
    """The fields, of a form as the library sends them; what is JSON in them is read."""
    form = await request.form()
    read: Json = {}
    for name, value in form.items():
        try:
            read[name] = json.loads(str(value)) if name != "text" else str(value)
        except ValueError:
            read[name] = str(value)
    return read
