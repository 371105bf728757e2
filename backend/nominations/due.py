"""Clocks that run on working days: when a first decision is due, and how long something has stood still."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml

from backend.programmes import load_programme

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


def decision_due(programme: str, since: datetime) -> datetime:
    """By when a nomination that came in, or came back, needs a decision, as the programme's file says; in UTC."""
    told = load_programme(programme).data["queue"]["first_decision"]
    return due_at(since, told["working_days"])


def working_days_after(first: date, last: date) -> int:
    """Working days after one day, up to and with another; 0 where the other is no later."""
    days = max((last - first).days, 0)
    return sum(is_working_day(first + timedelta(days=n)) for n in range(1, days + 1))


def stood_since(working_days: int, now: datetime) -> datetime:
    """What moved before this moment has not moved for so many working days, the last of them over at five; in UTC."""
    day = now.astimezone(LONDON).date()
    while due_at(datetime.combine(day, time.min, LONDON), working_days) > now:
        day -= timedelta(days=1)
    return datetime.combine(day + timedelta(days=1), time.min, LONDON).astimezone(UTC)


def begin_of_day(now: datetime) -> datetime:
    """Midnight in London at which the day began; in UTC."""
    return datetime.combine(now.astimezone(LONDON).date(), time.min, LONDON).astimezone(UTC)


def end_of_day(now: datetime) -> datetime:
    """Midnight in London at which the day ends; in UTC."""
    day = now.astimezone(LONDON).date() + timedelta(days=1)
    return datetime.combine(day, time.min, LONDON).astimezone(UTC)
