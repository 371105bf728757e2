"""The day a message speaks of, also as "yesterday", "last Tuesday" or "12 March"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from nlu.needs.dates import date_in

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({'|'.join(_MONTHS)})[a-z]*\b")
_NUMERIC = re.compile(r"\b(\d{1,2})/(\d{1,2})\b(?!/)")
_RELATIVE = {
    "today": 0,
    "this morning": 0,
    "this afternoon": 0,
    "just now": 0,
    "yesterday": 1,
    "last night": 1,
    "last week": 7,
}


def day_in(text: str, today: date) -> str | None:
    """The latest such day that is not after ``today``, as ISO; None where none is said."""
    if said := date_in(text):
        return said
    if match := _NAMED.search(text):
        return _latest(int(match.group(1)), _MONTHS.index(match.group(2)) + 1, today)
    if match := _NUMERIC.search(text):
        return _latest(int(match.group(1)), int(match.group(2)), today)
    for words, days in _RELATIVE.items():
        if words in text:
            return (today - timedelta(days=days)).isoformat()
    if match := re.search(rf"\b({'|'.join(_DAYS)})\b", text):
        back = (today.weekday() - _DAYS.index(match.group(1))) % 7 or 7
        return (today - timedelta(days=back)).isoformat()
    return None


def _latest(day: int, month: int, today: date) -> str | None:
    for year in (today.year, today.year - 1):
        try:
            candidate = date(year, month, day)
        except ValueError:
            return None
        if candidate <= today:
            return candidate.isoformat()
    return None
