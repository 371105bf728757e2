"""Button tokens: a press reaches us as an opaque word that only we could have issued."""

from __future__ import annotations

import hashlib
import re
import secrets

from backend.threads.shapes import Press

_INTENT = re.compile(r"[a-z][a-z0-9_]{0,59}")
"""Names of intents as Rasa's training data has them; anything else would be a command, or a slot set from outside."""

_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")


def new_token() -> str:
    """A token of 22 bytes (Telegram allows 64)."""
    return secrets.token_urlsafe(16)


def may_be_token(text: str) -> bool:
    """Whether a text has the shape of a token; hardly anything that a person writes has."""
    return _TOKEN.fullmatch(text.strip()) is not None


def token_hash(token: str) -> str:
    """What is stored in place of the token. The token is random, so a plain hash suffices."""
    return hashlib.sha256(token.strip().encode()).hexdigest()


def press_of(payload: str) -> Press | None:
    """The press that a payload stands for (``answer:<value>``, ``intent:<name>``, ``item:<touch>:<item>``), or None."""
    kind, _, value = payload.partition(":")
    if kind == "answer" and value:
        return Press(kind="answer", value=value)
    if kind == "intent" and _INTENT.fullmatch(value):
        return Press(kind="intent", value=value)
    if kind == "item" and value:
        return Press(kind="item", value=value)
    return None
