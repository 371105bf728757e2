"""Dates and ages in words, in British time: people read "Overdue by 2 working days", not a timestamp."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from backend.nominations.due import working_days_after

LONDON = ZoneInfo("Europe/London")
_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def moment(value: datetime | date | str | None) -> datetime | None:
    """The moment in London; ISO text is read, a time without a zone is UTC as it is stored."""
    if value is None or value == "":
        return None
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return None
    if not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day, 12, tzinfo=UTC)
    if value.tzinfo is None:
        value = value.replace(tzinfo=UTC)
    return value.astimezone(LONDON)


def clock(value: datetime | date | str | None) -> str:
    """ "22 November 2026, 1:20pm"; text that is no date stays as it is (a year or a month is a date people give)."""
    when = moment(value)
    if when is None:
        return str(value or "Not known")
    hour = when.hour % 12 or 12
    return f"{day(when)}, {hour}:{when.minute:02d}{'am' if when.hour < 12 else 'pm'}"


def day(value: datetime | date | str | None) -> str:
    """ "22 November 2026"; a year or a month alone stays as it was given."""
    if isinstance(value, str) and len(value) < 10:
        return value or "Not known"
    when = moment(value)
    return f"{when.day} {when:%B %Y}" if when else str(value or "Not known")


def short_day(value: datetime | date | str | None) -> str:
    """ "22 Nov 2026", for a narrow column."""
    when = moment(value)
    return f"{when.day} {when:%b %Y}" if when else "Not known"


def _amount(span: timedelta) -> str:
    for unit, name in ((_DAY, "day"), (_HOUR, "hour"), (_MINUTE, "minute")):
        count = int(span / unit)
        if count:
            return f"{count} {name}{'' if count == 1 else 's'}"
    return "less than a minute"


def age(value: datetime | str | None, now: datetime) -> str:
    """How long ago: "3 hours ago"."""
    when = moment(value)
    return "Not known" if when is None else f"{_amount(now - when)} ago"


def due(value: datetime | str | None, now: datetime) -> str:
    """Whether a decision is late, in working days: "Overdue by 2 working days", "Due today by 5pm"."""
    when, today = moment(value), now.astimezone(LONDON).date()
    if when is None:
        return "No date set"
    if when < now:
        days = working_days_after(when.date(), today)
        return f"Overdue by {days} working day{'' if days == 1 else 's'}" if days else f"Overdue since {_hour(when)}"
    return f"Due {near_day(when.date(), today)} by {_hour(when)}"


def near_day(day: date, today: date) -> str:
    """ "today", "tomorrow", "on Thursday" within the week, "on 3 December" beyond."""
    ahead = (day - today).days
    if ahead in (0, 1):
        return ("today", "tomorrow")[ahead]
    return f"on {day:%A}" if 1 < ahead < 7 else f"on {day.day} {day:%B}"


def still(value: datetime | str | None, now: datetime) -> str:
    """How long nothing has moved, in working days: "for 4 working days"."""
    when = moment(value)
    days = working_days_after(when.date(), now.astimezone(LONDON).date()) if when else 0
    return f"for {days} working day{'' if days == 1 else 's'}" if days else "today"


def in_minutes(value: datetime | str | None, now: datetime) -> str:
    """A clock that runs: "4 minutes left", "2 hours over"."""
    when = moment(value)
    if when is None:
        return "No time set"
    return f"{_amount(when - now)} left" if when >= now else f"{_amount(now - when)} over"


def _hour(when: datetime) -> str:
    minutes = f":{when.minute:02d}" if when.minute else ""
    return f"{when.hour % 12 or 12}{minutes}{'am' if when.hour < 12 else 'pm'}"


def is_overdue(value: datetime | str | None, now: datetime) -> bool:
    """Whether the moment has passed."""
    when = moment(value)
    return when is not None and when < now
