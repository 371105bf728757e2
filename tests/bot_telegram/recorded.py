"""Updates in the shapes that Telegram documents (``updates/*.json``), what each means, and what is told for it.

``told``: ``words`` (the door answers them), ``edited`` (it does, and that it was changed is said), ``command`` (its own
sentence), the key of a sentence of the channel, or null (nothing is said).
"""

from __future__ import annotations

import copy
import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Json = dict[str, Any]
PERSON = 4801
"""The chat and the person of all that was recorded."""
GROUPS = (-1001234567890, -412345678)


@dataclass(frozen=True, eq=False)
class Recorded:
    """One update."""

    name: str
    update: Json
    kind: str
    text: str
    told: str | None


def recorded() -> list[Recorded]:
    """All of them, in the order of their numbers."""
    read = [(path.stem, json.loads(path.read_text())) for path in Path(__file__).with_name("updates").glob("*.json")]
    found = [Recorded(name, r["update"], r["means"]["kind"], r["means"]["text"], r["told"]) for name, r in read]
    return sorted(found, key=lambda each: int(each.update["update_id"]))


def moved_to(update: Any, person: int) -> Any:
    """The same update in somebody else's chat."""
    if isinstance(update, dict):
        return {key: moved_to(value, person) for key, value in update.items()}
    if isinstance(update, list):
        return [moved_to(value, person) for value in update]
    return person if update == PERSON and type(update) is int else update


def spoiled(part: Any, chance: random.Random, often: float = 0.05) -> Any:
    """A copy in which some values are gone, or are something else."""
    if chance.random() < often:
        return anything(chance)
    if isinstance(part, dict):
        return {key: spoiled(value, chance, often) for key, value in part.items() if chance.random() > often}
    return [spoiled(value, chance, often) for value in part] if isinstance(part, list) else copy.copy(part)


def anything(chance: random.Random) -> Any:
    """A value that no update should have there."""
    values: list[Any] = [None, True, -1, 0, 2**70, 1.5, "", "x" * 5000, "\ud800", "/", "/\n", [], {}, [{}], {"id": "x"}]
    return chance.choice(values)


def must_be_answered(update: Any) -> bool:
    """Whether somebody wrote words in a chat of two, as far as can be told from what is left of an update."""
    message = update.get("message") if isinstance(update, dict) and "callback_query" not in update else None
    if not isinstance(message, dict) or not isinstance(message.get("chat"), dict):
        return False
    chat, sender, text = message["chat"].get("id"), message.get("from"), message.get("text")
    from_bot = isinstance(sender, dict) and sender.get("is_bot") is True
    in_a_chat = type(chat) is int and 0 < chat < 10**20
    return in_a_chat and not from_bot and isinstance(text, str) and bool(text.strip())
