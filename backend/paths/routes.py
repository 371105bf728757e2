"""The routes of a nomination's path."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends

from backend.access import Actor, requires
from backend.database.engine import Database
from backend.nominations.queue import READERS
from backend.nominations.shapes import Reference
from backend.paths.service import move, path_of
from backend.paths.shapes import Moved, NewStep, PathView

router = APIRouter(prefix="/api", tags=["paths"])


@router.get("/nominations/{reference}/steps", responses={410: {"description": "It was erased"}})
def show_path(db: Database, actor: Annotated[Actor, Depends(requires(*READERS))], reference: Reference) -> PathView:
    """Where a family is on its path, how it came there, and where you may move it."""
    return path_of(db, actor, reference)


@router.post(
    "/nominations/{reference}/steps",
    status_code=201,
    responses={409: {"description": "It has changed since that version"}, 410: {"description": "It was erased"}},
)
def make_step(
    db: Database, actor: Annotated[Actor, Depends(requires(*READERS))], reference: Reference, step: NewStep
) -> Moved:
    """Move a family to a stage that may follow; what has ended is taken up again in the same way, with a reason."""
    return move(db, actor, reference, step)
