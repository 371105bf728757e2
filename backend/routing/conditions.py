"""The small vocabulary in which programme files say when a rule holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from backend.eligibility import Fact, Judgement, Nomination
from backend.eligibility.dates import within
from backend.programmes.model import Condition
from backend.routing.capacity import Capacity

_NOW = frozenset({"asserted", "claimed", "verified"})
_RECENT_MONTHS = 12
"""How far back a need counts that a rule only names (ours)."""


NOTHING_HELD = Capacity()


@dataclass(frozen=True, slots=True)
class Situation:
    """What a rule can see of a family."""

    nomination: Nomination
    judgement: Judgement
    today: date
    capacity: Capacity = NOTHING_HELD

    def criteria_met(self) -> frozenset[str]:
        """The codes of the criteria known to hold, whatever their scope."""
        return frozenset(entry.criterion.code for entry in self.judgement.results if entry.met)

    def words(self) -> Mapping[str, int]:
        """What a reason's braces may say."""
        counts = {scope: self.judgement.met(scope) for scope in ("national", "local", "discretionary")}
        return {**counts, "agencies": len(self.nomination.agencies or ())}

    def fact_holds(self, field: str, wanted: Sequence[str], months: int) -> bool:
        """Whether a fact whose ``field`` (code or need) is wanted holds now or held within so many months."""
        return any(True for _ in self.facts_that_hold(field, wanted, months))

    def facts_that_hold(self, field: str, wanted: Sequence[str], months: int) -> Iterator[Fact]:
        """The facts whose ``field`` (code or need) is wanted and that hold now or held within so many months."""
        for fact in self.nomination.facts:
            if getattr(fact, field) not in wanted:
                continue
            lately = fact.status == "historical" and within(fact.date, months, self.today)
            if fact.status in _NOW or lately:
                yield fact

    def is_about_age(self, fact: Fact, youngest: int, oldest: int) -> bool:
        """Whether whom a fact is about, or somebody in the household where it is about nobody, is of these ages."""
        people = self.nomination.people
        meant = people if fact.person is None else [person for person in people if person.is_called(fact.person)]
        ages = [person.age_on(self.today) for person in meant]
        return any(age is not None and youngest <= age <= oldest for age in ages)


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


def _any_indicator(wanted: Mapping[str, Any], situation: Situation) -> bool:
    facts = situation.facts_that_hold("code", wanted["codes"], wanted["within_months"])
    ages = wanted.get("ages")
    if ages is None:
        return any(True for _ in facts)
    return any(situation.is_about_age(fact, ages["from"], ages["to"]) for fact in facts)


def _said_with(wanted: Mapping[str, Any], situation: Situation) -> bool:
    words = re.compile(r"\b(" + "|".join(re.escape(word) for word in wanted["words"]) + r")\b", re.IGNORECASE)
    facts = situation.facts_that_hold("code", wanted["codes"], _RECENT_MONTHS)
    return any(words.search(fact.words or "") for fact in facts)


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
    "any_indicator": _any_indicator,
    "said_with": _said_with,
    "families_so_far_at_most": lambda most, situation: situation.capacity.taken_on <= most,
    "any_need": lambda needs, situation: situation.fact_holds("need", needs, _RECENT_MONTHS),
    "criterion_met": lambda codes, situation: not situation.criteria_met().isdisjoint(codes),
    "only_problems": _only_problems,
    "main_problem": _main_problem,
    "assessment_in_place": lambda wanted, situation: situation.nomination.assessment_in_place is wanted,
    "lead_professional": lambda state, situation: situation.nomination.lead_professional == state,
    "turnaround": lambda wanted, situation: situation.nomination.turnaround in wanted,
}
