"""When a chat may be written to: by the clock in London, through its summer time, and never where no time is left."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from backend.telegram.safe_times import Safe, in_words, lines

MORNINGS = [{"days": [0, 1, 2, 3, 4, 5, 6], "from": "08:00", "until": "12:00"}]
SCHOOL = [{"days": [0, 1, 2, 3, 4], "from": "09:15", "until": "14:45"}]
FRIDAY_EVENING = datetime(2026, 11, 27, 19, 30, tzinfo=UTC)


def test_who_named_no_time_may_be_written_to_at_any() -> None:
    assert Safe().next(FRIDAY_EVENING) == FRIDAY_EVENING


@pytest.mark.parametrize(
    ("windows", "now", "following"),
    [
        (MORNINGS, FRIDAY_EVENING, datetime(2026, 11, 28, 8, tzinfo=UTC)),
        (SCHOOL, FRIDAY_EVENING, datetime(2026, 11, 30, 9, 15, tzinfo=UTC)),
        (MORNINGS, datetime(2026, 7, 1, 11, 30, tzinfo=UTC), datetime(2026, 7, 2, 7, tzinfo=UTC)),
        ([{"days": [0], "from": "20:00", "until": "24:00"}], FRIDAY_EVENING, datetime(2026, 11, 30, 20, tzinfo=UTC)),
    ],
)
def test_what_comes_at_another_time_waits_for_the_next_that_is_safe(
    windows: list[dict[str, object]], now: datetime, following: datetime
) -> None:
    safe = Safe(windows)
    assert not safe.is_now(now)
    assert safe.next(now) == following
    assert safe.is_now(following)


def test_a_time_that_ends_at_noon_is_over_at_noon() -> None:
    noon = datetime(2026, 11, 27, 12, tzinfo=UTC)
    assert Safe(MORNINGS).is_now(noon - timedelta(seconds=1))
    assert not Safe(MORNINGS).is_now(noon)


def test_who_says_that_now_is_safe_is_written_to_for_so_long() -> None:
    safe = Safe(MORNINGS, until=FRIDAY_EVENING + timedelta(hours=1))
    assert safe.is_now(FRIDAY_EVENING)
    assert not safe.is_now(FRIDAY_EVENING + timedelta(hours=1))


def test_where_no_time_is_left_nothing_is_ever_sent() -> None:
    assert Safe([{"days": [], "from": "00:00", "until": "00:00"}]).next(FRIDAY_EVENING) is None


def test_a_coordinator_reads_the_times_in_words() -> None:
    assert in_words(SCHOOL) == "Monday to Friday 09:15 to 14:45"
    assert lines(Safe(MORNINGS, "never")) == [
        "Write on Telegram: every day 08:00 to 12:00",
        "Voicemail: Never leave a message",
    ]
    assert lines(Safe()) == []
