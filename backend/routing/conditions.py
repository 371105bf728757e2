"""The small vocabulary in which programme files say when a rule holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from backend.eligibility import Judgement, Nomination
from backend.eligibility.dates import within
from backend.programmes.model import Condition

_NOW = frozenset({"asserted", "claimed", "verified"})
_RECENT_MONTHS = 12
"""How far back a need counts that a rule only names (ours)."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What a rule can see of a family."""

    nomination: Nomination
    judgement: Judgement
    today: date

    def criteria_met(self) -> frozenset[str]:
        """The codes of the criteria known to hold, whatever their scope."""
        return frozenset(entry.criterion.code for entry in self.judgement.results if entry.met)

    def words(self) -> Mapping[str, int]:
        """What a reason's braces may say."""
        counts = {scope: self.judgement.met(scope) for scope in ("national", "local", "discretionary")}
        return {**counts, "agencies": len(self.nomination.agencies or ())}

    def fact_holds(self, field: str, wanted: Sequence[str], months: int) -> bool:
        """Whether a fact whose ``field`` (code or need) is wanted holds now or held within so many months."""
        for fact in self.nomination.facts:
            if getattr(fact, field) not in wanted:
                continue
            if fact.status in _NOW:
                return True
            if fact.status == "historical" and within(fact.date, months, self.today):
                return True
        return False


def holds(condition: Condition, situation: Situation) -> bool:
    """Whether a condition of a checked programme file holds. What is not known never makes one hold."""
    ((operator, operand),) = condition.items()
    return _OPERATORS[operator](operand, situation)


def _met_at_least(scope: str) -> Callable[[Any, Situation], bool]:
    return lambda least, situation: situation.judgement.met(scope) >= least


def _agencies_at_most(most: int, situation: Situation) -> bool:
    agencies = situation.nomination.agencies
    return agencies is not None and len(agencies) <= most


def _only_problems(codes: Sequence[str], situation: Situation) -> bool:
    met = situation.criteria_met()
    return bool(met) and met <= set(codes)


def _main_problem(codes: Sequence[str], situation: Situation) -> bool:
    weights = {entry.criterion.code: len(entry.shown_by) for entry in situation.judgement.results if entry.met}
    heaviest = max(weights.values(), default=0)
    main = [code for code, weight in weights.items() if weight == heaviest]
    return len(main) == 1 and main[0] in codes


_OPERATORS: Mapping[str, Callable[[Any, Situation], bool]] = {
    "always": lambda _, __: True,
    "all": lambda inner, situation: all(holds(condition, situation) for condition in inner),
    "any": lambda inner, situation: any(holds(condition, situation) for condition in inner),
    "not": lambda inner, situation: not holds(inner, situation),
    "national_met_at_least": _met_at_least("national"),
    "local_met_at_least": _met_at_least("local"),
    "discretionary_met_at_least": _met_at_least("discretionary"),
    "agencies_at_least": lambda least, situation: len(situation.nomination.agencies or ()) >= least,
    "agencies_at_most": _agencies_at_most,
    "any_indicator": lambda wanted, situation: situation.fact_holds("code", wanted["codes"], wanted["within_months"]),
    "any_need": lambda needs, situation: situation.fact_holds("need", needs, _RECENT_MONTHS),
    "criterion_met": lambda codes, situation: not situation.criteria_met().isdisjoint(codes),
    "only_problems": _only_problems,
    "main_problem": _main_problem,
    "assessment_in_place": lambda wanted, situation: situation.nomination.assessment_in_place is wanted,
    "lead_professional": lambda state, situation: situation.nomination.lead_professional == state,
    "turnaround": lambda wanted, situation: situation.nomination.turnaround in wanted,
}
