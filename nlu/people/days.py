"""The day a message speaks of, also as "yesterday", "last Tuesday" or "12 March"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from nlu.needs.dates import date_in

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({'|'.join(_MONTHS)})[a-z]*\b")
_NUMERIC = re.compile(r"\b(\d{1,2})/(\d{1,2})\b(?!/)")
_NAMED_AFTER = re.compile(rf"\b({'|'.join(_MONTHS)})[a-z]*\s+(?:the\s+)?(\d{{1,2}})(?:st|nd|rd|th)?\b")
_WEEKDAY = re.compile(rf"(?<!next )\b({'|'.join(_DAYS)})\b")
_COUNTS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "a couple of": 2,
    "couple of": 2,
}
_LENGTHS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "fortnight": 14}
_AGO = re.compile(r"\b(\d{1,2}|a couple of|couple of|a|one|two|three|four|five|six)\s+(days?|weeks?|fortnight)\s+ago\b")
_ORDINAL = re.compile(r"\bon the (\d{1,2})(?:st|nd|rd|th)\b")
_MONTH_ONLY = re.compile(rf"\b(?:in|since|during|early|late|mid)\s+({'|'.join(_MONTHS)})[a-z]*\b")
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
    """The latest such day that is not after ``today``, as ISO; a month alone stays one; None where none is said."""
    return date_in(text) or _dated(text, today) or _relative(text, today) or _vague(text, today)


def _dated(text: str, today: date) -> str | None:
    """Day and month: "3rd November", "Nov 3", "3/11"."""
    if match := _NAMED.search(text):
        return _latest(int(match.group(1)), _MONTHS.index(match.group(2)) + 1, today)
    if match := _NAMED_AFTER.search(text):
        return _latest(int(match.group(2)), _MONTHS.index(match.group(1)) + 1, today)
    match = _NUMERIC.search(text)
    return _latest(int(match.group(1)), int(match.group(2)), today) if match else None


def _relative(text: str, today: date) -> str | None:
    """ "Yesterday", "on Monday", "two weeks ago"."""
    days = next((days for words, days in _RELATIVE.items() if words in text), None)
    if days is None and (match := _WEEKDAY.search(text)):
        days = (today.weekday() - _DAYS.index(match.group(1))) % 7 or 7
    if days is None and (match := _AGO.search(text)):
        days = (_COUNTS.get(match.group(1)) or int(match.group(1))) * _LENGTHS[match.group(2)]
    return None if days is None else (today - timedelta(days=days)).isoformat()


def _vague(text: str, today: date) -> str | None:
    """ "On the 3rd", "in September"."""
    if match := _ORDINAL.search(text):
        return _latest_month_day(int(match.group(1)), today)
    match = _MONTH_ONLY.search(text)
    return _latest_month(_MONTHS.index(match.group(1)) + 1, today) if match else None


def _latest_month_day(day: int, today: date) -> str | None:
    """The latest such day of a month: "on the 3rd"."""
    for back in range(2):
        year, month = divmod(today.year * 12 + today.month - 1 - back, 12)
        try:
            candidate = date(year, month + 1, day)
        except ValueError:
            continue
        if candidate <= today:
            return candidate.isoformat()
    return None


def _latest_month(month: int, today: date) -> str:
    """A month alone stays a month: ISO without a day."""
    year = today.year if month <= today.month else today.year - 1
    return f"{year:04}-{month:02}"


def _latest(day: int, month: int, today: date) -> str | None:
    for year in (today.year, today.year - 1):
        try:
            candidate = date(year, month, day)
        except ValueError:
            return None
        if candidate <= today:
            return candidate.isoformat()
    return None
