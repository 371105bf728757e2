"""What happens next, for every verdict."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from backend.assessment import Capacity, Nomination, assess
from backend.programmes import load_programme

TODAY = date(2026, 11, 22)
EMPTY = Capacity()


def route(programme: str, told: dict[str, str], capacity: Capacity = EMPTY, **more: Any) -> dict[str, Any]:
    facts = [{"code": code, "status": status} for code, status in told.items()]
    nomination = Nomination.from_json({"indicators": facts, **more})
    outcome = assess(nomination, load_programme(programme), today=TODAY, capacity=capacity)
    answer: dict[str, Any] = outcome.to_json()["route"]
    return answer


ELIGIBLE = {"education": "asserted", "crime_asb": "asserted", "ehcp_autism_adhd": "asserted"}
LEAD = {"lead_professional": {"state": "yes"}}


@pytest.mark.parametrize(
    ("programme", "told", "more", "path"),
    [
        ("sevenoaks", ELIGIBLE, {}, "checkpoint"),
        ("sevenoaks", {}, {}, "coordinator"),
        ("sevenoaks", {"education": "negated", "crime_asb": "negated"}, {}, "existing-services"),
        ("kingston-richmond", ELIGIBLE, LEAD, "direct-to-lead-professional"),
        ("kingston-richmond", ELIGIBLE, {"assessment_in_place": True}, "checkpoint"),
        ("kingston-richmond", ELIGIBLE, {}, "assessment-early-help"),
        ("kingston-richmond", ELIGIBLE | {"child_in_need": "asserted"}, {}, "assessment-social-care"),
        ("kingston-richmond", {}, LEAD, "direct-to-lead-professional"),
        ("kingston-richmond", {}, {"assessment_in_place": True}, "assessment-early-help"),
        ("kingston-richmond", {"sexual_exploitation_risk": "asserted"}, {}, "assessment-social-care"),
    ],
)
def test_path(programme: str, told: dict[str, str], more: dict[str, Any], path: str) -> None:
    answer = route(programme, told, **more)
    assert answer["path"] == path
    assert answer["next_step"] == load_programme(programme).next_steps[path]


def test_who_does_not_fit_is_shown_other_help_and_a_next_step() -> None:
    answer = route("sevenoaks", {"education": "negated", "crime_asb": "negated"})
    assert answer["stream"] is None
    assert answer["next_step"].startswith("The help the family has now goes on.")
    assert answer["signposting"]["places"][0]["name"] == "Your child's school or nursery"
    assert "There is other help." in answer["reasons"][0]


def test_an_address_elsewhere_is_shown_the_right_door_and_nothing_is_passed_on() -> None:
    answer = route("sevenoaks", ELIGIBLE, postcode="kt1 1aa")
    assert (answer["stream"], answer["path"]) == (None, "out-of-area")
    assert "Kingston upon Thames and Richmond upon Thames" in answer["next_step"]
    assert "Nothing is passed on unless the family agrees." in answer["next_step"]


def test_an_address_that_no_programme_covers_still_gets_a_next_step() -> None:
    answer = route("sevenoaks", ELIGIBLE, postcode="LS1 1AA")
    assert answer["path"] == "out-of-area"
    assert answer["next_step"].startswith(load_programme("sevenoaks").next_steps["out-of-area"])
    assert "www.gov.uk/find-local-council" in answer["next_step"]


@pytest.mark.parametrize("postcode", [None, "TN13 1AA", "TN15 6AA", "do not know"])
def test_an_address_that_may_be_inside_is_treated_as_inside(postcode: str | None) -> None:
    assert route("sevenoaks", ELIGIBLE, postcode=postcode)["path"] == "checkpoint"


def test_a_full_stream_is_still_suggested_and_says_that_the_family_waits() -> None:
    told = {"education": "asserted", "crime_asb": "asserted", "worklessness": "asserted"}
    answer = route("sevenoaks", told, Capacity(held={"fip": 11}, waiting={"fip": 2}))
    assert (answer["stream"], answer["path"]) == ("fip", "waiting-list")
    assert answer["capacity"]["waiting_place"] == 3
    assert "Family Intervention Project is full, so this family waits for a place." in answer["reasons"]
    assert answer["next_step"] == load_programme("sevenoaks").next_steps["waiting-list"]


def test_an_allocation_that_is_used_up_means_waiting_whatever_room_the_stream_has() -> None:
    answer = route("sevenoaks", ELIGIBLE, Capacity(allocation_used=101))
    assert answer["path"] == "waiting-list"
    assert "All 101 places of the programme are taken, so this family waits." in answer["reasons"]
    assert answer["capacity"]["allocation"] == {"total": 101, "used": 101, "left": 0}
