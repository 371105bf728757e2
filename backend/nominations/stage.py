"""At which stage of its programme's path a nomination is (``paths`` in the programme's file)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, or_

from backend.nominations.models import Nomination
from backend.programmes import load_programme, load_programmes
from backend.programmes.paths import Paths, Stage

ON_ITS_PATH = ("accepted", "closed")
"""The states in which a nomination is at a stage. One that waits for a decision again goes on there once accepted."""


def paths_for(nomination: Nomination) -> Paths:
    """The paths of the version that the nomination was judged by."""
    return load_programme(nomination.programme, nomination.programme_version).paths


def stage_of(nomination: Nomination) -> Stage | None:
    """Its stage; None before it is accepted, or where the programme has that stage no longer.

    One that was accepted before there were stages is where its way begins.
    """
    if nomination.status not in ON_ITS_PATH:
        return None
    paths = paths_for(nomination)
    return paths.first(nomination.path) if nomination.stage is None else paths.stage(nomination.stage)


def is_stage_overdue(nomination: Nomination, now: datetime) -> bool:
    """Whether nothing followed on its stage in the time that its programme sets.

    One in which an objection waits for its answer is in that answer's own term, unless the hub was told of a danger.
    """
    due = nomination.stage_due_at
    waits = nomination.paused_at is not None and nomination.stage not in _quiet_stages()
    return nomination.status in ON_ITS_PATH and due is not None and due < now and not waits


def stage_is_overdue(now: datetime) -> ColumnElement[bool]:
    """The same as a condition."""
    goes_on = or_(Nomination.paused_at.is_(None), Nomination.stage.in_(_quiet_stages()))
    return and_(Nomination.status.in_(ON_ITS_PATH), Nomination.stage_due_at < now, goes_on)


def _quiet_stages() -> list[str]:
    """Those that no objection holds up."""
    paths = (programme.paths for programme in load_programmes().values())
    return sorted({stage.code for each in paths for stage in each.stages if stage.quiet})


def stage_view(nomination: Nomination) -> dict[str, Any] | None:
    """The stage as a reader sees it; None where it is at none."""
    stage = stage_of(nomination)
    if stage is None:
        return None
    return {
        "code": stage.code,
        "name": stage.name,
        "sentence": stage.coordinator,
        "since": nomination.stage_since.isoformat() if nomination.stage_since else None,
        "due_at": nomination.stage_due_at.isoformat() if nomination.stage_due_at else None,
        "told_at": nomination.stage_told_at.isoformat() if nomination.stage_told_at else None,
        "waits": stage.waits,
        "ends": stage.ends,
    }


def stage_sentence(nomination: Nomination) -> str | None:
    """What happens at its stage, for whoever nominated; None where it is at none."""
    stage = stage_of(nomination)
    if stage is None:
        return None
    return stage.family if nomination.audience == "family" else stage.nominator
