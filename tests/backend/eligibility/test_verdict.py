"""What follows from the criteria, in both programmes."""

from __future__ import annotations

from datetime import date

import pytest

from backend.eligibility import Nomination, judge
from backend.programmes import load_programme

TODAY = date(2026, 11, 22)
YES, NO = "asserted", "negated"
LOCAL = [
    "stepping_down_from_protection",
    "sexual_exploitation",
    "funded_two_year_old",
    "recorded_domestic_abuse_victim",
    "parental_substance_misuse",
    "parental_mental_health",
    "ehcp_autism_adhd",
]


@pytest.mark.parametrize(
    ("programme", "told", "verdict", "missing"),
    [
        ("sevenoaks", {}, "needs_information", ["education", "crime_asb", "worklessness"]),
        ("sevenoaks", {"education": YES}, "needs_information", ["crime_asb", "worklessness"]),
        ("sevenoaks", {"education": NO}, "needs_information", ["crime_asb", "worklessness"]),
        ("sevenoaks", {"education": YES, "crime_asb": NO}, "needs_information", ["worklessness"]),
        ("sevenoaks", {"education": NO, "crime_asb": NO}, "not_eligible", []),
        ("sevenoaks", {"education": YES, "worklessness": YES}, "eligible", []),
        # Discretionary factors set the level of support and never decide.
        ("sevenoaks", {"domestic_abuse": YES, "housing": YES}, "needs_information",
         ["education", "crime_asb", "worklessness"]),
        ("kingston-richmond", {"education": YES, "crime_asb": YES}, "needs_information", LOCAL),
        ("kingston-richmond", {"education": YES, "parental_mental_health": YES}, "needs_information",
         ["crime_asb", "children_need_help", "worklessness", "domestic_abuse", "health"]),
        ("kingston-richmond", {"education": YES, "crime_asb": YES, "parental_mental_health": YES}, "eligible", []),
        # No local priority is left that could hold, whatever the national criteria say.
        ("kingston-richmond", {"education": YES, **dict.fromkeys(LOCAL, NO)}, "not_eligible", []),
    ],
)  # fmt: skip
def test_verdict(programme: str, told: dict[str, str], verdict: str, missing: list[str]) -> None:
    facts = [{"code": code, "status": status} for code, status in told.items()]
    judgement = judge(Nomination.from_json({"indicators": facts}), load_programme(programme), TODAY)
    assert (judgement.verdict, list(judgement.missing)) == (verdict, missing)


def test_of_a_family_of_whom_nothing_is_known_no_criterion_is_counted() -> None:
    nothing = judge(Nomination(), load_programme("sevenoaks"), TODAY)
    assert [nothing.met(scope) for scope in ("national", "discretionary")] == [0, 0]
