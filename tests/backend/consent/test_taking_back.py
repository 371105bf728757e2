"""A family takes its yes back by the same link, before and after it was sent."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select

from backend.audit.models import AuditEntry
from backend.consent.models import ConsentLink
from backend.database.base import utc_now
from backend.retention.check import still_readable
from tests.backend.consent.test_links import WAITING, YES, Family, link, waiting
from tests.backend.threads.talking import CONTENT, Talk, signed_in

BACK = {"answer": "back"}
AGREED = {"consent": {"state": "given", "events": []}}


def given(origin: str, content: dict[str, Any] = WAITING) -> tuple[Talk, str, Family]:
    """A talk whose family said yes by its link, the link, and the family's browser."""
    talk = waiting(origin, content)
    path, family = link(talk), Family(origin)
    family.answers(path, YES)
    return talk, path, family


def submitted(talk: Talk, content: dict[str, Any]) -> str:
    talk.put(content).raise_for_status()
    return str(talk.submit().raise_for_status().json()["reference"])


def test_the_page_of_a_yes_offers_to_take_it_back_and_names_nobody(origin: str) -> None:
    _, path, family = given(origin)
    page = family.opens(path)
    assert page.status_code == 200
    assert "Do you want to take your yes back?" in page.text
    assert "Fernsby" not in page.text
    assert "900321" not in page.text


def test_before_it_is_sent_everything_told_is_erased_and_the_talk_says_so(origin: str, application: FastAPI) -> None:
    talk, path, family = given(origin)
    answer = family.answers(path, BACK)
    assert answer.headers["location"] == "/agreed?said=back"
    assert "You have taken your yes back." in family.opens("/agreed?said=back").text
    seen = talk.view()
    assert seen["state"] == "stopped"
    assert "Quillfeather" not in str(seen)
    with application.state.sessions() as db:
        assert still_readable(db, utc_now()) == []
    assert talk.submit().status_code == 409
    assert family.opens(path).status_code == 410


def test_after_it_is_sent_the_nomination_is_withdrawn_and_erased(origin: str, application: FastAPI) -> None:
    talk, path, family = given(origin)
    reference = submitted(talk, WAITING | AGREED)
    assert "take your yes back" in family.opens(path).text
    family.answers(path, BACK)
    read = signed_in(origin, "coordinator").get(f"/api/nominations/{reference}").json()
    assert (read["status"], read["consent"]["state"], read["people"]) == ("withdrawn", "withdrawn", [])
    assert "Quillfeather" not in str(read)
    with application.state.sessions() as db:
        assert still_readable(db, utc_now()) == []
    assert family.opens(path).status_code == 410


def test_one_yes_taken_back_beside_another_is_kept_as_a_second_answer(origin: str) -> None:
    talk, path, family = given(origin, CONTENT)
    family.answers(path, BACK)
    assert talk.view()["state"] == "open"
    reference = submitted(talk, CONTENT)
    events = signed_in(origin, "coordinator").get(f"/api/nominations/{reference}").json()["consent"]["events"]
    assert [(event["by"], event["state"]) for event in events] == [
        ("Orla Fernsby", "refused"),
        ("Della Quillfeather", "given"),
    ]


def test_one_yes_taken_back_after_sending_is_shown_to_the_coordinator_and_nothing_is_erased(origin: str) -> None:
    talk, path, family = given(origin, CONTENT)
    reference = submitted(talk, CONTENT)
    family.answers(path, BACK)
    coordinator = signed_in(origin, "coordinator")
    read = coordinator.get(f"/api/nominations/{reference}").json()
    assert read["consent"]["state"] == "given"
    assert (read["consent"]["events"][-1]["by"], read["consent"]["events"][-1]["state"]) == ("Orla Fernsby", "refused")
    page = coordinator.get(f"/nominations/{reference}", headers={"Accept": "text/html"})
    assert "One said yes and another said no" in page.text
    assert family.opens(path).status_code == 410


@pytest.mark.parametrize("said", ["mum", None])
def test_where_it_is_not_certain_that_another_agreed_all_stops(origin: str, said: str | None) -> None:
    events = [dict(CONTENT["consent"]["events"][0], by=said)]
    talk, path, family = given(origin, CONTENT | {"consent": {"state": "given", "events": events}})
    family.answers(path, BACK)
    assert talk.view()["state"] == "stopped"


def test_another_sites_form_takes_nothing_back(origin: str) -> None:
    talk, path, family = given(origin)
    family.cookies.clear()
    with_another = talk.client("POST", path, data=BACK | {"csrf": "made up"})
    assert with_another.status_code == 422
    assert talk.view()["state"] == "open"


def test_it_is_in_the_audit_without_a_word_of_it(origin: str, application: FastAPI) -> None:
    talk, path, family = given(origin)
    family.answers(path, BACK)
    with application.state.sessions() as db:
        row = db.scalars(select(ConsentLink).where(ConsentLink.thread_id == talk.thread)).one()
        entries = list(db.scalars(select(AuditEntry).where(AuditEntry.object_id == row.id)))
    assert [entry.action for entry in entries] == ["made", "opened", "answered", "opened", "withdrew"]
    assert entries[-1].detail in ({}, None)
