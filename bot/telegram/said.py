"""Something of ours to be sent, and how it is cut to what Telegram takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

LONGEST = 4096
"""What Telegram takes in one message, in UTF-16 units."""
LONGEST_TITLE = 60
"""Characters of a button; a telephone shows no more."""


@dataclass(frozen=True, slots=True)
class Said:
    """A message with its buttons, as title and what comes back when it is pressed (64 bytes at most)."""

    text: str
    buttons: tuple[tuple[str, str], ...] = ()
    danger: bool = False
    """Whether it answers danger: it then waits for nothing that was written before."""
    covered_from: int | None = None
    """From which UTF-16 unit on the words are covered until somebody taps them; None: nothing is."""


def from_replies(replies: Iterable[dict[str, Any]]) -> list[Said]:
    """What the door answered, as messages; buttons of a reply without words go with the message before it."""
    found: list[Said] = []
    for reply in replies:
        buttons = tuple((str(each["title"]), str(each["payload"])) for each in reply.get("buttons") or ())
        if text := str(reply.get("text") or "").strip():
            found.append(Said(text, buttons, "safety" in (reply.get("custom") or {})))
        elif buttons and found:
            found[-1] = replace(found[-1], buttons=found[-1].buttons + buttons)
    return found


def cut(said: Said) -> list[Said]:
    """A message in parts that Telegram takes; the buttons are with the last."""
    parts = list(pieces(said.text, LONGEST))
    cut_up = [replace(said, text=part, buttons=()) for part in parts]
    if said.covered_from is not None:  # of the parts after the first all is covered
        cut_up[1:] = [replace(part, covered_from=0) for part in cut_up[1:]]
    return [*cut_up[:-1], replace(cut_up[-1], buttons=said.buttons)] if cut_up else []


def pieces(text: str, longest: int) -> Iterator[str]:
    """A text in pieces of so many UTF-16 units, cut where a paragraph, a line, a sentence or a word ends."""
    rest = text.strip()
    while units(rest) > longest:
        fits = _fitting(rest, longest)
        at = max(_last(fits, mark) for mark in ("\n\n",)) or _last(fits, "\n") or _last(fits, ". ") or _last(fits, " ")
        at = at or len(fits)
        yield rest[:at].strip()
        rest = rest[at:].strip()
    if rest:
        yield rest


def units(text: str) -> int:
    """The length as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _fitting(text: str, longest: int) -> str:
    raw = text.encode("utf-16-le", "surrogatepass")[: longest * 2]
    return raw.decode("utf-16-le", "ignore")


def _last(text: str, mark: str) -> int:
    """Behind the last such mark; 0 where there is none in the second half."""
    at = text.rfind(mark)
    return at + len(mark) if at >= len(text) // 2 else 0
