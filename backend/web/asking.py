"""Whether a coordinator can ask about a nomination on its page, and how whoever nominated is reached."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from backend.access import Actor
from backend.nominations.record import find_nomination
from backend.nominations.status import may_decide
from backend.web.words import word


@dataclass(frozen=True, slots=True)
class Asking:
    """``why_not`` says in a sentence why nothing can be asked; None where it can."""

    why_not: str | None
    reader: str
    """Who reads the question."""
    channel: str


def asking(db: Session, actor: Actor, nomination: Mapping[str, Any]) -> Asking:
    """How a nomination can be asked about by this reader."""
    reader = "The family" if nomination["audience"] == "family" else "The nominator"
    return Asking(_why_not(db, actor, nomination), reader, word(nomination["channel"], "channel"))


def _why_not(db: Session, actor: Actor, nomination: Mapping[str, Any]) -> str | None:
    if not actor.may("coordinator", nomination["programme"]):
        return "The programme's coordinator asks about this."
    if find_nomination(db, nomination["reference"]).thread_id is None:
        return "It came without a conversation, so nobody can be asked here. Ask whoever sent it."
    if nomination["paused_at"]:
        return "Somebody objected to the use of their data. Nothing is asked until that is answered."
    if not may_decide(str(nomination["status"]), "ask"):
        return "It is not waiting for a decision any more, so nothing is asked here."
    return None
