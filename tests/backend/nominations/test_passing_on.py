"""Passing a family on to the programme that covers its address: with its agreement, and never without."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit.models import AuditEntry
from backend.database.base import utc_now
from backend.decisions.service import decide
from backend.decisions.shapes import NewDecision
from backend.errors import Conflict, Invalid, NotFound
from backend.keys.models import DataKey
from backend.nominations.erasing import erase_family
from backend.nominations.models import Nomination
from backend.nominations.passing_on import pass_on
from backend.nominations.passing_shapes import PassedOn, PassOn
from backend.nominations.record import find_nomination
from backend.nominations.service import open_nomination, own_nominations
from backend.nominations.submission import submit
from backend.outbox.models import Mail
from backend.threads.conversations import newest_page_thread
from tests.backend.threads.people import draft, somebody
from tests.backend.threads.talking import CONTENT, Talk, signed_in

ELSEWHERE = CONTENT | {"postcode": "ME15 6XW", "address": "7 Larkspur Rise, Maidstone"}
TODAY = utc_now().date().isoformat()


def wanted(**changes: Any) -> PassOn:
    agreed = {"by": "Della Quillfeather", "date": TODAY, "method": "phone"}
    return PassOn.model_validate({"programme": "maidstone", "consent": agreed, "version": 1} | changes)


class Case:
    """A nomination from outside Sevenoaks, with those whom it concerns."""

    def __init__(self, db: Session, content: dict[str, Any] = ELSEWHERE) -> None:
        self.db = db
        self.nominator = somebody(db, "nominator", "sevenoaks")
        self.here, self.there = somebody(db, "coordinator", "sevenoaks"), somebody(db, "coordinator", "maidstone")
        self.reference = submit(db, draft(db, self.nominator, "sevenoaks", content).id, utc_now()).reference

    def seen(self) -> dict[str, Any]:
        return open_nomination(self.db, self.here, self.reference)

    def pass_on_later(self) -> int:
        """Answer it with other help first; its version then."""
        new = NewDecision(kind="return", reason="The council there can help.", version=1)
        return decide(self.db, self.here, self.reference, new).version

    def pass_on(self, by: Actor | None = None, **changes: Any) -> PassedOn:
        return pass_on(self.db, by or self.here, self.reference, wanted(**changes))


def test_both_coordinators_see_what_was_passed_on_and_with_whose_agreement(db: Session) -> None:
    case = Case(db)
    assert [door["programme"] for door in case.seen()["may_pass_on_to"]] == ["maidstone"]

    passed = case.pass_on()

    left, arrived = case.seen(), open_nomination(db, case.there, passed.passed_to)
    assert left["status"] == "returned"
    assert [(each["direction"], each["programme"], each["reference"]) for each in left["passings"]] == [
        ("to", "maidstone", passed.passed_to)
    ]
    assert [(each["direction"], each["programme"], each["reference"]) for each in arrived["passings"]] == [
        ("from", "sevenoaks", case.reference)
    ]
    assert (arrived["status"], arrived["story"], arrived["people"]) == ("received", left["story"], left["people"])
    for seen in (left, arrived):
        [event] = [each for each in seen["consent"]["events"] if each["purpose"] == "passing_on"]
        assert (event["state"], event["by"], event["date"]) == ("given", "Della Quillfeather", TODAY)
        assert (event["method"], event["asked_by"]) == ("phone", case.here.display_name)
    assert left["may_pass_on_to"] == []


def test_the_other_programme_judges_by_its_own_rules_and_holds_a_consent_of_its_own(db: Session) -> None:
    case = Case(db)
    arrived = open_nomination(db, case.there, case.pass_on().passed_to)

    assert {criterion["code"] for criterion in arrived["assessment"]["criteria"]} != {
        criterion["code"] for criterion in case.seen()["assessment"]["criteria"]
    }
    assert arrived["consent"]["state"] == "given"
    # Nothing but being put forward was asked: what else the programme needs, it has to ask itself.
    assert [event["purpose"] for event in arrived["consent"]["events"]] == ["nomination", "passing_on"]
    assert not arrived["out_of_area"]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"programme": "kingston-richmond"}, Invalid),
        ({"programme": "sevenoaks"}, Invalid),
        (
            {"consent": {"by": "mum", "date": (utc_now() + timedelta(days=2)).date().isoformat(), "method": "phone"}},
            Invalid,
        ),
        ({"version": 7}, Conflict),
    ],
)
def test_nothing_moves_to_a_wrong_door_or_without_a_consent_that_was_given(
    db: Session, changes: dict[str, Any], why: type[Exception]
) -> None:
    case = Case(db)
    with pytest.raises(why):
        case.pass_on(**changes)

    assert db.scalars(select(Nomination.programme)).all() == ["sevenoaks"]


def test_a_family_that_lives_here_has_no_other_door(db: Session) -> None:
    case = Case(db, CONTENT)
    assert case.seen()["may_pass_on_to"] == []
    with pytest.raises(Invalid):
        case.pass_on()


def test_only_a_coordinator_of_its_own_programme_passes_it_on_and_only_once(db: Session) -> None:
    case = Case(db)
    with pytest.raises(NotFound):
        case.pass_on(case.there)
    passed = case.pass_on()
    with pytest.raises(Conflict):
        case.pass_on(version=passed.version)


def test_neither_programme_reads_the_others_record(db: Session) -> None:
    case = Case(db)
    passed = case.pass_on()
    with pytest.raises(NotFound):
        open_nomination(db, case.there, case.reference)
    with pytest.raises(NotFound):
        open_nomination(db, case.here, passed.passed_to)


def test_what_one_erases_the_other_keeps(db: Session) -> None:
    case = Case(db)
    passed = case.pass_on()
    erase_family(db, find_nomination(db, case.reference, lock=True), "asked-for", case.here)

    arrived = open_nomination(db, case.there, passed.passed_to)
    assert arrived["people"][0]["name"] == "Della Quillfeather"
    assert db.query(DataKey).filter(DataKey.destroyed_at.is_not(None)).count() == 1
    assert case.seen()["people"] == []


def test_whoever_refused_and_on_what_condition_goes_along(db: Session) -> None:
    refused = {"purpose": "nomination", "state": "refused", "by": "dad"}
    condition = {"words": "only if dad is not told", "message": 1}
    consent = CONTENT["consent"] | {"events": [refused, *CONTENT["consent"]["events"]], "conditions": [condition]}
    case = Case(db, ELSEWHERE | {"consent": consent})

    there = open_nomination(db, case.there, case.pass_on().passed_to)["consent"]

    first, *_ = there["events"]
    assert (first["state"], first["by"]) == ("refused", "dad")
    assert there["conditions"] == [condition]


def test_whoever_nominated_is_told_and_finds_it_under_both_references(db: Session) -> None:
    case = Case(db)
    shown = newest_page_thread(db, case.nominator)
    passed = case.pass_on()

    rows = {row.reference: row for row in own_nominations(db, case.nominator)}

    assert set(rows) == {case.reference, passed.passed_to}
    assert "reference of its own" in rows[case.reference].next_step
    assert rows[passed.passed_to].programme == "maidstone"
    assert newest_page_thread(db, case.nominator) is shown
    told = {(mail.account_id, mail.template) for mail in db.scalars(select(Mail))}
    assert (case.there.account_id, "nomination-waiting") in told
    assert (case.nominator.account_id, "nomination-decided") in told


def test_what_was_answered_before_can_still_be_passed_on_when_the_family_says_yes(db: Session) -> None:
    case = Case(db)
    first = case.pass_on_later()

    passed = case.pass_on(version=first)

    assert open_nomination(db, case.there, passed.passed_to)["status"] == "received"


def test_passing_on_is_audited_in_both_programmes_by_codes(db: Session) -> None:
    case = Case(db)
    case.pass_on()
    db.commit()
    noted = {entry.programme: entry for entry in db.scalars(select(AuditEntry).where(AuditEntry.action == "passed on"))}
    assert set(noted) == {"sevenoaks", "maidstone"}
    assert all(entry.actor_id == case.here.account_id for entry in noted.values())
    assert "Quillfeather" not in str([entry.detail for entry in noted.values()])


def test_a_program_passes_on_over_http_and_is_refused_without_a_consent(origin: str, application: FastAPI) -> None:
    reference = Talk(origin).nominated(ELSEWHERE)
    coordinator = signed_in(origin, "coordinator")
    path = f"/api/nominations/{reference}/passing-on"

    bare = coordinator.post(path, json={"programme": "maidstone", "version": 1})
    passed = coordinator.post(path, json=wanted().model_dump(mode="json"))

    assert bare.status_code == 422
    assert passed.status_code == 201
    assert passed.json()["programme"] == "maidstone"
    assert coordinator.get(f"/api/nominations/{reference}").json()["passings"][0]["direction"] == "to"


def test_a_coordinator_passes_on_by_the_page_and_reads_what_is_missing(origin: str) -> None:
    reference = Talk(origin).nominated(ELSEWHERE)
    coordinator, path = signed_in(origin, "coordinator"), f"/nominations/{reference}"
    page = coordinator.get(path).text
    assert "Pass on to another programme" in page
    typed = {"version": "1", "programme": "maidstone", "by": "mum", "date": TODAY, "method": "phone"}

    missing = coordinator.post(f"{path}/pass-on", data=typed)
    assert missing.status_code == 422
    assert "Nothing is passed on unless the family has agreed" in missing.text

    done = coordinator.post(f"{path}/pass-on", data=typed | {"agreed": "yes"})
    assert (done.status_code, done.headers["location"]) == (303, f"{path}?passed=true#main-content")
    after = coordinator.get(f"{path}?passed=true").text
    assert "Passed on to" in after
    assert "Where to?" not in after
    there = coordinator.get(f"/api/nominations/{reference}").json()["passings"][0]["reference"]
    assert "Passed on by" in coordinator.get(f"/nominations/{there}").text
