"""Money of a programme's budgets: asked for with a reason, decided about once with one, sealed, erased, audited."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit.models import AuditEntry
from backend.database.base import utc_now
from backend.database.engine import Sessions
from backend.decisions.budget_models import BudgetRequest
from backend.decisions.budgets import ask_for, decide_about
from backend.errors import Conflict, Invalid, NotFound
from backend.nominations.erasing import erase_family
from backend.nominations.record import find_nomination
from backend.nominations.service import open_nomination
from backend.nominations.submission import submit
from tests.backend.threads.people import draft, somebody

FUND = "family-support-fund"


def nominated(db: Session, programme: str = "sevenoaks") -> tuple[str, Actor]:
    nominator = somebody(db, "nominator", programme)
    reference = submit(db, draft(db, nominator, programme).id, utc_now()).reference
    return reference, somebody(db, "coordinator", programme)


def asked(db: Session, actor: Actor, reference: str, *, pence: int = 4550, reason: str = "School shoes") -> str:
    return ask_for(db, actor, reference, budget=FUND, pence=pence, reason=reason, now=utc_now()).id


def test_what_was_asked_for_and_decided_is_seen_on_the_nomination_and_audited(sessions: Sessions) -> None:
    with sessions.begin() as db:
        reference, coordinator = nominated(db)
        request = asked(db, somebody(db, "lead", "sevenoaks"), reference)
    with sessions.begin() as db:
        decide_about(db, coordinator, reference, request, answer="agreed", reason="It helps him go.", now=utc_now())
    with sessions.begin() as db:
        (seen,) = open_nomination(db, coordinator, reference)["budgets"]
        actions = db.scalars(select(AuditEntry.action).order_by(AuditEntry.seq)).all()
        row = db.get_one(BudgetRequest, request)
    assert {key: seen[key] for key in ("name", "pence", "state", "reason", "answer")} == {
        "name": "Discretionary family support fund",
        "pence": 4550,
        "state": "agreed",
        "reason": "School shoes",
        "answer": "It helps him go.",
    }
    assert seen["asked_by"] != seen["decided_by"]
    assert [action for action in actions if "money" in action] == ["asked for money", "decided about money"]
    assert b"shoes" not in (row.reason or b"")


def test_a_request_is_decided_once_and_by_a_coordinator(db: Session) -> None:
    reference, coordinator = nominated(db)
    request = asked(db, coordinator, reference)
    with pytest.raises(NotFound):
        decide_about(
            db, somebody(db, "lead", "sevenoaks"), reference, request, answer="agreed", reason="Yes", now=utc_now()
        )
    with pytest.raises(Invalid):
        decide_about(db, coordinator, reference, request, answer="refused", reason=" ", now=utc_now())
    decide_about(db, coordinator, reference, request, answer="refused", reason="The school pays.", now=utc_now())
    with pytest.raises(Conflict):
        decide_about(db, coordinator, reference, request, answer="agreed", reason="Yes", now=utc_now())
    other, _ = nominated(db)
    with pytest.raises(NotFound):
        decide_about(db, coordinator, other, request, answer="agreed", reason="Yes", now=utc_now())


@pytest.mark.parametrize(("pence", "reason"), [(0, "Shoes"), (-5, "Shoes"), (10_000_001, "Shoes"), (100, "  ")])
def test_an_amount_and_what_it_is_for_are_needed(db: Session, pence: int, reason: str) -> None:
    reference, coordinator = nominated(db)
    with pytest.raises(Invalid):
        asked(db, coordinator, reference, pence=pence, reason=reason)


def test_a_programme_without_budgets_has_none_to_ask_for(db: Session) -> None:
    reference, coordinator = nominated(db, "maidstone")
    with pytest.raises(Invalid):
        asked(db, coordinator, reference)


def test_erasing_the_family_takes_the_words_and_leaves_the_sum(db: Session) -> None:
    reference, coordinator = nominated(db)
    request = asked(db, coordinator, reference)
    erase_family(db, find_nomination(db, reference), "asked-for", None)
    db.expire_all()
    row = db.get_one(BudgetRequest, request)
    assert (row.reason, row.answer, row.pence) == (None, None, 4550)
    with pytest.raises(NotFound):
        asked(db, coordinator, reference)
