"""The start page: what a person can do here, by role."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Any

import yaml
from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from backend.access import Actor, signed_in
from backend.accounts.routes import SET_UP
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.nominations.queue import READERS
from backend.outbox.notices import news
from backend.retention.left import left_on_page
from backend.threads.conversations import audience_of
from backend.web.delivery_view import delivery_view
from backend.web.emergency import contacts_for
from backend.web.left_lines import left_lines, more_line, wording
from backend.web.templates import render
from backend.web.today_view import today_view

router = APIRouter(include_in_schema=False)
_FILE = Path(__file__).with_name("start.yml")


@cache
def _wording() -> dict[str, Any]:
    wording: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return wording


@router.get("/")
def start_page(request: Request, db: Database, actor: Annotated[Actor, Depends(signed_in())]) -> Response:
    """A card for each thing the person's roles let them do, before them what they began and have not sent.

    Above them is what is new since they were last here. Who reads the queue sees the day in numbers as well.
    """
    if actor.limited:
        return RedirectResponse(SET_UP, status_code=303)
    wording = _wording()
    now = utc_now()
    cards = [card for card in wording["cards"] if actor.has(*card["roles"])]
    return render(
        request,
        "start.html",
        heading=f"Hello, {actor.display_name}",
        lead=wording["lead"] if cards else wording["nothing"],
        cards=cards,
        **_left(db, actor),
        today=today_view(db, actor, now) if actor.has(*READERS) else None,
        news=news(db, actor),
        delivery=delivery_view(db, actor, now),
        now=now,
        emergency=contacts_for(actor.programmes()),
    )


def _left(db: Session, actor: Actor) -> dict[str, Any]:
    """What the person began and has not sent, for those who talk here at all."""
    if not actor.has("nominator", "family"):
        return {"left": []}
    audience = audience_of(actor)
    found = left_on_page(db, actor, utc_now())
    lines, more = left_lines(found, audience), more_line(found, audience)
    return {"left": lines, "left_heading": wording(audience)["heading"], "left_more": more}
