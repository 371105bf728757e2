"""Shapes of the decisions API."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from backend.nominations.status import DecisionKind


class NewDecision(BaseModel):
    """What a coordinator decides about the version of a nomination they have seen."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"kind": "ask", "reason": "Since when has she been out of work?", "version": 1}]
        },
    )

    kind: DecisionKind
    stream: Annotated[str, StringConstraints(max_length=60)] | None = None
    """For ``other_stream``, or to accept where no stream is recommended."""
    reason: Annotated[str, StringConstraints(max_length=4_000, strip_whitespace=True)] | None = None
    """Told to whoever nominated, so it names no other nomination. Needed for everything but accepting what is
    recommended; then the recommendation's reasons are kept."""
    version: Annotated[int, Field(ge=0, le=2_147_483_647)]
    """The nomination's ``version`` as it was read; another one means that somebody was faster."""


class Decided(BaseModel):
    """A decision that was made."""

    reference: str
    status: str
    stream: str | None
    version: int
