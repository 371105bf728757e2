"""From the criteria to the verdict, and what could still change it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from backend.eligibility.criteria import CriterionResult, judge_criterion
from backend.eligibility.nomination import Nomination
from backend.programmes.model import Programme, Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a family fits a programme, by criterion."""

    verdict: Verdict
    results: tuple[CriterionResult, ...]
    missing: tuple[str, ...]
    """The criteria whose answer could still change the verdict; empty unless it is ``needs_information``."""
    held: Counter[str]
    """How many criteria are known to hold, by scope."""

    def met(self, scope: str) -> int:
        """How many criteria of a scope are known to hold."""
        return self.held[scope]


def judge(nomination: Nomination, programme: Programme, today: date) -> Judgement:
    """Every criterion of the programme, and what follows for the family on this day."""
    results = tuple(judge_criterion(criterion, nomination, today) for criterion in programme.criteria)
    return conclude(results, programme.thresholds)


def conclude(results: tuple[CriterionResult, ...], thresholds: Mapping[str, int]) -> Judgement:
    """The verdict on criteria that have been judged, by the least number that must hold in each scope."""
    held: Counter[str] = Counter(entry.criterion.scope for entry in results if entry.met)
    open_scopes = {scope for scope, least in thresholds.items() if held[scope] < least}
    if not open_scopes:
        return Judgement("eligible", results, (), held)
    # One scope that can no longer be reached settles it, whatever else is still unknown.
    unknown: Counter[str] = Counter(entry.criterion.scope for entry in results if entry.met is None)
    if any(held[scope] + unknown[scope] < thresholds[scope] for scope in open_scopes):
        return Judgement("not_eligible", results, (), held)
    missing = (entry.criterion.code for entry in results if entry.met is None and entry.criterion.scope in open_scopes)
    return Judgement("needs_information", results, tuple(missing), held)
