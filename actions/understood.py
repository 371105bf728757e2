"""What was understood, as it is told: items are named to the backend, which alone puts their words in.

Rasa carries the reply and must not see what anybody told.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from actions.interview.draft import Draft, Entry
from actions.interview.items import item_of, ordered, told_in
from actions.interview.taking_out import Touch

Json = dict[str, Any]
Line = tuple[str, Json]
"""A response's name and its ``custom``."""

_SAID = {"out": "utter_taken_out", "back": "utter_put_back", "gone": "utter_not_understood_so"}
_NOTHING = "utter_nothing_to_take_out"
_WHICH = "utter_which_to_take_out"


def told(draft: Draft, news: frozenset[int], *, summed_up: bool) -> list[Line]:
    """What is said of the newest messages: what they took out or put back, and what was understood in them.

    ``summed_up``: the summary follows, which lists everything.
    """
    said = [line for n, _ in sorted(draft.touched.items()) if n in news for line in _touched(draft, n)]
    new = told_in(draft.indicators, news)
    return said if summed_up or not new else [*said, ("utter_understood", _filled(new))]


def _touched(draft: Draft, n: int) -> list[Line]:
    touched = draft.touched[n]
    if touched.how == "which":
        return [(_WHICH, _filled(ordered(draft.indicators)))]
    if not touched.entries:
        return [(_NOTHING if touched.how == "nothing" else _SAID["gone"], {})]
    again: Touch = "out" if touched.how == "back" else "back"
    return [(_SAID[touched.how], _filled(touched.entries, again))]


def _filled(entries: Iterable[Entry], touch: Touch = "out") -> Json:
    return listing(entries, touch) | {"fill": ["understood"]}


def listing(entries: Iterable[Entry], touch: Touch = "out") -> Json:
    """Entries by name, and what touching each of them does."""
    return {"understood": [{"item": item_of(entry), "touch": touch} for entry in ordered(entries)]}
