"""Routes of what two nominations are to each other, for coordinators' programs."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path
from pydantic import BaseModel, ConfigDict

from backend.access import Actor, requires
from backend.database.engine import Database
from backend.nominations.family_links import say
from backend.nominations.family_models import Act
from backend.nominations.shapes import Reference
from backend.nominations.side_by_side import side_by_side

router = APIRouter(prefix="/api", tags=["nominations"])
Coordinator = Annotated[Actor, Depends(requires("coordinator"))]
Other = Annotated[str, Path(max_length=40, examples=["FD-3RT8NM5K"], description="Of another of the same programme")]
ENDED: dict[int | str, dict[str, Any]] = {409: {"description": "An objection waits for its answer"}}


class ReasonJson(BaseModel):
    """One thing that was compared, how well it agrees, and what that weighs in bits."""

    thing: str
    level: str
    weight: float


class PersonPairJson(BaseModel):
    """What the two say of one person; one side is null where only the other names them."""

    one: dict[str, Any] | None
    other: dict[str, Any] | None
    weight: float | None
    reasons: list[ReasonJson]


class SideJson(BaseModel):
    """One of the two, with what became of it."""

    reference: str
    status: str
    stream: str | None
    received_at: datetime
    decided_at: datetime | None
    address: str | None
    postcode: str | None
    contact: dict[str, Any]
    agency: str | None


class SideBySideJson(BaseModel):
    """Two nominations beside each other. From ``threshold`` on their weight says that they are one family."""

    programme: str
    one: SideJson
    other: SideJson
    people: list[PersonPairJson]
    household: list[ReasonJson]
    finding: Literal["same", "related"] | None
    weight: float
    threshold: float
    verdict: Literal["same", "merged", "related", "not-same"] | None


class Said(BaseModel):
    """What the two are to each other; ``undone`` takes back what was said."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"verdict": "same"}]})

    verdict: Act


@router.get("/nominations/{reference}/family/{other}", responses=ENDED)
def show_side_by_side(db: Database, actor: Coordinator, reference: Reference, other: Other) -> SideBySideJson:
    """Two nominations of a programme compared, person by person."""
    return SideBySideJson.model_validate(asdict(side_by_side(db, actor, reference, other)))


@router.post("/nominations/{reference}/family/{other}", responses=ENDED)
def say_what_they_are(
    db: Database, actor: Coordinator, reference: Reference, other: Other, said: Said
) -> SideBySideJson:
    """Say that two nominations are one family, related or not, or take that back. Nobody else is told."""
    say(db, actor, reference, other, said.verdict)
    return show_side_by_side(db, actor, reference, other)
