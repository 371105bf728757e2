"""What was understood, item by item, with the words that said so: put into our replies here, after Rasa.

An item is named by code, status, the message that said so and where in it (docs/wire.md): that tells nothing about
anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy.orm import Session

from backend.errors import Invalid
from backend.programmes import indicators, needs
from backend.threads import languages
from backend.threads.models import Thread, ThreadMessage
from backend.threads.record import body_of, content_of

LONGEST_WORDS = 120
"""Characters of the words that are shown in a line; the record has them whole."""
_ITEM = re.compile(r"([a-z][a-z0-9_-]{0,59}):(asserted|uncertain|historical|negated):(\d{0,6}):(\d{0,6})")
_TOUCHES = ("out", "back")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was understood, as it is told. ``line`` is its line in the text of a reply."""

    item: str
    code: str
    need: str | None
    name: str
    status: str
    taken: str
    words: str | None
    person: str | None

    @property
    def called(self) -> str:
        """Its name, with whom it is about where that is known: "Fixed-term exclusion (Kit)"."""
        return f"{self.name} ({self.person})" if self.person else self.name

    @property
    def in_short(self) -> str:
        """What its button calls it, apart from the same thing taken otherwise: "Rent arrears, in the past"."""
        return self.called if self.status == "asserted" else f"{self.called}, {self.taken}"

    @property
    def line(self) -> str:
        said = f": “{_short(self.words)}”" if self.words else ""
        return f"{self.called}, {self.taken}{said}"

    def to_json(self) -> dict[str, Any]:
        return {
            "item": self.item,
            "need": self.need,
            "code": self.code,
            "name": self.name,
            "status": self.status,
            "taken": self.taken,
            "words": self.words,
            "person": self.person,
            "line": self.line,
            "in_short": self.in_short,
        }


def item_id(entry: dict[str, Any]) -> str:
    """How an entry of ``indicators`` is named: ``code:status:message:start``."""
    start = "" if entry.get("start") is None else entry["start"]
    return f"{entry['code']}:{entry['status']}:{entry.get('message') or ''}:{start}"


def items_of(content: dict[str, Any], audience: str) -> list[Item]:
    """All that was understood, grouped by need in the needs' order."""
    order = {need: place for place, need in enumerate(needs())}
    told = [_item(entry, audience) for entry in content.get("indicators") or []]
    return sorted(told, key=lambda item: order.get(item.need or "", len(order)))


def asked_for(db: Session, thread: Thread, wanted: Any) -> list[tuple[Item, str]]:
    """The items that a reply names, each with what touching it does. Raises Invalid for a name that is none."""
    if not isinstance(wanted, list):
        raise Invalid("A reply names items that are no list.")
    known = {item.item: item for item in items_of(content_of(db, thread), thread.audience)}
    found = ((_found(db, thread, known, each), each["touch"]) for each in wanted if _is_named(each))
    return [(item, touch) for item, touch in found if item is not None]


def _is_named(each: Any) -> bool:
    named = isinstance(each, dict) and each.get("touch") in _TOUCHES and _ITEM.fullmatch(str(each.get("item")))
    if not named:
        raise Invalid("A reply names an item that does not exist.")
    return True


def _found(db: Session, thread: Thread, known: dict[str, Item], each: dict[str, str]) -> Item | None:
    """An item of the draft; or one that was taken out of it, as the message that said so has it."""
    return known.get(each["item"]) or _out_of_message(db, thread, each["item"])


def _out_of_message(db: Session, thread: Thread, item: str) -> Item | None:
    code, status, n, start = item.split(":")
    message = db.get(ThreadMessage, (thread.id, int(n))) if n else None
    if message is None or message.direction != "in":
        return None
    body = body_of(db, thread, message)
    entry = {"code": code, "status": status, "message": int(n), "start": int(start) if start else None}
    mentions = (body.get("reading") or {}).get("mentions") or []
    said = [each for each in mentions if each["indicator"] == code and each["start"] == entry["start"]]
    words = said[0]["words"] if said else body.get("text") if not start else None
    return _item(entry | {"words": words, "person": said[0]["person"] if said else None}, thread.audience)


def _item(entry: dict[str, Any], audience: str) -> Item:
    code = entry["code"]
    known = indicators().get(code)
    return Item(
        item=item_id(entry),
        code=code,
        need=known.need if known else code if code in needs() else None,
        name=_name(code, audience),
        status=entry["status"],
        taken=_words()["taken"][entry["status"]],
        words=" ".join(str(entry.get("words") or "").split()) or None,
        person=entry.get("person"),
    )


def _name(code: str, audience: str) -> str:
    """What a fact is called; a need stands for itself where no more than the need was told."""
    known = indicators().get(code)
    spoken = languages.spoken()
    if spoken is not None and code in spoken.words["facts"]:
        name = str(spoken.words["facts"][code])
    elif known is not None:
        name = known.family if audience == "family" else known.professional
    else:
        name = needs()[code][audience] if code in needs() else code.replace("_", " ")
    return name[:1].upper() + name[1:]


def lines(items: Iterable[Item]) -> str:
    """A line for each item, as a list."""
    return "\n".join(f"- {item.line}" for item in items)


def title(item: Item, touch: str) -> str:
    """What an item's button says."""
    return f"{touch_words(touch)}: {item.in_short}"


def touch_words(touch: str) -> str:
    """What a button does to its item, without saying to which."""
    return str(_words()["touch"][touch])


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_WORDS else words[:LONGEST_WORDS].rsplit(" ", 1)[0] + " …"


def _words() -> dict[str, Any]:
    return languages.in_words("understood", _english())


@cache
def _english() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("understood.yml").read_text(encoding="utf-8"))
    return words
