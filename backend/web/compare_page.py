"""The page on which one nomination is judged by all programmes, side by side."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from backend.access import Actor, requires
from backend.assessment import Assessed
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.nominations.comparing import compare
from backend.web.emergency import contacts_of
from backend.web.templates import render
from backend.web.words import word

router = APIRouter(include_in_schema=False)


@router.get("/nominations/{reference}/compare")
def compare_page(
    request: Request,
    db: Database,
    actor: Annotated[Actor, Depends(requires("coordinator", "analyst"))],
    reference: str,
) -> Response:
    """The same facts by the rules of every programme."""
    compared = compare(db, actor, reference, utc_now())
    return render(
        request,
        "compare.html",
        reference=compared.reference,
        rows=[_row(assessed, compared.programme) for assessed in compared.judged],
        emergency=contacts_of(compared.programme),
    )


def _row(assessed: Assessed, own: str) -> dict[str, Any]:
    programme, route = assessed.programme, assessed.route
    return {
        "programme": programme.name,
        "area": programme.area.name,
        "version": programme.version,
        "is_own": programme.code == own,
        "verdict": assessed.verdict,
        "met": [entry.criterion.name for entry in assessed.judgement.results if entry.met],
        "missing": [programme.criterion(code).name for code in assessed.judgement.missing],
        "stream": programme.stream(route.stream).name if route.stream else None,
        "added": [word(support.code, "support") for support in route.added_support],
        "path": word(route.path, "path"),
        "reasons": list(route.reasons),
    }
