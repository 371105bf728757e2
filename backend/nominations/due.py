"""When a nomination needs its first decision: one working day after it came in."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml

LONDON = ZoneInfo("Europe/London")
CLOSE_OF_DAY = time(17, 0)


@cache
def bank_holidays() -> frozenset[date]:
    """The days listed in ``bank_holidays.yml``."""
    listed = yaml.safe_load(Path(__file__).with_name("bank_holidays.yml").read_text(encoding="utf-8"))
    return frozenset(listed["days"])


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in bank_holidays()


def due_at(received: datetime, working_days: int = 1) -> datetime:
    """Five in the afternoon, London time, so many working days after the day of receipt; in UTC.

    What comes in on a Friday, Saturday or Sunday is due on Monday.
    """
    day = received.astimezone(LONDON).date()
    while working_days > 0:
        day += timedelta(days=1)
        working_days -= is_working_day(day)
    return datetime.combine(day, CLOSE_OF_DAY, LONDON).astimezone(UTC)
