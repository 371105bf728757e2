"""How a criterion stands, fact by fact."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from backend.eligibility import Nomination, judge, judge_criterion
from backend.programmes import load_programme

TODAY = date(2026, 11, 22)


def stands(programme: str, code: str, *facts: dict[str, Any], **nomination: Any) -> tuple[str, bool | None]:
    told = Nomination.from_json({"indicators": list(facts), **nomination})
    result = judge_criterion(load_programme(programme).criterion(code), told, TODAY)
    return result.state, result.met


def fact(code: str, status: str = "asserted", **more: Any) -> dict[str, Any]:
    return {"code": code, "status": status, **more}


@pytest.mark.parametrize(
    ("status", "more", "expected"),
    [
        ("asserted", {}, ("claimed", True)),
        ("asserted", {"said_by": "police"}, ("verified", True)),
        ("negated", {"said_by": "police"}, ("refuted", False)),
        ("negated", {}, ("denied", False)),
        ("uncertain", {}, ("uncertain", None)),
        ("verified", {}, ("verified", True)),
        ("refuted", {}, ("refuted", False)),
        ("not_found", {}, ("not_found", None)),
        ("not_asked", {}, ("not_asked", None)),
        ("historical", {}, ("uncertain", None)),
        ("historical", {"date": "2026-03"}, ("claimed", True)),
        ("historical", {"date": "2025-11-22"}, ("claimed", True)),
        ("historical", {"date": "2025-11-21"}, ("denied", False)),
        ("historical", {"date": "2010"}, ("denied", False)),
        # 2025 is partly within the last twelve months: when it was has to be asked.
        ("historical", {"date": "2025"}, ("uncertain", None)),
        ("historical", {"date": "long ago"}, ("uncertain", None)),
    ],
)
def test_a_fact_alone(status: str, more: dict[str, Any], expected: tuple[str, bool | None]) -> None:
    assert stands("sevenoaks", "crime_asb", fact("youth_offence", status, **more)) == expected


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ((), ("not_asked", None)),
        (("negated", "uncertain"), ("uncertain", None)),
        (("negated", "uncertain", "asserted"), ("claimed", True)),
        (("refuted", "asserted"), ("claimed", True)),
        (("negated", "refuted"), ("refuted", False)),
    ],
)
def test_one_true_fact_is_enough_and_an_open_one_keeps_it_open(
    statuses: tuple[str, ...], expected: tuple[str, bool | None]
) -> None:
    facts = [fact(code, status) for code, status in zip(("adult_offence", "police_callout", "youth_offence"), statuses)]  # noqa: B905
    assert stands("sevenoaks", "crime_asb", *facts) == expected


def test_a_no_to_one_need_does_not_answer_a_criterion_about_several() -> None:
    no_drugs = fact("parent_substance_misuse", "negated")
    assert stands("kingston-richmond", "health", no_drugs) == ("not_asked", None)
    nothing = [fact(need, "negated") for need in ("mental_health", "physical_health", "substance_misuse")]
    assert stands("kingston-richmond", "health", *nothing) == ("denied", False)


def test_no_arrears_does_not_say_that_somebody_works() -> None:
    assert stands("kingston-richmond", "worklessness", fact("rent_arrears", "negated")) == ("not_asked", None)
    assert stands("kingston-richmond", "worklessness", fact("rent_arrears")) == ("claimed", True)
    assert stands("sevenoaks", "worklessness", fact("rent_arrears")) == ("not_asked", None)


def test_money_worries_and_a_young_person_without_work_count_in_the_later_phase_only() -> None:
    for code in ("financial_exclusion", "young_person_neet"):
        assert stands("kingston-richmond", "worklessness", fact(code))[1] is True
        assert stands("sevenoaks", "worklessness", fact(code))[1] is None


@pytest.mark.parametrize(
    ("ages", "expected"),
    [
        ({"son": 14}, True),
        ({"son": 16}, True),
        ({"son": None}, True),
        ({}, True),
        # The son is too old and nobody younger is known of: no longer a matter of school.
        ({"son": 17, "mum": 40}, False),
        # A daughter of school age may be missing school too: to be asked.
        ({"son": 17, "daughter": 12}, None),
        ({"son": 17, "mum": None}, None),
    ],
)
def test_school_counts_for_those_of_school_age(ages: dict[str, int | None], expected: bool | None) -> None:
    people = [{"relation": relation, "age": age} for relation, age in ages.items()]
    told = fact("not_on_roll", person="Son")
    assert stands("sevenoaks", "education", told, people=people)[1] is expected
    # In the later phase it counts whatever the age.
    assert stands("kingston-richmond", "education", told, people=people)[1] is True


def test_a_date_of_birth_beats_an_age_that_was_told() -> None:
    people = [{"name": "Sam Field", "relation": None, "age": 16, "date_of_birth": "2009-11-22"}]
    assert stands("sevenoaks", "education", fact("not_on_roll", person="Sam"), people=people)[1] is False
    people[0]["date_of_birth"] = "2009-11-23"
    assert stands("sevenoaks", "education", fact("not_on_roll", person="Sam"), people=people)[1] is True


def test_a_need_told_as_a_whole_says_nothing_certain_of_a_part_of_it() -> None:
    told = fact("mental_health")
    assert stands("kingston-richmond", "health", told)[1] is True
    assert stands("kingston-richmond", "parental_mental_health", told) == ("uncertain", None)
    assert stands("kingston-richmond", "parental_mental_health", fact("mental_health", "negated")) == ("denied", False)


def test_needs_are_used_where_there_are_no_indicators() -> None:
    programme = load_programme("sevenoaks")
    told = Nomination.from_json(
        {"needs": {"education": "asserted", "worklessness": "asserted", "crime_asb": "negated"}}
    )
    assert judge(told, programme, TODAY).verdict == "eligible"
    told = Nomination.from_json({"needs": {"education": "asserted"}, "indicators": [fact("youth_offence")]})
    assert judge(told, programme, TODAY).missing == ("education", "worklessness")


def test_a_recorded_criterion_says_when_only_the_family_has_told_it() -> None:
    criterion = load_programme("kingston-richmond").criterion("recorded_domestic_abuse_victim")
    sentences = {}
    for said_by in ("family", "professional", "police"):
        told = Nomination.from_json({"indicators": [fact("domestic_abuse_victim", said_by=said_by)]})
        result = judge_criterion(criterion, told, TODAY)
        assert result.met is True
        sentences[said_by] = result.explanation
        assert ("recorded" in result.to_json()["evidence"][0]) == (said_by != "family")
    assert sentences["family"] == criterion.sentences.unrecorded
    assert sentences["professional"] == sentences["police"] == criterion.sentences.met


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ([], "nomination: expected an object"),
        ({"indicators": {}}, "indicators: expected a list"),
        ({"indicators": [3]}, "indicators[0]: expected an object"),
        ({"indicators": [{"status": "asserted"}]}, "indicators[0].code: expected the code of an indicator"),
        ({"people": [{"name": 3}]}, "people[0].name: expected text or null"),
        ({"agencies": ["School", None]}, "agencies[1]: expected text"),
        ({"lead_professional": {"state": "maybe"}}, "lead_professional.state: expected one of yes, no, unknown"),
        ({"assessment_in_place": "yes"}, "assessment_in_place: expected true, false or null"),
        ({"turnaround": "sure"}, "turnaround: expected one of likely, possible, unlikely"),
    ],
)
def test_a_nomination_that_cannot_be_read_says_where(told: Any, message: str) -> None:
    with pytest.raises(ValueError) as refusal:  # noqa: PT011 - the whole message is compared
        Nomination.from_json(told)
    assert str(refusal.value) == message
