"""What a person sent: where it stands, what happens next, how to challenge a decision."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from backend.access import Actor, requires
from backend.consent.own import own_link, own_links, take_own_back
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.errors import CannotOpen
from backend.nominations.service import open_nomination, own_nominations
from backend.nominations.shapes import OwnRow
from backend.nominations.telling import challenge
from backend.threads.conversations import audience_of
from backend.threads.earlier import go_back_to, go_back_to_talk, references_on_page
from backend.web.emergency import contacts_for
from backend.web.templates import render

router = APIRouter(include_in_schema=False)


@router.post("/my-nominations/{reference}/talk")
def go_back(
    db: Database, actor: Annotated[Actor, Depends(requires("nominator", "family"))], reference: str
) -> Response:
    """Show the talk of this nomination on the chat page again: to answer the coordinator, to add, to ask."""
    go_back_to(db, actor, reference, utc_now())
    return RedirectResponse("/chat#question", status_code=303)


@router.post("/my-nominations/links/{link}/talk")
def go_back_to_waiting(
    db: Database, actor: Annotated[Actor, Depends(requires("nominator", "family"))], link: str
) -> Response:
    """Show the talk that waits for a family's answer on the chat page again."""
    go_back_to_talk(db, actor, own_link(db, actor, link).thread_id, utc_now())
    return RedirectResponse("/chat#question", status_code=303)


@router.post("/my-nominations/links/{link}/revoke")
def take_link_back(
    db: Database, actor: Annotated[Actor, Depends(requires("nominator", "family"))], link: str
) -> Response:
    """Let a link that was handed on open nothing any more."""
    take_own_back(db, actor, link)
    return RedirectResponse("/my-nominations#links", status_code=303)


@router.get("/my-nominations")
def own_page(
    request: Request, db: Database, actor: Annotated[Actor, Depends(requires("nominator", "family"))]
) -> Response:
    """The person's own nominations or requests, newest first."""
    audience = audience_of(actor)
    is_family = audience == "family"
    return render(
        request,
        "my-nominations.html",
        heading="My requests" if is_family else "My nominations",
        nominations=[_row(db, actor, row) for row in own_nominations(db, actor)],
        in_chat=references_on_page(db, actor),
        links=own_links(db, actor, utc_now()),
        none_yet="You have not asked for anything yet." if is_family else "You have not sent a nomination yet.",
        to_chat="Go to the chat",
        challenge=challenge(audience),
        is_family=is_family,
        emergency=contacts_for(actor.programmes("nominator", "family")),
    )


def _row(db: Session, actor: Actor, row: OwnRow) -> dict[str, Any]:
    try:
        read = open_nomination(db, actor, row.reference) if row.status not in ("received", "withdrawn") else {}
    except CannotOpen as damage:
        # The others are still shown.
        return {**row.model_dump(), "next_step": damage.message, "reason": None}
    made = read.get("decisions")
    return {**row.model_dump(), "reason": made[-1].get("reason") if made else None}
