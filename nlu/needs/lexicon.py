"""The lexicons of the needs, compiled: which words state which indicator, and how."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast, get_args

from nlu.phrases import compile_phrases, load_yaml
from nlu.reading import Status

HERE = Path(__file__).parent
FILES = ("education", "crime", "work", "children", "domestic_abuse", "mental_health", "substance", "others")


@dataclass(frozen=True, slots=True)
class Entry:
    """Words that state an indicator; which of the two where it differs between an adult and a child."""

    adult: str
    child: str
    status: Status
    pattern: re.Pattern[str]


@cache
def needs_by_indicator() -> dict[str, str]:
    """Indicator → need, from ``indicators.yml``."""
    return cast("dict[str, str]", load_yaml(HERE / "indicators.yml"))


@cache
def entries() -> tuple[Entry, ...]:
    """Every lexicon entry. Raises ValueError for an indicator or a status that does not exist."""
    return tuple(entry for name in FILES for item in load_yaml(HERE / f"{name}.yml") for entry in _entries_of(item))


def _entries_of(item: dict[str, Any]) -> list[Entry]:
    indicator = item["indicator"]
    adult, child = (indicator["adult"], indicator["child"]) if isinstance(indicator, dict) else (indicator, indicator)
    statuses = set(item) - {"indicator"}
    if not {adult, child} <= set(needs_by_indicator()) or not statuses <= set(get_args(Status)):
        raise ValueError(f"a lexicon entry for {indicator} names an unknown indicator or status")
    return [
        Entry(adult, child, status, compile_phrases(item[status])) for status in get_args(Status) if item.get(status)
    ]


@cache
def ignored() -> re.Pattern[str]:
    """Words that look like a need and are none."""
    return compile_phrases(load_yaml(HERE / "ignore.yml"))
