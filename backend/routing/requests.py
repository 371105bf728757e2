"""Money that was asked for with a nomination: shown as requests, decided by the coordinator."""

from __future__ import annotations

from typing import Any

from backend.eligibility import Nomination
from backend.programmes.model import Programme


def budget_requests(nomination: Nomination, programme: Programme) -> tuple[dict[str, Any], ...]:
    """``{"budget", "name", "decided_by"}`` for each; ``name`` is None where the programme has no such budget."""
    return tuple(
        {"budget": code, "name": programme.budgets.get(code), "decided_by": "coordinator"}
        for code in dict.fromkeys(nomination.budget_requests)
    )
