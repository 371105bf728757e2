"""The route by which a nomination is decided."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends

from backend.access import Actor, requires
from backend.database.engine import Database
from backend.decisions.service import decide
from backend.decisions.shapes import Decided, NewDecision

router = APIRouter(prefix="/api", tags=["decisions"])


@router.post("/nominations/{reference}/decisions", status_code=201)
def make_decision(
    db: Database, actor: Annotated[Actor, Depends(requires("coordinator"))], reference: str, decision: NewDecision
) -> Decided:
    """Accept, accept for another kind of support, ask for information, or return with signposting."""
    return decide(db, actor, reference, decision)
