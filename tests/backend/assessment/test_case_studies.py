"""The two families at the end of the Kingston and Richmond paper, in both programmes."""

from __future__ import annotations

from typing import Any

from backend.assessment import Nomination, assess
from backend.programmes import load_programme
from tests.backend.assessment.families import TODAY, case_one, case_two


def judged(family: dict[str, Any], programme: str) -> dict[str, Any]:
    return assess(Nomination.from_json(family), load_programme(programme), today=TODAY).to_json()


def met(outcome: dict[str, Any], value: bool | None) -> list[str]:
    return [entry["code"] for entry in outcome["assessment"]["criteria"] if entry["met"] is value]


def test_case_one_is_eligible_in_sevenoaks_and_gets_the_most_intensive_help() -> None:
    outcome = judged(case_one(), "sevenoaks")
    assert outcome["assessment"]["verdict"] == "eligible"
    assert outcome["assessment"]["missing"] == []
    assert met(outcome, True) == ["education", "crime_asb", "substance_misuse", "children_need_help"]
    assert outcome["route"]["stream"] == "fip"
    assert outcome["route"]["path"] == "checkpoint"
    assert "2 further factors come on top of the main criteria." in outcome["route"]["reasons"]
    assert "3 agencies are already involved and the difficulties go on." in outcome["route"]["reasons"]
    assert [other["stream"] for other in outcome["route"]["alternatives"]] == ["fip-light", "lead-worker"]


def test_case_one_is_eligible_in_kingston_and_richmond_and_goes_to_its_lead_professional() -> None:
    outcome = judged(case_one(), "kingston-richmond")
    assert outcome["assessment"]["verdict"] == "eligible"
    assert met(outcome, True) == ["crime_asb", "education", "children_need_help", "health", "parental_substance_misuse"]
    # A diagnosis without a plan in force is a question, not a no.
    assert "ehcp_autism_adhd" in met(outcome, None)
    assert outcome["route"]["stream"] == "high-or-complex"
    assert outcome["route"]["path"] == "direct-to-lead-professional"
    assert outcome["route"]["added_support"] == ["substance-misuse-worker"]


def test_case_two_needs_information_in_sevenoaks_where_only_crime_is_stated() -> None:
    outcome = judged(case_two(), "sevenoaks")
    assert outcome["assessment"]["verdict"] == "needs_information"
    assert outcome["assessment"]["missing"] == ["education", "worklessness"]
    assert outcome["route"]["stream"] is None
    assert outcome["route"]["path"] == "coordinator"
    assert outcome["route"]["reasons"][0] == "There is not enough to say yet. Nobody has been turned down."


def test_case_two_is_eligible_in_kingston_and_richmond() -> None:
    outcome = judged(case_two(), "kingston-richmond")
    assert outcome["assessment"]["verdict"] == "eligible"
    assert met(outcome, True) == ["crime_asb", "worklessness", "health", "parental_mental_health"]
    # Past abuse without a date stays a question of when; it is neither held against nor for the family.
    assert {"domestic_abuse", "recorded_domestic_abuse_victim", "children_need_help"} <= set(met(outcome, None))
    assert outcome["route"]["stream"] == "high-or-complex"
    assert outcome["route"]["path"] == "assessment-early-help"


def test_case_two_with_out_of_work_benefits_is_eligible_in_sevenoaks() -> None:
    family = case_two()
    family["indicators"].append({"code": "out_of_work_benefits", "status": "asserted"})
    assert judged(family, "sevenoaks")["assessment"]["verdict"] == "eligible"


def test_the_record_says_by_which_version_and_when_it_was_judged() -> None:
    assessment = judged(case_one(), "sevenoaks")["assessment"]
    assert (assessment["programme"], assessment["programme_version"]) == ("sevenoaks", "2013")
    assert assessment["assessed_on"] == "2015-11-20"
