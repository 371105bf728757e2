"""The Telegram process between a Bot API server and a door and backend that go by the book (docs/wire.md)."""

from __future__ import annotations

import asyncio
import base64
import os
import random
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from tests.telegram_server import TOKEN, BotApi, Phone, bot_api

SERVICE = "service-token-of-a-test"
ROOT = Path(__file__).resolve().parents[2]


@dataclass
class House:
    """Door and backend as docs/wire.md has them, as far as the process sees them."""

    heard: list[tuple[str, str]] = field(default_factory=list)
    """Chat and words of each message that was kept, once for a delivery."""
    deliveries: dict[tuple[str, str], str] = field(default_factory=dict)
    done: set[int] = field(default_factory=set)
    sent: set[str] = field(default_factory=set)
    waiting: list[dict[str, Any]] = field(default_factory=list)
    states: list[tuple[str, str]] = field(default_factory=list)
    safe: bool = True
    """Whether now is a time at which chats may be written to."""
    asked_whether_safe: int = 0
    asked_for_unasked: int = 0
    forgetful: bool = False
    """Whether it fails to note what was sent."""
    away: bool = False
    unsteady: float = 0.0
    """How often, of 1, a message is answered with 503 the first times it comes."""
    buttons: list[dict[str, str]] = field(default_factory=list)
    """Buttons of each answer."""
    held: set[str] = field(default_factory=set)
    """Words of messages whose answer takes as long as they stand here."""
    chance: random.Random = field(default_factory=lambda: random.Random(3))  # noqa: S311 - the same each time
    turns: dict[str, asyncio.Lock] = field(default_factory=dict)

    async def say(self, body: dict[str, Any]) -> JSONResponse:
        if "knife" in body["text"]:
            return JSONResponse([{"text": "Ring 999.", "custom": {"safety": "immediate"}}])
        if self.away or self.chance.random() < self.unsteady:
            return JSONResponse({"error": {"code": "not_kept", "message": "Send it again."}}, 503)
        if body.get("behind"):
            return JSONResponse({"error": {"code": "behind", "message": "Send it again."}}, 425)
        while body["text"] in self.held:
            await asyncio.sleep(0.02)
        async with self.turns.setdefault(body["chat"], asyncio.Lock()):
            await asyncio.sleep(self.chance.random() * 0.05)
            known = (body["chat"], body["delivery"])
            if known not in self.deliveries:
                self.deliveries[known] = body["text"]
                self.heard.append((body["chat"], body["text"]))
        return JSONResponse([{"text": f"You said {body['text']}", "buttons": self.buttons}])

    def overheard(self, body: dict[str, Any]) -> JSONResponse:
        """Words from a group: danger is answered, nothing else is taken."""
        if "knife" in body["text"]:
            return JSONResponse([{"text": "Ring 999.", "custom": {"safety": "immediate"}}])
        return JSONResponse({"error": {"code": "not_signed_in", "message": "Sign in."}}, 401)

    def heard_of(self, phone: Phone) -> list[str]:
        """What was kept of one chat, in the order in which it was."""
        return [text for chat, text in self.heard if chat == str(phone.chat)]

    def ledger(self, path: str, body: dict[str, Any]) -> JSONResponse:
        match path:
            case "updates/done":
                return JSONResponse({"updates": [each for each in body["updates"] if each in self.done]})
            case "updates":
                self.done.add(body["update"])
            case "sendings/claims":
                return JSONResponse({"keys": [key for key in body["keys"] if key in self.sent]})
            case "chats/about":
                self.asked_whether_safe += 1
                return JSONResponse({"safe_now": self.safe, "may_write": self.safe})
            case "sendings" if self.forgetful:
                return JSONResponse({}, 503)
            case "sendings":
                self.sent.add(body["key"])
                self.waiting = [each for each in self.waiting if each["key"] != body["key"]]
            case "chats/state":
                self.states.append((body["chat"], body["state"]))
        return JSONResponse({})


@contextmanager
def house() -> Iterator[tuple[House, int]]:
    application, inside = FastAPI(openapi_url=None), House()

    @application.post("/api/chat/messages")
    async def say(request: Request) -> JSONResponse:
        assert request.headers["authorization"] == f"Service {SERVICE}"
        body = await request.json()
        return await inside.say(body) if "chat" in body else inside.overheard(body)

    @application.get("/internal/telegram/unasked")
    async def unasked() -> dict[str, Any]:
        inside.asked_for_unasked += 1
        return {"waiting": inside.waiting if inside.safe else []}

    @application.post("/internal/telegram/{path:path}")
    async def ledger(path: str, request: Request) -> JSONResponse:
        return inside.ledger(path, await request.json())

    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(application, log_config=None, access_log=False, lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield inside, listening.getsockname()[1]
        server.should_exit = True
        thread.join(10)


@dataclass
class Process:
    """``python -m bot.telegram``, which can be killed and started again."""

    environment: dict[str, str]
    log: Path
    child: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            command = [sys.executable, "-m", "bot.telegram"]
            self.child = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=log, stderr=log)

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self.child is not None and self.child.poll() is None

    def kill(self) -> None:
        assert self.child is not None
        self.child.kill()
        self.child.wait(10)


@dataclass
class Running:
    api: BotApi
    house: House
    process: Process

    def wait_for(self, happened: Callable[[], bool], seconds: float = 40) -> None:
        """Wait until something has happened."""
        end = time.monotonic() + seconds
        while not happened():
            assert time.monotonic() < end, f"it did not happen; the log ends:\n{self.process.log.read_text()[-2000:]}"
            time.sleep(0.02)

    def phones(self, count: int) -> list[Phone]:
        return [Phone(self.api, 480300000 + number) for number in range(count)]


@contextmanager
def process_between(folder: Path, *, api_is_away: bool = False, **settings: str) -> Iterator[Running]:
    """The process between a house and a Bot API server, with what is set besides."""
    with bot_api() as (api, origin), house() as (inside, port):
        api.away = api_is_away
        environment = {"PATH": os.environ["PATH"], "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_BASE": origin}
        environment |= {"FRONTDOOR_PORT": str(port), "FRONTDOOR_BACKEND_URL": f"http://127.0.0.1:{port}"}
        environment |= {"FRONTDOOR_SERVICE_TOKEN": SERVICE, "FRONTDOOR_DATA": str(folder / "data")}
        environment |= {"FRONTDOOR_INBOX_KEY": base64.b64encode(b"k" * 32).decode(), "TELEGRAM_A_SECOND": "1000"}
        process = Process(environment | settings, folder / "log")
        process.start()
        try:
            yield Running(api, inside, process)
        finally:
            process.kill()


def everybody_says(phones: list[Phone], numbers: range) -> None:
    """Each writes so many messages, all at once."""
    for number in numbers:
        for phone in phones:
            phone.write(f"message {number}")


def in_order(phone: Phone, count: int) -> list[str]:
    """What somebody is answered who wrote so many messages."""
    return [f"You said message {number}" for number in range(count)]
