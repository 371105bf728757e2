"""Which stream is recommended, which others would do, and why."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from backend.assessment import Nomination, assess
from backend.programmes import load_programme

TODAY = date(2026, 11, 22)

SCHOOL = "persistent_absence"
CRIME = "youth_offence"
WORK = "nobody_working"
LONG_AGO = {"code": "child_protection_plan", "status": "historical", "date": "2020"}


def route(programme: str, *asserted: str, **told: Any) -> dict[str, Any]:
    facts = [{"code": code, "status": "asserted"} for code in asserted]
    nomination = Nomination.from_json({"indicators": [*facts, *told.pop("facts", [])], **told})
    answer: dict[str, Any] = assess(nomination, load_programme(programme), today=TODAY).to_json()["route"]
    return answer


def streams(answer: dict[str, Any]) -> list[str]:
    return [answer["stream"], *(other["stream"] for other in answer["alternatives"])]


@pytest.mark.parametrize(
    ("asserted", "told", "expected"),
    [
        ([SCHOOL, CRIME, WORK], {}, ["fip"]),
        ([SCHOOL, CRIME, "domestic_abuse_victim", "rent_arrears"], {}, ["fip"]),
        ([SCHOOL, CRIME], {"agencies": ["A", "B", "C"]}, ["fip"]),
        ([SCHOOL, CRIME], {"agencies": ["A", "a", "A "]}, ["family-support-worker"]),
        ([SCHOOL, CRIME, "family_relationships"], {}, ["fip-light"]),
        ([SCHOOL, CRIME, "young_carer"], {"assessment_in_place": False}, ["fip-light", "family-support-worker"]),
        ([WORK, CRIME], {}, ["lead-worker"]),
        ([WORK, "out_of_work_benefits", SCHOOL], {}, ["lead-worker"]),
        ([CRIME, "antisocial_behaviour", SCHOOL], {"agencies": []}, ["lead-worker", "family-support-worker"]),
        ([SCHOOL, CRIME], {"lead_professional": {"state": "yes"}}, ["lead-worker"]),
        ([SCHOOL, CRIME], {"agencies": []}, ["family-support-worker"]),
        ([SCHOOL, CRIME], {"assessment_in_place": False}, ["family-support-worker"]),
        # Nothing more is known: the first contact comes first.
        ([SCHOOL, CRIME], {}, ["family-support-worker"]),
        ([SCHOOL, CRIME, WORK, "family_relationships"], {"assessment_in_place": False},
         ["fip", "fip-light", "family-support-worker"]),
    ],
)  # fmt: skip
def test_sevenoaks(asserted: list[str], told: dict[str, Any], expected: list[str]) -> None:
    assert streams(route("sevenoaks", *asserted, **told)) == expected


@pytest.mark.parametrize(
    ("asserted", "told", "expected"),
    [
        ([SCHOOL, CRIME, WORK, "ehcp_autism_adhd"], {}, ["high-or-complex", "expert-help"]),
        ([SCHOOL, CRIME, "ehcp_autism_adhd", "sexual_exploitation_risk"], {"agencies": ["A", "B", "C"]},
         ["high-or-complex"]),
        ([SCHOOL, CRIME, "ehcp_autism_adhd", "sexual_exploitation_risk"], {"agencies": ["A", "B"]}, ["expert-help"]),
        ([SCHOOL, "stepping_down_from_protection"], {}, ["high-or-complex"]),
        ([SCHOOL, CRIME, "ehcp_autism_adhd"], {"facts": [LONG_AGO]},
         ["expert-help"]),
        ([SCHOOL, CRIME, "ehcp_autism_adhd"], {"lead_professional": {"state": "yes"}, "turnaround": "likely"},
         ["monitoring"]),
        ([SCHOOL, CRIME, "ehcp_autism_adhd"], {"turnaround": "likely"}, ["expert-help"]),
        ([SCHOOL, CRIME, "ehcp_autism_adhd"], {"lead_professional": {"state": "yes"}}, ["expert-help"]),
        ([SCHOOL, "parent_mental_health"], {"lead_professional": {"state": "yes"}, "turnaround": "likely"},
         ["monitoring", "expert-help"]),
    ],
)  # fmt: skip
def test_kingston_and_richmond(asserted: list[str], told: dict[str, Any], expected: list[str]) -> None:
    assert streams(route("kingston-richmond", *asserted, **told)) == expected


def test_every_stream_is_either_suggested_or_explained() -> None:
    answer = route("sevenoaks", SCHOOL, CRIME, "young_carer", assessment_in_place=False)
    others = {other["stream"]: other["reasons"] for other in answer["not_suggested"]}
    assert set(others) == {"fip", "lead-worker", "mentoring"}
    assert others["mentoring"] == ["Mentors follow when intensive help has ended; they do not begin it."]
    assert all(reasons for reasons in others.values())


def test_mentors_are_never_where_help_begins() -> None:
    rules = load_programme("sevenoaks").stream_rules
    assert "mentoring" not in {rule.leads_to for rule in rules}


def test_experts_are_added_for_what_the_family_needs() -> None:
    answer = route("kingston-richmond", "nobody_working", "domestic_abuse_victim", "family_relationships")
    assert answer["added_support"] == ["employment-adviser", "domestic-abuse-worker", "parenting-worker"]
    assert "An employment adviser can help with work and benefits." in answer["reasons"]
