"""The queue: what waits for whom, most pressing first."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.orm import Session

from backend.access import Actor, Role
from backend.accounts.accounts import names_of
from backend.alerts.models import Alert
from backend.audit import record
from backend.errors import CannotOpen, Refused
from backend.nominations import record as nominations
from backend.nominations.drift import is_still
from backend.nominations.families import has_possible_duplicate
from backend.nominations.interpreting import interpreter_for
from backend.nominations.lists import within
from backend.nominations.models import Nomination
from backend.nominations.ranking import lines
from backend.nominations.shapes import QueueFilter, QueueRow, Sort
from backend.nominations.stage import is_stage_overdue, stage_of
from backend.programmes import load_programme

READERS: tuple[Role, ...] = ("coordinator", "chair", "lead", "analyst")
"""Who reads nominations whole, in their programmes."""
WAITING = "received"
MOST_ROWS = 500

_SAFETY_ORDER = {"immediate": 0, "urgent": 1, "concern": 2, "none": 3}
_STATUS_ORDER = {"received": 0, "awaiting_information": 1, "accepted": 2, "closed": 3, "returned": 4, "withdrawn": 5}


@dataclass(frozen=True, slots=True)
class QueuePart:
    """Some rows of the queue, and how much there is of all that the filters leave."""

    rows: list[QueueRow]
    total: int
    waiting: int
    """For a decision."""
    overdue: int


def queue(
    db: Session, actor: Actor, filters: QueueFilter, sort: Sort = "due", *, now: datetime, page: int = 1
) -> list[QueueRow]:
    """The nominations of the actor's programmes, 500 at a time. Refused for whoever may not read nominations.

    ``due``: open urgent alerts first, then what waits for a decision by its due time, then the rest by newest.
    ``priority``: those first as well, then programme by programme in the order of its own meeting.
    """
    return queue_part(db, actor, filters, sort, now=now, start=(max(page, 1) - 1) * MOST_ROWS, most=MOST_ROWS).rows


def queue_part(
    db: Session, actor: Actor, filters: QueueFilter, sort: Sort = "due", *, now: datetime, start: int, most: int
) -> QueuePart:
    """The same from a row on, at most so many, with the numbers of all. A start beyond the end gives the last ones."""
    programmes = actor.programmes(*READERS)
    if not programmes:
        raise Refused
    wanted = filters.programme if filters.programme in programmes else None
    if filters.programme is not None:
        programmes &= {filters.programme}
    which = _which(filters, programmes, actor, now)
    total, waiting, overdue = _numbers(db, which, now)
    first = min(start, max(total - 1, 0) // most * most)
    ids = list(db.scalars(select(Nomination.id).where(*which).order_by(*_order(sort)).offset(first).limit(most)))
    rows = rows_of(db, actor, ids, now)
    # What somebody typed as a programme could be anything: only one that they work in is noted.
    record(db, actor, "listed", "nominations", "queue", wanted, count=len(rows))
    return QueuePart(rows, total, waiting, overdue)


def is_overdue(nomination: Nomination, now: datetime) -> bool:
    """Whether it waits for a decision longer than it should."""
    return nomination.status == WAITING and nomination.due_at < now


def urgent_threads() -> ColumnElement[bool]:
    """Whether the talk of a nomination has an urgent alert that nobody has acknowledged."""
    open_ones = select(Alert.thread_id).where(
        Alert.acknowledged_at.is_(None), Alert.level.in_(("urgent", "immediate")), Alert.thread_id.is_not(None)
    )
    # Once for all rows, not once for each: few alerts are open at a time.
    return and_(Nomination.thread_id.is_not(None), Nomination.thread_id.in_(open_ones))


def _which(filters: QueueFilter, programmes: Collection[str], actor: Actor, now: datetime) -> list[ColumnElement[bool]]:
    which: list[ColumnElement[bool]] = [Nomination.programme.in_(programmes)]
    for column, wanted in (
        (Nomination.status, filters.status),
        (Nomination.verdict, filters.verdict),
        (Nomination.stream, filters.stream),
    ):
        if wanted:
            which.append(column == wanted)
    if filters.list != "all":
        which.append(within(filters.list, actor.account_id, now))
    if filters.overdue:
        which.append(within("overdue", actor.account_id, now))
    if filters.owner:
        which.append(Nomination.owner_id == filters.owner)
    if filters.reference:
        typed = re.sub(r"[^0-9A-Z]", "", filters.reference.upper()).removeprefix("FD")
        which.append(Nomination.reference.startswith(f"FD-{typed}", autoescape=True))
    return which


def _numbers(db: Session, which: list[ColumnElement[bool]], now: datetime) -> tuple[int, int, int]:
    waits = Nomination.status == WAITING
    counted = select(
        func.count(), func.count(case((waits, 1))), func.count(case((and_(waits, Nomination.due_at < now), 1)))
    )
    total, waiting, overdue = db.execute(counted.select_from(Nomination).where(*which)).one()
    return total, waiting, overdue


def _order(sort: Sort) -> list[Any]:
    urgent = case((urgent_threads(), 0), else_=1)
    waiting_first = case((Nomination.status == WAITING, 0), else_=1)
    by_due = case((Nomination.status == WAITING, Nomination.due_at), else_=None)
    newest = Nomination.received_at.desc()
    match sort:
        case "received":
            return [newest, Nomination.id]
        case "status":
            return [case(_STATUS_ORDER, value=Nomination.status), by_due, newest, Nomination.id]
        case "safety":
            return [urgent, case(_SAFETY_ORDER, value=Nomination.safety), by_due, newest, Nomination.id]
        case "priority":
            rank = func.coalesce(Nomination.priority_rank, -1).desc()
            return [urgent, Nomination.programme, rank, by_due, newest, Nomination.id]
        case "moved":
            return [Nomination.moved_at, Nomination.id]
        case _:
            return [urgent, waiting_first, by_due, newest, Nomination.id]


def rows_of(db: Session, actor: Actor, ids: list[str], now: datetime) -> list[QueueRow]:
    """The rows of some nominations, in their order. Callers see to it that the actor may read them."""
    columns = select(Nomination, urgent_threads().label("urgent"), has_possible_duplicate())
    found = {row[0].id: row for row in db.execute(columns.where(Nomination.id.in_(ids)))}
    owners = names_of(db, {row[0].owner_id for row in found.values() if row[0].owner_id})
    shown = []
    for nomination, urgent, duplicate in (found[each] for each in ids):
        row = _row(db, nomination, bool(urgent), now)
        row.owner, row.mine = owners.get(nomination.owner_id or ""), nomination.owner_id == actor.account_id
        # That a family is known already is for coordinators alone.
        row.possible_duplicate = bool(duplicate) if actor.may("coordinator", row.programme) else None
        shown.append(row)
    return shown


def _row(db: Session, nomination: Nomination, urgent: bool, now: datetime) -> QueueRow:
    try:
        agency, damaged = nominations.nominator_of(db, nomination).get("agency"), False
        content = nominations.content_of(db, nomination)
    except CannotOpen:
        agency, damaged, content = None, True, {}
    stage = stage_of(nomination)
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
        stage=stage.code if stage else None,
        stage_name=stage.name if stage else None,
        stage_overdue=is_stage_overdue(nomination, now),
        stage_told_at=nomination.stage_told_at,
        safety=nomination.safety,
        urgent_alert=urgent,
        nominator_agency=agency,
        interpreter=interpreter_for(content),
        damaged=damaged,
        version=nomination.version,
        moved_at=nomination.moved_at,
        stands_still=is_still(nomination, now),
        told_at=nomination.still_told_at,
        priority=lines(nomination),
    )
