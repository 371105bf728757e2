"""Alerts: kept once, mailed at once, acknowledged by a person, and only then said to be seen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.alerts.escalation import escalate
from backend.alerts.models import Alert, AlertNote
from backend.alerts.service import acknowledge, add_note, close, closed_alerts, open_alerts, raise_alert
from backend.alerts.shapes import NewAlert
from backend.database.base import new_id, utc_now
from backend.errors import Conflict, Invalid, NotFound, Refused
from backend.outbox.models import Mail
from backend.threads.conversations import begin_page_thread
from backend.threads.page import page_thread
from backend.threads.record import erase
from tests.backend.serving import SERVICE
from tests.backend.threads.people import somebody
from tests.backend.threads.talking import Caller, Talk, signed_in

AT_WORK = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
"""A Monday morning."""
WORDS = "Barnaby Thistlewood has a knife"


def alert(**more: Any) -> NewAlert:
    plain = {"id": new_id(), "at": utc_now(), "level": "immediate", "reasons": ["weapon"], "text": WORDS}
    return NewAlert.model_validate(plain | {"source": "message", "programme": "sevenoaks"} | more)


def test_an_alert_raised_twice_is_one_and_a_duty_officer_reads_its_words(origin: str) -> None:
    door, duty = Caller(origin, SERVICE), signed_in(origin, "duty")
    talk = Talk(origin)
    talk.hear(WORDS)
    raised = alert(thread=talk.thread, programme=None).model_dump(mode="json")
    for _ in range(2):
        assert door.post("/internal/alerts", json=raised).json() == {"alert": raised["id"]}

    [row] = [each for each in duty.get("/api/alerts").json()["alerts"] if each["id"] == raised["id"]]

    assert (row["words"], row["level"], row["programme"], row["reasons"]) == (
        WORDS,
        "immediate",
        "sevenoaks",
        ["weapon"],
    )
    assert row["said_by"] == "Priya Shah, Pastoral lead, Meadow Park School"
    assert row["acknowledged_at"] is None


def test_an_alert_is_kept_sealed_and_mailed_without_words(db: Session) -> None:
    duty, elsewhere = somebody(db, "duty", "sevenoaks"), somebody(db, "duty", "kingston-richmond")
    raise_alert(db, alert())
    kept = db.scalars(select(Alert)).one()
    assert b"Thistlewood" not in (kept.words or b"")
    [mail] = db.scalars(select(Mail)).all()
    assert (mail.account_id, mail.template) == (duty.account_id, "alert")
    assert open_alerts(db, elsewhere) == []


def test_an_alert_is_never_refused_for_its_trimmings(db: Session) -> None:
    raise_alert(db, alert(reasons=["weapon", "Barnaby has a knife"], programme="atlantis", thread="x" * 500))
    kept = db.scalars(select(Alert)).one()
    assert (kept.reasons, kept.programme, kept.thread_id) == (["weapon"], None, None)


def test_an_alert_from_nowhere_is_everybodys_on_duty(db: Session) -> None:
    officers = [somebody(db, "duty", "sevenoaks"), somebody(db, "duty", "kingston-richmond")]
    coordinator = somebody(db, "coordinator", "sevenoaks")
    raise_alert(db, alert(programme=None, thread="a thread that was never kept"), AT_WORK)
    for officer in officers:
        assert [row.words for row in open_alerts(db, officer)] == [WORDS]
    assert open_alerts(db, coordinator) == []
    assert {mail.account_id for mail in db.scalars(select(Mail))} == {officer.account_id for officer in officers}


def test_nobody_is_told_that_a_person_knows_until_one_does(db: Session) -> None:
    nominator, duty = somebody(db, "nominator", "sevenoaks"), somebody(db, "duty", "sevenoaks")
    thread = begin_page_thread(db, nominator)
    alert_id = raise_alert(db, alert(thread=thread.id))
    assert page_thread(db, nominator).messages == []

    seen = acknowledge(db, duty, alert_id, "Rang the police")

    assert (seen.acknowledged_by, seen.note) == (duty.display_name, "Rang the police")
    [message] = page_thread(db, nominator).messages
    assert "has now seen" in message.text
    assert open_alerts(db, duty) == []
    assert [row.id for row in open_alerts(db, duty, acknowledged=True)] == [alert_id]


def test_one_acknowledges_and_the_next_is_told(db: Session) -> None:
    first, second = somebody(db, "duty", "sevenoaks"), somebody(db, "coordinator", "sevenoaks")
    alert_id = raise_alert(db, alert())
    acknowledge(db, first, alert_id, None)
    assert acknowledge(db, first, alert_id, None).acknowledged_by == first.display_name
    with pytest.raises(Conflict):
        acknowledge(db, second, alert_id, None)


def test_an_alert_out_of_reach_does_not_exist(db: Session) -> None:
    alert_id = raise_alert(db, alert())
    for role in ("duty", "coordinator"):
        with pytest.raises(NotFound):
            acknowledge(db, somebody(db, role, "kingston-richmond"), alert_id, None)
    with pytest.raises(Refused):
        open_alerts(db, somebody(db, "auditor", "sevenoaks"))


def test_words_about_danger_survive_the_end_of_the_draft(db: Session) -> None:
    nominator, duty = somebody(db, "nominator", "sevenoaks"), somebody(db, "duty", "sevenoaks")
    thread = begin_page_thread(db, nominator)
    alert_id = raise_alert(db, alert(thread=thread.id))
    erase(db, thread, "stopped")
    assert [row.words for row in open_alerts(db, duty)] == [WORDS]
    acknowledge(db, duty, alert_id, None)
    assert "has now seen" in page_thread(db, nominator).messages[0].text


def test_an_alert_nobody_takes_goes_along_the_chain(db: Session) -> None:
    duty, coordinator = somebody(db, "duty", "sevenoaks"), somebody(db, "coordinator", "sevenoaks")
    lead = somebody(db, "lead", "sevenoaks")
    raise_alert(db, alert(), AT_WORK)
    steps = [escalate(db, AT_WORK + timedelta(minutes=minutes)) for minutes in (9, 11, 12, 19, 21, 22, 80)]
    assert steps == [0, 1, 0, 0, 1, 0, 0]

    told = db.scalars(select(Mail).where(Mail.template == "alert-escalated")).all()
    by_step = {step: {mail.account_id for mail in told if mail.cause.endswith(f":step:{step}")} for step in (1, 2)}
    assert by_step[1] == {duty.account_id, coordinator.account_id}
    assert by_step[2] == {duty.account_id, coordinator.account_id, lead.account_id}
    [row] = open_alerts(db, duty)
    assert (row.escalated, row.told) == (True, ["duty", "coordinator", "lead"])


def test_a_concern_waits_longer_before_more_are_told(db: Session) -> None:
    somebody(db, "duty", "sevenoaks")
    raise_alert(db, alert(level="concern"), AT_WORK)
    assert escalate(db, AT_WORK + timedelta(minutes=59)) == 0
    assert escalate(db, AT_WORK + timedelta(minutes=61)) == 1


@pytest.mark.parametrize(
    ("came", "at_once"),
    [
        pytest.param(AT_WORK, {"duty"}, id="Monday at ten"),
        pytest.param(datetime(2026, 11, 23, 17, 0, tzinfo=UTC), {"duty", "coordinator"}, id="Monday at five"),
        pytest.param(datetime(2026, 11, 21, 10, 0, tzinfo=UTC), {"duty", "coordinator"}, id="Saturday"),
        pytest.param(datetime(2026, 12, 28, 10, 0, tzinfo=UTC), {"duty", "coordinator"}, id="a bank holiday"),
    ],
)
def test_outside_working_hours_more_are_told_at_once(db: Session, came: datetime, at_once: set[str]) -> None:
    people = {role: somebody(db, role, "sevenoaks") for role in ("duty", "coordinator", "lead")}
    raise_alert(db, alert(), came)
    mailed = {mail.account_id for mail in db.scalars(select(Mail).where(Mail.template == "alert"))}
    assert mailed == {people[role].account_id for role in at_once}


def test_what_was_said_and_done_is_kept_sealed_until_it_is_closed(db: Session) -> None:
    duty, colleague = somebody(db, "duty", "sevenoaks"), somebody(db, "coordinator", "sevenoaks")
    alert_id = raise_alert(db, alert())
    with pytest.raises(Conflict, match="read it"):
        add_note(db, duty, alert_id, "Rang her")
    with pytest.raises(Conflict, match="read it"):
        close(db, duty, alert_id, outcome="no-danger", text="Read it again")
    acknowledge(db, duty, alert_id, "Ringing her")
    add_note(db, colleague, alert_id, "The Thistlewoods did not answer")
    with pytest.raises(Invalid):
        close(db, duty, alert_id, outcome="anything", text="Done")
    with pytest.raises(Invalid):
        close(db, duty, alert_id, outcome="passed-to-hub", text=" ")

    seen = close(db, duty, alert_id, outcome="passed-to-hub", text="Rang the hub at ten")

    assert [(note.by, note.text) for note in seen.notes] == [
        (colleague.display_name, "The Thistlewoods did not answer"),
        (duty.display_name, "Rang the hub at ten"),
    ]
    assert (seen.outcome, seen.closed_by) == ("passed-to-hub", duty.display_name)
    assert all(b"Thistlewood" not in (note.body or b"") for note in db.scalars(select(AlertNote)))
    with pytest.raises(Conflict, match="closed"):
        add_note(db, colleague, alert_id, "Once more")
    assert open_alerts(db, duty, acknowledged=True, in_hand=True) == []
    assert [row.id for row in closed_alerts(db, duty, 20)] == [alert_id]


def test_nobody_out_of_reach_adds_to_an_alert_or_closes_it(db: Session) -> None:
    alert_id = raise_alert(db, alert())
    acknowledge(db, somebody(db, "duty", "sevenoaks"), alert_id, None)
    elsewhere = somebody(db, "duty", "kingston-richmond")
    with pytest.raises(NotFound):
        add_note(db, elsewhere, alert_id, "Mine")
    with pytest.raises(NotFound):
        close(db, elsewhere, alert_id, outcome="no-danger", text="Mine")


def test_an_alert_from_before_the_clock_was_put_back_does_not_wait_an_hour_longer(db: Session) -> None:
    raise_alert(db, alert())
    now = utc_now()
    assert escalate(db, now - timedelta(seconds=30)) == 0
    assert escalate(db, now - timedelta(hours=1)) == 1


def test_an_acknowledged_alert_is_not_escalated(db: Session) -> None:
    duty = somebody(db, "duty", "sevenoaks")
    acknowledge(db, duty, raise_alert(db, alert()), None)
    assert escalate(db, utc_now() + timedelta(days=1)) == 0


@pytest.mark.parametrize(("who", "status"), [("duty", 200), ("coordinator", 200), ("chair", 403), ("nominator", 403)])
def test_who_sees_the_duty_list(origin: str, who: str, status: int) -> None:
    assert signed_in(origin, who).get("/api/alerts").status_code == status


def test_the_nomination_names_the_alerts_of_its_talk(origin: str, application: FastAPI) -> None:
    talk = Talk(origin)
    reference = talk.nominated()
    raised = alert(thread=talk.thread, level="urgent").model_dump(mode="json")
    Caller(origin, SERVICE).post("/internal/alerts", json=raised).raise_for_status()
    coordinator = signed_in(origin, "coordinator")
    [row] = [
        each for each in coordinator.get("/api/nominations").json()["nominations"] if each["reference"] == reference
    ]
    assert row["urgent_alert"] is True
    coordinator.post(f"/api/alerts/{raised['id']}/acknowledgement", json={"note": "Rang"}).raise_for_status()
    [named] = coordinator.get(f"/api/nominations/{reference}").json()["alerts"]
    assert (named["level"], named["acknowledged_by"]) == ("urgent", "Sam Adeyemi")
    assert "words" not in named
