"""A reply that tells what was understood, as the chat page shows it: a button beside each thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from backend.threads.page import PageMessage, ThreadPage
from backend.threads.understood import touch_words

_BULLET = "- "


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A thing that was understood: its line, what it is called, and what can be done with it."""

    line: str
    called: str
    payload: str | None
    """What is sent to take it out or to put it back; None where that was done, or can no longer be done."""
    touch: str
    """What its button says: "Take out"."""
    is_out: bool


def parts(message: PageMessage, talk: ThreadPage) -> tuple[str | tuple[ItemLine, ...], ...]:
    """A reply's text in pieces: prose as it is, and each run of lines that name items."""
    waiting = list(zip(message.custom.get("understood") or [], touches(message), strict=False))
    pieces: list[str | tuple[ItemLine, ...]] = []
    for line in message.text.splitlines():
        found = next((each for each in waiting if line == _BULLET + each[0]["line"]), None)
        if found is None:
            _add_prose(pieces, line)
            continue
        waiting.remove(found)
        before = pieces.pop() if pieces and isinstance(pieces[-1], tuple) else ()
        pieces.append((*before, _item_line(*found, talk)))
    return tuple(pieces)


def touches(message: PageMessage) -> list[str]:
    """What is sent to touch each of the items that a reply tells: their buttons come after its own, in their order."""
    told = len(message.custom.get("understood") or [])
    return [token for _, token in message.buttons[len(message.buttons) - told :]]


def _add_prose(pieces: list[str | tuple[ItemLine, ...]], line: str) -> None:
    if pieces and isinstance(pieces[-1], str):
        pieces[-1] += f"\n{line}"
    else:
        pieces.append(line)


def _item_line(item: dict[str, Any], token: str, talk: ThreadPage) -> ItemLine:
    is_in = item["item"] in talk.items
    possible = talk.state == "open" and is_in == (item["touch"] == "out")
    return ItemLine(
        line=item["line"],
        called=item["in_short"],
        payload=token if possible else None,
        touch=touch_words(item["touch"]),
        is_out=talk.state == "open" and not is_in and item["touch"] == "out",
    )
