"""When a fact was, as roughly as people say it, against how far a programme looks back."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def period(said: str | None) -> tuple[date, date] | None:
    """First and last day of what "2015", "2015-03" or "2015-03-04" means; None where it is no date."""
    match = _DATE.fullmatch((said or "")[:10])
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None:
        return None
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first, first
    last_month = month or 12
    return first, date(year, last_month, calendar.monthrange(year, last_month)[1])


def months_before(today: date, months: int) -> date:
    """The same day so many months earlier, or that month's last day where it is shorter."""
    years, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    if years < date.min.year:
        return date.min
    return date(years, month + 1, min(today.day, calendar.monthrange(years, month + 1)[1]))


def within(said: str | None, months: int, today: date) -> bool | None:
    """Whether something over since ``said`` lies within the last months.

    None where it cannot be told: there is no date, or a year or month that is partly within.
    """
    meant = period(said)
    if meant is None:
        return None
    first, last = meant
    oldest = months_before(today, months) if months else today - timedelta(days=1)
    if first >= oldest:
        return True
    return False if last < oldest else None
