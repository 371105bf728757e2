"""When something was, where a clause says so with a date."""

from __future__ import annotations

import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_NUMERIC = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)?\d\d)\b")
_NAMED = re.compile(rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?{_MONTH}\s+((?:19|20)\d\d)\b")
_YEAR = re.compile(
    r"\b(?:in|since|from|during|until|around|of|back in|early|late|summer|autumn|winter|spring)\s+((?:19|20)\d\d)\b"
)


def date_in(text: str) -> str | None:
    """The first date of a plain text as ISO ("2015", "2015-03" or "2015-03-04"); British order; None without a year."""
    if match := _NUMERIC.search(text):
        day, month, year = (int(part) for part in match.groups())
        if 1 <= month <= 12 and 1 <= day <= 31:
            return f"{year + 2000 if year < 100 else year:04}-{month:02}-{day:02}"
    if match := _NAMED.search(text):
        month_text = f"{match.group(3)}-{_MONTHS.index(match.group(2)) + 1:02}"
        return f"{month_text}-{int(match.group(1)):02}" if match.group(1) else month_text
    match = _YEAR.search(text)
    return match.group(1) if match else None
