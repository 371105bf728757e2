"""The lexicons of the needs, compiled: which words state which indicator, and how."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast, get_args

from nlu.needed import Needed, needed_by, needed_by_groups
from nlu.phrases import compile_phrases, load_yaml, longest_first
from nlu.reading import Status
from nlu.sought import Sought, one_list

HERE = Path(__file__).parent
FILES = ("education", "crime", "work", "children", "domestic_abuse", "mental_health", "substance", "others")


@dataclass(frozen=True, slots=True)
class Entry:
    """What words state: an indicator (which of the two where it differs between an adult and a child), and how."""

    adult: str
    child: str
    status: Status


@cache
def needs_by_indicator() -> dict[str, str]:
    """Indicator → need, from ``indicators.yml``."""
    return cast("dict[str, str]", load_yaml(HERE / "indicators.yml"))


@cache
def phrases() -> Sought[tuple[Entry, re.Pattern[str]]]:
    """The phrases of the lexicons, those of an entry together and the longest first.

    Raises ValueError for an indicator or a status that does not exist.
    """
    return Sought(
        (needed_by(phrase), (Entry(*key), compile_phrases([phrase])))
        for key, listed in _listed().items()
        for phrase in longest_first(listed)
    )


def _listed() -> dict[tuple[str, str, Status], list[str]]:
    phrases: dict[tuple[str, str, Status], list[str]] = {}
    for name in FILES:
        for item in load_yaml(HERE / f"{name}.yml"):
            for key, words in _phrases_of(item):
                phrases.setdefault(key, []).extend(words)
    return phrases


@cache
def counterparts() -> dict[str, tuple[str, str]]:
    """An indicator that differs between an adult and a child → both, the adult's first."""
    pairs = {(adult, child) for adult, child, _ in _listed() if adult != child}
    return {indicator: pair for pair in sorted(pairs) for indicator in pair}


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
def togethers() -> Sought[Together]:
    """The rules of ``together.yml``."""
    rules: list[tuple[Needed, Together]] = []
    for item in load_yaml(HERE / "together.yml"):
        for (adult, child, status), listed in _phrases_of(item):
            for rule in cast("list[Any]", listed):
                groups = tuple(compile_phrases(words) for words in rule["groups"])
                needed = needed_by_groups(rule["groups"])
                rules.append((needed, Together(Entry(adult, child, status), groups)))
    return Sought(rules)


@cache
def ignored() -> Sought[re.Pattern[str]]:
    """Words that look like a need and are none."""
    return one_list(load_yaml(HERE / "ignore.yml"))


@cache
def unmeant(need: str) -> Sought[re.Pattern[str]]:
    """Words that only look like one need, besides those that look like any; the trained model is deaf to them."""
    return one_list(load_yaml(HERE / "unmeant.yml").get(need, []) + load_yaml(HERE / "ignore.yml"))
