"""The duty list: worries about somebody's safety, until a person has read them, acted, and said how it ended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from backend.access import Actor, requires
from backend.alerts.duty import Duty
from backend.alerts.escalation import next_step
from backend.alerts.outcomes import outcomes
from backend.alerts.service import WATCHERS, acknowledge, add_note, close, duty_list
from backend.alerts.shapes import AlertRow
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.errors import Conflict
from backend.programmes import load_programmes
from backend.web.delivery_view import delivery_view
from backend.web.emergency import contacts_for
from backend.web.names import programme_of
from backend.web.templates import render
from backend.web.words import word

router = APIRouter(include_in_schema=False)
Watcher = Annotated[Actor, Depends(requires(*WATCHERS))]
LONGEST_NOTE = 4_000
CLOSED_SHOWN = 20


@router.get("/duty")
def duty_page(
    request: Request, db: Database, actor: Watcher, *, taken: bool = False, noted: bool = False, closed: bool = False
) -> Response:
    """The alerts that wait, most dangerous first, those that somebody has in hand, and those closed last."""
    return _draw(request, db, actor, taken=taken, noted=noted, closed=closed)


@router.post("/duty/{alert}")
def acknowledge_on_page(
    request: Request, db: Database, actor: Watcher, alert: str, *, note: Annotated[str, Form()] = ""
) -> Response:
    """Acknowledge an alert; or say what is wrong with the note, or that somebody was faster."""
    if len(note.strip()) > LONGEST_NOTE:
        return _wrong(request, db, actor, alert, field="note", text=note, error=_too_long("What you are doing"))
    return _done(
        request, db, actor, lambda: acknowledge(db, actor, alert, note.strip() or None), what="taken", typed=note
    )


@router.post("/duty/{alert}/notes")
def note_on_page(
    request: Request, db: Database, actor: Watcher, alert: str, *, text: Annotated[str, Form()] = ""
) -> Response:
    """Keep what was said or done; or say what is wrong with it, or that somebody has closed it."""
    if not text.strip():
        return _wrong(request, db, actor, alert, field="done", text=text, error="Write what was said or done")
    if len(text.strip()) > LONGEST_NOTE:
        return _wrong(request, db, actor, alert, field="done", text=text, error=_too_long("What was said or done"))
    return _done(request, db, actor, lambda: add_note(db, actor, alert, text), what="noted", typed=text)


@router.post("/duty/{alert}/closing")
def close_on_page(
    request: Request,
    db: Database,
    actor: Watcher,
    alert: str,
    *,
    outcome: Annotated[str, Form()] = "",
    text: Annotated[str, Form()] = "",
) -> Response:
    """Close an alert with its outcome; or say what is missing, or that somebody was faster."""
    typed = {"outcome": outcome}
    if outcome not in outcomes():
        return _wrong(request, db, actor, alert, field="outcome", text=text, error="Choose how it ended", **typed)
    if not text.strip():
        return _wrong(request, db, actor, alert, field="end", text=text, error="Write what was done", **typed)
    if len(text.strip()) > LONGEST_NOTE:
        return _wrong(request, db, actor, alert, field="end", text=text, error=_too_long("What was done"), **typed)
    return _done(
        request, db, actor, lambda: close(db, actor, alert, outcome=outcome, text=text), what="closed", typed=text
    )


def _done(request: Request, db: Session, actor: Actor, act: Callable[[], object], *, what: str, typed: str) -> Response:
    try:
        act()
    except Conflict as beaten:
        db.rollback()
        said = {"sentence": beaten.message, "typed": typed.strip() or "nothing"}
        return _draw(request, db, actor, beaten=said, status=409)
    return RedirectResponse(f"/duty?{what}=true", status_code=303)


def _too_long(what: str) -> str:
    return f"{what} must be {LONGEST_NOTE:,} characters or fewer"


def _wrong(
    request: Request, db: Session, actor: Actor, alert: str, *, field: str, text: str, error: str, **more: str
) -> Response:
    typed = {"id": alert, "field": field, "text": text, "error": error, **more}
    return _draw(request, db, actor, typed=typed, status=422)


def _draw(request: Request, db: Session, actor: Actor, *, status: int = 200, **context: Any) -> Response:
    typed, now = context.get("typed"), utc_now()
    alerts = duty_list(db, actor, CLOSED_SHOWN)
    waiting = [_row(alert, now) for alert in alerts.waiting]
    in_hand = [_row(alert, now) for alert in alerts.in_hand]
    shown = [alert["id"] for alert in (*waiting, *in_hand)]
    place = shown.index(typed["id"]) + 1 if typed and typed["id"] in shown else None
    programmes = actor.programmes(*WATCHERS)
    return render(
        request,
        "duty.html",
        status_code=status,
        alerts=waiting,
        in_hand=in_hand,
        finished=[_row(alert, now) for alert in alerts.closed],
        outcomes=list(outcomes().items()),
        out_of_hours=_out_of_hours(programmes, now),
        now=now,
        delivery=delivery_view(db, actor, now),
        error_list=[{"text": typed["error"], "href": f"#{typed['field']}-{place}"}] if typed and place else [],
        emergency=contacts_for(programmes),
        **context,
    )


def _out_of_hours(programmes: frozenset[str], now: datetime) -> list[dict[str, str]]:
    """Whom to ring now in the programmes where nobody is at work."""
    found = []
    for code in sorted(programmes & load_programmes().keys()):
        duty = Duty.of(code)
        if not duty.is_anybody_there(now):
            programme = load_programmes()[code]
            found.append({"programme": programme.name, "name": duty.name, "number": duty.number, "when": duty.when})
    return found


def _row(alert: AlertRow, now: datetime) -> dict[str, Any]:
    programme = programme_of(alert.programme) if alert.programme else None
    step = None
    if alert.acknowledged_at is None:
        step = next_step(alert.programme, alert.level, alert.step, alert.received_at, alert.escalated_at)
    return {
        **alert.model_dump(),
        "programme_name": programme.name if programme else None,
        "told_names": [word(role, "role_plural") for role in alert.told],
        "step_at": step.at if step else None,
        "told_again": step is not None and step.again,
        "is_late": step is not None and (step.again or step.at < now),
        "outcome_name": outcomes().get(alert.outcome or "") or word(alert.outcome, "alert_outcome"),
    }
