"""What another version of a programme would change for a family, and why."""

from __future__ import annotations

from collections.abc import Iterator

from backend.assessment.assessed import Assessed
from backend.eligibility import CriterionResult
from backend.programmes.model import Programme

_HOLDS = {True: "holds", False: "does not hold", None: "is not known"}


def changes(before: Assessed, after: Assessed) -> tuple[str, ...]:
    """A line for each difference that somebody would notice, the verdict first; empty where nothing changes."""
    return (*_outcome(before, after), *_criteria(before, after), *_missing(before, after))


def rule_changes(before: Programme, after: Programme) -> tuple[str, ...]:
    """A line for each rule on eligibility that two versions have differently, whomever it changes."""
    return (*_thresholds(before, after), *_facts(before, after))


def _outcome(before: Assessed, after: Assessed) -> Iterator[str]:
    if before.verdict != after.verdict:
        yield f"verdict: {before.verdict} -> {after.verdict}. {after.programme.verdicts[after.verdict]}"
    if before.route.stream != after.route.stream:
        why = " ".join(after.route.reasons)
        yield f"stream: {before.route.stream or 'none'} -> {after.route.stream or 'none'}. {why}"
    if before.route.path != after.route.path:
        yield f"path: {before.route.path} -> {after.route.path}. {after.route.next_step}"
    added = tuple([support.code for support in route.added_support] for route in (before.route, after.route))
    if added[0] != added[1]:
        yield f"added support: {_list(added[0])} -> {_list(added[1])}"


def _criteria(before: Assessed, after: Assessed) -> Iterator[str]:
    known, now = _by_code(before), _by_code(after)
    for code, result in now.items():
        if code not in known:
            yield f"{code}: new, {_HOLDS[result.met]}. {result.explanation}"
        elif known[code].met is not result.met:
            yield f"{code}: {_HOLDS[known[code].met]} -> {_HOLDS[result.met]}. {result.explanation}"
    for code in known:
        if code not in now:
            yield f"{code}: is no criterion any more"


def _missing(before: Assessed, after: Assessed) -> Iterator[str]:
    if before.verdict == after.verdict and before.judgement.missing != after.judgement.missing:
        yield f"still to ask: {_list(before.judgement.missing)} -> {_list(after.judgement.missing)}"


def _by_code(assessed: Assessed) -> dict[str, CriterionResult]:
    return {result.criterion.code: result for result in assessed.judgement.results}


def _thresholds(before: Programme, after: Programme) -> Iterator[str]:
    for scope in dict.fromkeys((*before.thresholds, *after.thresholds)):
        was, is_now = before.thresholds.get(scope, 0), after.thresholds.get(scope, 0)
        if was != is_now:
            yield f"at least {was} {scope} criteria -> at least {is_now}"


def _facts(before: Programme, after: Programme) -> Iterator[str]:
    known = {criterion.code: criterion for criterion in before.criteria}
    for criterion in after.criteria:
        was = known.pop(criterion.code, None)
        if was is None:
            yield f"{criterion.code}: a new {criterion.scope} criterion"
            continue
        if was.scope != criterion.scope:
            yield f"{criterion.code}: {was.scope} -> {criterion.scope}"
        if more := sorted(criterion.indicators - was.indicators):
            yield f"{criterion.code}: counts also {_list(more)}"
        if less := sorted(was.indicators - criterion.indicators):
            yield f"{criterion.code}: counts no longer {_list(less)}"
        if was.look_back_months != criterion.look_back_months:
            yield f"{criterion.code}: looks back {was.look_back_months} -> {criterion.look_back_months} months"
        if was.school_age_max != criterion.school_age_max:
            yield f"{criterion.code}: oldest age {was.school_age_max or 'any'} -> {criterion.school_age_max or 'any'}"
    yield from (f"{code}: is no criterion any more" for code in known)


def _list(codes: list[str] | tuple[str, ...]) -> str:
    return ", ".join(codes) or "none"
