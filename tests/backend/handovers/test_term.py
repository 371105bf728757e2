"""By when a person should answer: only hours in which people are there count, and it is said truthfully."""

from __future__ import annotations

from datetime import datetime

import pytest

from backend.handovers.term import answer_by, expected
from backend.nominations.due import LONDON


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ("2026-11-23T10:00", "2026-11-23T11:00"),  # a Monday
        ("2026-11-23T07:30", "2026-11-23T10:00"),  # before anybody is there
        ("2026-11-23T16:40", "2026-11-24T09:40"),  # twenty minutes are left of the day
        ("2026-11-23T19:00", "2026-11-24T10:00"),
        ("2026-11-20T16:00", "2026-11-20T17:00"),  # a Friday, the last hour
        ("2026-11-21T11:00", "2026-11-23T10:00"),  # a Saturday
        ("2026-12-24T16:30", "2026-12-29T09:30"),  # Christmas, and Boxing Day's Monday in its place
        ("2026-03-27T16:30", "2026-03-30T09:30"),  # the clocks go forward in between
    ],
)
def test_the_hour_in_which_somebody_answers_is_one_of_those_worked(asked: str, due: str) -> None:
    at = datetime.fromisoformat(asked).replace(tzinfo=LONDON)
    assert answer_by(["sevenoaks"], at).astimezone(LONDON).isoformat()[:16] == due


@pytest.mark.parametrize(
    ("asked", "audience", "told"),
    [
        ("2026-11-23T10:00", "family", "A person should answer you here by 11am today."),
        ("2026-11-23T12:05", "family", "A person should answer you here by 1:05pm today."),
        (
            "2026-11-23T07:00",
            "family",
            "People answer here on work days, 9am to 5pm. So it should be by 10am today.",
        ),
        (
            "2026-11-23T16:40",
            "family",
            "A person should answer you here by 9:40am tomorrow.",
        ),
        (
            "2026-11-21T11:00",
            "professional",
            "The coordinators of Sevenoaks Working with Families answer on working days, 9am to 5pm, so an answer "
            "should be here by 10am on Monday 23 November.",
        ),
        (
            "2026-11-22T23:00",
            "family",
            "People answer here on work days, 9am to 5pm. So it should be by 10am tomorrow.",
        ),
    ],
)
def test_who_asks_is_told_when_to_expect_an_answer(asked: str, audience: str, told: str) -> None:
    at = datetime.fromisoformat(asked).replace(tzinfo=LONDON)
    assert expected("sevenoaks", answer_by(["sevenoaks"], at), at, audience) == told
