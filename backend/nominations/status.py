"""What a nomination can be, and what may become of it."""

from __future__ import annotations

from typing import Literal, get_args

NominationStatus = Literal["received", "awaiting_information", "accepted", "closed", "returned", "withdrawn"]
STATUSES: tuple[str, ...] = get_args(NominationStatus)

DecisionKind = Literal["accept", "other_stream", "ask", "return"]

AFTER_DECISION: dict[str, NominationStatus] = {
    "accept": "accepted",
    "other_stream": "accepted",
    "ask": "awaiting_information",
    "return": "returned",
}

# A returned nomination can be taken up again, because a decision can be challenged; an accepted one can move to
# another stream. A withdrawn one is closed: without consent nothing more is done with it.
OPEN_TO: dict[str, frozenset[str]] = {
    "received": frozenset(AFTER_DECISION),
    "awaiting_information": frozenset(AFTER_DECISION),
    "accepted": frozenset({"other_stream", "return"}),
    "returned": frozenset({"accept", "other_stream", "ask"}),
    # What has ended is taken up again by a step of its path (backend.paths), not by a decision.
    "closed": frozenset(),
    "withdrawn": frozenset(),
}


def may_decide(status: str, kind: str) -> bool:
    """Whether a nomination in this status can be decided in this way."""
    return kind in OPEN_TO[status]


def after_addition(status: str, *, challenge: bool = False) -> str:
    """The status once more was said: what was asked for has come, or a decision is challenged, so it waits again."""
    reopened = challenge and status in ("accepted", "closed", "returned")
    return "received" if status == "awaiting_information" or reopened else status
