"""Words that people ask about, from ``glossary.yml``."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from actions.interview.thread import Audience


@cache
def _entries() -> dict[str, dict[str, str]]:
    entries: dict[str, dict[str, str]] = yaml.safe_load(
        Path(__file__).with_name("glossary.yml").read_text(encoding="utf-8")
    )
    return entries


@cache
def _words(term: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_entries()[term]['words'])})\b", re.IGNORECASE)


def term_in(text: str) -> str | None:
    """The first term of the glossary that a text names; None where it names none."""
    found = [(match.start(), -len(match.group()), term) for term in _entries() if (match := _words(term).search(text))]
    return min(found)[2] if found else None


def explanation(term: str, audience: Audience) -> str:
    """What a term means, in words for staff or for families. Raises KeyError for a term that is not in the glossary."""
    return _entries()[term][audience]
