"""The route by which the actions ask, in a person's name, that something be put right."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field

from backend.access import service
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.rights.from_the_talk import ask_in_talk

router = APIRouter(prefix="/internal/threads", dependencies=[Depends(service())])


class Wish(BaseModel):
    """The message that says what is to be taken out of what was sent."""

    model_config = ConfigDict(extra="forbid")

    message: Annotated[int, Field(ge=1)]


class CorrectionAsked(BaseModel):
    """The request that it became."""

    reference: str
    answer_by: date


@router.post("/{thread}/corrections", responses={409: {"description": "There is no nomination"}})
def ask_correction(db: Database, thread: str, wish: Wish) -> CorrectionAsked:
    """Something is to be taken out of a submitted nomination."""
    return CorrectionAsked(**asdict(ask_in_talk(db, thread, wish.message, utc_now())))
