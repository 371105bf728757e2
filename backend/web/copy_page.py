"""Making a copy of what is held about one person: look at what is held back, release what may be given, take it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request, Response

from backend.access import Actor, requires
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.rights.copies import copy_for, note_given, people_of
from backend.rights.kept import wording
from backend.rights.package import file_name, packed
from backend.rights.requests import DECIDERS
from backend.web.emergency import contacts_for
from backend.web.templates import render

router = APIRouter(include_in_schema=False)
Decider = Annotated[Actor, Depends(requires(*DECIDERS))]


@router.get("/nominations/{reference}/copy")
def copy_page(
    request: Request, db: Database, actor: Decider, reference: str, person: Annotated[int, Query()] = 0
) -> Response:
    """Choose the person; then see what their copy would hold, and what is held back and why."""
    people = people_of(db, actor, reference)
    copy = copy_for(db, actor, reference, str(person), utc_now()) if person else None
    return render(
        request,
        "copy.html",
        reference=copy.reference if copy else reference,
        people=people,
        copy=copy,
        given=copy.given() if copy else [],
        held=copy.held() if copy else [],
        why=wording()["why_held"],
        emergency=contacts_for(actor.programmes(*DECIDERS)),
    )


@router.post("/nominations/{reference}/copy")
def take_copy(
    db: Database,
    actor: Decider,
    reference: str,
    *,
    person: Annotated[int, Form()],
    release: Annotated[list[str], Form()] = [],  # noqa: B006 - FastAPI copies it
) -> Response:
    """The copy as a file. It is made for this answer, kept nowhere, and that it was made is noted."""
    copy = copy_for(db, actor, reference, str(person), utc_now())
    note_given(db, actor, copy, release)
    headers = {
        "Content-Disposition": f'attachment; filename="{file_name(copy)}"',
        "Cache-Control": "no-store",
    }
    return Response(packed(copy, release), media_type="application/zip", headers=headers)
