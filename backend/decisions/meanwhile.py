"""What happened to a nomination since somebody read it, when they come to decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy.orm import Session

from backend.decisions.models import Decision
from backend.decisions.record import decisions_of
from backend.nominations.due import LONDON
from backend.nominations.models import Nomination
from backend.nominations.record import judgements_of
from backend.nominations.stage import ON_ITS_PATH, paths_for
from backend.paths.record import steps_of

MADE = {"accept": "accepted it", "other_stream": "accepted it", "ask": "asked for information", "return": "returned it"}


@dataclass(frozen=True, slots=True)
class Change:
    """What changed. ``decisions`` are those made since, oldest first."""

    what: Literal["decided", "moved", "added", "judged-again", "withdrawn"]
    sentence: str
    decisions: tuple[Decision, ...] = ()


def changed_since(db: Session, nomination: Nomination, version: int) -> Change:
    """What changed since the nomination had this version; the weightiest, where there was more than one thing."""
    made = tuple(each for each in decisions_of(db, nomination) if each.nomination_version >= version)
    if nomination.status == "withdrawn":
        return Change("withdrawn", "It was withdrawn meanwhile. There is nothing left to decide.", made)
    if nomination.status in ON_ITS_PATH and (moved := _moved(db, nomination, version)):
        return Change("moved", moved, made)
    if made:
        return Change("decided", _who(made[-1]), made)
    if judgements_of(db, nomination)[-1].cause == "judged-again":
        return Change("judged-again", "It was judged by another version of the rules meanwhile. Read it again first.")
    return Change("added", "Something was added to this nomination meanwhile. Read it again before you decide.")


def _moved(db: Session, nomination: Nomination, version: int) -> str | None:
    """To which stage it was moved by somebody since, in a sentence; that a decision begins a path is no move."""
    steps = [each for each in steps_of(db, nomination) if each.nomination_version >= version and each.from_stage]
    if not steps:
        return None
    stage = paths_for(nomination).stage(steps[-1].to_stage)
    named = f" It is at “{stage.name}” now." if stage else ""
    return f"A {steps[-1].mover_role} moved it on meanwhile, at {_at(steps[-1].at)}.{named}"


def _who(last: Decision) -> str:
    return f"A {last.decider_role} decided meanwhile, at {_at(last.at)}: they {MADE[last.kind]}."


def _at(moment: datetime) -> str:
    return f"{moment.astimezone(LONDON):%H:%M on %d %B}"
