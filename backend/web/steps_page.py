"""Moving a family to its next stage on the nomination's page."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from backend.access import Actor, requires
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.errors import Conflict, Invalid
from backend.nominations.due import LONDON
from backend.nominations.queue import READERS
from backend.paths.service import move, path_of
from backend.web.nomination_page import draw, opened
from backend.web.step_form import TypedStep, problems, step_form

router = APIRouter(include_in_schema=False)


@router.post("/nominations/{reference}/steps")
def step_on_page(
    request: Request,
    db: Database,
    actor: Annotated[Actor, Depends(requires(*READERS))],
    reference: str,
    typed: Annotated[TypedStep, Depends(step_form)],
) -> Response:
    """Keep a step; or show what is missing, or what changed meanwhile, with everything that was typed."""
    nomination = opened(db, actor, reference)
    wrong = problems(typed, path_of(db, actor, reference), utc_now().astimezone(LONDON).date())
    if wrong and nomination["version"] == typed.version:
        return draw(request, db, actor, nomination, step=typed, step_errors=wrong, status=422)
    try:
        move(db, actor, reference, typed.step)
    except (Conflict, Invalid) as problem:
        db.rollback()
        now = opened(db, actor, reference)
        again = replace(typed, version=now["version"])
        return draw(request, db, actor, now, step=again, step_errors={"to": problem.message}, status=409)
    return RedirectResponse(f"/nominations/{nomination['reference']}?moved=true#main-content", status_code=303)
