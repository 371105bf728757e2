"""The process alone, between a Bot API server and a door that goes by the book: in order, once, killed, waiting."""

from __future__ import annotations

import asyncio
import os
import random
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from tests.telegram_server import TOKEN, BotApi, Phone, bot_api, words

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
    away: bool = False
    chance: random.Random = field(default_factory=lambda: random.Random(3))  # noqa: S311 - the same each time
    turns: dict[str, asyncio.Lock] = field(default_factory=dict)

    async def say(self, body: dict[str, Any]) -> JSONResponse:
        if "knife" in body["text"]:
            return JSONResponse([{"text": "Ring 999.", "custom": {"safety": "immediate"}}])
        if self.away:
            return JSONResponse({"error": {"code": "not_kept", "message": "Send it again."}}, 503)
        async with self.turns.setdefault(body["chat"], asyncio.Lock()):
            await asyncio.sleep(self.chance.random() * 0.05)
            known = (body["chat"], body["delivery"])
            if known not in self.deliveries:
                self.deliveries[known] = body["text"]
                self.heard.append((body["chat"], body["text"]))
        return JSONResponse([{"text": f"You said {body['text']}"}])

    def ledger(self, path: str, body: dict[str, Any]) -> JSONResponse:
        match path:
            case "updates/done":
                return JSONResponse({"updates": [each for each in body["updates"] if each in self.done]})
            case "updates":
                self.done.add(body["update"])
            case "sendings/claims":
                return JSONResponse({"keys": [key for key in body["keys"] if key in self.sent]})
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
        return await inside.say(await request.json())

    @application.get("/internal/telegram/unasked")
    async def unasked() -> dict[str, Any]:
        return {"waiting": inside.waiting}

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

    def kill(self) -> None:
        assert self.child is not None
        self.child.kill()
        self.child.wait(10)


@dataclass
class Running:
    api: BotApi
    house: House
    process: Process

    def phones(self, count: int) -> list[Phone]:
        return [Phone(self.api, 480300000 + number) for number in range(count)]


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    with bot_api() as (api, origin), house() as (inside, port):
        environment = {"PATH": os.environ["PATH"], "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_BASE": origin}
        environment |= {"FRONTDOOR_PORT": str(port), "FRONTDOOR_BACKEND_URL": f"http://127.0.0.1:{port}"}
        process = Process(environment | {"FRONTDOOR_SERVICE_TOKEN": SERVICE}, tmp_path / "log")
        process.start()
        yield Running(api, inside, process)
        process.kill()
        assert TOKEN.split(":")[1] not in process.log.read_text()
        assert "4803" not in process.log.read_text()


def everybody_says(phones: list[Phone], rounds: range) -> None:
    for number in rounds:
        for phone in phones:
            phone.write(f"message {number}")


def in_order(phone: Phone, rounds: int) -> list[str]:
    return [f"You said message {number}" for number in range(rounds)]


def test_many_chats_at_once_lose_double_and_reorder_nothing(running: Running) -> None:
    phones = running.phones(60)
    everybody_says(phones, range(4))
    for phone in phones:
        phone.wait_for(lambda phone=phone: len(phone.received()) >= 4)  # type: ignore[misc]
        assert [message["text"] for message in phone.received()] == in_order(phone, 4)
    phones[0].wait_for(lambda: len(running.house.done) == 240)
    assert len(running.house.heard) == 240


def test_killed_in_the_middle_everything_is_answered_and_kept_once(running: Running) -> None:
    phones = running.phones(30)
    everybody_says(phones, range(2))
    phones[0].wait_for(lambda: len(running.house.done) > 10)
    running.process.kill()
    everybody_says(phones, range(2, 4))
    running.process.start()
    for phone in phones:
        phone.wait_for(lambda phone=phone: "You said message 3" in words(phone.received()))  # type: ignore[misc]
    assert sorted(running.house.heard) == sorted(
        (str(phone.chat), f"message {number}") for phone in phones for number in range(4)
    ), "each kept once"
    for phone in phones:
        told = [message["text"] for message in phone.received()]
        assert list(dict.fromkeys(told)) == in_order(phone, 4)
        assert len(told) <= 5, "twice only what Telegram had taken and nobody had noted: one message of a chat"


def test_while_nothing_can_be_kept_danger_is_answered_and_the_rest_follows_in_order(running: Running) -> None:
    running.house.away = True
    (phone,) = running.phones(1)
    assert "Your message is safe on Telegram" in words(phone.say("message 0"))
    phone.write("message 1")
    assert words(phone.say("he has a knife")) == "Ring 999."
    running.house.away = False
    phone.wait_for(lambda: "message 1" in words(phone.received()))
    told = [message["text"] for message in phone.received() if message["text"].startswith("You said")]
    assert told == in_order(phone, 2)


def test_what_is_said_unasked_is_sent_once_and_a_blocked_chat_is_noted(running: Running) -> None:
    here, gone = running.phones(2)
    running.api.blocked.add(gone.chat)
    running.house.waiting = [
        {"key": f"said {n}", "chat": str(phone.chat), "text": "Hello", "buttons": [], "role": role, "name": name}
        for n, (phone, role, name) in enumerate(((here, "lead", "Rowan Ellis"), (gone, None, None)))
    ]
    assert words(here.answer()) == "Rowan Ellis, programme lead:\nHello"
    here.wait_for(lambda: not running.house.waiting)
    assert running.house.states == [(str(gone.chat), "blocked")]
    assert gone.received() == []


def test_telegram_that_asks_to_wait_is_obeyed_and_one_that_fails_is_tried_again(running: Running) -> None:
    (phone,) = running.phones(1)
    wait = {"error_code": 429, "description": "Too Many Requests", "parameters": {"retry_after": 2}}
    running.api.troubles += [wait, {"error_code": 502, "description": "Bad Gateway"}]
    began = time.monotonic()
    assert words(phone.say("message 0")) == "You said message 0"
    assert time.monotonic() - began >= 2
    assert len(phone.received()) == 1


def test_an_update_that_nobody_understands_holds_nothing_up(running: Running) -> None:
    running.api.add({"message": {"message_id": 1, "chat": "?", "text": 7}})
    running.api.add({"something_new": {"chat": {"id": 1}}})
    (phone,) = running.phones(1)
    assert words(phone.say("message 0")) == "You said message 0"
