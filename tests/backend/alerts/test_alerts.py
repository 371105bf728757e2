"""Alerts: kept once, mailed at once, acknowledged by a person, and only then said to be seen."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.alerts.escalation import escalate, patience
from backend.alerts.models import Alert
from backend.alerts.service import acknowledge, open_alerts, raise_alert
from backend.alerts.shapes import NewAlert
from backend.database.base import new_id, utc_now
from backend.errors import Conflict, NotFound, Refused
from backend.outbox.models import Mail
from backend.threads.conversations import begin_page_thread
from backend.threads.page import page_thread
from backend.threads.record import erase
from tests.backend.serving import SERVICE
from tests.backend.threads.people import somebody
from tests.backend.threads.talking import Caller, Talk, signed_in

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
    raise_alert(db, alert(programme=None, thread="a thread that was never kept"))
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


def test_an_alert_nobody_takes_goes_to_the_coordinators_once(db: Session) -> None:
    duty, coordinator = somebody(db, "duty", "sevenoaks"), somebody(db, "coordinator", "sevenoaks")
    raise_alert(db, alert())
    now = utc_now()

    assert escalate(db, now + patience() - timedelta(minutes=1)) == 0
    assert escalate(db, now + patience() + timedelta(minutes=1)) == 1
    assert escalate(db, now + patience() + timedelta(minutes=2)) == 0

    told = db.scalars(select(Mail).where(Mail.template == "alert-escalated")).all()
    assert {mail.account_id for mail in told} == {duty.account_id, coordinator.account_id}
    assert open_alerts(db, duty)[0].escalated is True


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
