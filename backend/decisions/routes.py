"""The route by which a nomination is decided."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends

from backend.access import Actor, requires
from backend.database.engine import Database
from backend.decisions.service import decide
from backend.decisions.shapes import Decided, NewDecision
from backend.nominations.shapes import Reference

router = APIRouter(prefix="/api", tags=["decisions"])


@router.post(
    "/nominations/{reference}/decisions",
    status_code=201,
    responses={409: {"description": "It has changed since that version"}, 410: {"description": "It was erased"}},
)
def make_decision(
    db: Database, actor: Annotated[Actor, Depends(requires("coordinator"))], reference: Reference, decision: NewDecision
) -> Decided:
    """Accept, accept for another kind of support, ask for information, or return with signposting."""
    return decide(db, actor, reference, decision)
