"""Legal holds: which there are, placing one, lifting one, and what one keeps."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from backend.access import Actor, requires
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.errors import Conflict, Invalid, NotFound
from backend.retention.holds import KEEPERS, READERS, holds, lift_hold, place_hold, read_set_aside
from backend.retention.policy import hold_reasons
from backend.web.choices import options
from backend.web.emergency import contacts_for
from backend.web.templates import render

router = APIRouter(include_in_schema=False)
Keeper = Annotated[Actor, Depends(requires(*KEEPERS))]


@router.get("/holds")
def holds_page(request: Request, db: Database, actor: Keeper, done: str = "") -> Response:
    """The holds that nobody has lifted, and a form to place one."""
    return _draw(request, db, actor, done=done)


@router.post("/holds")
def place_on_page(
    request: Request,
    db: Database,
    actor: Keeper,
    *,
    reference: Annotated[str, Form()] = "",
    reason: Annotated[str, Form()] = "",
    words: Annotated[str, Form()] = "",
    review_on: Annotated[str, Form()] = "",
) -> Response:
    """Place a hold; or say what is wrong with what was typed."""
    typed = {"reference": reference, "reason": reason, "words": words, "review_on": review_on}
    try:
        day = _day(review_on)
        place_hold(db, actor, reference, reason=reason, words=words, review_on=day, now=utc_now())
    except (Invalid, Conflict, NotFound) as wrong:
        db.rollback()
        missing = "No nomination of your programmes has this reference, or it was erased."
        told = missing if isinstance(wrong, NotFound) else wrong.message
        return _draw(request, db, actor, typed=typed, error=told, status=422)
    return RedirectResponse("/holds?done=placed", 303)


@router.post("/holds/{hold}/lift")
def lift_on_page(request: Request, db: Database, actor: Keeper, hold: str) -> Response:
    """Lift a hold; what only the hold kept is erased with it."""
    try:
        erased = lift_hold(db, actor, hold, utc_now())
    except Conflict as wrong:
        db.rollback()
        return _draw(request, db, actor, error=wrong.message, status=409)
    return RedirectResponse(f"/holds?done={'erased' if erased else 'lifted'}", 303)


@router.get("/holds/{hold}")
def set_aside_page(
    request: Request, db: Database, actor: Annotated[Actor, Depends(requires(*READERS))], hold: str
) -> Response:
    """What a hold keeps of a nomination that ended, for leads alone."""
    kept = read_set_aside(db, actor, hold)
    return render(request, "set-aside.html", kept=kept, emergency=contacts_for([kept["programme"]]))


def _draw(
    request: Request,
    db: Session,
    actor: Actor,
    *,
    done: str = "",
    typed: dict[str, str] | None = None,
    error: str = "",
    status: int = 200,
) -> Response:
    chosen = typed or {}
    reasons = [("", "Choose one"), *((code, each["name"]) for code, each in hold_reasons().items())]
    return render(
        request,
        "holds.html",
        status_code=status,
        rows=holds(db, actor, utc_now()),
        reasons=options(reasons, chosen.get("reason")),
        names={code: each["name"] for code, each in hold_reasons().items()},
        reads=actor.has(*READERS),
        typed=chosen,
        done=done if done in ("placed", "lifted", "erased") else "",
        error_list=[{"text": error, "href": "#reference"}] if error else [],
        emergency=contacts_for(actor.programmes(*KEEPERS)),
    )


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        raise Invalid("Write the day of the review as year-month-day, such as 2026-11-22.") from None
