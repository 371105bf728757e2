"""A nomination's page, and the decision that is made on it."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from backend.access import Actor, requires
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.decisions.meanwhile import changed_since
from backend.decisions.service import decide
from backend.errors import Conflict, Invalid, NotFound
from backend.handovers.reading import open_about
from backend.letters.service import rows_of
from backend.nominations.due import LONDON
from backend.nominations.passing_on import pass_on
from backend.nominations.pausing import PAUSED
from backend.nominations.queue import READERS
from backend.nominations.record import find_nomination
from backend.nominations.service import open_nomination
from backend.paths.service import view_of
from backend.rights.requests import DECIDERS, waiting_about
from backend.web.asking import asking
from backend.web.budget_form import TypedBudget, money
from backend.web.choices import options
from backend.web.decision_form import TypedDecision, choices, first_visits, problems
from backend.web.emergency import contacts_of
from backend.web.names import stream_name
from backend.web.nomination_view import nomination_view
from backend.web.owner_page import owning
from backend.web.passing_form import TypedPassing, passing_form, ways
from backend.web.passing_form import problems as passing_problems
from backend.web.step_form import TypedStep, asked_by
from backend.web.step_form import choices as step_choices
from backend.web.templates import render

router = APIRouter(include_in_schema=False)
EMPTY = TypedDecision("", "", "", 0)


@router.get("/nominations/{reference}")
def nomination_page(  # noqa: PLR0917 - a page, each part has a name
    request: Request,
    db: Database,
    actor: Annotated[Actor, Depends(requires(*READERS))],
    reference: str,
    decided: bool = False,
    passed: bool = False,
    moved: bool = False,
    asked: bool = False,
) -> Response:
    """Everything about one nomination, for those who read it whole."""
    nomination = opened(db, actor, reference)
    return draw(request, db, actor, nomination, decided=decided, passed=passed, moved=moved, asked=asked)


@router.post("/nominations/{reference}")
def decide_on_page(
    request: Request,
    db: Database,
    actor: Annotated[Actor, Depends(requires("coordinator"))],
    reference: str,
    *,
    version: Annotated[int, Form()],
    kind: Annotated[str, Form()] = "",
    stream: Annotated[str, Form()] = "",
    reason: Annotated[str, Form()] = "",
    first_visit: Annotated[str, Form()] = "",
    visit_word: Annotated[str, Form()] = "",
) -> Response:
    """Keep a decision; or show what is missing, or what changed meanwhile, with everything that was typed."""
    nomination = opened(db, actor, reference)
    typed = TypedDecision(kind, stream, reason, version, first_visit, visit_word.strip())
    if nomination["version"] != version:
        return conflict(request, db, nomination, typed)
    wrong = problems(typed, nomination)
    if wrong:
        return draw(request, db, actor, nomination, typed=typed, errors=wrong, status=422)
    try:
        decide(db, actor, reference, typed.decision)
    except Conflict:
        db.rollback()
        return conflict(request, db, opened(db, actor, reference), typed)
    return RedirectResponse(f"/nominations/{nomination['reference']}?decided=true", status_code=303)


@router.post("/nominations/{reference}/pass-on")
def pass_on_page(
    request: Request,
    db: Database,
    actor: Annotated[Actor, Depends(requires("coordinator"))],
    reference: str,
    typed: Annotated[TypedPassing, Depends(passing_form)],
) -> Response:
    """Pass a nomination on to another programme; or show what is missing, or what changed, with what was typed."""
    nomination = opened(db, actor, reference)
    wrong = passing_problems(typed, nomination, utc_now().astimezone(LONDON).date())
    if wrong:
        return draw(request, db, actor, nomination, passing=typed, passing_errors=wrong, status=422)
    try:
        pass_on(db, actor, reference, typed.wanted)
    except (Conflict, Invalid) as problem:
        db.rollback()
        now = opened(db, actor, reference)
        again = replace(typed, version=now["version"])
        told = {"programme": problem.message}
        return draw(request, db, actor, now, passing=again, passing_errors=told, status=409)
    return RedirectResponse(f"/nominations/{nomination['reference']}?passed=true#main-content", status_code=303)


def opened(db: Session, actor: Actor, reference: str) -> dict[str, Any]:
    """A nomination as its page draws it, noted as read. Raises NotFound for whoever does not read it whole."""
    nomination = open_nomination(db, actor, reference)
    if "assessment" not in nomination:
        # Sent by this very person in a programme they do not work in: that is read in the chat.
        raise NotFound
    return nomination_view(nomination, shows_known=actor.may("coordinator", nomination["programme"]))


def draw(
    request: Request,
    db: Session,
    actor: Actor,
    nomination: dict[str, Any],
    *,
    typed: TypedDecision = EMPTY,
    errors: dict[str, str] | None = None,
    passing: TypedPassing | None = None,
    passing_errors: dict[str, str] | None = None,
    step: TypedStep | None = None,
    step_errors: dict[str, str] | None = None,
    decided: bool = False,
    passed: bool = False,
    money_typed: TypedBudget | None = None,
    moved: bool = False,
    asked: bool = False,
    status: int = 200,
) -> Response:
    """The page of an opened nomination, with what was typed in one of its forms and what is wrong with that."""
    money_typed = money_typed or TypedBudget()
    wrong = errors or passing_errors or step_errors or money_typed.wrong
    row = find_nomination(db, nomination["reference"])
    path = view_of(db, actor, row)
    possible = choices(nomination) if actor.may("coordinator", nomination["programme"]) else []
    streams = [("", "Choose one"), *((each["code"], each["name"]) for each in nomination["streams"])]
    return render(
        request,
        "nomination.html",
        status_code=status,
        owning=owning(db, actor, nomination["reference"]),
        nomination=nomination,
        told=nomination["told"],
        now=utc_now(),
        decided=decided and bool(nomination["decisions"]),
        may_answer_requests=nomination["programme"] in actor.programmes(*DECIDERS),
        requests_waiting=waiting_about(db, nomination["reference"]),
        conversation=open_about(db, actor, nomination["reference"]),
        may_compare=nomination["programme"] in actor.programmes("coordinator", "analyst"),
        choices=possible,
        no_choice=_why_none(actor, nomination),
        offers_stream=any(choice["kind"] == "other_stream" for choice in possible),
        stream_options=options(streams, typed.stream),
        typed=typed,
        errors=errors or {},
        passing=passing or TypedPassing(),
        passing_errors=passing_errors or {},
        passing_methods=ways(passing),
        passes_on=actor.may("coordinator", nomination["programme"]),
        letters=rows_of(db, row) if actor.may("coordinator", nomination["programme"]) else None,
        passed=passed and bool(nomination["passings"]),
        path=path,
        step=step or TypedStep(),
        step_errors=step_errors or {},
        step_choices=step_choices(path, step or TypedStep()),
        step_asks=asked_by(path),
        moved=moved and len(path.steps) > 1,
        asked=asked and nomination["status"] == "awaiting_information",
        money=money(actor, row, nomination["budgets"], money_typed),
        asking=asking(actor, row),
        first_visits=first_visits(nomination, typed),
        error_list=[{"text": text, "href": f"#{field}"} for field, text in wrong.items()],
        emergency=contacts_of(nomination["programme"]),
    )


def _why_none(actor: Actor, nomination: dict[str, Any]) -> str:
    if not actor.may("coordinator", nomination["programme"]):
        return "The programme's coordinator decides about this nomination."
    if nomination["paused_at"]:
        return PAUSED
    if nomination["status"] == "closed":
        return "Its path has ended. It can be taken up again there, with a reason."
    return "This nomination was withdrawn. Without consent nothing more is done with it."


def conflict(request: Request, db: Session, nomination: dict[str, Any], typed: TypedDecision) -> Response:
    """The page that says what changed meanwhile, with what was decided and is not kept."""
    changed = changed_since(db, find_nomination(db, nomination["reference"]), typed.version)
    return render(
        request,
        "conflict.html",
        status_code=409,
        reference=nomination["reference"],
        changed=changed,
        last=nomination["decisions"][-1] if changed.what == "decided" else None,
        typed=typed,
        typed_stream=stream_name(nomination["programme"], typed.stream or None, nomination["programme_version"]),
        emergency=contacts_of(nomination["programme"]),
    )
