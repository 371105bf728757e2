"""Money of a programme's budgets: asked for with a reason, decided about with one. Callers commit."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.accounts.accounts import name_of
from backend.audit import record
from backend.database.base import new_id
from backend.decisions.budget_models import BudgetRequest
from backend.errors import Conflict, Invalid, NotFound
from backend.keys import seal, unseal
from backend.nominations import record as nominations
from backend.nominations.models import Nomination
from backend.nominations.pausing import must_not_be_paused
from backend.programmes import load_programme

MAY_ASK: tuple[Literal["coordinator"], Literal["lead"]] = ("coordinator", "lead")
LARGEST_PENCE = 10_000_000
LONGEST = 1_000
_OVER = ("withdrawn", "returned", "closed")
Answer = Literal["agreed", "refused"]


def budgets_of(nomination: Nomination) -> dict[str, str]:
    """The budgets of the nomination's programme: names by code; empty where the papers name none."""
    return dict(load_programme(nomination.programme, nomination.programme_version).budgets)


def may_be_asked_for(nomination: Nomination) -> bool:
    """Whether money can be asked for: not once the programme's part is over, nor while an objection waits."""
    return nomination.status not in _OVER and nomination.paused_at is None and bool(budgets_of(nomination))


def ask_for(
    db: Session, actor: Actor, reference: str, *, budget: str, pence: int, reason: str, now: datetime
) -> BudgetRequest:
    """Ask for money of a budget, as a coordinator or lead of the programme.

    Raises NotFound out of reach, Invalid for a budget that the programme does not have, an amount that is none, or
    without a reason, Conflict once the programme's part is over.
    """
    nomination = _open(db, actor, reference, *MAY_ASK)
    if nomination.status in _OVER:
        raise Conflict("The programme's part in this nomination is over, so no money is asked for.")
    if budget not in budgets_of(nomination):
        raise Invalid("The programme has no such budget.")
    if not 0 < pence <= LARGEST_PENCE or not reason.strip() or len(reason) > LONGEST:
        raise Invalid("Give an amount, and in a sentence what it is for.")
    asked = BudgetRequest(
        id=new_id(),
        nomination_id=nomination.id,
        programme=nomination.programme,
        budget=budget,
        pence=pence,
        asker_id=actor.account_id,
        asked_at=now,
    )
    asked.reason = _sealed(db, nomination, asked.id, "reason", reason.strip())
    db.add(asked)
    db.flush()
    record(db, actor, "asked for money", "nomination", nomination.id, nomination.programme, budget=budget)
    return asked


def decide_about(
    db: Session, actor: Actor, reference: str, asked_id: str, *, answer: Answer, reason: str, now: datetime
) -> None:
    """Agree to a request or refuse it, once, with a reason, as a coordinator of the programme.

    Raises NotFound out of reach and for a request that there is not, Invalid without a reason, Conflict where it was
    decided already.
    """
    nomination = _open(db, actor, reference, "coordinator")
    asked = db.get(BudgetRequest, asked_id, with_for_update=True, populate_existing=True)
    if asked is None or asked.nomination_id != nomination.id:
        raise NotFound
    if asked.state != "waiting":
        raise Conflict("This request was decided already.")
    if not reason.strip() or len(reason) > LONGEST:
        raise Invalid("Give your reason.")
    asked.state, asked.decider_id, asked.decided_at = answer, actor.account_id, now
    asked.answer = _sealed(db, nomination, asked.id, "answer", reason.strip())
    record(db, actor, "decided about money", "nomination", nomination.id, nomination.programme, decision=answer)
    db.flush()


def requests_for(db: Session, nomination: Nomination) -> list[BudgetRequest]:
    """All that was asked for, oldest first."""
    query = select(BudgetRequest).where(BudgetRequest.nomination_id == nomination.id)
    return list(db.scalars(query.order_by(BudgetRequest.asked_at, BudgetRequest.id)))


def words_of(
    db: Session, nomination: Nomination, asked: BudgetRequest, *, aside: bool = False
) -> dict[str, str | None]:
    """``{"reason", "answer"}`` of a request; of a nomination that was set aside only with ``aside``."""
    if nomination.set_aside_at and not aside:
        return {"reason": None, "answer": None}
    return {column: _opened(db, nomination, asked, column) for column in ("reason", "answer")}


def budgets_view(db: Session, nomination: Nomination) -> list[dict[str, Any]]:
    """The requests as those read them who read the nomination whole."""
    names = budgets_of(nomination)
    return [
        {
            "id": asked.id,
            "budget": asked.budget,
            "name": names.get(asked.budget, asked.budget),
            "pence": asked.pence,
            "state": asked.state,
            "asked_by": name_of(db, asked.asker_id),
            "asked_at": asked.asked_at.isoformat(),
            "decided_by": name_of(db, asked.decider_id) if asked.decider_id else None,
            "decided_at": asked.decided_at.isoformat() if asked.decided_at else None,
            **words_of(db, nomination, asked),
        }
        for asked in requests_for(db, nomination)
    ]


def _open(db: Session, actor: Actor, reference: str, *roles: Literal["coordinator", "lead"]) -> Nomination:
    nomination = nominations.find_nomination(db, reference, lock=True)
    actor.must_be(nomination.programme, *roles)
    if nomination.erased_at is not None or nomination.status == "withdrawn":
        raise NotFound
    must_not_be_paused(nomination)
    return nomination


def _sealed(db: Session, nomination: Nomination, row: str, column: str, words: str) -> bytes:
    return seal(db, nomination.data_key_id, words, table="budget_requests", column=column, row=row)


def _opened(db: Session, nomination: Nomination, asked: BudgetRequest, column: str) -> str | None:
    sealed: bytes | None = getattr(asked, column)
    if sealed is None:
        return None
    return str(unseal(db, nomination.data_key_id, sealed, table="budget_requests", column=column, row=asked.id))
