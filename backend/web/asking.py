"""Whether a coordinator can ask about a nomination on its page, and how whoever nominated is reached."""

from __future__ import annotations

from dataclasses import dataclass

from backend.access import Actor
from backend.nominations.models import Nomination
from backend.nominations.status import may_decide
from backend.web.words import word


@dataclass(frozen=True, slots=True)
class Asking:
    """``why_not`` says in a sentence why nothing can be asked; None where it can."""

    why_not: str | None
    reader: str
    """Who reads the question."""
    channel: str


def asking(actor: Actor, nomination: Nomination) -> Asking:
    """How a nomination can be asked about by this reader."""
    reader = "The family" if nomination.audience == "family" else "The nominator"
    return Asking(_why_not(actor, nomination), reader, word(nomination.channel, "channel"))


def _why_not(actor: Actor, nomination: Nomination) -> str | None:
    if not actor.may("coordinator", nomination.programme):
        return "The programme's coordinator asks about this."
    if nomination.thread_id is None:
        return "It came without a conversation, so nobody can be asked here. Ask whoever sent it."
    if nomination.paused_at is not None:
        return "Somebody objected to the use of their data. Nothing is asked until that is answered."
    if not may_decide(nomination.status, "ask"):
        return "It is not waiting for a decision any more, so nothing is asked here."
    return None
