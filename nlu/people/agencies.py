"""Which agencies work with the family."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from nlu.clauses import Clause
from nlu.phrases import compile_phrases, load_yaml

_INVOLVED = re.compile(
    r"\b(?:involved|involve|involvement|working with|works with|work with|supported by|"
    r"supporting|support from|support|help from|helping|known to|open to|"
    r"under|seen by|sees|see|seeing|visits|visiting|in touch with|engaged with|"
    r"engaging with|agencies|services|professionals|referred to|allocated|has an?|"
    r"have an?)\b"
)
_DENIED = re.compile(r"\b(?:no|not|never|n't|without|closed to|isn't|aren't|hasn't|haven't)\b[^,.;]*$")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = load_yaml(Path(__file__).with_name("agencies.yml"))
    return {name: compile_phrases(phrases) for name, phrases in data.items()}


@cache
def _none() -> re.Pattern[str]:
    return compile_phrases(load_yaml(Path(__file__).with_name("words.yml"))["no_agencies"])


def read_agencies(text: str, clauses: tuple[Clause, ...]) -> tuple[str, ...]:
    """The agencies' usual names in the order they are named.

    In a list of agencies every name counts; in a story only those said to be involved, so that a child
    excluded from school does not put the school among the agencies by itself.
    """
    found: dict[str, int] = {}
    is_list = _is_list(text)
    for name, start in _named(text):
        clause = next((c for c in reversed(clauses) if c.start <= start), None)
        if clause is None or _DENIED.search(text[clause.start : start]):
            continue
        if is_list or _INVOLVED.search(text[clause.start : clause.end]):
            found.setdefault(name, start)
    return tuple(sorted(found, key=lambda name: found[name]))


def _named(text: str) -> list[tuple[str, int]]:
    """Agencies and where they stand; "school nurse" does not also name the school."""
    spans = [(m.start(), -m.end(), name) for name, pattern in _patterns().items() for m in pattern.finditer(text)]
    named: list[tuple[str, int]] = []
    covered = 0
    for start, negative_end, name in sorted(spans):
        if -negative_end > covered:
            named.append((name, start))
            covered = -negative_end
    return named


def read_no_agencies(text: str) -> bool:
    """Whether the message says that no agency works with the family."""
    bare = re.fullmatch(r"\W*(?:none|no one|no-one|nobody|nothing)(?: (?:at all|yet|really|at the moment))?\W*", text)
    return bare is not None or (_none().search(text) is not None and len(text.split()) <= 20)


def _is_list(text: str) -> bool:
    words = len(re.findall(r"[\w'&-]+", text))
    names = sum(len(m.group().split()) for pattern in _patterns().values() for m in pattern.finditer(text))
    return words <= 60 and names / max(words, 1) >= 0.25
