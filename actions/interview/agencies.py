"""Services that are taken out of the list again: "not the police", "CAMHS is not involved any more"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from actions.interview import lexicon

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ANY = frozenset({"the", "and", "our", "their", "her", "his", "service", "services", "team", "worker", "project", "of"})
"""Words in a service's name that name none by themselves."""
_SHORTEST = 2


def taken_out(agencies: Iterable[str] | None, text: str) -> tuple[str, ...]:
    """Those of the agencies that a text says do not work with the family."""
    said = lexicon.plain(text)
    names = tuple(agencies or ())
    return tuple(name for name in names if any(_is_out(part, said) for part in _called(name, names)))


def words_of(name: str) -> frozenset[str]:
    """The words of a name that tell it from others, in small letters."""
    return frozenset(word.casefold() for word in _WORD.findall(name)) - _ANY


def _called(name: str, names: tuple[str, ...]) -> list[str]:
    """The name, and the words of it that no other service on the list has: "housing" for South Yorkshire Housing."""
    others = frozenset().union(*(words_of(other) for other in names if other != name))
    return [name, *(word for word in words_of(name) - others if len(word) >= _SHORTEST)]


def _is_out(called: str, said: str) -> bool:
    before, after = lexicon.pattern("not_with").pattern, lexicon.pattern("not_involved").pattern
    name = re.escape(called)
    return any(
        re.search(pattern, said, re.IGNORECASE)
        for pattern in (
            rf"(?:{before})\W+(?:the |our |her |his |their )?{name}\b",
            rf"\b(?:take|leave|cross|strike|rub) (?:the |our |her |his |their )?{name} (?:off|out)\b",
            rf"\b{name}\b(?:'s| \w+)?\W+(?:{after})",
        )
    )
