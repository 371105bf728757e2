"""What the meeting sees of a family's priority."""

from __future__ import annotations

from datetime import date
from typing import Any

from backend.assessment import Nomination, assess
from backend.prioritisation import rank_key
from backend.programmes import load_programme

TODAY = date(2026, 11, 22)


def priority(programme: str = "kingston-richmond", **told: Any) -> Any:
    return assess(Nomination.from_json(told), load_programme(programme), today=TODAY).priority


def local(*codes: str) -> list[dict[str, str]]:
    return [{"code": code, "status": "asserted"} for code in codes]


def test_each_part_says_what_it_counts() -> None:
    parts = priority(indicators=local("parent_mental_health"), agencies=["GP", "gp ", "School"], turnaround="likely")
    assert [part.to_json() for part in parts] == [
        {"code": "local_priorities", "value": 1, "explanation": "Local priorities that hold: 1 of 7.", "ranks": True},
        {"code": "agencies", "value": 2, "explanation": "Agencies that work with the family: 2.", "ranks": True},
        {
            "code": "turnaround",
            "value": "likely",
            "explanation": (
                "The professional thinks a change for the better is likely. This never decides the order alone."
            ),
            "ranks": False,
        },
    ]


def test_agencies_that_nobody_was_asked_about_are_not_none() -> None:
    unknown, none = priority()[1], priority(agencies=[])[1]
    assert (unknown.value, unknown.explanation) == (None, "This is not known yet.")
    assert (none.value, none.explanation) == (0, "Agencies that work with the family: 0.")


def test_local_priorities_come_before_agencies_and_turnaround_only_breaks_ties() -> None:
    two = priority(indicators=local("parent_mental_health", "ehcp_autism_adhd"), agencies=[])
    one_busy = priority(indicators=local("parent_mental_health"), agencies=["A", "B", "C"], turnaround="unlikely")
    one_hopeful = priority(indicators=local("parent_mental_health"), agencies=["A"], turnaround="likely")
    one_same = priority(indicators=local("parent_mental_health"), agencies=["A"])
    families = [one_same, one_hopeful, one_busy, two]
    assert sorted(families, key=rank_key, reverse=True) == [two, one_busy, one_hopeful, one_same]


def test_in_sevenoaks_turnaround_is_shown_and_orders_nothing() -> None:
    hopeful = priority("sevenoaks", turnaround="likely")
    assert hopeful[-1].value == "likely"
    assert rank_key(hopeful) == rank_key(priority("sevenoaks"))
