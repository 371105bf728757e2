"""Routes by which the actions make and take back the link of a talk. Never through the door's proxy."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict

from backend.access import service
from backend.consent.links import make_link, take_back
from backend.consent.view import last_day
from backend.database.base import utc_now
from backend.database.engine import Database

router = APIRouter(prefix="/internal/threads", dependencies=[Depends(service())])


class WantedLink(BaseModel):
    """``renew``: a new one even where the one before could still be used, which ends it."""

    model_config = ConfigDict(extra="forbid")
    renew: bool = False


class MadeLink(BaseModel):
    """Its last day in words. The address is put into the reply by the backend (``[[link]]``)."""

    until: str


@router.post("/{thread}/consent-link", responses={409: {"description": "The conversation is over"}})
def make_consent_link(request: Request, db: Database, thread: str, wanted: WantedLink) -> MadeLink:
    """A link by which the family answers for itself."""
    link = make_link(db, thread, request.app.state.settings.public_url, utc_now(), renew=wanted.renew)
    return MadeLink(until=last_day(link.ends_at))


@router.delete("/{thread}/consent-link")
def take_consent_link_back(db: Database, thread: str) -> dict[str, bool]:
    """End the link before anybody used it."""
    return {"ended": take_back(db, thread, None)}
