"""What was written on the private page is kept like anything else, but never said again on Telegram."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy.orm import Session

from backend.telegram.private import PRIVATE
from backend.threads.models import Thread
from backend.threads.record import body_of, messages_of
from backend.threads.understood import Item

Json = dict[str, Any]
_WORDS = ("address", "postcode", "agencies", "hopes")
"""Parts of the content that are words of theirs and nothing else."""


def private_words(db: Session, thread: Thread) -> dict[int, str]:
    """What was written on the page, by the message's number; nothing in any talk that is not on Telegram."""
    if thread.channel != "telegram":
        return {}
    bodies = ((message.n, body_of(db, thread, message)) for message in messages_of(db, thread, "in"))
    return {n: str(body.get("text") or "") for n, body in bodies if body.get(PRIVATE)}


def sayable(db: Session, thread: Thread, content: Json) -> tuple[Json, bool]:
    """The content without what came by the page alone, and whether anything was left out."""
    private = private_words(db, thread)
    if not private:
        return content, False
    hidden, told = _folded(private.values()), _folded(_told(db, thread, private))
    kept = content | {key: _without(content.get(key), hidden, told) for key in _WORDS}
    kept["people"] = [_without(person, hidden, told, ("name", "school")) for person in content.get("people") or []]
    kept["contact"] = _without(content.get("contact"), hidden, told)
    kept["lead_professional"] = _without(content.get("lead_professional"), hidden, told, ("name",))
    kept["story"] = _story(content, private)
    kept["indicators"] = [entry for entry in content.get("indicators") or [] if entry.get("message") not in private]
    return kept, True


def sayable_items(db: Session, thread: Thread, items: list[tuple[Item, str]]) -> list[tuple[Item, str]]:
    """The items of what was understood that a reply may name: those that were said in the chat."""
    private = private_words(db, thread)
    return [each for each in items if not private or _message_of(each[0]) not in private]


def _message_of(item: Item) -> int:
    """The number of the message that said so (``code:status:message:start``)."""
    return int(item.item.split(":")[2] or 0)


def _told(db: Session, thread: Thread, private: dict[int, str]) -> Iterable[str]:
    for message in messages_of(db, thread, "in"):
        if message.n not in private:
            yield str(body_of(db, thread, message).get("text") or "")


def _without(value: Any, hidden: str, told: str, keys: tuple[str, ...] | None = None) -> Any:
    """A value without the words that only the page has heard; of a dictionary only those of ``keys``."""
    if isinstance(value, dict):
        return {k: _without(v, hidden, told) if keys is None or k in keys else v for k, v in value.items()}
    if isinstance(value, list):
        return [each for each in value if _without(each, hidden, told) is not None]
    if isinstance(value, str) and value.strip():
        said = _folded([value])
        return None if said in hidden and said not in told else value
    return value


def _story(content: Json, private: dict[int, str]) -> str | None:
    """The parts of the story that were told in the chat."""
    story = content.get("story") or ""
    parts = [part for part in content.get("story_parts") or [] if part["message"] not in private]
    return "\n".join(story[part["start"] : part["end"]] for part in parts) or None


def _folded(texts: Iterable[str]) -> str:
    return " \n ".join(" ".join(text.casefold().split()) for text in texts)
