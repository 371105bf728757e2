"""What a decision does to a path: an acceptance begins it, an answer with other help leaves it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from backend.access import Actor
from backend.nominations.models import Nomination
from backend.nominations.stage import paths_for
from backend.paths.record import add_step


def follow_decision(db: Session, actor: Actor, nomination: Nomination, status: str, at: datetime) -> None:
    """Begin the path of a nomination that becomes accepted, end it where it is returned; call it before it changes.

    One that is on its path already, moved to another stream or accepted again after a challenge, goes on where it was.
    """
    paths = paths_for(nomination)
    known = paths.stage(nomination.stage)
    if status == "accepted" and (known is None or known.ends):
        add_step(db, nomination, paths.first(nomination.path), by=actor, role="coordinator", at=at)
    elif status == "returned" and nomination.stage is not None:
        add_step(db, nomination, None, by=actor, role="coordinator", at=at)
