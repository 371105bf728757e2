"""Shapes of the decisions API."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from backend.nominations.status import DecisionKind


class FirstVisit(BaseModel):
    """A partner who knows the family and visits it first."""

    model_config = ConfigDict(extra="forbid")

    by: Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
    """One of ``first_visit_by`` of the nomination."""
    word: Annotated[str, StringConstraints(max_length=300, strip_whitespace=True)] = ""
    """Why, in a word; told to the professional who nominated."""


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
    about: Annotated[list[Annotated[str, StringConstraints(max_length=60)]], Field(max_length=60)] = []
    """The unclear points that ``ask`` is about (``unclear`` of the nomination), so that the answer is shown by them."""
    first_visit: FirstVisit | None = None
    """With an acceptance: which of the partners that the record tells of visits the family first."""
    version: Annotated[int, Field(ge=0, le=2_147_483_647)]
    """The nomination's ``version`` as it was read; another one means that somebody was faster."""


class Decided(BaseModel):
    """A decision that was made."""

    reference: str
    status: str
    stream: str | None
    version: int
