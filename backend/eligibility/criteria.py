"""How one criterion stands, from all the facts that speak to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from backend.eligibility.dates import within
from backend.eligibility.household import HOUSEHOLD, household_facts
from backend.eligibility.nomination import DATA_SETS, Fact, Nomination, Status
from backend.programmes.model import Criterion
from backend.programmes.vocabulary import indicators, indicators_of, needs

State = Literal["not_asked", "denied", "uncertain", "claimed", "verified", "not_found", "refuted"]

_MET: dict[State, bool | None] = {
    "verified": True,
    "claimed": True,
    "uncertain": None,
    "not_found": None,
    "not_asked": None,
    "refuted": False,
    "denied": False,
}
_STRENGTH: tuple[State, ...] = tuple(_MET)
_TOLD: dict[Status, State] = {
    "asserted": "claimed",
    "negated": "denied",
    "claimed": "claimed",
    "denied": "denied",
    "uncertain": "uncertain",
    "verified": "verified",
    "refuted": "refuted",
    "not_found": "not_found",
    "not_asked": "not_asked",
}


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """One criterion for one family: how it stands, whether it is met (None: cannot be told yet), why, and from what."""

    criterion: Criterion
    state: State
    met: bool | None
    evidence: tuple[Fact, ...] = ()
    shown_by: frozenset[str] = frozenset()
    """The facts' codes that make it true."""

    @property
    def explanation(self) -> str:
        """The programme's sentence for how it stands, which a parent understands."""
        sentences = self.criterion.sentences
        if self.met is None:
            raised = any(fact.code in self.criterion.raised_by for fact in self.evidence)
            return sentences.raised or sentences.unknown if raised else sentences.unknown
        if not self.met:
            return sentences.not_met
        on_record = any(fact.recorded for fact in self.evidence if fact.code in self.shown_by)
        if self.criterion.recorded and not on_record:
            return sentences.unrecorded or sentences.met
        return sentences.met

    def to_json(self) -> dict[str, Any]:
        """The criterion in the shape of the record."""
        return {
            "code": self.criterion.code,
            "scope": self.criterion.scope,
            "state": self.state,
            "met": self.met,
            "explanation": self.explanation,
            "evidence": [_evidence(fact) for fact in self.evidence],
        }


def judge_criterion(criterion: Criterion, nomination: Nomination, today: date) -> CriterionResult:
    """How a criterion stands for this family on this day.

    One fact that makes it true is enough. Without one, an open question leaves it open, and it is only false when
    every need it is about has been answered: never asked is never denied.
    """
    codes = _codes_for(criterion)
    heard = (*nomination.facts, *household_facts(criterion, nomination, today))
    facts = sorted([fact for fact in heard if fact.code in codes], key=_order)
    stands = [(fact, state_of(fact, criterion, nomination, today)) for fact in facts]
    counted = [(fact, state) for fact, state in stands if state is not None]
    if not counted:
        # What only leads to the question is a question as long as nobody has answered it.
        raised = sorted([fact for fact in nomination.facts if _raises(fact, criterion, today)], key=_order)
        facts += raised
        counted = [(fact, "uncertain") for fact in raised]
    state = _together(criterion, counted)
    shown_by = frozenset(fact.code for fact, fact_state in counted if _MET[fact_state])
    return CriterionResult(criterion, state, _MET[state], tuple(facts), shown_by)


def state_of(fact: Fact, criterion: Criterion, nomination: Nomination, today: date) -> State | None:
    """How a criterion stands by one fact alone; None where the fact does not count for it."""
    if _too_old_for_school(fact, criterion, nomination, today):
        # Somebody else in the household may still be of school age, unless everybody is known to be older.
        return "denied" if _all_too_old(criterion, nomination, today) else None
    state = _state_told(fact, criterion.look_back_months, today)
    if _only_part_of_need(fact, criterion) and _MET[state]:
        return "uncertain"
    if (
        not _MET[state]
        and _MET[state] is not None
        and fact.need not in _answers(criterion)
        and fact.code != criterion.code
    ):
        # "No arrears" does not say that somebody works: what only adds to a criterion cannot deny it.
        return None
    return state


def _state_told(fact: Fact, look_back_months: int, today: date) -> State:
    if fact.status == "historical":
        recent = within(fact.date, look_back_months, today)
        if recent is None:
            return "uncertain"
        return "claimed" if recent else "denied"
    if fact.said_by in DATA_SETS and fact.status in ("asserted", "negated"):
        return "verified" if fact.status == "asserted" else "refuted"
    return _TOLD[fact.status]


def _together(criterion: Criterion, counted: list[tuple[Fact, State]]) -> State:
    if not counted:
        return "not_asked"
    strongest: State = min((state for _, state in counted), key=_STRENGTH.index)
    if _MET[strongest] is not False:
        return strongest
    denied = {fact.need for fact, _ in counted}
    everything = any(fact.code == criterion.code for fact, _ in counted)
    return strongest if everything or denied.issuperset(_answers(criterion)) else "not_asked"


def _codes_for(criterion: Criterion) -> frozenset[str]:
    asks_for_child = criterion.household_child_max_age is not None
    return _speaking(criterion.code, criterion.indicators, criterion.about, asks_for_child=asks_for_child)


@cache
def _speaking(code: str, shown_by: frozenset[str], about: tuple[str, ...], *, asks_for_child: bool) -> frozenset[str]:
    """The codes of the facts that speak to a criterion. It follows from the programme alone, so it is found once."""
    # A need told as a whole: one that is asked about, or one of which every fact makes the criterion true.
    whole = {need for need in needs() if need in about or indicators_of(need) <= shown_by} - indicators().keys()
    return shown_by | whole | {code} | ({HOUSEHOLD} if asks_for_child else set())


def _answers(criterion: Criterion) -> frozenset[str]:
    """What has to be denied before the criterion is: each need that it is about, and a child in the household."""
    household = {HOUSEHOLD} if criterion.household_child_max_age is not None else set()
    return frozenset(criterion.about) | household


def _raises(fact: Fact, criterion: Criterion, today: date) -> bool:
    if fact.code not in criterion.raised_by:
        return False
    return _MET[_state_told(fact, criterion.look_back_months, today)] is not False


def _only_part_of_need(fact: Fact, criterion: Criterion) -> bool:
    """A need told as a whole says nothing certain of a criterion that takes only some of its indicators."""
    if fact.code in criterion.indicators or fact.code == HOUSEHOLD or fact.need is None:
        return False
    if fact.code == criterion.code:
        # Also called as the need is: certain, unless some facts of the need only lead to the question.
        return not criterion.raised_by.isdisjoint(indicators_of(fact.need))
    return not indicators_of(fact.need) <= criterion.indicators


def _too_old_for_school(fact: Fact, criterion: Criterion, nomination: Nomination, today: date) -> bool:
    if criterion.school_age_max is None or fact.person is None:
        return False
    word = fact.person
    ages = [person.age_on(today) for person in nomination.people if person.is_called(word)]
    return bool(ages) and _all_above(ages, criterion.school_age_max)


def _all_too_old(criterion: Criterion, nomination: Nomination, today: date) -> bool:
    return _all_above((person.age_on(today) for person in nomination.people), criterion.school_age_max or 0)


def _all_above(ages: Iterable[int | None], limit: int) -> bool:
    return all(age is not None and age > limit for age in ages)


def _order(fact: Fact) -> tuple[str, ...]:
    said = (fact.date or "", fact.person or "", fact.status, fact.said_by or "", fact.words or "")
    return fact.code, *said


def _evidence(fact: Fact) -> dict[str, Any]:
    evidence: dict[str, Any] = {
        "indicator": fact.code,
        "status": fact.status,
        "words": fact.words,
        "said_by": fact.said_by,
        "date": fact.date,
        "person": fact.person,
    }
    return {**evidence, "recorded": True} if fact.recorded else evidence
