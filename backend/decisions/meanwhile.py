"""What happened to a nomination since somebody read it, when they come to decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy.orm import Session

from backend.decisions.models import Decision
from backend.decisions.record import decisions_of
from backend.nominations.due import LONDON
from backend.nominations.models import Nomination
from backend.nominations.record import judgements_of

MADE = {"accept": "accepted it", "other_stream": "accepted it", "ask": "asked for information", "return": "returned it"}


@dataclass(frozen=True, slots=True)
class Change:
    """What changed. ``decisions`` are those made since, oldest first."""

    what: Literal["decided", "added", "judged-again", "withdrawn"]
    sentence: str
    decisions: tuple[Decision, ...] = ()


def changed_since(db: Session, nomination: Nomination, version: int) -> Change:
    """What changed since the nomination had this version; the weightiest, where there was more than one thing."""
    made = tuple(each for each in decisions_of(db, nomination) if each.nomination_version >= version)
    if nomination.status == "withdrawn":
        return Change("withdrawn", "It was withdrawn meanwhile. There is nothing left to decide.", made)
    if made:
        return Change("decided", _who(made[-1]), made)
    if judgements_of(db, nomination)[-1].cause == "judged-again":
        return Change("judged-again", "It was judged by another version of the rules meanwhile. Read it again first.")
    return Change("added", "Something was added to this nomination meanwhile. Read it again before you decide.")


def _who(last: Decision) -> str:
    at = last.at.astimezone(LONDON)
    return f"A {last.decider_role} decided meanwhile, at {at:%H:%M on %d %B}: they {MADE[last.kind]}."
