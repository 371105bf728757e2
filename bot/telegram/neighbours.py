"""The process's side of the door (what people say) and of the backend (what was done and sent). See docs/wire.md."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, Literal

import httpx

from bot.telegram.beside import with_ours
from bot.telegram.events import Event
from bot.telegram.said import Said, from_replies
from bot.telegram.settings import Settings
from bot.telegram.tongues import Tongues
from bot.telegram.wording import say, speaking

DOOR_SECONDS = 45.0
"""Longer than the door gives Rasa and the backend together, so that its own answer comes first."""
BACKEND_SECONDS = 10.0
LEDGER_SECONDS = 2.0
"""The same for what is asked before anything is said: danger must not wait for the backend."""
TOO_MANY = "409"
BEHIND = 425
"""The door's status for a message without danger that has to wait for one before it."""
FULL = 409
"""The status for a message that a talk does not take any more: it has as many as a talk may have."""
CONVERSATION = "page"
"""The chat's newest talk, as on the chat page: each chat has an account of its own."""


class AwayError(Exception):
    """The door or the backend cannot take this now; it is worth trying again."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something said without being asked, still to be sent."""

    key: str
    chat: str = field(repr=False)
    text: str = field(repr=False)
    buttons: tuple[tuple[str, str], ...] = field(repr=False)
    role: str | None
    name: str | None = field(repr=False)
    language: str | None = None
    """Of the talk; None is English."""


def make_client() -> httpx.AsyncClient:
    """A client for the loopback interface, without a memory for cookies."""
    forgetful = CookieJar(policy=DefaultCookiePolicy(allowed_domains=[]))
    limits = httpx.Limits(max_connections=300, max_keepalive_connections=40)
    return httpx.AsyncClient(limits=limits, trust_env=False, follow_redirects=False, cookies=forgetful)


class Door:
    """Where every message goes, to be read for danger first."""

    def __init__(self, client: httpx.AsyncClient, settings: Settings, tongues: Tongues) -> None:
        self._client = client
        self._tongues = tongues
        self._url = f"{settings.door_url}/api/chat/messages"
        self._headers = {"Authorization": f"Service {settings.service_token}"}

    async def say(self, event: Event, text: str, delivery: str, *, behind: bool = False) -> list[Said]:
        """What is answered. Raises AwayError while nothing can keep it; danger is answered even then.

        ``behind``: something written before is still under way, so that danger is answered, and anything else is not
        taken yet (nothing is answered).
        """
        body: dict[str, Any] = {"conversation": CONVERSATION, "text": text, "delivery": delivery, "chat": event.chat}
        answer = await self._post(body | {"pressed": event.kind == "press", "behind": behind})
        if answer.status_code == BEHIND:
            return []
        if answer.status_code == FULL:
            return [Said(say("full"), ((say("begin"), "/begin"),))]
        if answer.status_code >= 500 or answer.status_code in (408, 429):
            raise AwayError(str(answer.status_code))
        if not answer.is_success:
            return [Said(_refusal(answer) or say("cannot_now"))]
        replies = answer.json()
        self._tongues.learn(event.chat, replies)
        with speaking(self._tongues.of(event)):
            return with_ours(from_replies(replies), replies, text)

    async def overhear(self, text: str) -> list[Said]:
        """What is answered to somebody whose chat may not be used: danger, and nothing else."""
        answer = await self._post({"conversation": CONVERSATION, "text": text})
        return from_replies(answer.json()) if answer.is_success else []

    async def _post(self, body: dict[str, Any]) -> httpx.Response:
        try:
            return await self._client.post(self._url, json=body, headers=self._headers, timeout=DOOR_SECONDS)
        except httpx.HTTPError as error:
            raise AwayError(type(error).__name__) from None


class Ledger:
    """What is done and what is sent, kept by the backend. Raises AwayError where it is not there."""

    def __init__(self, client: httpx.AsyncClient, settings: Settings) -> None:
        self._client = client
        self._origin = f"{settings.backend_url}/internal/telegram"
        self._headers = {"Authorization": f"Service {settings.service_token}"}

    async def done(self, updates: Iterable[int]) -> set[int]:
        """Which of these updates are done with."""
        asked = await self._ask("POST", "/updates/done", {"updates": list(updates)}, LEDGER_SECONDS)
        return set(asked["updates"])

    async def note_done(self, update: int) -> None:
        """An update is done with."""
        await self._ask("POST", "/updates", {"update": update})

    async def claim(self, keys: list[str]) -> set[str]:
        """Claim what is about to be sent; what was sent already."""
        answer = await self._ask("POST", "/sendings/claims", {"keys": keys}, LEDGER_SECONDS)
        return set(answer["keys"])

    async def note_sent(self, key: str, state: Literal["sent", "undeliverable"]) -> None:
        """What became of a message."""
        await self._ask("POST", "/sendings", {"key": key, "state": state})

    async def unasked(self) -> list[Waiting]:
        """What was said without being asked."""
        answer = await self._ask("GET", "/unasked", None)
        return [
            Waiting(
                key=each["key"],
                chat=each["chat"],
                text=each["text"],
                buttons=tuple((button["title"], button["payload"]) for button in each["buttons"]),
                role=each["role"],
                name=each["name"],
                language=each.get("language"),
            )
            for each in answer["waiting"]
        ]

    async def note_state(self, chat: str, state: Literal["open", "quiet", "blocked"]) -> None:
        """Nothing is to be sent to a chat unasked, or nothing can be."""
        await self._ask("POST", "/chats/state", {"chat": chat, "state": state})

    async def begin_talk(self, chat: str) -> None:
        """What is said next begins another talk, unless one is open."""
        await self._ask("POST", "/chats/new-talk", {"chat": chat})

    async def choose(self, chat: str, choice: str) -> None:
        """Keep when it is safe to write there, or what may be left on an answering machine."""
        await self._ask("POST", "/chats/safe", {"chat": chat, "choice": choice})

    async def is_safe_now(self, chat: str) -> bool:
        """Whether a message may be sent there unasked at this moment."""
        about = await self._ask("POST", "/chats/about", {"chat": chat})
        return bool(about.get("safe_now", True))

    async def may_write(self, chat: str) -> bool:
        """The same, and whether the chat is known and wants anything unasked."""
        about = await self._ask("POST", "/chats/about", {"chat": chat})
        return bool(about["may_write"])

    async def private_link(self, chat: str) -> dict[str, str] | None:
        """The address of a page for what is too private, and for how many minutes it opens; None after too many."""
        try:
            made = await self._ask("POST", "/chats/private-link", {"chat": chat})
        except AwayError as error:
            if str(error) == TOO_MANY:
                return None
            raise
        return {"url": str(made["url"]), "minutes": str(made["minutes"])}

    async def forget(self, chat: str) -> dict[str, Any]:
        """Erase what may be erased: how many talks and requests went, and what the law keeps."""
        return await self._ask("POST", "/chats/forget", {"chat": chat})

    async def _ask(
        self, method: str, path: str, body: dict[str, Any] | None, seconds: float = BACKEND_SECONDS
    ) -> dict[str, Any]:
        try:
            answer = await self._client.request(
                method, self._origin + path, json=body, headers=self._headers, timeout=seconds
            )
        except httpx.HTTPError as error:
            raise AwayError(type(error).__name__) from None
        if not answer.is_success:
            raise AwayError(str(answer.status_code))
        told: dict[str, Any] = answer.json() if answer.content else {}
        return told


def _refusal(answer: httpx.Response) -> str:
    try:
        return str(answer.json()["error"]["message"])
    except (ValueError, KeyError, TypeError):
        return ""
