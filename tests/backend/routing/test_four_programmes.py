"""What is peculiar to Maidstone, Rotherham, Tonbridge and Malling, and Supporting Families."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from backend.assessment import Capacity, Nomination, assess
from backend.programmes import interview_view, load_programme

TODAY = date(2026, 11, 22)
CRIME, WORK = "youth_offence", "nobody_working"
EXCLUDED, ABSENT = "fixed_term_exclusion", "persistent_absence"


def judged(programme: str, *asserted: str, taken_on: int = 0, **told: Any) -> dict[str, Any]:
    facts = [{"code": code, "status": "asserted"} for code in asserted] + told.pop("facts", [])
    nomination = Nomination.from_json({"indicators": facts, **told})
    capacity = Capacity(held={"caseworker": taken_on}, allocation_used=69 + taken_on)
    return assess(nomination, load_programme(programme), today=TODAY, capacity=capacity).to_json()


def criterion(outcome: dict[str, Any], code: str) -> dict[str, Any]:
    found: dict[str, Any] = next(entry for entry in outcome["assessment"]["criteria"] if entry["code"] == code)
    return found


def test_attendance_alone_leads_in_maidstone_to_the_question_whether_a_child_was_excluded() -> None:
    outcome = judged("maidstone", ABSENT, CRIME)
    education = criterion(outcome, "education")
    assert (education["state"], education["met"]) == ("uncertain", None)
    assert education["evidence"][0]["indicator"] == ABSENT
    assert "We do not know yet whether the child was sent home" in education["explanation"]
    assert outcome["assessment"]["missing"] == ["education", "worklessness"]
    question = interview_view(load_programme("maidstone"))["topics"]["education"]
    assert "excluded" in question["professional"]
    assert "send a child home" in question["family"] or "sent a child home" in question["family"]


def test_trouble_at_school_told_as_a_whole_does_not_say_exclusion_in_maidstone() -> None:
    outcome = judged("maidstone", "education", CRIME)
    assert (criterion(outcome, "education")["state"], outcome["assessment"]["verdict"]) == (
        "uncertain",
        "needs_information",
    )
    all_well = [{"code": "education", "status": "negated"}]
    assert criterion(judged("maidstone", CRIME, facts=all_well), "education")["state"] == "denied"


def test_a_child_who_misses_school_and_was_never_excluded_does_not_count_in_maidstone() -> None:
    never = [{"code": EXCLUDED, "status": "negated"}]
    education = criterion(judged("maidstone", ABSENT, CRIME, facts=never), "education")
    assert (education["state"], education["met"]) == ("denied", False)


def test_absence_long_ago_or_denied_raises_no_question() -> None:
    long_ago = [{"code": ABSENT, "status": "historical", "date": "2015"}]
    assert criterion(judged("maidstone", facts=long_ago), "education")["state"] == "not_asked"
    attends = [{"code": ABSENT, "status": "negated"}]
    assert criterion(judged("maidstone", facts=attends), "education")["state"] == "not_asked"


@pytest.mark.parametrize(("taken_on", "path"), [(0, "board-approval"), (9, "board-approval"), (10, "checkpoint")])
def test_the_first_ten_families_in_maidstone_go_to_the_board(taken_on: int, path: str) -> None:
    assert judged("maidstone", EXCLUDED, WORK, taken_on=taken_on)["route"]["path"] == path


def test_a_target_that_is_reached_makes_nobody_wait() -> None:
    route = judged("maidstone", EXCLUDED, WORK, taken_on=500)["route"]
    assert route["path"] == "checkpoint"
    assert route["capacity"]["allocation"]["total"] is None


@pytest.mark.parametrize(
    ("told", "coordinator"),
    [
        ({"language": "Slovak"}, "languages"),
        ({"language": "Polish and a little English", "postcode": "S66 8AA"}, "languages"),
        ({"language": "English", "address": "3 High Street, Maltby"}, "maltby"),
        ({"postcode": "s667bb"}, "maltby"),
        ({"postcode": "S66 2AA"}, "borough"),
        ({"language": "Urdu"}, "borough"),
        ({}, "borough"),
    ],
)
def test_rotherhams_coordinator_is_chosen_by_language_and_area(told: dict[str, Any], coordinator: str) -> None:
    route = judged("rotherham", ABSENT, WORK, **told)["route"]
    assert route["coordinator"]["code"] == coordinator
    assert route["coordinator"]["reason"].endswith(".")


def test_other_programmes_have_one_coordinator_and_name_none() -> None:
    assert judged("sevenoaks", ABSENT, WORK)["route"]["coordinator"] is None


def test_rotherham_has_seven_coordinators() -> None:
    coordinators = load_programme("rotherham").data["coordinators"]
    assert sum(entry["number"] for entry in coordinators) == 7


@pytest.mark.parametrize(
    ("words", "stream"),
    [("arrested for intent to supply", "family-recovery"), ("shoplifting in May", "enhanced-lead-worker")],
)
def test_dealing_in_drugs_leads_to_family_recovery(words: str, stream: str) -> None:
    crime = [{"code": "adult_offence", "status": "asserted", "words": words}]
    assert judged("rotherham", ABSENT, facts=crime)["route"]["stream"] == stream


def test_therapies_in_rotherham_say_how_long_the_wait_is() -> None:
    route = judged("rotherham", ABSENT, WORK, "parent_mental_health")["route"]
    assert route["added_support"] == ["supported-therapies", "employment-adviser"]
    assert any("between 8 and 18 weeks" in reason for reason in route["reasons"])


@pytest.mark.parametrize(
    ("asserted", "people", "person", "added"),
    [
        (["out_of_work_benefits"], [], None, ["employment-adviser"]),
        (["out_of_work_benefits", "parent_mental_health"], [], None, ["employment-adviser", "employability-mentor"]),
        (["young_person_neet"], [], None, ["skills-and-employability"]),
        (["antisocial_behaviour"], [{"relation": "son", "age": 14}], "son", ["youth-mentoring", "police-officer"]),
        (["antisocial_behaviour"], [{"relation": "son", "age": 14}], None, ["youth-mentoring", "police-officer"]),
        (["antisocial_behaviour"], [{"relation": "son", "age": 19}], "son", ["police-officer"]),
        (["antisocial_behaviour"], [{"relation": "father", "age": 40}, {"relation": "son", "age": 14}], "father",
         ["police-officer"]),
        (["school_behaviour"], [{"relation": "daughter", "age": 8}], "daughter", []),
    ],
)  # fmt: skip
def test_added_help_in_tonbridge_and_malling(
    asserted: list[str], people: list[dict[str, Any]], person: str | None, added: list[str]
) -> None:
    facts = [{"code": code, "status": "asserted", "person": person} for code in asserted]
    others = ["early_help_need", "child_mental_health"]
    assert judged("tonbridge-malling", *others, facts=facts, people=people)["route"]["added_support"] == added


NEEDS_OF_TEN = [
    "permanent_exclusion",
    "early_years_concern",
    "physical_health",
    "parent_substance_misuse",
    "family_relationships",
    "sexual_exploitation_risk",
    "police_callout",
    "domestic_abuse_victim",
    "eviction_or_homelessness",
    "rent_arrears",
]


def test_each_of_the_ten_outcomes_has_a_fact_of_its_own() -> None:
    for fact, national in zip(NEEDS_OF_TEN, _national("supporting-families"), strict=True):
        held = [
            entry["code"] for entry in judged("supporting-families", fact)["assessment"]["criteria"] if entry["met"]
        ]
        assert [code for code in held if code != "dependent_child"] == [national]


def _national(programme: str) -> list[str]:
    return [entry.code for entry in load_programme(programme).criteria if entry.scope == "national"]


@pytest.mark.parametrize(
    ("people", "facts", "verdict"),
    [
        ([{"relation": "mother", "age": 30}, {"relation": "son", "age": 6}], {}, "eligible"),
        ([{"relation": "mother", "age": 19}], {"pregnancy": "asserted"}, "eligible"),
        ([{"relation": "mother", "age": 50}, {"relation": "son", "age": 20}], {"pregnancy": "negated"}, "not_eligible"),
        ([{"relation": "mother", "age": 50}, {"relation": "son", "age": None}], {"pregnancy": "negated"},
         "needs_information"),
        ([{"relation": "mother", "age": 50}], {}, "needs_information"),
        ([], {"pregnancy": "negated"}, "needs_information"),
        ([], {}, "needs_information"),
    ],
)  # fmt: skip
def test_supporting_families_is_for_families_with_children_or_a_baby_on_the_way(
    people: list[dict[str, Any]], facts: dict[str, str], verdict: str
) -> None:
    needs = ["out_of_work_benefits", "poor_housing", "parent_mental_health"]
    told = [{"code": code, "status": status} for code, status in facts.items()]
    outcome = judged("supporting-families", *needs, people=people, facts=told)
    assert outcome["assessment"]["verdict"] == verdict
    assert outcome["assessment"]["missing"] == (["dependent_child"] if verdict == "needs_information" else [])


@pytest.mark.parametrize(
    ("number", "also", "stream"),
    [
        (3, [], "community-lead-practitioner"),
        (4, [], "targeted-family-help"),
        (5, [], "targeted-family-help"),
        (6, [], "intensive-family-help"),
        (2, ["domestic_abuse_victim"], "targeted-family-help"),
        (2, ["child_protection_plan"], "intensive-family-help"),
    ],
)
def test_supporting_families_help_grows_with_the_needs(number: int, also: list[str], stream: str) -> None:
    needs = [
        "permanent_exclusion",
        "poor_housing",
        "rent_arrears",
        "police_callout",
        "early_years_concern",
        "young_carer",
    ]
    assert judged("supporting-families", *needs[:number], *also)["route"]["stream"] == stream


def test_stepping_down_to_a_mentor_needs_no_new_decision_on_eligibility() -> None:
    route = judged("sevenoaks", stepping_down=True)["route"]
    assert (route["stream"], route["path"]) == ("mentoring", "coordinator")


@pytest.mark.parametrize("programme", ["sevenoaks", "rotherham", "tonbridge-malling", "kingston-richmond"])
def test_a_family_that_no_longer_meets_the_criteria_is_visited_once_more(programme: str) -> None:
    needs = ["education", "crime_asb", "worklessness", "children_need_help", "domestic_abuse", "mental_health",
             "physical_health", "substance_misuse"]  # fmt: skip
    over = [{"code": need, "status": "negated"} for need in needs]
    route = judged(programme, facts=over, pre_existing=True)["route"]
    assert route["path"] == "coordinator"
    assert "visits the family once more" in route["next_step"]
    assert judged(programme, facts=over)["route"]["path"] == "existing-services"


def test_a_family_taken_over_from_before_stays_while_something_is_not_known() -> None:
    route = judged("rotherham", CRIME, pre_existing=True)["route"]
    assert (route["stream"], route["path"]) == (None, "coordinator")
    assert "works with this family already" in route["reasons"][0]


def test_money_is_a_request_that_the_coordinator_decides() -> None:
    asked = [{"budget": "family-support-fund"}]
    request = {
        "budget": "family-support-fund",
        "name": "Discretionary family support fund",
        "decided_by": "coordinator",
    }
    assert judged("sevenoaks", ABSENT, WORK, budget_requests=asked)["route"]["requests"] == [request]
    # The same request elsewhere is kept for the coordinator to see, and named nothing that does not exist.
    assert judged("rotherham", ABSENT, WORK, budget_requests=asked)["route"]["requests"] == [request | {"name": None}]


def test_the_share_of_the_cohort_that_a_stream_is_meant_for_is_shown() -> None:
    capacity = judged("sevenoaks", ABSENT, WORK, CRIME)["route"]["capacity"]
    assert capacity["share"] == {"percent": 20, "families": 20, "beyond_places": 9}
    assert [worker["shared_between"] for worker in capacity["workers"]] == [1, 3, 3]
