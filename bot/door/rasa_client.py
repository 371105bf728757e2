"""One turn of the conversation in Rasa, over its REST channel."""

from __future__ import annotations

import json
import re
from typing import Any

import httpx

from bot.door.message import Reply

LARGEST_ANSWER = 128 * 1024
"""Bytes; the longest answer of ours, a summary with its buttons, has some thousand."""
_INTENT = re.compile(r"[a-z][a-z0-9_]*")


class RasaAwayError(Exception):
    """Rasa did not answer in time, or not as it should."""


class RasaClient:
    """Rasa's REST channel, which hears masked text only."""

    def __init__(self, client: httpx.AsyncClient, origin: str, seconds: float) -> None:
        self._client = client
        self._url = f"{origin}/webhooks/rest/webhook"
        self._seconds = seconds

    async def turn(self, sender: str, message: str, metadata: dict[str, Any]) -> list[Reply]:
        """Say one message and return the replies, each with a text."""
        body = {"sender": sender, "message": message, "metadata": metadata}
        try:
            items = json.loads(await self._answer(body))
        except (httpx.HTTPError, ValueError, RecursionError) as error:
            raise RasaAwayError(type(error).__name__) from None
        if not isinstance(items, list) or not all(_is_item(item) for item in items):
            raise RasaAwayError("not a list of messages")
        return merge(items)

    async def _answer(self, body: dict[str, Any]) -> bytes:
        """What Rasa answers, as far as an answer of ours can go: it may be anybody who speaks in its place."""
        pieces, size = [], 0
        async with self._client.stream("POST", self._url, json=body, timeout=httpx.Timeout(self._seconds)) as response:
            response.raise_for_status()
            async for piece in response.aiter_bytes():
                pieces.append(piece)
                size += len(piece)
                if size > LARGEST_ANSWER:
                    raise RasaAwayError("an answer without end")
        return b"".join(pieces)


def _is_item(item: Any) -> bool:
    """Whether it has the shape of a message of Rasa's."""
    if not isinstance(item, dict) or not isinstance(item.get("custom") or {}, dict):
        return False
    if not isinstance(item.get("text", ""), str):
        return False
    buttons = item.get("buttons") or []
    return isinstance(buttons, list) and all(
        isinstance(button, dict) and isinstance(button.get("title"), str) and isinstance(button.get("payload"), str)
        for button in buttons
    )


def merge(items: list[dict[str, Any]]) -> list[Reply]:
    """Rasa's items as replies: what carries only ``custom`` belongs to the message before it (or, first, after it)."""
    replies: list[Reply] = []
    early: dict[str, Any] = {}
    for item in items:
        custom = item.get("custom") or {}
        if "text" not in item:
            (replies[-1].setdefault("custom", {}) if replies else early).update(custom)
            continue
        reply = Reply(text=item["text"])
        if item.get("buttons"):
            reply["buttons"] = [{"title": b["title"], "payload": b["payload"]} for b in item["buttons"]]
        if early or custom:
            reply["custom"] = {**early, **custom}
            early = {}
        replies.append(reply)
    return replies


def command(intent: str) -> str:
    """The message that means a pressed button. Raises ValueError for what is not the name of an intent."""
    if not _INTENT.fullmatch(intent):
        raise ValueError("not the name of an intent")
    return f"/{intent}"
