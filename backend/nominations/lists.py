"""The lists of the queue: what each holds, and how much."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Literal, get_args

from sqlalchemy import ColumnElement, and_, case, func, select, true
from sqlalchemy.orm import Session

from backend.nominations.drift import stands_still
from backend.nominations.due import end_of_day
from backend.nominations.models import Nomination
from backend.nominations.stage import stage_is_overdue

ListName = Literal["all", "new", "due", "overdue", "waiting", "mine", "unassigned", "still", "stage"]
LISTS: tuple[ListName, ...] = get_args(ListName)
OPEN = ("received", "awaiting_information")
"""Statuses in which something is still to be done."""


def within(name: ListName, account_id: str, now: datetime) -> ColumnElement[bool]:
    """Which nominations are in a list, for whoever looks.

    ``new`` were never decided; ``due`` are to be decided today; ``waiting`` wait for an answer that somebody asked for;
    at ``stage`` are accepted ones on whose stage nothing followed in its time.
    """
    waits = Nomination.status == "received"
    is_open = Nomination.status.in_(OPEN)
    lists: dict[ListName, ColumnElement[bool]] = {
        "all": true(),
        "new": and_(waits, Nomination.decided_at.is_(None)),
        "due": and_(waits, Nomination.due_at >= now, Nomination.due_at < end_of_day(now)),
        "overdue": and_(waits, Nomination.due_at < now),
        "waiting": Nomination.status == "awaiting_information",
        "mine": and_(is_open, Nomination.owner_id == account_id),
        "unassigned": and_(is_open, Nomination.owner_id.is_(None)),
        "still": stands_still(now),
        "stage": stage_is_overdue(now),
    }
    return lists[name]


def count_lists(db: Session, programmes: Collection[str], account_id: str, now: datetime) -> dict[ListName, int]:
    """How many nominations of some programmes are in each list, counted in one go."""
    counted = [func.count(case((within(name, account_id, now), 1))) for name in LISTS]
    row = db.execute(select(*counted).where(Nomination.programme.in_(programmes))).one()
    return dict(zip(LISTS, row, strict=True))
