"""What the rules would say if some criteria stood otherwise than they do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from backend.assessment.assessed import NO_CAPACITY_KNOWN, Assessed
from backend.eligibility import CriterionResult, Fact, Nomination, judge
from backend.eligibility.criteria import State
from backend.eligibility.verdict import conclude
from backend.prioritisation import prioritise
from backend.programmes.model import Programme
from backend.routing import Capacity, recommend
from backend.routing.conditions import Situation

_STATES: Mapping[bool | None, State] = {True: "claimed", False: "denied", None: "not_asked"}


def assess_if(
    nomination: Nomination,
    programme: Programme,
    changed: Mapping[str, bool | None],
    *,
    today: date,
    capacity: Capacity = NO_CAPACITY_KNOWN,
) -> Assessed:
    """Judge a nomination as if the criteria in ``changed`` (by code) held, did not hold, or were not known. Pure.

    What spoke for a criterion that is taken away is left out of the route as well, unless another criterion rests on
    it. Codes that the programme does not have, and criteria that stand so already, change nothing.
    """
    before = judge(nomination, programme, today)
    results = tuple(_as_if(result, changed) for result in before.results)
    judgement = conclude(results, programme.thresholds)
    supposed = replace(nomination, facts=tuple(_left(nomination, before.results, results)))
    return Assessed(
        programme=programme,
        today=today,
        judgement=judgement,
        priority=prioritise(supposed, judgement, programme),
        route=recommend(Situation(supposed, judgement, today, capacity), programme, capacity),
    )


def _as_if(result: CriterionResult, changed: Mapping[str, bool | None]) -> CriterionResult:
    code = result.criterion.code
    if code not in changed or changed[code] is result.met:
        return result
    met = changed[code]
    shown_by = frozenset({code}) if met else frozenset()
    return replace(result, state=_STATES[met], met=met, shown_by=shown_by)


def _left(
    nomination: Nomination, before: tuple[CriterionResult, ...], after: tuple[CriterionResult, ...]
) -> Iterator[Fact]:
    """The facts without those on which only criteria rest that were taken away."""
    taken = {fact for was, now in zip(before, after, strict=True) if was.met and not now.met for fact in was.evidence}
    needed = {fact for result in after if result.met for fact in result.evidence}
    return (fact for fact in nomination.facts if fact not in taken - needed)
