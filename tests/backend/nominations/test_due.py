from datetime import UTC, datetime

import pytest

from backend.nominations.due import due_at


@pytest.mark.parametrize(
    ("received", "due"),
    [
        pytest.param("2026-11-17T10:00", "2026-11-18T17:00", id="Tuesday to Wednesday"),
        pytest.param("2026-11-20T10:00", "2026-11-23T17:00", id="Friday to Monday"),
        pytest.param("2026-11-22T23:30", "2026-11-23T17:00", id="Sunday night to Monday"),
        pytest.param("2026-12-24T09:00", "2026-12-29T17:00", id="over Christmas and its substitute day"),
        pytest.param("2026-07-06T09:00", "2026-07-07T16:00", id="five in London is four in UTC in summer"),
        pytest.param("2026-07-06T23:30", "2026-07-08T16:00", id="half past midnight in London is the next day"),
    ],
)
def test_first_decision_is_due_at_five_on_the_next_working_day(received: str, due: str) -> None:
    assert due_at(datetime.fromisoformat(received).replace(tzinfo=UTC)) == datetime.fromisoformat(due).replace(
        tzinfo=UTC
    )
