"""Steps as they are kept and read."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.access.actor import Role
from backend.database.base import new_id
from backend.errors import Conflict
from backend.keys import seal, unseal
from backend.nominations.due import due_at
from backend.nominations.models import Nomination
from backend.paths.models import PathStep
from backend.programmes.paths import Stage


def steps_of(db: Session, nomination: Nomination) -> list[PathStep]:
    """All steps of a nomination, oldest first."""
    return list(db.scalars(select(PathStep).where(PathStep.nomination_id == nomination.id).order_by(PathStep.n)))


def trail(db: Session, nomination: Nomination) -> list[str]:
    """The stages that a nomination was at on the way it is on, oldest first."""
    codes: list[str] = []
    for step in steps_of(db, nomination):
        codes = [*codes, step.to_stage] if step.to_stage else []
    return codes


def body_in(db: Session, nomination: Nomination, step: PathStep, *, aside: bool = False) -> dict[str, Any]:
    """Why a step was made and what was written down; of a nomination that was set aside only with ``aside``."""
    if step.body is None or (nomination.set_aside_at and not aside):
        return {}
    opened = unseal(db, nomination.data_key_id, step.body, table="path_steps", column="body", row=step.id)
    return dict(opened)


def add_step(
    db: Session,
    nomination: Nomination,
    to: Stage | None,
    *,
    by: Actor,
    role: Role,
    at: datetime,
    body: dict[str, Any] | None = None,
) -> PathStep:
    """Put a nomination at a stage, or off its path, and keep the step. Raises Conflict where another was faster."""
    count = db.scalar(select(func.count()).where(PathStep.nomination_id == nomination.id)) or 0
    step = PathStep(
        id=new_id(),
        nomination_id=nomination.id,
        programme=nomination.programme,
        n=count + 1,
        from_stage=nomination.stage,
        to_stage=to.code if to else None,
        nomination_version=nomination.version,
        mover_id=by.account_id,
        mover_role=role,
        at=at,
    )
    if body:
        step.body = seal(db, nomination.data_key_id, body, table="path_steps", column="body", row=step.id)
    nomination.stage = step.to_stage
    nomination.stage_since = at if to else None
    nomination.stage_due_at = due_at(at, to.within) if to and to.within else None
    nomination.stage_told_at = None
    try:
        with db.begin_nested():
            db.add(step)
    except IntegrityError:
        raise Conflict from None
    return step
