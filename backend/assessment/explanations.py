"""What is said of an assessment to a coordinator, to who nominated, and to the family."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from backend.assessment.assessed import Assessed
from backend.eligibility import CriterionResult
from backend.programmes.vocabulary import indicators

Reader = Literal["coordinator", "nominator", "family"]

_HOLDS = {True: "holds", False: "does not hold", None: "is not known yet"}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Lines to read, in this order. What is not for the reader is empty."""

    verdict: tuple[str, ...]
    criteria: tuple[str, ...]
    priority: tuple[str, ...]
    route: tuple[str, ...]

    def lines(self) -> tuple[str, ...]:
        """Everything, as one text."""
        return (*self.verdict, *self.criteria, *self.priority, *self.route)


def explain(assessed: Assessed, reader: Reader) -> Explanation:
    """The assessment in the words of the programme's file, as far as it is for this reader.

    A coordinator reads everything. Who nominated reads how the criteria stand and the next step, not what is only
    recommended. A family reads what was heard and what happens next, and nothing in writing that may put somebody in
    danger at home.
    """
    return _READERS[reader](assessed)


def _for_coordinator(assessed: Assessed) -> Explanation:
    route = assessed.route
    return Explanation(
        verdict=(assessed.programme.verdicts[assessed.verdict], *_counted(assessed), *_still_open(assessed)),
        criteria=tuple(_criterion_with_evidence(result) for result in assessed.judgement.results),
        priority=tuple(part.explanation for part in assessed.priority),
        route=(
            f"Suggested: {_stream(assessed, route.stream)}." if route.stream else "No kind of support is suggested.",
            *route.reasons,
            *(reason for support in route.added_support for reason in support.reasons),
            *(f"Or {_stream(assessed, other.stream)}: {' '.join(other.reasons)}" for other in route.alternatives),
            *(f"Not {_stream(assessed, other.stream)}: {' '.join(other.reasons)}" for other in route.not_suggested),
            route.next_step,
        ),
    )


def _for_nominator(assessed: Assessed) -> Explanation:
    results = assessed.judgement.results
    return Explanation(
        verdict=(assessed.programme.verdicts[assessed.verdict], *_still_open(assessed)),
        criteria=tuple(f"{result.criterion.name}: {_HOLDS[result.met]}." for result in results),
        priority=(),
        route=_next(assessed),
    )


def _for_family(assessed: Assessed) -> Explanation:
    told = (result for result in assessed.judgement.results if not result.criterion.private)
    missing = assessed.judgement.missing
    return Explanation(
        verdict=(assessed.programme.verdicts[assessed.verdict],),
        criteria=tuple(result.explanation for result in told if result.met or result.criterion.code in missing),
        priority=(),
        route=_next(assessed),
    )


def _next(assessed: Assessed) -> tuple[str, ...]:
    signposting = assessed.route.signposting
    if signposting is None:
        return (assessed.route.next_step,)
    places = (f"{place['name']}: {place['what']}" for place in signposting["places"])
    return (signposting["text"], assessed.route.next_step, *places)


def _counted(assessed: Assessed) -> Iterator[str]:
    results = assessed.judgement.results
    for scope, least in assessed.programme.thresholds.items():
        there_are = sum(result.criterion.scope == scope for result in results)
        yield counted_line(assessed.judgement.met(scope), there_are, scope, least)


def counted_line(met: int, there_are: int, scope: str, least: int) -> str:
    """How many criteria of a scope hold, beside how many must."""
    return f"{met} of {there_are} {scope} criteria hold; at least {least} must."


def _still_open(assessed: Assessed) -> Iterator[str]:
    names = [assessed.programme.criterion(code).name for code in assessed.judgement.missing]
    if names:
        yield f"Still to ask, as it could change this: {'; '.join(names)}."


def _criterion_with_evidence(result: CriterionResult) -> str:
    criterion = result.criterion
    known = indicators()
    facts = dict.fromkeys(
        f"{known[fact.code].professional if fact.code in known else fact.code}, {fact.status}"
        + (f", said by {fact.said_by}" if fact.said_by else "")
        for fact in result.evidence
    )
    heard = f" ({'; '.join(facts)})" if facts else ""
    return f"{criterion.name} ({criterion.scope}): {_HOLDS[result.met]}, {result.state.replace('_', ' ')}{heard}."


def _stream(assessed: Assessed, code: str) -> str:
    return assessed.programme.stream(code).name


_READERS: Mapping[Reader, Callable[[Assessed], Explanation]] = {
    "coordinator": _for_coordinator,
    "nominator": _for_nominator,
    "family": _for_family,
}
