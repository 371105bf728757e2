"""Shapes of alerts: raised between the processes, read and acknowledged by people."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, StringConstraints, field_validator

_CODE = re.compile(r"[a-z][a-z0-9_-]{0,59}")

Level = Literal["none", "concern", "urgent", "immediate"]
"""``none``: a person is wanted without any danger."""
Source = Literal["message", "answer", "public-page", "asked-for-a-person"]


class NewAlert(BaseModel):
    """An alert as it is raised (docs/wire.md). The same id again changes nothing."""

    model_config = ConfigDict(extra="forbid")

    id: UUID
    at: AwareDatetime
    thread: str | None = None
    programme: str | None = None
    level: Level
    reasons: list[str] = []
    text: Annotated[str, StringConstraints(max_length=200_000)] | None = None
    source: Source

    @field_validator("reasons")
    @classmethod
    def only_codes(cls, reasons: list[str]) -> list[str]:
        """Drop what is no code, for reasons are kept in the clear; it is never a ground to refuse an alert."""
        return [reason for reason in reasons if _CODE.fullmatch(reason)][:50]


class Raised(BaseModel):
    alert: str


class AlertNoteRow(BaseModel):
    """Something that was said or done about an alert."""

    at: datetime
    by: str | None
    text: str | None


class AlertRow(BaseModel):
    """An alert on the duty list, with the words that raised it."""

    id: str
    programme: str | None
    level: Level
    reasons: list[str]
    source: Source
    words: str | None
    at: datetime
    received_at: datetime
    escalated: bool
    step: int
    """How far along the programme's chain people were told, and how often once everybody was."""
    escalated_at: datetime | None = None
    """When the newest step after the first was taken."""
    told: list[str]
    """The roles that were told of it so far."""
    reference: str | None
    """The nomination its talk became, if it did."""
    said_by: str | None
    """Name, role and agency of whoever wrote it, if they were signed in."""
    acknowledged_at: datetime | None
    acknowledged_by: str | None
    note: str | None
    """What was written when it was acknowledged."""
    notes: list[AlertNoteRow] = []
    """What was said and done since, oldest first."""
    left_told_at: datetime | None = None
    """When it was told that it is in hand and that nothing was said or done for the programme's time."""
    closed_at: datetime | None = None
    closed_by: str | None = None
    outcome: str | None = None
    """How it ended."""
    damaged: bool = False
    """Its words or its note were changed or moved in the database and cannot be shown. It is an alert all the same."""


class Alerts(BaseModel):
    alerts: list[AlertRow]


class Acknowledgement(BaseModel):
    """What was done about it."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"note": "Rang the school."}]})

    note: Annotated[str, StringConstraints(max_length=4_000, strip_whitespace=True)] | None = None


class Done(BaseModel):
    """What was said or done."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"text": "Spoke to the mother."}]})

    text: Annotated[str, StringConstraints(min_length=1, max_length=4_000, strip_whitespace=True)]


class Closing(Done):
    """How it ended, and what was done."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"outcome": "passed-to-hub", "text": "Rang the hub."}]}
    )

    outcome: Annotated[str, StringConstraints(max_length=60)]
    """``emergency-services``, ``passed-to-hub``, ``out-of-hours-team``, ``already-worked-on``, ``spoken-to``,
    ``advice-given``, ``not-reached`` or ``no-danger``."""
