"""One action on several nominations: each by the same rules as alone, and none held up by another. Callers commit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from backend.errors import FrontDoorError

MOST = 100


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one of them; ``problem`` says why nothing did."""

    reference: str
    problem: str | None = None


def on_each(db: Session, references: Iterable[str], act: Callable[[str], object]) -> list[Outcome]:
    """Act on each, in the order of their references, so that two who act on many never wait for each other."""
    return [_one(db, reference, act) for reference in sorted(set(references))[:MOST]]


def _one(db: Session, reference: str, act: Callable[[str], object]) -> Outcome:
    try:
        with db.begin_nested():
            act(reference)
    except FrontDoorError as refused:
        return Outcome(reference, refused.message)
    return Outcome(reference)
