"""By when a person has to answer."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import yaml

from backend.nominations.due import is_working_day


def answer_by(asked: date) -> date:
    """The same day of the next month, or its last day where it is shorter; moved on to a working day.

    Asked on 31 January: 28 February, or the Monday after where that is a weekend.
    """
    years, month = divmod(asked.year * 12 + asked.month - 1 + _months(), 12)
    day = date(years, month + 1, min(asked.day, calendar.monthrange(years, month + 1)[1]))
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


@cache
def _months() -> int:
    policy = yaml.safe_load(Path(__file__).with_name("policy.yml").read_text(encoding="utf-8"))
    return int(policy["answer_within"]["months"])
