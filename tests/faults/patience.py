"""People and programs who send again what was not answered, as the same message, until it is."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.system import PASSWORD, FrontDoor, Reply

PATIENCE = 120.0
"""Seconds after which somebody gives up, and the test fails."""
AGAIN = (408, 425, 429, 500, 502, 503, 504)


@dataclass
class Line:
    """A connection that is made again when it breaks. ``longest`` is how long an answer was waited for, in seconds."""

    door: FrontDoor
    again: int = 0
    longest: float = 0.0
    told: set[str] = field(default_factory=set)
    """What was said to those who had to send again."""
    client: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=30, trust_env=False))

    def __enter__(self) -> Line:
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()

    def until_answered(self, ask: Callable[[], httpx.Response]) -> httpx.Response:
        """Ask again until there is an answer that is not "not now"."""
        began = time.monotonic()
        while time.monotonic() < began + PATIENCE:
            try:
                answer = ask()
            except httpx.HTTPError as error:
                self._note(f"({type(error).__name__})")
                continue
            if answer.status_code not in AGAIN:
                self.longest = max(self.longest, time.monotonic() - began)
                return answer
            self._note(_message(answer))
        raise AssertionError(f"no answer within {PATIENCE:.0f} s; told meanwhile: {self.told}")

    def _note(self, said: str) -> None:
        self.told.add(said)
        self.again += 1
        time.sleep(0.3)


@dataclass
class Patient:
    """Somebody signed in who talks in one conversation and sends again what was not answered."""

    line: Line
    token: str = field(repr=False)
    conversation: str = field(default_factory=lambda: f"talk-{uuid.uuid4()}")
    said: list[str] = field(default_factory=list)
    """What was answered, in order: from then on it is kept."""
    replies: list[Reply] = field(default_factory=list)

    def say(self, text: str, shown: str | None = None) -> list[Reply]:
        """Say something until it is answered; ``shown`` is what the record shows of it (a button's title)."""
        delivery = str(uuid.uuid4())
        end = time.monotonic() + PATIENCE
        while True:
            self.replies = self._send(text, delivery)
            if not self.replies or "trouble" not in (self.replies[-1].get("custom") or {}):
                break
            assert time.monotonic() < end, "kept, but never answered"
            self.line.told.add(self.replies[-1]["text"])
            self.line.again += 1
            time.sleep(0.3)
        self.said.append(shown or text)
        return self.replies

    def press(self, title: str) -> list[Reply]:
        """Press a button of the last replies."""
        buttons = {b["title"]: b["payload"] for reply in self.replies for b in reply.get("buttons", ())}
        return self.say(buttons[title], shown=title)

    def _send(self, text: str, delivery: str) -> list[Reply]:
        body = {"conversation": self.conversation, "text": text, "delivery": delivery, "programme": "sevenoaks"}
        answer = self.line.until_answered(
            lambda: self.line.client.post(
                f"{self.line.door.url}/api/chat/messages",
                json=body,
                headers={"Authorization": f"Bearer {self.token}"},
            )
        )
        assert answer.status_code == 200, f"{answer.status_code} {answer.text}"
        replies: list[Reply] = answer.json()
        return replies


def token_of(line: Line, email: str) -> str:
    """Sign in to a demo account, however long it takes."""
    body = {"grant_type": "password", "username": email, "password": PASSWORD}
    answer = line.until_answered(lambda: line.client.post(f"{line.door.url}/api/token", data=body))
    assert answer.status_code == 200, answer.text
    token: str = answer.json()["access_token"]
    return token


def inside(line: Line, method: str, path: str, body: Any = None) -> httpx.Response:
    """Ask the backend as the door and the actions do, wherever it listens by now."""

    def ask() -> httpx.Response:
        try:
            origin = line.door.setting("door", "FRONTDOOR_BACKEND_URL")
            token = line.door.setting("door", "FRONTDOOR_SERVICE_TOKEN")
        except (AssertionError, OSError, StopIteration) as gone:
            raise httpx.ConnectError("the backend is not running") from gone
        headers = {"Authorization": f"Service {token}"}
        return line.client.request(method, origin + path, json=body, headers=headers)

    return line.until_answered(ask)


def _message(answer: httpx.Response) -> str:
    try:
        return str(answer.json()["error"]["message"])
    except (ValueError, KeyError, TypeError):
        return f"({answer.status_code})"
