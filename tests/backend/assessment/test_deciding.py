"""Which answers are still worth asking for: those that could change where a family goes or in which order."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from backend.assessment.deciding import still_deciding
from backend.eligibility import Nomination, judge
from backend.programmes import load_programme

TODAY = date(2026, 11, 22)
EXCLUDED = {"code": "fixed_term_exclusion", "status": "asserted", "said_by": "professional", "date": "2026-10"}
ARRESTED = {"code": "youth_offence", "status": "asserted", "said_by": "professional", "date": "2026-10"}
DEPRESSED = {"code": "parent_mental_health", "status": "asserted", "said_by": "professional", "date": "2026-10"}
POSTCODES = {
    "sevenoaks": "TN13 1AA",
    "maidstone": "ME14 1AA",
    "kingston-richmond": "KT1 2DR",
    "rotherham": "S60 1AA",
    "tonbridge-malling": "TN9 1AA",
}


def deciding(code: str, **known: Any) -> set[str]:
    told = {"indicators": [EXCLUDED, ARRESTED, DEPRESSED], "postcode": POSTCODES[code], "agencies": ["School"]}
    nomination, programme = Nomination.from_json(told | known), load_programme(code)
    return set(still_deciding(nomination, judge(nomination, programme, TODAY), programme, TODAY))


def test_an_assessment_matters_where_a_rule_asks_for_one() -> None:
    assert "assessment" in deciding("tonbridge-malling")
    assert "assessment" in deciding("kingston-richmond")
    assert "assessment" not in deciding("sevenoaks"), "a family support worker comes either way"
    assert "assessment" not in deciding("sevenoaks", agencies=["School", "Police", "GP"]), "the first stream stays"
    assert "assessment" not in deciding("maidstone")
    assert "assessment" not in deciding("rotherham")


@pytest.mark.parametrize("in_place", [True, False])
def test_what_was_answered_decides_no_more(in_place: bool) -> None:
    assert "assessment" not in deciding("kingston-richmond", assessment_in_place=in_place)
    assert "turnaround" not in deciding("kingston-richmond", turnaround="possible")
    assert "language" not in deciding("rotherham", language="Slovak")


def test_a_lead_professional_settles_what_an_assessment_would() -> None:
    lead = {"lead_professional": {"state": "yes", "name": "Sam Hill"}}
    assert "assessment" not in deciding("kingston-richmond", **lead)


def test_the_chance_of_change_matters_only_where_it_breaks_ties() -> None:
    asked = {code for code in POSTCODES if "turnaround" in deciding(code)}
    assert asked == {"kingston-richmond"}


def test_a_language_matters_where_coordinators_are_chosen_by_it() -> None:
    asked = {code for code in POSTCODES if "language" in deciding(code)}
    assert asked == {"rotherham"}


def test_nothing_more_matters_for_an_address_elsewhere() -> None:
    assert deciding("kingston-richmond", postcode="LS1 1AA") == set()
