"""A persona with a telephone: writes to the bot, taps its buttons, and reads what comes back."""

from __future__ import annotations

import secrets
import time
from typing import Any

from backend.command.bot_api import BotApi
from backend.command.recognise import custom_of

Reply = dict[str, Any]
PATIENCE = 90.0
"""Seconds to wait for the first answer."""
SILENCE = 6.0
"""The same where a person was asked for."""
QUIET = 2.5
"""Seconds without another message, after which the answer is whole: a chat gets about one a second."""
LOOK = 0.05


class NoAnswer(Exception):  # noqa: N818 - says what happened
    """Nothing came back in the chat."""


class Telephone:
    """One chat of two, with somebody new."""

    def __init__(self, api: BotApi) -> None:
        self._api = api
        self.chat = 400_000_000 + secrets.randbelow(500_000_000)
        self._read = 0
        self._buttons: dict[str, int] = {}
        """What a button carries, and in which message it stands."""
        self._with_person = False

    def say(self, text: str) -> list[Reply]:
        """Write something, or tap the button that carries it. Raises NoAnswer."""
        if text in self._buttons:
            self._api.add({"callback_query": self._tap(text)})
        else:
            self._api.add({"message": {"message_id": 1, "date": int(time.time()), **self._who(), "text": text}})
        return self._answer()

    def unasked(self, _after: int | None) -> dict[str, Any]:
        """What came in the chat by itself: a person's answer, or the assistant's once it speaks again."""
        replies = self.listen()
        return {"latest": self._read, "with_person": self._with_person, "replies": replies}

    def listen(self) -> list[Reply]:
        """What came meanwhile, without anything being written."""
        return [self._reply(message) for message in self._new()]

    def _answer(self) -> list[Reply]:
        # Where a person is wanted the assistant says nothing, but for danger.
        end, count = time.monotonic() + (SILENCE if self._with_person else PATIENCE), 0
        while time.monotonic() < end:
            if len(self._received()) - self._read > count:
                count, end = len(self._received()) - self._read, time.monotonic() + QUIET
            time.sleep(LOOK)
        if not count and not self._with_person:
            raise NoAnswer
        return self.listen()

    def _new(self) -> list[dict[str, Any]]:
        received = self._received()
        new, self._read = received[self._read :], len(received)
        return new

    def _received(self) -> list[dict[str, Any]]:
        return [message for message in list(self._api.sent) if int(message["chat_id"]) == self.chat]

    def _reply(self, message: dict[str, Any]) -> Reply:
        rows = (message.get("reply_markup") or {}).get("inline_keyboard") or ()
        buttons = [{"title": each["text"], "payload": each["callback_data"]} for row in rows for each in row]
        self._buttons |= {each["payload"]: message["message_id"] for each in buttons}
        custom = custom_of(message["text"])
        self._with_person = bool(custom.get("handed_over")) or (self._with_person and "question" not in custom)
        return {"text": message["text"], "buttons": buttons, "custom": custom}

    def _tap(self, data: str) -> dict[str, Any]:
        who = self._who()
        inside = {"message_id": self._buttons[data], "date": 1, "chat": who["chat"]}
        return {"id": secrets.token_hex(8), "chat_instance": "1", "data": data, "from": who["from"], "message": inside}

    def _who(self) -> dict[str, Any]:
        person = {"id": self.chat, "is_bot": False, "first_name": "Somebody", "language_code": "en"}
        return {"chat": {"id": self.chat, "type": "private", "first_name": "Somebody"}, "from": person}
