"""What somebody is told of: how they want to hear of each kind, what is new, and what they have read."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session
from starlette.datastructures import FormData

from backend.access import Actor, signed_in
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.errors import Invalid
from backend.outbox.choices import choices, choose
from backend.outbox.kinds import kinds, kinds_for
from backend.outbox.notices import mark_read, notices
from backend.web.templates import render

router = APIRouter(include_in_schema=False)
Somebody = Annotated[Actor, Depends(signed_in())]


@router.get("/notices")
def notices_page(request: Request, db: Database, actor: Somebody) -> Response:
    """What they were told of lately, new and read."""
    now = utc_now()
    ways = {way.code: way.name for kind in kinds().values() for way in kind.ways}
    found = notices(db, actor)
    return render(
        request,
        "notices.html",
        notices=found,
        any_new=any(each.new for each in found),
        ways=ways,
        until=now.isoformat(),
        now=now,
    )


@router.post("/notices/read")
def read_on_page(
    db: Database, actor: Somebody, *, until: Annotated[str, Form()] = "", back: Annotated[str, Form()] = ""
) -> Response:
    """Mark as read what the page showed."""
    now = utc_now()
    mark_read(db, actor, min(_moment(until), now), now)
    return RedirectResponse("/notices" if back == "notices" else "/", status_code=303)


@router.get("/account/notices")
def choices_page(request: Request, db: Database, actor: Somebody, done: bool = False) -> Response:
    """How they hear of each kind, to choose."""
    return _draw(request, db, actor, done=done)


async def _form(request: Request) -> FormData:
    return await request.form()


@router.post("/account/notices")
def choose_on_page(
    request: Request, db: Database, actor: Somebody, form: Annotated[FormData, Depends(_form)]
) -> Response:
    """Keep what they chose; or see the form again where something was chosen that there is not."""
    wanted = {kind.code: str(form[kind.code]) for kind in kinds_for(actor) if kind.code in form}
    try:
        choose(db, actor, wanted, utc_now())
    except Invalid as wrong:
        db.rollback()
        return _draw(request, db, actor, status_code=422, error=wrong.message)
    return RedirectResponse("/account/notices?done=true", status_code=303)


def _draw(request: Request, db: Session, actor: Actor, *, status_code: int = 200, **context: Any) -> Response:
    shown = choices(db, actor)
    free = [(kind, way) for kind, way in shown if len(kind.ways) > 1]
    return render(
        request,
        "notice-choices.html",
        status_code=status_code,
        free=[
            {
                "code": kind.code,
                "name": kind.name,
                "items": [{"value": each.code, "text": each.name, "checked": each == way} for each in kind.ways],
            }
            for kind, way in free
        ],
        fixed=[{"name": kind.name, "way": way.name, "why": kind.why} for kind, way in shown if len(kind.ways) == 1],
        error_href=f"#{free[0][0].code}" if free else None,
        **context,
    )


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise Invalid("Load the page again.") from None
    if moment.tzinfo is None:
        raise Invalid("Load the page again.")
    return moment
