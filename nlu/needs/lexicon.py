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
    phrases: dict[tuple[str, str, Status], list[str]] = {}
    for name in FILES:
        for item in load_yaml(HERE / f"{name}.yml"):
            for key, words in _phrases_of(item):
                phrases.setdefault(key, []).extend(words)
    return tuple(Entry(*key, compile_phrases(words)) for key, words in phrases.items())


def _phrases_of(item: dict[str, Any]) -> list[tuple[tuple[str, str, Status], list[str]]]:
    indicator = item["indicator"]
    adult, child = (indicator["adult"], indicator["child"]) if isinstance(indicator, dict) else (indicator, indicator)
    statuses = set(item) - {"indicator"}
    if not {adult, child} <= set(needs_by_indicator()) or not statuses <= set(get_args(Status)):
        raise ValueError(f"a lexicon entry for {indicator} names an unknown indicator or status")
    return [((adult, child, status), item[status]) for status in get_args(Status) if item.get(status)]


@dataclass(frozen=True, slots=True)
class Together:
    """Groups of words that state an indicator where a sentence has words of each, in any order."""

    entry: Entry
    groups: tuple[re.Pattern[str], ...]


@cache
def togethers() -> tuple[Together, ...]:
    """The rules of ``together.yml``."""
    rules = []
    for item in load_yaml(HERE / "together.yml"):
        for (adult, child, status), listed in _phrases_of(item):
            for rule in cast("list[Any]", listed):
                groups = tuple(compile_phrases(words) for words in rule["groups"])
                rules.append(Together(Entry(adult, child, status, groups[0]), groups))
    return tuple(rules)


@cache
def ignored() -> re.Pattern[str]:
    """Words that look like a need and are none."""
    return compile_phrases(load_yaml(HERE / "ignore.yml"))
