"""In which language each chat is talked with, as far as this process has heard: for the channel's own sentences."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from typing import Any

from bot.telegram.events import Event
from bot.telegram.wording import is_worded

MOST = 10_000
"""Chats that are remembered; of any other the telephone's own language is taken."""


class Tongues:
    """Learns a chat's language from what the door answers there."""

    def __init__(self) -> None:
        self._of: OrderedDict[str, str] = OrderedDict()

    def of(self, event: Event) -> str:
        """The code of a chat's language; before anything was answered that of the telephone. Empty: English."""
        told = self._of.get(event.chat, event.language)
        return told if is_worded(told) else ""

    def learn(self, chat: str, replies: Iterable[dict[str, Any]]) -> None:
        """Remember the language that the door answered in. What is said in English only tells so where it asks."""
        for reply in replies:
            custom = reply.get("custom") or {}
            if "language" in custom or "question" in custom:
                self._of[chat] = str(custom.get("language") or "")
                self._of.move_to_end(chat)
        while len(self._of) > MOST:
            self._of.popitem(last=False)
