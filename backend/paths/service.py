"""Moving a family from stage to stage: only to one that may follow, by whom the programme lets. Callers commit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from backend.access import Actor
from backend.access.actor import Role
from backend.accounts.accounts import name_of
from backend.audit import record
from backend.database.base import utc_now
from backend.decisions.meanwhile import changed_since
from backend.errors import Conflict, Invalid, Refused
from backend.nominations import record as nominations
from backend.nominations.due import LONDON
from backend.nominations.models import Nomination
from backend.nominations.pausing import must_not_be_paused
from backend.nominations.queue import READERS
from backend.nominations.stage import ON_ITS_PATH, paths_for, stage_of, stage_view
from backend.paths.messages import tell_nominator
from backend.paths.models import PathStep
from backend.paths.record import add_step, body_in, steps_of, trail
from backend.paths.shapes import Moved, NewStep, NextRow, PathView, StageRow, StepRow, WrittenDown
from backend.programmes.paths import Paths, Stage

_ROLES: tuple[Role, ...] = ("coordinator", "lead", "chair", "analyst")
"""In which a step is noted, for somebody who holds several."""
_MISSING = {
    "told": "who was told",
    "told_on": "when they were told",
    "consent": "whether the family agreed",
    "where": "where the family went",
}


def move(db: Session, actor: Actor, reference: str, new: NewStep, now: datetime | None = None) -> Moved:
    """Move a nomination to a stage that may follow on its own, and tell whoever nominated what that means.

    Raises NotFound out of reach, Refused for a role that may not, Conflict when it changed since it was read, Invalid
    where the stage does not follow or something is not written down.
    """
    at = now or utc_now()
    nomination = nominations.find_nomination(db, reference, lock=True)
    actor.must_be(nomination.programme, *READERS)
    if nomination.version != new.version:
        raise Conflict(changed_since(db, nomination, new.version).sentence)
    target, role = _target(db, actor, nomination, new.to)
    if not target.quiet:
        must_not_be_paused(nomination)
    body = _body(nomination, target, new, at)
    news = _is_news(nomination, target)
    step = add_step(db, nomination, target, by=actor, role=role, at=at, body=body)
    nomination.status = "closed" if target.ends else "accepted"
    nomination.version += 1
    if news:
        tell_nominator(db, nomination, step, target)
    record(db, actor, "moved", "nomination", nomination.id, nomination.programme, to=target.code)
    db.flush()
    return Moved(
        reference=nomination.reference, status=nomination.status, stage=target.code, version=nomination.version
    )


def path_of(db: Session, actor: Actor, reference: str) -> PathView:
    """A nomination's way so far, for those who read it whole. Raises NotFound out of reach."""
    nomination = nominations.find_nomination(db, reference)
    actor.must_be(nomination.programme, *READERS)
    record(db, actor, "read", "nomination", nomination.id, nomination.programme)
    return view_of(db, actor, nomination)


def view_of(db: Session, actor: Actor, nomination: Nomination) -> PathView:
    """The same, for a page that has noted that it is read."""
    paths, stage = paths_for(nomination), stage_view(nomination)
    return PathView(
        reference=nomination.reference,
        status=nomination.status,  # type: ignore[arg-type]
        version=nomination.version,
        stage=StageRow.model_validate(stage) if stage else None,
        next=[_next_row(each) for each in _may_follow(db, nomination) if _role(actor, nomination, each)],
        steps=[_step_row(db, nomination, paths, step) for step in steps_of(db, nomination)],
    )


def _may_follow(db: Session, nomination: Nomination) -> tuple[Stage, ...]:
    if nomination.status not in ON_ITS_PATH:
        return ()
    paths, stage = paths_for(nomination), stage_of(nomination)
    if stage is None:
        # The programme's file has this stage no longer: the path begins anew.
        return (paths.first(nomination.path),)
    codes = [*trail(db, nomination), stage.code]
    found = paths.following(stage, codes)
    if nomination.paused_at is not None:
        return tuple(each for each in found if each.quiet)
    return found


def _target(db: Session, actor: Actor, nomination: Nomination, code: str) -> tuple[Stage, Role]:
    if nomination.status not in ON_ITS_PATH:
        raise Invalid("A nomination that is not accepted has no next stage.")
    paths = paths_for(nomination)
    target = next((each for each in _may_follow(db, nomination) if each.code == code), None)
    if target is None:
        if nomination.paused_at is not None:
            must_not_be_paused(nomination)
        known = paths.stage(code)
        named = f"“{known.name}”" if known else "A stage that the programme does not have"
        raise Invalid(f"{named} cannot follow here. What may follow: {_names(_may_follow(db, nomination))}.")
    role = _role(actor, nomination, target)
    if role is None:
        raise Refused
    return target, role


def _is_news(nomination: Nomination, target: Stage) -> bool:
    """Whether it is told by itself. That it is back from the hub would tell that it was there."""
    here = stage_of(nomination)
    back = here is not None and here.quiet and target.ends is None
    return not target.quiet and not back


def _names(stages: Iterable[Stage]) -> str:
    return ", ".join(f"“{stage.name}”" for stage in stages)


def _role(actor: Actor, nomination: Nomination, target: Stage) -> Role | None:
    """In which role somebody may move a nomination to a stage; None where they may not."""
    here = stage_of(nomination)
    allowed = here.moved_by if here else frozenset({"coordinator"})
    if target.anywhere:
        allowed |= target.moved_by
    return next((role for role in _ROLES if role in allowed and actor.may(role, nomination.programme)), None)


def _body(nomination: Nomination, target: Stage, new: NewStep, at: datetime) -> dict[str, Any]:
    """What is sealed with a step. Raises Invalid for what is missing."""
    here = stage_of(nomination)
    if not new.reason and (target.reason or (here is not None and here.ends)):
        raise Invalid("Give a reason: it is kept with the step.")
    written = new.written_down.model_dump(mode="json")
    if missing := [asked for asked in target.asks if not written.get(asked)]:
        raise Invalid(f"Write down as well: {', '.join(_MISSING[asked] for asked in missing)}.")
    if new.written_down.told_on and new.written_down.told_on > at.astimezone(LONDON).date():
        raise Invalid("The day on which somebody was told cannot lie ahead.")
    kept = {asked: written[asked] for asked in target.asks}
    return kept | ({"reason": new.reason} if new.reason else {})


def _next_row(stage: Stage) -> NextRow:
    return NextRow(
        code=stage.code,
        name=stage.name,
        sentence=stage.coordinator,
        reason=stage.reason,
        asks=list(stage.asks),  # type: ignore[arg-type]
        ends=stage.ends,
        quiet=stage.quiet,
    )


def _step_row(db: Session, nomination: Nomination, paths: Paths, step: PathStep) -> StepRow:
    body = body_in(db, nomination, step)
    return StepRow(
        n=step.n,
        from_stage=step.from_stage,
        to_stage=step.to_stage,
        from_name=_name(paths, step.from_stage),
        to_name=_name(paths, step.to_stage),
        by=name_of(db, step.mover_id),
        role=step.mover_role,
        at=step.at,
        reason=body.pop("reason", None),
        written_down=WrittenDown.model_validate(body),
    )


def _name(paths: Paths, code: str | None) -> str | None:
    stage = paths.stage(code)
    return stage.name if stage else code
