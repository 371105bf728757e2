"""The rules in their order: criteria, verdict, priority, route."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from backend.eligibility import Judgement, Nomination, judge
from backend.prioritisation import Part, prioritise
from backend.programmes.model import Programme, Verdict
from backend.routing import Capacity, Route, recommend
from backend.routing.conditions import Situation

NO_CAPACITY_KNOWN = Capacity()


@dataclass(frozen=True, slots=True)
class Assessed:
    """What a programme's rules say of a nomination, and by which version of them, on which day."""

    programme: Programme
    today: date
    judgement: Judgement
    priority: tuple[Part, ...]
    route: Route

    @property
    def verdict(self) -> Verdict:
        """``eligible``, ``not_eligible`` or ``needs_information``."""
        return self.judgement.verdict

    def to_json(self) -> dict[str, Any]:
        """``{"assessment": …, "route": …}`` in the shape of the record."""
        return {
            "assessment": {
                "verdict": self.verdict,
                "explanation": self.programme.verdicts[self.verdict],
                "criteria": [result.to_json() for result in self.judgement.results],
                "priority": {"parts": [part.to_json() for part in self.priority]},
                "missing": list(self.judgement.missing),
                "programme": self.programme.code,
                "programme_version": self.programme.version,
                "assessed_on": self.today.isoformat(),
            },
            "route": self.route.to_json(),
        }


def assess(
    nomination: Nomination, programme: Programme, *, today: date, capacity: Capacity = NO_CAPACITY_KNOWN
) -> Assessed:
    """Judge a nomination by a programme on a day. Pure: the same input gives the same answer."""
    judgement = judge(nomination, programme, today)
    situation = Situation(nomination, judgement, today, capacity)
    return Assessed(
        programme=programme,
        today=today,
        judgement=judgement,
        priority=prioritise(nomination, judgement, programme),
        route=recommend(situation, programme, capacity),
    )
