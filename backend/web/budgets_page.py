"""Money on a nomination's page: asking for it, and deciding about what was asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, cast

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from backend.access import Actor, requires
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.decisions.budgets import MAY_ASK, Answer, ask_for, budgets_of, decide_about
from backend.errors import Conflict, Invalid
from backend.nominations.record import find_nomination
from backend.web.budget_form import TypedBudget, answer_form, budget_form, pence, problems
from backend.web.nomination_page import draw, opened

router = APIRouter(include_in_schema=False)


@router.post("/nominations/{reference}/budgets")
def ask_on_page(
    request: Request,
    db: Database,
    actor: Annotated[Actor, Depends(requires(*MAY_ASK))],
    reference: str,
    typed: Annotated[TypedBudget, Depends(budget_form)],
) -> Response:
    """Ask for money; or show what is missing, with what was typed."""
    nomination = opened(db, actor, reference)
    wrong = problems(typed, budgets_of(find_nomination(db, reference)))
    if wrong:
        return draw(request, db, actor, nomination, money_typed=replace(typed, wrong=wrong), status=422)
    amount = pence(typed.amount) or 0
    try:
        ask_for(db, actor, reference, budget=typed.budget, pence=amount, reason=typed.reason, now=utc_now())
    except (Conflict, Invalid) as problem:
        db.rollback()
        told = replace(typed, wrong={"budget": problem.message})
        return draw(request, db, actor, opened(db, actor, reference), money_typed=told, status=409)
    return RedirectResponse(f"/nominations/{nomination['reference']}#money", status_code=303)


@router.post("/nominations/{reference}/budgets/{budget}")
def decide_on_page(
    request: Request,
    db: Database,
    actor: Annotated[Actor, Depends(requires("coordinator"))],
    reference: str,
    budget: str,
    *,
    typed: Annotated[TypedBudget, Depends(answer_form)],
) -> Response:
    """Agree to what was asked for, or refuse it; or show what is missing, with what was typed."""
    nomination = opened(db, actor, reference)
    wrong = problems(typed, {})
    if wrong:
        return draw(request, db, actor, nomination, money_typed=replace(typed, wrong=wrong), status=422)
    answer = cast("Answer", typed.answer)
    try:
        decide_about(db, actor, reference, budget, answer=answer, reason=typed.reason, now=utc_now())
    except Conflict as problem:
        db.rollback()
        told = replace(typed, wrong={"money": problem.message})
        return draw(request, db, actor, opened(db, actor, reference), money_typed=told, status=409)
    return RedirectResponse(f"/nominations/{nomination['reference']}#money", status_code=303)
