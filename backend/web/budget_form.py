"""The forms about money on a nomination's page: asking for it, and deciding about what was asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Annotated, Any

from fastapi import Form

from backend.access import Actor
from backend.decisions.budgets import LARGEST_PENCE, LONGEST, MAY_ASK, budgets_of, may_be_asked_for
from backend.nominations.models import Nomination
from backend.web.choices import options

_AMOUNT = re.compile(r"£?\s*(\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.(\d{2}))?")


@dataclass(frozen=True, slots=True)
class TypedBudget:
    """What came in one of the forms, as it was typed, and what is wrong with it by field."""

    budget: str = ""
    amount: str = ""
    reason: str = ""
    asked: str = ""
    """Which request was decided about; empty where one was asked for."""
    answer: str = ""
    wrong: dict[str, str] = field(default_factory=dict)


def budget_form(
    budget: Annotated[str, Form()] = "", amount: Annotated[str, Form()] = "", reason: Annotated[str, Form()] = ""
) -> TypedBudget:
    """The form that asks for money."""
    return TypedBudget(budget, amount[:20], reason)


def answer_form(budget: str, answer: Annotated[str, Form()] = "", reason: Annotated[str, Form()] = "") -> TypedBudget:
    """The form that decides about a request; ``budget`` is the request in the address."""
    return TypedBudget(asked=budget, answer=answer, reason=reason)


def pence(amount: str) -> int | None:
    """An amount in pounds as people type it, in pence; None where it is none, or beyond what may be asked for."""
    match = _AMOUNT.fullmatch(amount.strip())
    if match is None:
        return None
    found = int(match[1].replace(",", "")) * 100 + int(match[2] or 0)
    return found if 0 < found <= LARGEST_PENCE else None


def pounds(amount: int) -> str:
    """Pence as pounds: "£45", "£1,250.50"."""
    whole, rest = divmod(amount, 100)
    return f"£{whole:,}.{rest:02}" if rest else f"£{whole:,}"


def problems(typed: TypedBudget, budgets: dict[str, str]) -> dict[str, str]:
    """What must be put right, by field, in either form."""
    wrong: dict[str, str] = {}
    if typed.asked:
        if typed.answer not in ("agreed", "refused"):
            wrong[f"answer-{typed.asked}"] = "Choose whether you agree"
        return wrong | _reason(typed, f"why-{typed.asked}", "Enter your reason")
    if typed.budget not in budgets:
        wrong["budget"] = "Choose the budget"
    if pence(typed.amount) is None:
        wrong["amount"] = "Enter an amount in pounds, like 45 or 45.50"
    return wrong | _reason(typed, "budget-reason", "Enter what it is for")


def _reason(typed: TypedBudget, name: str, missing: str) -> dict[str, str]:
    if not typed.reason.strip():
        return {name: missing}
    if len(typed.reason) > LONGEST:
        return {name: f"It must be {LONGEST:,} characters or fewer"}
    return {}


def money(actor: Actor, nomination: Nomination, asked: list[dict[str, Any]], typed: TypedBudget) -> dict[str, Any]:
    """What the page shows of money, and what its reader may do. Empty where the programme has no budget.

    ``asked`` is what was asked for, as the record's JSON has it.
    """
    budgets = budgets_of(nomination)
    if not budgets and not asked:
        return {}
    choose = [("", "Choose one")] if len(budgets) > 1 else []
    is_open = may_be_asked_for(nomination)
    decides = nomination.paused_at is None and nomination.status != "withdrawn"
    return {
        "asked": [each | {"amount": pounds(each["pence"])} for each in asked],
        "may_ask": is_open and nomination.programme in actor.programmes(*MAY_ASK),
        "may_decide": decides and actor.may("coordinator", nomination.programme),
        "options": options([*choose, *budgets.items()], typed.budget),
        "typed": typed,
    }
