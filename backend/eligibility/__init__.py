"""Whether a family fits a programme: a pure function of the nomination, the programme and the day."""

from backend.eligibility.criteria import CriterionResult, judge_criterion
from backend.eligibility.nomination import Fact, Nomination, NominationInvalid, Person
from backend.eligibility.verdict import Judgement, judge

__all__ = [
    "CriterionResult",
    "Fact",
    "Judgement",
    "Nomination",
    "NominationInvalid",
    "Person",
    "judge",
    "judge_criterion",
]
