"""What was understood, item by item: how an entry of the draft is named on a button, without its words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from actions.interview.needs import indicators_by_need, need_of

Entry = dict[str, Any]


def item_of(entry: Entry) -> str:
    """An entry's name: code, status, the message that said so and where in it; nothing that anybody told."""
    start = "" if entry.get("start") is None else entry["start"]
    return f"{entry['code']}:{entry['status']}:{entry.get('message') or ''}:{start}"


def ordered(entries: Iterable[Entry]) -> list[Entry]:
    """The entries grouped by need, in the needs' order; within a need as they were said."""
    order = {need: place for place, need in enumerate(indicators_by_need())}
    return sorted(entries, key=lambda entry: order.get(need_of(entry["code"]) or "", len(order)))


def told_in(entries: Iterable[Entry], messages: frozenset[int]) -> list[Entry]:
    """The entries that certain messages told in so many words; a mere yes or no to our question is not repeated."""
    return ordered(entry for entry in entries if entry.get("message") in messages and entry.get("start") is not None)
