"""Finding nominations by name, postcode or reference.

What is typed is sent as a form, never in an address: addresses stay in a browser's history and in the logs of proxies.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response

from backend.access import Actor, requires
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.nominations.queue import READERS
from backend.nominations.searching import LONGEST, MOST_FOUND, Found, search
from backend.web.emergency import contacts_for
from backend.web.queue_rows import queue_row
from backend.web.templates import render

router = APIRouter(include_in_schema=False)
Reader = Annotated[Actor, Depends(requires(*READERS))]


@router.get("/find")
def find_page(request: Request, actor: Reader) -> Response:
    """The form alone."""
    return _draw(request, actor)


@router.post("/find")
def find_on_page(request: Request, db: Database, actor: Reader, find: Annotated[str, Form()] = "") -> Response:
    """What is found, and the form again."""
    typed = find.strip()[:LONGEST]
    if not typed:
        return _draw(request, actor, error="Enter what to look for")
    return _draw(request, actor, typed=typed, found=search(db, actor, typed, now=utc_now()))


def _draw(
    request: Request, actor: Actor, *, typed: str = "", found: Found | None = None, error: str | None = None
) -> Response:
    rows = [queue_row(row) for row in found.rows] if found else []
    return render(
        request,
        "find.html",
        status_code=422 if error else 200,
        typed=typed,
        summary=_summary(found) if found else None,
        rows=rows,
        exact=found.exact if found else 0,
        error=error,
        error_list=[{"text": error, "href": "#find"}] if error else [],
        emergency=contacts_for(actor.programmes(*READERS)),
    )


def _summary(found: Found) -> str:
    if not found.rows:
        return "Nothing was found."
    if len(found.rows) == MOST_FOUND:
        return f"The newest {MOST_FOUND} that were found: type more to find fewer."
    return f"{len(found.rows)} nomination{'' if len(found.rows) == 1 else 's'} found."
