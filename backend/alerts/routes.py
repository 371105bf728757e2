"""Routes of alerts: raising one, the duty list, acknowledging."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path

from backend.access import Actor, requires, service
from backend.alerts.service import WATCHERS, acknowledge, add_note, close, open_alerts, raise_alert
from backend.alerts.shapes import Acknowledgement, AlertRow, Alerts, Closing, Done, NewAlert, Raised
from backend.database.engine import Database

router = APIRouter()
AlertId = Annotated[
    str,
    Path(
        max_length=36,
        pattern=r"^[0-9a-f-]+$",
        examples=["0d6ee8c5-7a3a-4c55-8a31-5b7d3f6f2f6e"],
        description="The alert's id, as the list gives it",
    ),
]


@router.post("/internal/alerts", dependencies=[Depends(service())])
def take_alert(db: Database, alert: NewAlert) -> Raised:
    """Keep an alert."""
    return Raised(alert=raise_alert(db, alert))


@router.get("/api/alerts", tags=["alerts"])
def list_alerts(
    db: Database, actor: Annotated[Actor, Depends(requires(*WATCHERS))], acknowledged: bool = False
) -> Alerts:
    """The alerts that wait for somebody, most dangerous first; or those that somebody has acknowledged."""
    return Alerts(alerts=open_alerts(db, actor, acknowledged=acknowledged))


@router.post(
    "/api/alerts/{alert}/acknowledgement",
    status_code=201,
    tags=["alerts"],
    responses={409: {"description": "Somebody else has acknowledged it"}},
)
def acknowledge_alert(
    db: Database,
    actor: Annotated[Actor, Depends(requires(*WATCHERS))],
    alert: AlertId,
    acknowledgement: Acknowledgement,
) -> AlertRow:
    """Take an alert on, and say what was done."""
    return acknowledge(db, actor, alert, acknowledgement.note)


@router.post(
    "/api/alerts/{alert}/notes",
    status_code=201,
    tags=["alerts"],
    responses={409: {"description": "Nobody has acknowledged it yet, or somebody has closed it"}},
)
def note_on_alert(
    db: Database, actor: Annotated[Actor, Depends(requires(*WATCHERS))], alert: AlertId, done: Done
) -> AlertRow:
    """Add what was said or done about an alert."""
    return add_note(db, actor, alert, done.text)


@router.post(
    "/api/alerts/{alert}/closing",
    status_code=201,
    tags=["alerts"],
    responses={409: {"description": "Nobody has acknowledged it yet, or somebody has closed it"}},
)
def close_alert(
    db: Database, actor: Annotated[Actor, Depends(requires(*WATCHERS))], alert: AlertId, closing: Closing
) -> AlertRow:
    """Close an alert, with how it ended and what was done."""
    return close(db, actor, alert, outcome=closing.outcome, text=closing.text)
