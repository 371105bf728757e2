"""Taking other people out of a text that somebody is given about themselves."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

INSTEAD = "[another person]"
_PHONE = r"(?<![\w-])(?:\+?\d[\d ()-]{8,}\d)(?![\w-])"
_MAIL = r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+"
_SHORTEST_NAME = 3
"""Shorter words of a name are too often words of the language ("Al", "Jo" are caught with the whole name)."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """What must not be read in a copy: names and days of birth of everybody else, and any number or address."""

    pattern: re.Pattern[str]

    def __call__(self, text: str) -> str:
        """The text without them."""
        return self.pattern.sub(INSTEAD, text)


def redaction(others: Iterable[dict[str, Any]], names: Iterable[str | None], own_name: str | None) -> Redaction:
    """Of the other people in the household (as docs/wire.md has them) and of other names; never the own name's words.

    A family shares a surname: as it is the own one too, it stays, and the whole name of somebody else goes.
    """
    own = {word.casefold() for word in (own_name or "").split()}
    taken: set[str] = set()
    for person in others:
        names = [*names, person.get("name")]
        taken |= set(_written_days(person.get("date_of_birth")))
    for name in names:
        words = (name or "").split()
        if words and {word.casefold() for word in words} != own:
            taken.add(r"\s+".join(re.escape(word) for word in words))
        taken |= {re.escape(word) for word in words if word.casefold() not in own and len(word) >= _SHORTEST_NAME}
    # All in one pass: what was put in for one name must not be read as another.
    known = [rf"(?<!\w)(?:{'|'.join(sorted(taken, key=len, reverse=True))})(?:['’]s)?(?!\w)"] if taken else []
    return Redaction(re.compile("|".join([*known, _MAIL, _PHONE]), re.IGNORECASE))


def _written_days(born: str | None) -> Iterable[str]:
    match = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", born or "")
    if match is None or not 1 <= int(match[2]) <= len(month_name) - 1:
        return ()
    year, month, day = match.groups()
    name, years = month_name[int(month)], rf"(?:{year}|['’]?{year[2:]})"
    spoken, the_day = rf"{name[:3]}(?:{name[3:]}|t)?\.?", rf"0?{int(day)}(?:st|nd|rd|th)?"
    return (
        re.escape(born or ""),
        rf"0?{int(day)}[/. -]0?{int(month)}[/. -]{years}",
        rf"{the_day}(?:\s+of)?\s+{spoken}(?:,?\s+{years})?",
        rf"{spoken}\s+{the_day}(?:,?\s+{years})?",
    )
