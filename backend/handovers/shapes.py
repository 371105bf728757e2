"""Shapes of the hand-overs' API."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from backend.handovers.answering import LONGEST


class Wanted(BaseModel):
    """The message that asked for a person."""

    model_config = ConfigDict(extra="forbid")

    message: Annotated[int, Field(ge=1)]


class HandedOver(BaseModel):
    """What whoever asked is told."""

    handover: str
    expected: str
    """By when an answer should be there, in a sentence for the audience."""


class WaitingRow(BaseModel):
    """Somebody who asked for a person; nothing of what they said."""

    model_config = ConfigDict(from_attributes=True)

    handover: str
    programme: str | None
    """None while it is not known whose it is: then it is taken first."""
    audience: Literal["professional", "family"]
    agency: str | None
    reference: str | None
    """The nomination that the talk became."""
    asked_at: datetime
    waits_since: datetime | None
    """Null while it is for them to write."""
    due_at: datetime | None
    late: bool
    mine: bool
    taken: bool
    urgent_alert: bool
    """The talk has an alert of danger that nobody has acknowledged."""


class WaitingList(BaseModel):
    waiting: list[WaitingRow]


class SaidRow(BaseModel):
    """Something said in the talk."""

    n: int
    by: Literal["person-asking", "assistant", "person-answering"]
    text: str
    at: datetime
    safety: str | None
    """How serious the reader took it, where it told of danger."""
    undelivered: bool = False
    """An answer that did not reach their chat on Telegram."""
    waits_until: datetime | None = None
    """When it is sent to their chat on Telegram: it was written at a time that they had not named as safe."""


class ConversationJson(BaseModel):
    """A talk that was handed over."""

    waiting: WaitingRow
    said_by: str
    shut: bool
    """It must be taken before its words are shown."""
    messages: list[SaidRow]


class ReplyButton(BaseModel):
    """A button; it is pressed by sending its payload as the text of a message."""

    title: str
    payload: str


class NewAnswer(BaseModel):
    """What a person answers."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"text": "I can ring you at two."}]})

    text: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST, strip_whitespace=True)]
    named: bool = False
    """Whether the name is shown with it; the role is always."""


class UnaskedReply(BaseModel):
    """Something said to a person that answers none of their messages."""

    n: int
    by: Literal["assistant", "person-answering"]
    text: str
    buttons: list[ReplyButton] = []
    custom: dict[str, Any] = {}
    at: datetime


class UnaskedReplies(BaseModel):
    """What a program has not been told yet."""

    latest: int
    """What to ask ``after`` next time."""
    with_person: bool
    """The assistant is silent: a person is wanted, or has answered."""
    replies: list[UnaskedReply]


class Said(BaseModel):
    """The number of what was said."""

    message: int
