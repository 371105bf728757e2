"""Real servers in the places of the backend, Rasa and the action server, and a door in front of them."""

from __future__ import annotations

import asyncio
import secrets
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.door.application import create_application
from bot.door.settings import Settings
from nlu.people.spoken import read_spoken_answer
from nlu.reading import LEARNED, PERHAPS, Reading, Safety
from nlu.written.alarm import with_unread
from nlu.written.read import read_written

TOKEN = "good-token"
SERVICE = "service-token"


class WordReader:
    """Reads a safety level where the message says so in as many words; the real reader has tests of its own.

    The language is read as the real one reads it.
    """

    LEVELS = (
        ("going to kill me", "immediate"),
        ("chce ma zabit", "immediate"),
        ("scared of him", "urgent"),
        ("boi se ho", "urgent"),
        ("bruise", "concern"),
    )

    def read(self, text: str) -> Reading:
        if "break the reader" in text:
            raise RuntimeError(text)
        written = read_written(text).language
        safety = with_unread(self._safety(text), written)
        answer = "yes" if text.casefold() == "yes" else read_spoken_answer(text, written)
        return Reading(safety=safety, written_in=written, answer=answer)

    def _safety(self, text: str) -> Safety:
        if "turn up on her doorstep" in text:
            return Safety("immediate", (LEARNED, PERHAPS), (text,))
        for words, level in self.LEVELS:
            if words in text:
                reason = "fear_of_partner" if level == "urgent" else "threat_to_kill"
                return Safety(level, (reason,), (words,))  # type: ignore[arg-type]
        return Safety()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(application: ASGIApp, port: int) -> Iterator[str]:
    """Run an application with uvicorn on a thread; its address."""
    config = uvicorn.Config(
        application, host="127.0.0.1", port=port, log_config=None, proxy_headers=False, timeout_graceful_shutdown=2
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the server ended before it began"
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)


@dataclass
class Backend:
    """The backend as docs/wire.md has it, as far as the door sees it."""

    messages: list[dict[str, Any]] = field(default_factory=list)
    said: list[dict[str, Any]] = field(default_factory=list)
    alerts: dict[str, dict[str, Any]] = field(default_factory=dict)
    presses: dict[str, dict[str, str]] = field(default_factory=dict)
    passed: list[Request] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    deliveries: dict[str, dict[str, Any]] = field(default_factory=dict)
    open_question: str | None = None
    handed_over: bool = False
    language: str | None = None
    audience: str = "professional"
    refuse_alerts_with_thread: bool = False
    refuse_replies: bool = False
    slow: float = 0.0

    def application(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/health", lambda _: JSONResponse({"status": "ok"})),
                Route("/internal/messages", self.receive, methods=["POST"]),
                Route("/internal/replies", self.deliver, methods=["POST"]),
                Route("/internal/alerts", self.alert, methods=["POST"]),
                Route("/chat/messages", self.fragment),
                Route("/{path:path}", self.page, methods=["GET", "POST", "PUT", "DELETE"]),
            ]
        )

    async def receive(self, request: Request) -> Response:
        assert request.headers["authorization"] == f"Service {SERVICE}"
        await asyncio.sleep(self.slow)
        body = await request.json()
        if body["credential"]["value"] != TOKEN:
            return JSONResponse({"error": {"code": "not_signed_in", "message": "Please sign in."}}, 401)
        if body["conversation"] == "somebody-elses":
            return JSONResponse({"error": {"code": "not_found", "message": "There is no such conversation."}}, 404)
        if body["delivery"] in self.deliveries:
            return JSONResponse({**self.deliveries[body["delivery"]], "duplicate": True})
        self.messages.append(body)
        answer = {
            "thread": f"thread-{body['conversation']}",
            "message": len(self.messages),
            "duplicate": False,
            "replies": None,
            "press": self.presses.get(body["text"]),
            "audience": self.audience,
            "programme": body["programme"],
            "question": self.open_question,
            "handed_over": self.handed_over,
            "language": self.language,
        }
        if body["delivery"]:
            self.deliveries[body["delivery"]] = answer
        return JSONResponse(answer)

    async def deliver(self, request: Request) -> Response:
        if self.refuse_replies:
            return JSONResponse({"error": {"code": "failed", "message": "Sorry."}}, 500)
        body = await request.json()
        self.said.append(body)
        replies = [
            {
                **reply,
                "text": reply["text"].replace("[[reference]]", "FD-1"),
                **({"buttons": [_token_of(b) for b in reply["buttons"]]} if "buttons" in reply else {}),
            }
            for reply in body["replies"]
        ]
        for delivery in self.deliveries.values():
            if delivery["message"] == body["message"]:
                delivery["replies"] = replies
        return JSONResponse({"replies": replies})

    async def alert(self, request: Request) -> Response:
        body = await request.json()
        if self.refuse_alerts_with_thread and body["thread"]:
            return JSONResponse({"error": {"code": "not_found", "message": "No such thread."}}, 404)
        self.alerts.setdefault(body["id"], body)
        return JSONResponse({"alert": body["id"]})

    async def fragment(self, request: Request) -> Response:
        return PlainTextResponse(f"transcript for {request.cookies.get('frontdoor')}", media_type="text/html")

    async def page(self, request: Request) -> Response:
        self.bodies.append(await request.body())
        self.passed.append(request)
        response = PlainTextResponse(f"{request.method} {request.url.path}?{request.url.query}")
        response.set_cookie("one", "1")
        response.set_cookie("two", "2")
        return response


@dataclass
class Rasa:
    """Rasa's REST channel: says what it is told to say."""

    heard: list[dict[str, Any]] = field(default_factory=list)
    says: list[dict[str, Any]] = field(default_factory=lambda: [{"recipient_id": "x", "text": "What is going on?"}])
    slow: float = 0.0
    speaking: int = 0
    most_at_once: int = 0

    def application(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/webhooks/rest/", lambda _: JSONResponse({"status": "ok"})),
                Route("/health", lambda _: PlainTextResponse("ok")),
                Route("/webhooks/rest/webhook", self.turn, methods=["POST"]),
            ]
        )

    async def turn(self, request: Request) -> Response:
        self.heard.append(await request.json())
        self.speaking += 1
        self.most_at_once = max(self.most_at_once, self.speaking)
        await asyncio.sleep(self.slow)
        self.speaking -= 1
        return JSONResponse(self.says)


@dataclass
class Product:
    """A door with its neighbours; each neighbour can be taken away and brought back."""

    url: str
    settings: Settings
    backend: Backend
    rasa: Rasa
    stop_backend: Callable[[], None]
    start_backend: Callable[[], None]
    stop_rasa: Callable[[], None]

    def say(self, text: str, **more: Any) -> httpx.Response:
        """Send a message as somebody who is signed in."""
        return self.post({"conversation": "c1", "text": text, **more}, token=TOKEN)

    def post(self, body: Any, token: str | None = None) -> httpx.Response:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return httpx.post(f"{self.url}/api/chat/messages", json=body, headers=headers, timeout=30)

    def wait_for_alert(self) -> dict[str, Any]:
        end = time.monotonic() + 15
        while not self.backend.alerts:
            assert time.monotonic() < end, "no alert reached the backend"
            time.sleep(0.05)
        return next(iter(self.backend.alerts.values()))


def _token_of(button: dict[str, str]) -> dict[str, str]:
    return {**button, "payload": f"opaque-{button['title']}"}


class _Neighbour:
    """A server that can be stopped and started again at the same address."""

    def __init__(self, application: Callable[[], ASGIApp]) -> None:
        self._application = application
        self.port = free_port()
        self._running: Any = None

    def start(self) -> None:
        self._running = serving(self._application(), self.port)
        self._running.__enter__()

    def stop(self) -> None:
        if self._running is not None:
            self._running.__exit__(None, None, None)
            self._running = None


@contextmanager
def product(data: Path, programmes: Path, **settings: Any) -> Iterator[Product]:
    """Everything, with its data below ``data``."""
    backend, rasa = Backend(), Rasa()
    neighbours = _Neighbour(backend.application), _Neighbour(rasa.application)
    for neighbour in neighbours:
        neighbour.start()
    chosen = Settings(
        backend_url=f"http://127.0.0.1:{neighbours[0].port}",
        rasa_url=f"http://127.0.0.1:{neighbours[1].port}",
        actions_url=f"http://127.0.0.1:{neighbours[1].port}",
        data=data,
        spool_key=settings.pop("spool_key", secrets.token_bytes(32)),
        service_token=SERVICE,
        programmes=programmes,
        **settings,
    )
    try:
        with serving(create_application(chosen, WordReader()), free_port()) as url:
            yield Product(url, chosen, backend, rasa, neighbours[0].stop, neighbours[0].start, neighbours[1].stop)
    finally:
        for neighbour in neighbours:
            neighbour.stop()
