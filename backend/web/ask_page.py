"""Asking whoever nominated about what is unclear, in their own channel and in the coordinator's words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from backend.access import Actor, requires
from backend.database.engine import Database
from backend.decisions.reasons import NAMES_ANOTHER, names_another
from backend.decisions.service import decide
from backend.decisions.shapes import NewDecision
from backend.errors import Conflict, NotFound
from backend.nominations.asking import proposed_words
from backend.nominations.record import find_nomination
from backend.programmes import Programme, load_programme
from backend.web.asking import asking
from backend.web.decision_form import LONGEST_REASON, TypedDecision
from backend.web.emergency import contacts_of
from backend.web.nomination_page import conflict, opened
from backend.web.templates import render

router = APIRouter(include_in_schema=False)
ALL = "all"
"""In place of a point's code: everything that is unclear now."""
MOST = 60
Points = list[str]


@router.get("/nominations/{reference}/ask")
def ask_page(
    request: Request,
    db: Database,
    actor: Annotated[Actor, Depends(requires("coordinator"))],
    reference: str,
    point: Annotated[Points | None, Query(max_length=MOST)] = None,
) -> Response:
    """The question about one point, or several, with words that are proposed."""
    nomination = opened(db, actor, reference)
    chosen = _chosen(nomination, point or [])
    words = proposed_words([each["code"] for each in chosen], _programme(nomination), nomination["audience"])
    return _draw(request, db, actor, nomination, chosen=chosen, words=words, version=nomination["version"])


@router.post("/nominations/{reference}/ask")
def ask_on_page(
    request: Request,
    db: Database,
    actor: Annotated[Actor, Depends(requires("coordinator"))],
    reference: str,
    *,
    version: Annotated[int, Form()],
    point: Annotated[Points | None, Form(max_length=MOST)] = None,
    words: Annotated[str, Form()] = "",
) -> Response:
    """Send the question; or show what is missing, or what changed meanwhile, with what was typed."""
    nomination = opened(db, actor, reference)
    chosen = _chosen(nomination, point or [])
    typed = TypedDecision("ask", "", words, version)
    if nomination["version"] != version:
        return conflict(request, db, nomination, typed)
    wrong = _problem(words, nomination)
    if wrong or asking(actor, find_nomination(db, reference)).why_not:
        return _draw(request, db, actor, nomination, chosen=chosen, words=words, version=version, wrong=wrong)
    about = [each["code"] for each in chosen]
    try:
        decide(db, actor, reference, NewDecision(kind="ask", reason=words, version=version, about=about))
    except Conflict:
        db.rollback()
        return conflict(request, db, opened(db, actor, reference), typed)
    return RedirectResponse(f"/nominations/{nomination['reference']}?asked=true#main-content", status_code=303)


def _chosen(nomination: dict[str, Any], points: Sequence[str]) -> list[dict[str, Any]]:
    """The points that are asked about, in the nomination's order. NotFound where it has none of them."""
    known = nomination["unclear"]
    chosen = [each for each in known if each["code"] in points or (ALL in points and each["why"])]
    if not chosen:
        raise NotFound
    return chosen


def _problem(words: str, nomination: dict[str, Any]) -> str | None:
    if not words.strip():
        return "Enter your question"
    if len(words.strip()) > LONGEST_REASON:
        return f"Your question must be {LONGEST_REASON:,} characters or fewer"
    if names_another(words, str(nomination["reference"])):
        return NAMES_ANOTHER
    return None


def _programme(nomination: dict[str, Any]) -> Programme:
    return load_programme(nomination["programme"], nomination["programme_version"])


def _draw(
    request: Request,
    db: Session,
    actor: Actor,
    nomination: dict[str, Any],
    *,
    chosen: list[dict[str, Any]],
    words: str,
    version: int,
    wrong: str | None = None,
) -> Response:
    private = {criterion.code for criterion in _programme(nomination).criteria if criterion.private}
    return render(
        request,
        "ask.html",
        status_code=422 if wrong else 200,
        nomination=nomination,
        version=version,
        chosen=chosen,
        words=words,
        wrong=wrong,
        asking=asking(actor, find_nomination(db, nomination["reference"])),
        is_private=nomination["audience"] == "family" and not private.isdisjoint(each["code"] for each in chosen),
        error_list=[{"text": wrong, "href": "#words"}] if wrong else [],
        emergency=contacts_of(nomination["programme"]),
    )
