"""Deciding: once, with a reason, and told to whoever nominated."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.database.base import utc_now
from backend.database.engine import Sessions
from backend.decisions.models import Decision
from backend.decisions.service import decide
from backend.decisions.shapes import NewDecision
from backend.errors import Conflict, Invalid, NotFound
from backend.nominations.judging import capacity
from backend.nominations.service import judge_again, open_nomination, own_nominations
from backend.nominations.stopping import stop
from backend.nominations.submission import add, submit
from backend.outbox.models import Mail
from backend.threads.conversations import begin_page_thread
from backend.threads.page import page_thread
from backend.threads.record import keep_content
from backend.threads.shapes import Addition
from tests.backend.threads.people import draft, somebody
from tests.backend.threads.talking import CONTENT, Talk, signed_in


def test_two_who_decide_at_once_one_wins_and_the_other_is_told(sessions: Sessions) -> None:
    with sessions.begin() as db:
        nominator = somebody(db, "nominator", "sevenoaks")
        deciders = [somebody(db, "coordinator", "sevenoaks") for _ in range(2)]
        reference = submit(db, draft(db, nominator, "sevenoaks").id, utc_now()).reference

    def once(number: int) -> str:
        kind: Any = ("ask", "return")[number]
        try:
            with sessions.begin() as db:
                return decide(db, deciders[number], reference, NewDecision(kind=kind, reason="why", version=1)).status
        except Conflict as conflict:
            return conflict.message

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(once, range(2)))

    assert answers[0].startswith("A coordinator decided meanwhile, at ")
    assert answers[1] in ("awaiting_information", "returned")
    with sessions() as db:
        assert len(db.scalars(select(Decision)).all()) == 1


def decided(db: Session, **made: Any) -> tuple[str, str]:
    """Reference and new status of a fresh nomination about which this was decided."""
    nominator, coordinator = somebody(db, "nominator", "sevenoaks"), somebody(db, "coordinator", "sevenoaks")
    reference = submit(db, draft(db, nominator, "sevenoaks").id, utc_now()).reference
    return reference, decide(db, coordinator, reference, NewDecision.model_validate({"version": 1} | made)).status


@pytest.mark.parametrize(
    ("made", "status"),
    [
        ({"kind": "accept"}, "accepted"),
        ({"kind": "other_stream", "stream": "fip", "reason": "Three agencies struggle."}, "accepted"),
        ({"kind": "ask", "reason": "Who works at home?"}, "awaiting_information"),
        ({"kind": "return", "reason": "The school will help first."}, "returned"),
    ],
)
def test_what_a_decision_makes_of_a_nomination(db: Session, made: dict[str, Any], status: str) -> None:
    assert decided(db, **made)[1] == status


@pytest.mark.parametrize(
    "made",
    [
        {"kind": "return"},
        {"kind": "ask", "reason": "  "},
        {"kind": "other_stream", "stream": "fip"},
        {"kind": "other_stream", "reason": "It fits better."},
        {"kind": "other_stream", "stream": "caseworker", "reason": "It fits better."},
        {"kind": "accept", "stream": "fip"},
        {"kind": "other_stream", "stream": "mentoring", "reason": "Mentors are kind."},
        {"kind": "accept", "stream": "mentoring", "reason": "Mentors are kind."},
        {"kind": "return", "reason": "It is the family of FD-7KXM2PQ4."},
        {"kind": "return", "reason": "See fd 7kxm 2pq4"},
    ],
)
def test_a_decision_without_reason_or_stream_does_not_stand(origin: str, made: dict[str, Any]) -> None:
    reference = Talk(origin).nominated()
    coordinator = signed_in(origin, "coordinator")
    path = f"/api/nominations/{reference}"
    assert coordinator.post(f"{path}/decisions", json={"version": 1} | made).status_code == 422
    assert coordinator.get(path).json()["status"] == "received"


@pytest.mark.parametrize("who", ["nominator", "family", "duty", "chair", "lead", "analyst", "administrator", "auditor"])
def test_nobody_but_coordinators_decides(origin: str, who: str) -> None:
    reference = Talk(origin).nominated()
    decision = {"kind": "accept", "version": 1}
    assert signed_in(origin, who).post(f"/api/nominations/{reference}/decisions", json=decision).status_code == 403


def test_a_coordinator_of_another_programme_does_not_decide(db: Session) -> None:
    nominator, other = somebody(db, "nominator", "sevenoaks"), somebody(db, "coordinator", "kingston-richmond")
    reference = submit(db, draft(db, nominator, "sevenoaks").id, utc_now()).reference
    with pytest.raises(NotFound):
        decide(db, other, reference, NewDecision(kind="accept", version=1))


@pytest.mark.parametrize("who", ["nominator", "family"])
def test_whoever_sent_it_reads_the_decision_in_the_chat(sessions: Sessions, who: Any) -> None:
    with sessions.begin() as db:
        sender = somebody(db, who, "sevenoaks")
        thread = begin_page_thread(db, sender)
        thread.programme = "sevenoaks"
        keep_content(db, thread, CONTENT)
        reference = submit(db, thread.id, utc_now()).reference
    with sessions.begin() as db:
        coordinator = somebody(db, "coordinator", "sevenoaks")
        decide(db, coordinator, reference, NewDecision(kind="return", reason="The school will help", version=1))

    with sessions() as db:
        [message] = page_thread(db, sender).messages
        [mine] = own_nominations(db, sender)
    assert message.direction == "out"
    for told in (reference, "The school will help.", "another person" if who == "nominator" else "different person"):
        assert told in message.text
    assert "early help" in message.text
    assert mine.status == "returned"


def test_mails_say_that_there_is_news_and_nothing_more(origin: str, application: FastAPI) -> None:
    reference = Talk(origin).nominated()
    decision = {"kind": "ask", "reason": "Does Della Quillfeather work?", "version": 1}
    signed_in(origin, "coordinator").post(f"/api/nominations/{reference}/decisions", json=decision).raise_for_status()
    with application.state.sessions() as db:
        mails = db.scalars(select(Mail)).all()
    assert {"nomination-waiting", "nomination-decided"} <= {mail.template for mail in mails}
    for mail in mails:
        columns = " ".join(str(value) for value in vars(mail).values())
        assert "Quillfeather" not in columns
        assert reference not in columns


def test_a_family_gets_no_mail(db: Session) -> None:
    family, coordinator = somebody(db, "family", "sevenoaks"), somebody(db, "coordinator", "sevenoaks")
    reference = submit(db, draft(db, family, "sevenoaks").id, utc_now()).reference
    decide(db, coordinator, reference, NewDecision(kind="accept", version=1))
    assert db.scalars(select(Mail.account_id).where(Mail.account_id == family.account_id)).all() == []


def test_more_information_brings_it_back_to_the_queue(origin: str) -> None:
    talk = Talk(origin)
    reference = talk.nominated()
    coordinator = signed_in(origin, "coordinator")
    path = f"/api/nominations/{reference}"
    ask = {"kind": "ask", "reason": "Since when?", "version": 1}
    assert coordinator.post(f"{path}/decisions", json=ask).json()["status"] == "awaiting_information"
    status = talk.say({"text": "[[status]]", "custom": {"fill": ["status"]}})[0]["text"]
    assert "Since when?" in status

    n = talk.hear("Since March")["message"]
    talk.post(f"/internal/threads/{talk.thread}/additions", {"message": n, "indicators": []})

    seen = coordinator.get(path).json()
    assert (seen["status"], seen["version"]) == ("received", 3)
    stale = {"kind": "accept", "version": 2}
    assert coordinator.post(f"{path}/decisions", json=stale).status_code == 409


def test_a_challenged_return_can_be_taken_up_again(db: Session) -> None:
    reference, _ = decided(db, kind="return", reason="The school will help first.")
    coordinator = somebody(db, "coordinator", "sevenoaks")
    assert decide(db, coordinator, reference, NewDecision(kind="accept", version=2)).status == "accepted"
    decisions = open_nomination(db, coordinator, reference)["decisions"]
    assert [decision["kind"] for decision in decisions] == ["return", "accept"]
    assert all(decision["decider"]["role"] == "coordinator" and decision["challenge"] for decision in decisions)


def test_accepted_families_take_up_room(db: Session) -> None:
    decided(db, kind="other_stream", stream="fip", reason="Three agencies struggle.")
    decided(db, kind="ask", reason="Who works?")
    now = capacity(db, "sevenoaks")
    assert now.held["fip"] == 11 + 1
    assert now.allocation_used == 54 + 34 + 2
    assert capacity(db, "kingston-richmond").held == {}


def test_a_decision_and_an_addition_at_once_do_not_wait_for_each_other(sessions: Sessions) -> None:
    with sessions.begin() as db:
        nominator, coordinator = somebody(db, "nominator", "sevenoaks"), somebody(db, "coordinator", "sevenoaks")
        thread = draft(db, nominator, "sevenoaks")
        reference = submit(db, thread.id, utc_now()).reference

    def deciding() -> str:
        try:
            with sessions.begin() as db:
                return decide(db, coordinator, reference, NewDecision(kind="ask", reason="why", version=1)).status
        except Conflict as conflict:
            return conflict.message

    def adding() -> str:
        with sessions.begin() as db:
            return add(db, thread.id, Addition(message=1), utc_now()).status

    with ThreadPoolExecutor(2) as pool:
        decision, addition = (future.result(timeout=60) for future in (pool.submit(deciding), pool.submit(adding)))

    assert addition == "received"
    # Decided first, it was brought back by what was said after; said first, the decider is asked to read it.
    assert decision == "awaiting_information" or decision.startswith("Something was added")
    with sessions() as db:
        assert open_nomination(db, coordinator, reference)["status"] == "received"


UNSURE = CONTENT | {"indicators": CONTENT["indicators"][:1]}
FAR = CONTENT | {"postcode": "S60 1AA"}
NOT_ELIGIBLE = CONTENT | {
    "indicators": [
        {"code": code, "status": "negated", "words": "no", "said_by": "professional"}
        for code in ("fixed_term_exclusion", "nobody_working", "youth_offence")
    ],
    "answered": ["danger", "consent", "story", "clarify:education", "clarify:worklessness", "clarify:crime_asb"],
}  # fmt: skip


@pytest.mark.parametrize("content", [UNSURE, FAR, NOT_ELIGIBLE], ids=["unsure", "far", "not eligible"])
def test_where_nothing_is_recommended_a_stream_and_a_reason_are_needed(db: Session, content: dict[str, Any]) -> None:
    nominator, coordinator = somebody(db, "nominator", "sevenoaks"), somebody(db, "coordinator", "sevenoaks")
    reference = submit(db, draft(db, nominator, "sevenoaks", content).id, utc_now()).reference
    assert open_nomination(db, coordinator, reference)["route"]["stream"] is None
    for lacking in ({}, {"reason": "I know better."}, {"stream": "fip-light"}):
        with pytest.raises(Invalid):
            decide(db, coordinator, reference, NewDecision.model_validate({"kind": "accept", "version": 1} | lacking))
    whole = NewDecision(kind="accept", stream="fip-light", reason="The mother asked for it.", version=1)
    assert decide(db, coordinator, reference, whole).stream == "fip-light"


def test_a_decision_that_follows_without_words_has_the_recommendations_reasons(db: Session) -> None:
    reference, _ = decided(db, kind="accept")
    seen = open_nomination(db, somebody(db, "coordinator", "sevenoaks"), reference)
    [decision] = seen["decisions"]
    assert decision["reason"] == " ".join(seen["route"]["reasons"])
    assert decision["reason"]


def test_mentors_can_follow_once_a_family_was_accepted(db: Session) -> None:
    reference, _ = decided(db, kind="accept")
    coordinator = somebody(db, "coordinator", "sevenoaks")
    assert "mentoring" in {stream["code"] for stream in open_nomination(db, coordinator, reference)["streams"]}
    later = NewDecision(kind="other_stream", stream="mentoring", reason="Intensive help has ended.", version=2)
    assert decide(db, coordinator, reference, later).stream == "mentoring"


def test_its_own_reference_may_stand_in_a_reason(db: Session) -> None:
    nominator, coordinator = somebody(db, "nominator", "sevenoaks"), somebody(db, "coordinator", "sevenoaks")
    reference = submit(db, draft(db, nominator, "sevenoaks").id, utc_now()).reference
    reason = f"About {reference.lower()}: the school will help first, as in FDR guidance 12345678."
    assert decide(db, coordinator, reference, NewDecision(kind="return", reason=reason, version=1)).status == "returned"


def test_a_decider_is_told_what_it_was_that_changed(db: Session) -> None:
    nominator, coordinator = somebody(db, "nominator", "sevenoaks"), somebody(db, "coordinator", "sevenoaks")
    thread = draft(db, nominator, "sevenoaks")
    reference = submit(db, thread.id, utc_now()).reference

    def told(version: int) -> str:
        with pytest.raises(Conflict) as conflict:
            decide(db, coordinator, reference, NewDecision(kind="return", reason="why", version=version))
        return conflict.value.message

    decide(db, coordinator, reference, NewDecision(kind="ask", reason="Since when?", version=1))
    add(db, thread.id, Addition(message=1), utc_now())
    assert told(1).startswith("A coordinator decided meanwhile")
    assert told(2).startswith("Something was added")
    judge_again(db, coordinator, reference, "2013")
    assert told(3).startswith("It was judged by another version")
    stop(db, thread.id, "withdrawn", utc_now())
    assert told(4).startswith("It was withdrawn meanwhile")
