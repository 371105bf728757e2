"""The queue: what waits for whom, most pressing first."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, case, select
from sqlalchemy.orm import Session

from backend.access import Actor, Role
from backend.alerts.models import Alert
from backend.audit import record
from backend.errors import CannotOpen, Refused
from backend.nominations import record as nominations
from backend.nominations.families import has_possible_duplicate
from backend.nominations.interpreting import interpreter_for
from backend.nominations.models import Nomination
from backend.nominations.shapes import QueueFilter, QueueRow, Sort
from backend.programmes import load_programme

READERS: tuple[Role, ...] = ("coordinator", "chair", "lead", "analyst")
"""Who reads nominations whole, in their programmes."""
WAITING = "received"
MOST_ROWS = 500

_SAFETY_ORDER = {"immediate": 0, "urgent": 1, "concern": 2, "none": 3}
_STATUS_ORDER = {"received": 0, "awaiting_information": 1, "accepted": 2, "returned": 3, "withdrawn": 4}


def queue(db: Session, actor: Actor, filters: QueueFilter, sort: Sort = "due", *, now: datetime) -> list[QueueRow]:
    """The nominations of the actor's programmes, at most 500. Refused for whoever may not read nominations.

    ``due``: open urgent alerts first, then what waits for a decision by its due time, then the rest by newest.
    """
    programmes = actor.programmes(*READERS)
    if not programmes:
        raise Refused
    wanted = filters.programme if filters.programme in programmes else None
    if filters.programme is not None:
        programmes &= {filters.programme}
    columns = select(Nomination, _urgent_alert(), has_possible_duplicate())
    query = _narrowed(columns, filters, now).where(Nomination.programme.in_(programmes))
    rows = db.execute(query.order_by(*_order(sort)).limit(MOST_ROWS)).all()
    # What somebody typed as a programme could be anything: only one that they work in is noted.
    record(db, actor, "listed", "nominations", "queue", wanted, count=len(rows))
    shown = [_row(db, nomination, bool(urgent), now) for nomination, urgent, _ in rows]
    for row, (_, _, duplicate) in zip(shown, rows, strict=True):
        # That a family is known already is for coordinators alone.
        row.possible_duplicate = bool(duplicate) if actor.may("coordinator", row.programme) else None
    return shown


def _urgent_alert() -> ColumnElement[bool]:
    return (
        select(Alert.id)
        .where(
            Alert.thread_id == Nomination.thread_id,
            Alert.level.in_(("urgent", "immediate")),
            Alert.acknowledged_at.is_(None),
        )
        .exists()
        .label("urgent_alert")
    )


def _narrowed(
    query: Select[Nomination, bool, bool], filters: QueueFilter, now: datetime
) -> Select[Nomination, bool, bool]:
    for column, wanted in (
        (Nomination.status, filters.status),
        (Nomination.verdict, filters.verdict),
        (Nomination.stream, filters.stream),
    ):
        if wanted:
            query = query.where(column == wanted)
    if filters.overdue:
        query = query.where(Nomination.status == WAITING, Nomination.due_at < now)
    if filters.reference:
        typed = re.sub(r"[^0-9A-Z]", "", filters.reference.upper()).removeprefix("FD")
        query = query.where(Nomination.reference.startswith(f"FD-{typed}", autoescape=True))
    return query


def _order(sort: Sort) -> list[Any]:
    waiting_first = case((Nomination.status == WAITING, 0), else_=1)
    by_due = case((Nomination.status == WAITING, Nomination.due_at), else_=None)
    newest = Nomination.received_at.desc()
    match sort:
        case "received":
            return [newest, Nomination.id]
        case "status":
            return [case(_STATUS_ORDER, value=Nomination.status), by_due, newest, Nomination.id]
        case "safety":
            return [_urgent_alert().desc(), case(_SAFETY_ORDER, value=Nomination.safety), by_due, newest, Nomination.id]
        case _:
            return [_urgent_alert().desc(), waiting_first, by_due, newest, Nomination.id]


def _row(db: Session, nomination: Nomination, urgent: bool, now: datetime) -> QueueRow:
    try:
        agency, damaged = nominations.nominator_of(db, nomination).get("agency"), False
        content = nominations.content_of(db, nomination) if nomination.audience == "family" else {}
    except CannotOpen:
        agency, damaged, content = None, True, {}
    return QueueRow(
        reference=nomination.reference,
        programme=nomination.programme,
        programme_name=load_programme(nomination.programme).name,
        received_at=nomination.received_at,
        due_at=nomination.due_at,
        overdue=is_overdue(nomination, now),
        status=nomination.status,
        verdict=nomination.verdict,
        stream=nomination.stream,
        safety=nomination.safety,
        urgent_alert=urgent,
        nominator_agency=agency,
        interpreter=interpreter_for(content),
        damaged=damaged,
    )


def is_overdue(nomination: Nomination, now: datetime) -> bool:
    """Whether it waits for a decision longer than it should."""
    return nomination.status == WAITING and nomination.due_at < now
