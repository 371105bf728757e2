"""While an objection waits for its answer, nothing is decided, judged or compared."""

from __future__ import annotations

from backend.errors import Conflict
from backend.nominations.models import Nomination

PAUSED = "Somebody objected to this use of their data. Answer the objection first: until then nothing is done here."


def must_not_be_paused(nomination: Nomination) -> None:
    """Raise Conflict while the nomination is paused."""
    if nomination.paused_at is not None:
        raise Conflict(PAUSED)
