"""What people may ask about the data they sent: to see it, to put it right, to stop its use, to have it erased."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from backend.access import Actor, requires
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.errors import Conflict, Invalid, NotFound
from backend.nominations.record import find_nomination
from backend.rights.kept import kept_sentences, wording
from backend.rights.models import KINDS
from backend.rights.requests import ask, requests_about
from backend.web.emergency import contacts_of
from backend.web.templates import render
from backend.web.words import word

router = APIRouter(include_in_schema=False)
Sender = Annotated[Actor, Depends(requires("nominator", "family"))]


@router.get("/my-nominations/{reference}/requests")
def own_requests_page(request: Request, db: Database, actor: Sender, reference: str, asked: bool = False) -> Response:
    """What this person asked about their nomination, with the answers, and a form to ask."""
    return _draw(request, db, actor, reference, asked=asked)


@router.post("/my-nominations/{reference}/requests")
def ask_on_page(
    request: Request,
    db: Database,
    actor: Sender,
    reference: str,
    *,
    kind: Annotated[str, Form()] = "",
    words: Annotated[str, Form()] = "",
) -> Response:
    """Keep what is asked; a person answers within a month."""
    try:
        ask(db, actor, reference, kind=kind, by="", how="page", words=words, now=utc_now())
    except (Invalid, Conflict) as wrong:
        db.rollback()
        return _draw(
            request,
            db,
            actor,
            reference,
            typed={"kind": kind, "words": words},
            error=wrong.message,
            status=wrong.status,
        )
    return RedirectResponse(f"/my-nominations/{find_nomination(db, reference).reference}/requests?asked=true", 303)


def _draw(
    request: Request,
    db: Session,
    actor: Actor,
    reference: str,
    *,
    asked: bool = False,
    typed: dict[str, str] | None = None,
    error: str = "",
    status: int = 200,
) -> Response:
    nomination = find_nomination(db, reference)
    if nomination.account_id != actor.account_id:
        raise NotFound
    rows = requests_about(db, actor, reference, utc_now())
    return render(
        request,
        "own-requests.html",
        status_code=status,
        reference=nomination.reference,
        rows=[{"row": row, "kept": kept_sentences(row.kept, row.programme, nomination.audience)} for row in rows],
        kinds=[(kind, word(kind, f"right_{nomination.audience}")) for kind in KINDS],
        gone=nomination.erased_at is not None,
        is_family=nomination.audience == "family",
        asked=asked,
        typed=typed or {},
        error_list=[{"text": error, "href": "#kind"}] if error else [],
        challenge=wording()["how_to_challenge"][nomination.audience],
        emergency=contacts_of(nomination.programme),
    )
