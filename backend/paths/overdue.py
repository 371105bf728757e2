"""Stages on which nothing follows in their time: whoever the programme names is told, once at each. The worker's."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from backend.access.actor import ROLES, Role
from backend.accounts.accounts import holders
from backend.audit import record
from backend.nominations.drift import named
from backend.nominations.models import Nomination
from backend.nominations.stage import stage_is_overdue, stage_of
from backend.outbox.service import post


def is_untold(now: datetime) -> ColumnElement[bool]:
    """Nominations whose stage is overdue, of which nobody was told yet."""
    return and_(Nomination.stage_told_at.is_(None), stage_is_overdue(now))


def tell_overdue(db: Session, now: datetime) -> int:
    """Tell whoever has it, whom the programme names, and who else moves it on, that a stage is overdue; how many."""
    late = db.scalars(select(Nomination).where(is_untold(now)).with_for_update(skip_locked=True, of=Nomination)).all()
    for nomination in late:
        nomination.stage_told_at = now
        cause = f"nomination:{nomination.id}:stage:{nomination.version}"
        post(db, told_of(db, nomination), "stage-overdue", cause, nomination.programme)
        record(
            db, None, "escalated", "nomination", nomination.id, nomination.programme, stage=nomination.stage or "first"
        )
    db.flush()
    return len(late)


def told_of(db: Session, nomination: Nomination) -> set[str]:
    """Account ids of those who are told of its stage.

    Where analysts or the chair move it on, they wait for nobody else: they are told as well.
    """
    stage = stage_of(nomination)
    movers: list[Role] = [role for role in ROLES if stage and role in stage.moved_by - {"coordinator", "lead"}]
    told = {*named(db, nomination.programme), *([nomination.owner_id] if nomination.owner_id else [])}
    return told | {account for role in movers for account in holders(db, role, nomination.programme)}
