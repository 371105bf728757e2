"""Shapes of the nominations API (README, "A nomination as JSON")."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import Path, Query
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from backend.nominations.lists import ListName
from backend.nominations.status import NominationStatus

Sort = Literal["due", "received", "status", "safety", "priority", "moved"]
CODE = r"^[a-z][a-z0-9_-]*$"
Reference = Annotated[str, Path(max_length=40, examples=["FD-7KXM2PQ4"], description="As somebody types it")]
"""A reference in an address; one that cannot be is told like one that does not exist."""


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which nominations to list; what is None or False does not narrow."""

    programme: Annotated[str | None, Query(max_length=60, examples=["sevenoaks"])] = None
    status: Annotated[str | None, Query(max_length=60, pattern=CODE, examples=["received"])] = None
    verdict: Annotated[str | None, Query(max_length=60, pattern=CODE, examples=["eligible"])] = None
    stream: Annotated[str | None, Query(max_length=60, pattern=CODE, examples=["fip"])] = None
    overdue: bool = False
    reference: Annotated[str | None, Query(max_length=40, examples=["FD-7KX"])] = None
    """The whole reference or its beginning, as somebody types it."""
    list: ListName = "all"
    """One of the lists of the day's work; ``mine`` and the others are those of whoever asks."""
    owner: Annotated[str | None, Query(max_length=36, pattern=r"^[0-9a-f-]+$")] = None
    """Account id of who has it."""


class PriorityPart(BaseModel):
    """One thing by which a nomination ranks in its programme's meeting, or that is shown beside."""

    code: str
    value: int | str
    ranks: bool
    text: str


class QueueRow(BaseModel):
    """A nomination in the queue. Nothing in it names a family."""

    reference: str
    programme: str
    programme_name: str
    received_at: datetime
    due_at: datetime
    overdue: bool
    status: str
    verdict: str
    stream: str | None
    stage: str | None = None
    """Code of the stage of its path; null before it is accepted."""
    stage_name: str | None = None
    stage_overdue: bool = False
    """Nothing followed on its stage in the time that its programme sets."""
    stage_told_at: datetime | None = None
    """When whoever the programme names was told so."""
    safety: str
    urgent_alert: bool
    """An urgent or immediate alert from its talk that nobody has acknowledged."""
    nominator_agency: str | None
    interpreter: str | None = None
    """For which languages to find an interpreter, in words: the family talks or wrote in them, or one was asked for."""
    possible_duplicate: bool | None = None
    """Whether another nomination may be of the same family; null for everybody but coordinators."""
    damaged: bool = False
    """What is sealed of it was changed or moved in the database and cannot be shown."""
    version: int
    owner: str | None = None
    """Who has taken it on."""
    mine: bool = False
    moved_at: datetime
    """When something last happened to it."""
    stands_still: bool
    """It has not moved for as long as its programme allows."""
    told_at: datetime | None
    """When whoever the programme names was told so."""
    priority: list[PriorityPart] = []
    """By what it ranks in its programme; nothing of what was never asked."""


class NewOwner(BaseModel):
    """Who is to have a nomination."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"to": "me"}, {"to": None}]})

    to: Annotated[str, StringConstraints(pattern=r"^(me|[0-9a-f-]{36})$")] | None
    """``me``, a coordinator's account id, or null to give it back."""


class Owned(BaseModel):
    """Who has a nomination now."""

    reference: str
    owner: str | None


class Queue(BaseModel):
    nominations: list[QueueRow]


class OwnRow(BaseModel):
    """A nomination as whoever sent it sees it in a list."""

    reference: str
    programme: str
    programme_name: str
    received_at: datetime
    status: NominationStatus
    status_text: str
    next_step: str
    explanation: list[str] = []
    """How it stands by what they told, a sentence each; empty once somebody has decided."""


class ProgrammeFacts(BaseModel):
    """What anybody signed in may know about a programme."""

    code: str
    version: str
    name: str
    family_name: str
    area: str
    self_referral: bool
    criteria: list[dict[str, Any]]
    streams: list[dict[str, str]]
    emergency: dict[str, dict[str, Any]]


class Programmes(BaseModel):
    programmes: list[ProgrammeFacts]


class SubmissionAnswer(BaseModel):
    reference: str
    status: str
    verdict: str
    next_step: str


class AdditionAnswer(BaseModel):
    reference: str
    status: str


class JudgeAgain(BaseModel):
    model_config = ConfigDict(extra="forbid")

    version: Annotated[str, StringConstraints(min_length=1, max_length=60)] = Field(examples=["2013"])
    """The programme version to judge by, such as ``2013``."""
