"""Shapes of passing a nomination on to another programme."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Method = Literal["in person", "phone", "video", "e-mail", "text message", "in writing"]
_Name = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]


class Agreed(BaseModel):
    """That the family agreed to being passed on: who said so, when, how, and who asked them."""

    model_config = ConfigDict(extra="forbid")

    by: _Name
    """A name or a relation of who agreed ("mum")."""
    date: date
    method: Method
    asked_by: _Name | None = None
    """Null: whoever passes it on asked them."""


class PassOn(BaseModel):
    """Where a nomination is passed on to, and with whose agreement."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "programme": "maidstone",
                    "consent": {"by": "mum", "date": "2026-11-20", "method": "phone"},
                    "version": 1,
                }
            ]
        },
    )

    programme: Annotated[str, StringConstraints(max_length=60)]
    consent: Agreed
    version: Annotated[int, Field(ge=0, le=2_147_483_647)]
    """The nomination's ``version`` as it was read."""


class PassedOn(BaseModel):
    """A nomination that was passed on."""

    reference: str
    status: str
    version: int
    programme: str
    passed_to: str
    """Its reference in the other programme."""


class PassingJson(BaseModel):
    """Where a nomination was passed on to, or came from."""

    model_config = ConfigDict(extra="forbid")

    direction: Literal["to", "from"]
    programme: str
    programme_name: str
    area: str
    reference: str
    at: str
    by: str | None


class DoorJson(BaseModel):
    """A programme that a nomination may be passed on to."""

    model_config = ConfigDict(extra="forbid")

    programme: str
    name: str
    area: str
