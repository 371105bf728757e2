"""The duty list over a night and a weekend, by a clock that the test sets: nothing falls silent until it is closed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.alerts.duty import Duty
from backend.alerts.escalation import escalate
from backend.alerts.left_open import tell_left
from backend.alerts.models import Alert
from backend.alerts.service import acknowledge, add_note, close, closed_alerts, open_alerts, raise_alert
from backend.errors import Conflict
from backend.nominations.due import LONDON
from backend.outbox.models import Mail
from tests.backend.alerts.test_alerts import alert
from tests.backend.threads.people import somebody

FRIDAY = datetime(2026, 11, 27, tzinfo=LONDON)
EVENING = FRIDAY + timedelta(hours=16, minutes=55)
MONDAY = FRIDAY + timedelta(days=3, hours=9)


@pytest.fixture
def people(db: Session) -> dict[str, Actor]:
    return {role: somebody(db, role, "sevenoaks") for role in ("duty", "coordinator", "lead")}


def told(db: Session, template: str) -> list[Mail]:
    return list(db.scalars(select(Mail).where(Mail.template == template).order_by(Mail.cause, Mail.account_id)))


def run_until(db: Session, begin: datetime, end: datetime) -> list[datetime]:
    """Let the worker look every minute; when it escalated something."""
    minutes = int((end - begin) / timedelta(minutes=1))
    return [now for n in range(minutes + 1) if escalate(db, now := begin + timedelta(minutes=n))]


def test_what_nobody_reads_on_a_friday_evening_is_told_until_somebody_does(
    db: Session, people: dict[str, Actor]
) -> None:
    alert_id = raise_alert(db, alert(at=EVENING), EVENING)
    assert {mail.account_id for mail in told(db, "alert")} == {people["duty"].account_id}, "the office is open still"

    steps = run_until(db, EVENING, EVENING + timedelta(hours=4))

    after = [(step - EVENING) // timedelta(minutes=1) for step in steps]
    assert after == [10, 20, 80, 140, 200]
    by_cause: dict[str, set[str]] = {}
    for mail in told(db, "alert-escalated"):
        by_cause.setdefault(mail.cause.rpartition(":")[2], set()).add(mail.account_id)
    everybody = {each.account_id for each in people.values()}
    assert by_cause["1"] == everybody - {people["lead"].account_id}
    assert all(by_cause[step] == everybody for step in ("2", "3", "4", "5"))

    saturday = EVENING + timedelta(hours=16)
    acknowledge(db, people["lead"], alert_id, "Ringing the out-of-hours team", saturday)
    assert run_until(db, saturday, saturday + timedelta(hours=2)) == []


def test_a_concern_is_told_again_less_often_but_all_weekend(db: Session, people: dict[str, Actor]) -> None:
    raise_alert(db, alert(level="concern", at=EVENING), EVENING)
    hours = [EVENING + timedelta(hours=n) for n in range(64)]
    steps = [now for now in hours if escalate(db, now)]
    assert steps[:2] == [EVENING + timedelta(hours=1), EVENING + timedelta(hours=2)]
    assert {later - earlier for earlier, later in pairwise(steps[1:])} == {timedelta(hours=12)}
    assert steps[-1] > MONDAY - timedelta(hours=12)


def test_after_a_worker_was_away_all_night_everybody_is_told_at_once_and_once(
    db: Session, people: dict[str, Actor]
) -> None:
    raise_alert(db, alert(at=EVENING), EVENING)
    back = EVENING + timedelta(hours=12)
    assert [escalate(db, back + timedelta(seconds=2 * n)) for n in range(5)] == [1, 1, 0, 0, 0]


def test_what_is_in_hand_over_a_weekend_is_told_on_the_next_working_day_until_it_is_closed(
    db: Session, people: dict[str, Actor]
) -> None:
    alert_id = raise_alert(db, alert(at=EVENING), EVENING)
    acknowledge(db, people["duty"], alert_id, "I ring the school", EVENING)
    close_of_monday = MONDAY + timedelta(hours=8)
    looks = [tell_left(db, now) for now in (MONDAY, close_of_monday, close_of_monday + timedelta(days=1))]
    assert looks == [0, 1, 0]
    assert {mail.account_id for mail in told(db, "alert-open")} == {
        people["duty"].account_id,
        people["lead"].account_id,
    }
    assert open_alerts(db, people["duty"], acknowledged=True, in_hand=True)[0].left_told_at == close_of_monday

    add_note(db, people["coordinator"], alert_id, "The school has seen them", close_of_monday)
    assert open_alerts(db, people["duty"], acknowledged=True, in_hand=True)[0].left_told_at is None
    assert tell_left(db, close_of_monday + timedelta(days=1, minutes=1)) == 1
    close(db, people["lead"], alert_id, outcome="spoken-to", text="All are safe", now=MONDAY + timedelta(days=3))
    assert tell_left(db, MONDAY + timedelta(days=30)) == 0


def test_one_night_from_the_words_to_the_outcome(db: Session, people: dict[str, Actor]) -> None:
    """Who came first, who was told, what was done and how it ended: all of it stands on the closed alert."""
    night = FRIDAY + timedelta(hours=23)
    alert_id = raise_alert(db, alert(at=night), night)
    assert {mail.account_id for mail in told(db, "alert")} == {
        people["duty"].account_id,
        people["coordinator"].account_id,
    }
    escalate(db, night + timedelta(minutes=11))
    acknowledge(db, people["coordinator"], alert_id, None, night + timedelta(minutes=14))
    with pytest.raises(Conflict):
        acknowledge(db, people["duty"], alert_id, None, night + timedelta(minutes=15))
    add_note(db, people["duty"], alert_id, "Rang the out-of-hours team", night + timedelta(minutes=20))
    add_note(db, people["coordinator"], alert_id, "They are with the family", night + timedelta(hours=2))
    close(db, people["coordinator"], alert_id, outcome="out-of-hours-team", text="They have it", now=MONDAY)

    [seen] = closed_alerts(db, people["lead"], 20)
    assert (seen.step, seen.told, seen.outcome) == (1, ["duty", "coordinator"], "out-of-hours-team")
    assert [(note.by, note.text) for note in seen.notes] == [
        (people["duty"].display_name, "Rang the out-of-hours team"),
        (people["coordinator"].display_name, "They are with the family"),
        (people["coordinator"].display_name, "They have it"),
    ]
    kept = db.get_one(Alert, alert_id)
    moments = [kept.received_at, kept.escalated_at, kept.acknowledged_at, *(note.at for note in seen.notes)]
    assert moments == sorted(each for each in moments if each)
    assert (kept.acknowledged_at, kept.closed_at) == (night + timedelta(minutes=14), MONDAY)


@pytest.mark.parametrize(
    ("now", "there"),
    [
        pytest.param(datetime(2026, 10, 23, 8, 30, tzinfo=UTC), True, id="half past nine in summer time"),
        pytest.param(datetime(2026, 10, 26, 8, 30, tzinfo=UTC), False, id="half past eight after the clocks went back"),
        pytest.param(datetime(2026, 10, 26, 16, 59, tzinfo=UTC), True, id="a minute to five"),
        pytest.param(datetime(2026, 12, 25, 12, 0, tzinfo=UTC), False, id="Christmas Day"),
        pytest.param(datetime(2026, 12, 24, 12, 0, tzinfo=UTC), True, id="Christmas Eve"),
    ],
)
def test_working_hours_are_londons(now: datetime, there: bool) -> None:
    assert Duty.of("sevenoaks").is_anybody_there(now) is there
