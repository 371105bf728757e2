"""What a run of personas came to, goal by goal: shares with their counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from statistics import median
from typing import Any

Line = dict[str, Any]
LONG_STORY = 150
"""Words in one message from which it counts as a pasted story."""


def totals(lines: Sequence[Line], milliseconds: Sequence[float]) -> dict[str, Any]:
    """The line of totals. ``right`` of ``of`` checks held; ``turns`` counts complete and correct records alone."""
    good = [line for line in lines if _is_complete_and_correct(line)]
    return {
        "personas": len(lines),
        "all_right": _share("failed" not in line["expect"].values() for line in lines),
        "outcome": _checks(lines, lambda name: name == "outcome"),
        "safety": _checks(lines, lambda name: name == "safety" or name.endswith(".safety")),
        "record": _checks(lines, lambda name: name.startswith("record.")),
        "verdict": _checks(lines, lambda name: name == "eligible"),
        "route": _checks(lines, lambda name: name == "route"),
        "events": _share(ok for line in lines for ok in _events(line)),
        "turns": _middle([line["turns"] for line in good]),
        "turns_long_story": _middle([line["turns"] for line in good if line["longest"] >= LONG_STORY]),
        "words": _middle([line["words"] for line in good]),
        "ms": spread(milliseconds),
    }


def spread(milliseconds: Sequence[float]) -> dict[str, float | None]:
    """``{"median", "p95"}``, rounded; null of nothing. The 95th percentile is the nearest rank."""
    if not milliseconds:
        return {"median": None, "p95": None}
    rank = -(-len(milliseconds) * 95 // 100)
    return {"median": round(median(milliseconds), 1), "p95": round(sorted(milliseconds)[rank - 1], 1)}


def _is_complete_and_correct(line: Line) -> bool:
    about_record = [state for name, state in line["expect"].items() if name.startswith(("record.", "eligible"))]
    return line["outcome"] == "submitted" and "failed" not in about_record


def _checks(lines: Iterable[Line], counts: Callable[[str], bool]) -> dict[str, Any]:
    return _share(state == "ok" for line in lines for name, state in line["expect"].items() if counts(name))


def _events(line: Line) -> list[bool]:
    """Whether each event went as expected, all its checks together."""
    states: dict[str, list[str]] = {}
    for name, state in line["expect"].items():
        if name.startswith("events."):
            states.setdefault(name.split(".")[1], []).append(state)
    return ["failed" not in checks for checks in states.values()]


def _share(held: Iterable[bool]) -> dict[str, Any]:
    states = list(held)
    return {
        "right": sum(states),
        "of": len(states),
        "share": round(sum(states) / len(states), 3) if states else None,
    }


def _middle(numbers: Sequence[float]) -> dict[str, Any]:
    return {"median": median(numbers) if numbers else None, "of": len(numbers)}
