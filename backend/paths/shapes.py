"""Shapes of the API of paths."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from backend.nominations.status import NominationStatus

Asked = Literal["told", "told_on", "consent", "where"]
Line = Annotated[str, StringConstraints(max_length=200, strip_whitespace=True, min_length=1)]


class WrittenDown(BaseModel):
    """What is written down with a step, where its stage asks for it."""

    model_config = ConfigDict(extra="forbid")

    told: Line | None = None
    """Who was told: the hub and, as far as it is known, who took it on."""
    told_on: date | None = None
    consent: Literal["with", "without"] | None = None
    """Whether the family agreed. A concern can be passed on without: the reason says why."""
    where: Line | None = None
    """Where the family went."""


class NewStep(BaseModel):
    """Where a family that somebody has seen in this version goes on."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"to": "log", "reason": "Attendance is below 60%.", "version": 2}]},
    )

    to: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,59}$")]
    reason: Annotated[str, StringConstraints(max_length=4_000, strip_whitespace=True)] | None = None
    """For the record alone: whoever nominated reads the stage's own sentence."""
    written_down: WrittenDown = WrittenDown()
    version: Annotated[int, Field(ge=0, le=2_147_483_647)]
    """The nomination's ``version`` as it was read; another one means that somebody was faster."""


class Moved(BaseModel):
    """A step that was made."""

    reference: str
    status: str
    stage: str
    version: int


class StageRow(BaseModel):
    """Where a nomination is."""

    code: str
    name: str
    sentence: str
    since: datetime | None
    """None where it was accepted before stages were kept."""
    due_at: datetime | None
    """By when something should follow; null where nobody set a time."""
    told_at: datetime | None
    """When it was told that nothing had followed by then."""
    waits: bool
    """Whether the family has no place in a stream yet."""
    ends: str | None
    """How the path ended, where it did."""


class NextRow(BaseModel):
    """A stage that may follow."""

    code: str
    name: str
    sentence: str
    reason: bool
    """Whether it needs a reason."""
    asks: list[Asked]
    ends: str | None
    quiet: bool
    """Whether nobody is told by itself."""


class StepRow(BaseModel):
    """A step that was made, with its reason as far as it can be read."""

    n: int
    from_stage: str | None
    to_stage: str | None
    from_name: str | None
    to_name: str | None
    by: str | None
    role: str
    at: datetime
    reason: str | None
    written_down: WrittenDown


class PathView(BaseModel):
    """A nomination's way so far, and where the reader may move it."""

    reference: str
    status: NominationStatus
    version: int
    stage: StageRow | None
    next: list[NextRow]
    """Empty for whoever may not move it from here."""
    steps: list[StepRow]
