"""From a draft to a nomination: once, with consent, and with those told who must know."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select

from backend.database.base import utc_now
from backend.database.engine import Sessions
from backend.nominations.models import Nomination
from backend.nominations.submission import Submitted, submit
from backend.outbox.models import Mail
from tests.backend.threads.people import draft, somebody
from tests.backend.threads.talking import CONSENT, CONTENT, Talk, signed_in


def test_a_submission_has_one_reference_however_often_it_is_made(origin: str) -> None:
    talk = Talk(origin)
    reference = talk.nominated()

    again = talk.submit().json()

    assert again["reference"] == reference
    assert (again["status"], again["verdict"]) == ("received", "eligible")
    assert "one working day" in again["next_step"]
    seen = talk.view()
    assert (seen["state"], seen["reference"]) == ("submitted", reference)
    assert talk.say({"text": "[[reference]]", "custom": {"fill": ["reference"]}}) == [{"text": reference}]


def test_four_submissions_at_once_make_one_nomination(sessions: Sessions) -> None:
    with sessions.begin() as db:
        nominator = somebody(db, "nominator", "sevenoaks")
        somebody(db, "coordinator", "sevenoaks")
        thread = draft(db, nominator, "sevenoaks").id

    def once(_: int) -> Submitted:
        with sessions.begin() as db:
            return submit(db, thread, utc_now())

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(once, range(4)))

    assert len({answer.reference for answer in answers}) == 1
    with sessions() as db:
        assert db.scalar(select(func.count()).select_from(Nomination)) == 1
        assert db.scalar(select(func.count()).select_from(Mail)) == 1


@pytest.mark.parametrize(
    "consent",
    [None, {"state": None, "events": []}, {"state": "not_yet", "events": []}, {"state": "refused", "events": []}],
)
def test_nothing_is_sent_without_consent(origin: str, consent: dict[str, Any] | None) -> None:
    talk = Talk(origin)
    talk.hear("Hello")
    talk.put(CONTENT | {"consent": consent}).raise_for_status()
    refused = talk.submit()
    assert refused.status_code == 422
    assert "has not agreed" in refused.json()["error"]["message"]
    assert talk.view()["state"] == "open"


def test_nothing_is_sent_before_the_programme_is_known(origin: str) -> None:
    talk = Talk(origin, programme=None)
    talk.hear("Hello")
    talk.put(CONTENT).raise_for_status()
    assert talk.submit().status_code == 422


def test_the_coordinator_reads_what_was_said_and_what_the_rules_make_of_it(origin: str) -> None:
    reference = Talk(origin).nominated()

    seen = signed_in(origin, "coordinator").get(f"/api/nominations/{reference}").json()

    assert (seen["reference"], seen["programme"], seen["programme_version"]) == (reference, "sevenoaks", "2013")
    assert (seen["channel"], seen["status"], seen["version"]) == ("web", "received", 1)
    assert seen["consent"] == CONSENT | {"conditions": []}
    assert seen["people"][0]["name"] == "Della Quillfeather"
    assert seen["story"] == CONTENT["story"]
    assert seen["needs"] == {"education": "asserted", "worklessness": "asserted"}
    assert seen["assessment"]["verdict"] == "eligible"
    assert seen["route"]["stream"] in {stream["code"] for stream in seen["streams"]}
    assert seen["nominator"] == {
        "kind": "professional",
        "name": "Priya Shah",
        "role": "Pastoral lead",
        "agency": "Meadow Park School",
    }
    assert (seen["alerts"], seen["decisions"], seen["known_before"]) != (None, None, None)
    assert [event["what"] for event in seen["history"]] == ["submission"]


def test_what_is_added_later_is_judged_too(origin: str) -> None:
    talk = Talk(origin)
    first = [indicator for indicator in CONTENT["indicators"] if indicator["code"] == "nobody_working"]
    reference = talk.nominated(CONTENT | {"indicators": first})
    assert talk.submit().json()["verdict"] == "needs_information"

    heard = talk.hear("He was excluded again yesterday")
    indicator = {"code": "fixed_term_exclusion", "status": "asserted", "said_by": "professional"}
    body = {"message": heard["message"], "indicators": [indicator]}
    path = f"/internal/threads/{talk.thread}/additions"
    assert talk.post(path, body) == {"reference": reference, "status": "received"}
    assert talk.post(path, body) == {"reference": reference, "status": "received"}

    seen = signed_in(origin, "coordinator").get(f"/api/nominations/{reference}").json()
    assert seen["assessment"]["verdict"] == "eligible"
    assert [addition["text"] for addition in seen["additions"]] == ["He was excluded again yesterday"]
    assert [said["code"] for said in seen["indicators"]] == ["nobody_working", "fixed_term_exclusion"]


def test_a_challenge_opens_a_decision_again_and_shows_in_its_history(origin: str) -> None:
    talk = Talk(origin)
    reference = talk.nominated()
    coordinator = signed_in(origin, "coordinator")
    path = f"/api/nominations/{reference}"
    returned = {"kind": "return", "reason": "The school will help first.", "version": 1}
    assert coordinator.post(f"{path}/decisions", json=returned).json()["status"] == "returned"

    heard = talk.hear("We think this decision is wrong")
    body = {"message": heard["message"], "indicators": [], "challenge": True}
    added = talk.post(f"/internal/threads/{talk.thread}/additions", body)
    assert added == {"reference": reference, "status": "received"}

    seen = coordinator.get(path).json()
    assert seen["status"] == "received"
    assert [addition["challenge"] for addition in seen["additions"]] == [True]
    assert [event["what"] for event in seen["history"]] == ["submission", "decision-return", "challenge"]


def test_a_withdrawal_stops_the_nomination_and_stays_in_the_consents_history(origin: str) -> None:
    talk = Talk(origin)
    reference = talk.nominated()
    coordinator = signed_in(origin, "coordinator")

    talk.post(f"/internal/threads/{talk.thread}/stop", {"reason": "withdrawn"})

    seen = coordinator.get(f"/api/nominations/{reference}").json()
    assert (seen["status"], seen["consent"]["state"]) == ("withdrawn", "withdrawn")
    assert [event["state"] for event in seen["consent"]["events"]] == ["given", "withdrawn"]
    assert talk.view()["state"] == "withdrawn"
    decision = {"kind": "accept", "reason": "anyway", "version": seen["version"]}
    assert coordinator.post(f"/api/nominations/{reference}/decisions", json=decision).status_code == 422


def test_judging_again_keeps_the_first_judgement(origin: str, application: FastAPI) -> None:
    reference = Talk(origin).nominated()
    coordinator = signed_in(origin, "coordinator")
    path = f"/api/nominations/{reference}/judgements"

    seen = coordinator.post(path, json={"version": "2013"}).json()

    assert [(each["cause"], each["programme_version"]) for each in seen["judgements"]] == [
        ("submission", "2013"),
        ("judged-again", "2013"),
    ]
    assert coordinator.post(path, json={"version": "1066"}).status_code == 422
