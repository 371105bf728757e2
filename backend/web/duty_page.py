"""The duty list: worries about somebody's safety, until a person says that they have read them."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from backend.access import Actor, requires
from backend.alerts.service import WATCHERS, acknowledge, open_alerts
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.errors import Conflict
from backend.web.emergency import contacts_for
from backend.web.names import programme_of
from backend.web.templates import render

router = APIRouter(include_in_schema=False)
Watcher = Annotated[Actor, Depends(requires(*WATCHERS))]
LONGEST_NOTE = 4_000


@router.get("/duty")
def duty_page(request: Request, db: Database, actor: Watcher, taken: bool = False) -> Response:
    """The alerts that wait, most dangerous first, and those that somebody has acknowledged."""
    return _draw(request, db, actor, taken=taken)


@router.post("/duty/{alert}")
def acknowledge_on_page(
    request: Request, db: Database, actor: Watcher, alert: str, *, note: Annotated[str, Form()] = ""
) -> Response:
    """Acknowledge an alert; or say what is wrong with the note, or that somebody was faster."""
    if len(note.strip()) > LONGEST_NOTE:
        problem = f"What you are doing must be {LONGEST_NOTE:,} characters or fewer"
        return _draw(request, db, actor, typed={"id": alert, "note": note, "error": problem}, status=422)
    try:
        acknowledge(db, actor, alert, note.strip() or None)
    except Conflict:
        db.rollback()
        return _draw(request, db, actor, beaten=note.strip() or "nothing", status=409)
    return RedirectResponse("/duty?taken=true", status_code=303)


def _draw(request: Request, db: Session, actor: Actor, *, status: int = 200, **context: Any) -> Response:
    typed = context.get("typed")
    waiting = [_row(alert.model_dump()) for alert in open_alerts(db, actor)]
    place = next((index for index, alert in enumerate(waiting, 1) if typed and alert["id"] == typed["id"]), None)
    return render(
        request,
        "duty.html",
        status_code=status,
        alerts=waiting,
        answered=[_row(alert.model_dump()) for alert in open_alerts(db, actor, acknowledged=True)][:20],
        now=utc_now(),
        error_list=[{"text": typed["error"], "href": f"#note-{place}"}] if typed and place else [],
        emergency=contacts_for(actor.programmes(*WATCHERS)),
        **context,
    )


def _row(alert: dict[str, Any]) -> dict[str, Any]:
    programme = programme_of(alert["programme"]) if alert["programme"] else None
    return {**alert, "programme_name": programme.name if programme else None}
