"""What auditors see of the audit: their programmes, whole, filtered, as a file, and nothing of a family."""

from __future__ import annotations

import csv
import io
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select

from backend import audit
from backend.access import ROLES
from backend.accounts.accounts import create_account
from backend.audit.checks import check
from backend.audit.models import AuditEntry
from backend.audit.verifying import first_broken
from backend.demo.accounts import PASSWORD
from tests.backend.serving import backend_in
from tests.backend.threads.talking import CONTENT, Caller, Talk, signed_in
from tests.browser.records import raise_alert

NAMES = ("Quillfeather", "Della", "Larkspur", "07700", "TN13", "no one works", "2014-05-06")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, FastAPI]]:
    """A backend with one nomination that was read and decided, and one of another programme."""
    folder: Path = tmp_path_factory.mktemp("backend")
    with backend_in(folder) as (origin, application):
        yield origin, application


@pytest.fixture(scope="module")
def reference(running: tuple[str, FastAPI]) -> str:
    origin, application = running
    reference = Talk(origin).nominated()
    coordinator = signed_in(origin, "coordinator")
    coordinator.get(f"/api/nominations/{reference}").raise_for_status()
    elsewhere = Talk(origin, programme="rotherham").nominated(CONTENT | {"postcode": "S60 1AA"})
    coordinator.get(f"/api/nominations/{elsewhere}").raise_for_status()
    raise_alert(origin, "Della Quillfeather is afraid")
    signed_in(origin, "duty").get("/api/alerts").raise_for_status()
    Talk(origin, who="family").nominated()
    with application.state.sessions.begin() as db:
        held = [("rotherham", "auditor")]
        create_account(db, email="r@council.example", display_name="Robin Hale", password=PASSWORD, roles=held)  # type: ignore[arg-type]
        audit.record(db, None, "sign_in_refused", "account", "unknown", None)
    return reference


def auditor(running: tuple[str, FastAPI]) -> Caller:
    return signed_in(running[0], "auditor")


def file(caller: Caller, **filters: Any) -> list[dict[str, str]]:
    answer = caller.get("/audit.csv", params=filters).raise_for_status()
    assert answer.headers["content-type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_an_auditor_finds_who_read_a_nomination_by_its_reference(running: tuple[str, FastAPI], reference: str) -> None:
    rows = file(auditor(running), about=reference.lower())
    read = [row for row in rows if row["action"] == "read" and row["kind"] == "nomination"]
    by_people = [(row["name"], row["reference"], row["programme"]) for row in read if row["name"]]
    assert by_people == [("Sam Adeyemi", reference, "sevenoaks")]
    assert {"submitted", "compared"} <= {row["action"] for row in rows}, "a later nomination was compared with it"
    page = auditor(running).get("/audit", params={"about": reference}).text
    assert "Sam Adeyemi" in page
    assert reference in page


def test_who_saw_an_alert_is_found_by_the_alert_and_by_its_nomination(
    running: tuple[str, FastAPI], reference: str
) -> None:
    talk = Talk(running[0])
    nominated = talk.nominated()
    alert = str(uuid.uuid4())
    raised = {"id": alert, "at": "2026-11-22T10:00:00Z", "thread": talk.thread, "programme": "sevenoaks"}
    raised |= {"level": "urgent", "reasons": ["fear"], "text": "afraid", "source": "message"}  # type: ignore[dict-item]
    talk.post("/internal/alerts", raised)
    signed_in(running[0], "duty").get("/api/alerts").raise_for_status()
    for about in (alert, nominated):
        found = [(row["action"], row["kind"], bool(row["name"])) for row in file(auditor(running), about=about)]
        assert ("read", "alerts", True) in found
        assert ("raised", "alert", False) in found


def test_filters_narrow_and_what_cannot_be_read_narrows_nothing(running: tuple[str, FastAPI], reference: str) -> None:
    caller = auditor(running)
    everything = file(caller)
    numbers = [int(row["number"]) for row in everything]
    assert numbers == sorted(numbers, reverse=True)
    assert {row["action"] for row in file(caller, action="submitted")} == {"submitted"}
    assert {row["account"] for row in file(caller, actor="software")} == {""}
    today = everything[0]["at"][:10]
    assert len(file(caller, since=today, until=today)) >= len(everything)
    assert file(caller, until="2020-01-01") == []
    assert len(file(caller, since="yesterday", action="nonsense")) >= len(everything)
    assert "No entry fits these filters." in caller.get("/audit", params={"about": "FD-NOTHING"}).text


def test_pages_show_each_entry_once_and_lead_back(running: tuple[str, FastAPI], reference: str) -> None:
    caller, (_, application) = auditor(running), running
    with application.state.sessions.begin() as db:
        for number in range(60):
            audit.record(db, None, "escalated", "alert", f"paged-{number}", "sevenoaks")
    seen, address = [], "/audit?action=escalated"
    while address:
        text = caller.get(address).raise_for_status().text
        shown = [number for number in range(60) if f">paged-{number}<" in text]
        seen.append(shown)
        address = next((part.split('"')[0] for part in text.split('href="')[1:] if "before=" in part), "")
        address = address.replace("&amp;", "&")
    assert [len(part) for part in seen] == [25, 25, 10]
    assert sorted(number for part in seen for number in part) == list(range(60))
    back = next(part.split('"')[0] for part in text.split('href="')[1:] if "after=" in part).replace("&amp;", "&")
    again = caller.get(back).text
    assert [number for number in range(60) if f">paged-{number}<" in again] == seen[1]


def test_an_auditor_sees_their_programmes_only(running: tuple[str, FastAPI], reference: str) -> None:
    answer = Caller(running[0], {}).post("/api/token", data={"username": "r@council.example", "password": PASSWORD})
    other = Caller(running[0], {"Authorization": f"Bearer {answer.raise_for_status().json()['access_token']}"})
    rows = file(other)
    assert {row["programme"] for row in rows} == {"", "rotherham"}
    assert file(other, about=reference) == []
    assert reference not in other.get("/audit", params={"about": reference}).text.replace(f'value="{reference}"', "")
    assert {row["action"] for row in rows} >= {"sign_in_refused", "signed_in", "read"}


def test_nothing_of_a_family_is_shown_and_a_family_is_not_named(running: tuple[str, FastAPI], reference: str) -> None:
    caller = auditor(running)
    rows = file(caller)
    assert "A family member" in {row["name"] for row in rows}
    shown = caller.get("/audit").text + "".join(",".join(row.values()) for row in rows)
    assert [name for name in NAMES if name in shown] == []
    with running[1].state.sessions() as db:
        kept = "".join(str(vars(entry)) for entry in db.scalars(select(AuditEntry)))
        assert [name for name in (*NAMES, "Sam Adeyemi", "demo.example") if name in kept] == []
        assert first_broken(db) is None


def test_reading_the_audit_is_in_the_audit(running: tuple[str, FastAPI], reference: str) -> None:
    caller = auditor(running)
    caller.get("/audit").raise_for_status()
    newest = file(caller)[:2]
    assert {row["reference"] for row in file(caller) if row["kind"] == "account"} == {""}
    assert [(row["action"], row["kind"], row["name"]) for row in newest] == [
        ("exported", "audit", "Lee Tanner"),
        ("read", "audit", "Lee Tanner"),
    ]


def test_the_page_says_whether_the_record_holds(running: tuple[str, FastAPI], reference: str) -> None:
    caller, (_, application) = auditor(running), running
    assert "has not been checked yet" in caller.get("/audit").text
    with application.state.sessions() as db:
        check(db)
        db.commit()
    assert "<strong>It holds.</strong>" in caller.get("/audit").text


@pytest.mark.parametrize("role", sorted(set(ROLES) - {"auditor"}))
def test_nobody_else_sees_it(running: tuple[str, FastAPI], role: str) -> None:
    for path in ("/audit", "/audit.csv"):
        assert signed_in(running[0], role).get(path).status_code == 403
