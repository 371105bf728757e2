"""Talking to the backend as the door and the actions do, over HTTP."""

from __future__ import annotations

import itertools
from functools import cache
from typing import Any

import httpx

from nlu.reading import Reading
from tests.backend.serving import SERVICE, bearer

_numbers = itertools.count(1)

CONSENT = {
    "state": "given",
    "events": [
        {
            "purpose": "nomination",
            "state": "given",
            "by": "Della Quillfeather",
            "asked_by": "Priya Shah",
            "date": "2026-11-19",
            "method": "home visit",
            "wording_version": "1",
        }
    ],
}

CONTENT: dict[str, Any] = {
    "consent": CONSENT,
    "people": [
        {"name": "Della Quillfeather", "age": 34, "relation": "mother"},
        {"name": "Ned Quillfeather", "age": 12, "date_of_birth": "2014-05-06", "relation": "son"},
    ],
    "address": "7 Larkspur Rise",
    "postcode": "TN13 1AA",
    "contact": {"phone": "07700 900123", "note": "not after five"},
    "indicators": [
        {"code": "fixed_term_exclusion", "status": "asserted", "words": "excluded twice", "said_by": "professional"},
        {"code": "nobody_working", "status": "asserted", "words": "no one works", "said_by": "professional"},
    ],
    "agencies": ["Meadow Park School"],
    "assessment_in_place": True,
    "story": "Ned Quillfeather was excluded twice and no one works.",
    "safety": "none",
    "danger": "no",
    "answered": ["danger", "consent", "story", "clarify:education"],
}  # fmt: skip


class Caller:
    """Requests to an address, each on a connection of its own that is closed."""

    def __init__(self, origin: str, headers: dict[str, str]) -> None:
        self._origin, self._headers = origin, headers

    def __call__(self, method: str, path: str, **more: Any) -> httpx.Response:
        headers = self._headers | more.pop("headers", {})
        return httpx.request(method, self._origin + path, headers=headers, timeout=30, **more)

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self("GET", path, **more)

    def post(self, path: str, **more: Any) -> httpx.Response:
        return self("POST", path, **more)


@cache
def _header(origin: str, who: str) -> dict[str, str]:
    # Signing in is slow on purpose: once for each account is enough.
    return bearer(origin, who)


def signed_in(origin: str, who: str) -> Caller:
    """Requests of a demo account that has signed in."""
    return Caller(origin, _header(origin, who))


class Talk:
    """One conversation of a demo account, by the door's and the actions' routes."""

    def __init__(self, origin: str, who: str = "nominator", programme: str | None = "sevenoaks") -> None:
        self.client = Caller(origin, SERVICE)
        self.token = _header(origin, who)["Authorization"].removeprefix("Bearer ")
        self.conversation = f"talk-{next(_numbers)}"
        self.programme = programme
        self.thread = ""
        self.last = 0

    def send(self, text: str, **more: Any) -> httpx.Response:
        message = {
            "channel": "web",
            "credential": {"kind": "bearer", "value": self.token, "csrf": None},
            "conversation": self.conversation,
            "delivery": None,
            "text": text,
            "reading": Reading().to_json(),
            "programme": self.programme,
        }
        return self.client.post("/internal/messages", json=message | more)

    def hear(self, text: str, **more: Any) -> dict[str, Any]:
        heard: dict[str, Any] = self.send(text, **more).raise_for_status().json()
        self.thread, self.last = heard["thread"], heard["message"]
        return heard

    def say(self, *replies: dict[str, Any]) -> list[dict[str, Any]]:
        sent = {"thread": self.thread, "message": self.last, "replies": list(replies)}
        delivered: list[dict[str, Any]] = self.post("/internal/replies", sent)["replies"]
        return delivered

    def post(self, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        answer: dict[str, Any] = self.client.post(path, json=body).raise_for_status().json()
        return answer

    def view(self) -> dict[str, Any]:
        seen: dict[str, Any] = self.client.get(f"/internal/threads/{self.thread}").raise_for_status().json()
        return seen

    def put(self, content: dict[str, Any], **more: Any) -> httpx.Response:
        body = {"version": self.view()["version"], "marks": {}, "content": content, "programme": None}
        return self.client("PUT", f"/internal/threads/{self.thread}/draft", json=body | {"open_question": None} | more)

    def submit(self) -> httpx.Response:
        return self.client.post(f"/internal/threads/{self.thread}/submission")

    def nominated(self, content: dict[str, Any] = CONTENT) -> str:
        """Talk until there is a nomination; its reference."""
        self.hear("Ned was excluded twice and no one works.")
        self.put(content).raise_for_status()
        return str(self.submit().raise_for_status().json()["reference"])
