"""The content of a draft: its shape and its sizes (docs/wire.md, "The content of a draft").

Whatever is unknown is null or absent; nothing is guessed, and an unknown key is refused so that a slip in a name is
noticed at once instead of being lost.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,59}$")]
Short = Annotated[str, StringConstraints(max_length=1_000)]
Words = Annotated[str, StringConstraints(max_length=4_000)]
Story = Annotated[str, StringConstraints(max_length=60_000)]
IsoDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""A day, a month or a year."""
Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-4]):[0-5]\d$")]
AnsweredId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,59}(:[a-z0-9_-]{1,60})?$")]

IndicatorStatus = Literal["asserted", "uncertain", "historical", "negated"]
ConsentState = Literal["given", "refused", "not_yet", "withdrawn"]
SafetyLevel = Literal["none", "concern", "urgent", "immediate"]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class ConsentEvent(_Part):
    """One moment in the history of the family's consent."""

    purpose: Short | None = None
    state: ConsentState
    by: Short | None = None
    asked_by: Short | None = None
    date: Short | None = None
    method: Short | None = None
    wording_version: Short | None = None


class ConsentCondition(_Part):
    """On what condition somebody agreed, in the words that were used."""

    words: Words
    message: int | None = Field(default=None, ge=1)
    """The message that said so; None where the family wrote it itself."""


class Consent(_Part):
    state: ConsentState | None = None
    events: list[ConsentEvent] = Field(default=[], max_length=200)
    conditions: list[ConsentCondition] = Field(default=[], max_length=100)


class Person(_Part):
    name: Short | None = None
    age: int | None = Field(default=None, ge=0, le=130)
    date_of_birth: IsoDate | None = None
    relation: Short | None = None
    school: Short | None = None


class SafeTime(_Part):
    """Hours that are safe on some days of the week (0 is Monday), by the clock in London."""

    model_config = ConfigDict(extra="forbid", validate_by_name=True, serialize_by_alias=True)

    days: list[Annotated[int, Field(ge=0, le=6)]] = Field(max_length=7)
    from_: Clock = Field(alias="from")
    until: Clock


class Contact(_Part):
    """How the family can be reached safely."""

    phone: Short | None = None
    email: Short | None = None
    person: Short | None = None
    note: Words | None = None
    times: list[SafeTime] | None = Field(default=None, max_length=60)
    """What was read in the words of ``note``; None where they name no time."""
    voicemail: Literal["never", "careful"] | None = None
    """``careful``: the note says what must not be said on an answering machine."""


class Indicator(_Part):
    code: Code
    status: IndicatorStatus
    person: Short | None = None
    words: Words | None = None
    said_by: Short | None = None
    date: IsoDate | None = None
    message: int | None = Field(default=None, ge=1)
    """The message that said so."""
    start: int | None = Field(default=None, ge=0)
    """Where its words begin, in characters of that message as it was written; null where the whole of it says so."""
    end: int | None = Field(default=None, ge=0)


class StoryPart(_Part):
    """Characters ``start`` to ``end`` of the story are a message's, from its character ``from``."""

    model_config = ConfigDict(extra="forbid", validate_by_name=True, serialize_by_alias=True)

    message: int = Field(ge=1)
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    from_: int = Field(alias="from", ge=0)


class LeadProfessional(_Part):
    state: Literal["yes", "no", "unknown"]
    name: Short | None = None


class Nominator(_Part):
    """Who speaks, as far as they had to say it because their account does not."""

    name: Short | None = None
    role: Short | None = None
    agency: Short | None = None


class Content(_Part):
    """All that was said about a family so far."""

    programme: Code | None = None
    nominator: Nominator | None = None
    consent: Consent | None = None
    people: list[Person] | None = Field(default=None, max_length=40)
    address: Short | None = None
    postcode: Annotated[str, StringConstraints(max_length=12)] | None = None
    contact: Contact | None = None
    language: Short | None = None
    interpreter_wanted: bool | None = None
    """Whether somebody said that an interpreter is needed, or that none is; null where nobody spoke of it."""
    talk_in: Code | None = None
    """The language that the family chose to talk in; null is English."""
    written_in: list[Code] = Field(default=[], max_length=10)
    """The languages besides English in which the family wrote; ``unread`` is one that nobody here reads."""
    indicators: list[Indicator] | None = Field(default=None, max_length=400)
    agencies: list[Short] | None = Field(default=None, max_length=60)
    lead_professional: LeadProfessional | None = None
    assessment_in_place: bool | None = None
    turnaround: Literal["likely", "possible", "unlikely"] | None = None
    hopes: Story | None = None
    story: Story | None = None
    story_parts: list[StoryPart] | None = Field(default=None, max_length=2_000)
    safety: SafetyLevel | None = None
    danger: Literal["no", "yes", "unsure"] | None = None
    answered: list[AnsweredId] = Field(default=[], max_length=200)
