"""Two families compared: what speaks for one family, what for two, and what only looks alike."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from backend.matching import Comparison, compare, household_of

TODAY = date(2026, 11, 23)
MUM = {"name": "Catherine Quillfeather", "relation": "mum", "age": 34}
NED = {"name": "Edward Marsh", "relation": "son", "date_of_birth": "2014-05-06"}
TWINS = [
    {"name": "Olive Marsh", "relation": "daughter", "date_of_birth": "2014-05-06"},
    {"name": "Rose Marsh", "relation": "daughter", "date_of_birth": "2014-05-06"},
]
HOME = {"address": "4 Larkspur Rise", "postcode": "TN13 1AA"}
ELSEWHERE = {"address": "91 Quarry Road", "postcode": "TN15 6AA"}


def told(*people: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"people": list(people), **HOME, **more}


def compared(one: dict[str, Any], other: dict[str, Any]) -> Comparison:
    return compare(household_of(one, TODAY), household_of(other, TODAY))


@pytest.mark.parametrize(
    "other",
    [
        told(MUM, NED),
        told({**MUM, "name": "Kate Quilfether"}, {**NED, "name": "Ned Marsh"}),
        told({**MUM, "name": "Quillfeather Catherine"}, NED, **ELSEWHERE),
        told(MUM, {**NED, "date_of_birth": "2014-06-05"}, **ELSEWHERE),
        told(MUM, {**NED, "date_of_birth": "2015-05-06"}, **ELSEWHERE),
        told(MUM, {"name": "Ned Marsh", "age": 12}, **ELSEWHERE),
        told({**MUM, "name": "Mrs Kathryn Quillfeather-Hale"}, {"name": "Ned Marsh"}),
        told(MUM, postcode="TN13 1AA"),
        told(MUM, NED, address="4 Larkspur Rise", postcode=None),
        told({**MUM, "name": "Catherine Hale"}, NED),  # she married
    ],
)
def test_a_family_told_differently_is_the_same(other: dict[str, Any]) -> None:
    assert compared(told(MUM, NED), other).finding == "same"
    assert compared(other, told(MUM, NED)).finding == "same", "whichever came first"


@pytest.mark.parametrize(
    "other",
    [
        told({"name": "Peter Marsh", "relation": "dad", "age": 40}, NED, **ELSEWHERE),  # separated parents
        told(  # half-siblings
            {**MUM, "date_of_birth": "1992-03-04", "name": "Kate Quillfeather"},
            {"name": "Ivy Brown", "relation": "daughter", "age": 2},
            **ELSEWHERE,
        ),
    ],
)
def test_a_child_or_a_parent_in_two_households_makes_them_related(other: dict[str, Any]) -> None:
    assert compared(told({**MUM, "date_of_birth": "1992-03-04"}, NED), other).finding == "related"


@pytest.mark.parametrize(
    "other",
    [
        told(  # a stranger of the same name
            MUM, {"name": "Ivy Brown", "relation": "daughter", "date_of_birth": "2020-01-02"}, **ELSEWHERE
        ),
        told(  # who lives there now
            {"name": "Olga Nowak", "relation": "mum", "age": 34},
            {"name": "Filip Nowak", "relation": "son", "date_of_birth": "2014-05-06"},
        ),
        told(  # cousins next door
            {"name": "Sharon Marsh", "relation": "mum", "age": 50},
            {"name": "Alfie Marsh", "relation": "son", "age": 3},
            address="6 Larkspur Rise",
        ),
        told({"relation": "mum"}, {"name": "", "relation": "son"}),
        told(),
    ],
)
def test_what_only_looks_alike_is_not_said(other: dict[str, Any]) -> None:
    assert compared(told(MUM, NED), other).finding is None


def test_a_twin_is_taken_for_the_twin_of_the_same_name() -> None:
    found = compared(told(MUM, *TWINS), told(TWINS[1], TWINS[0], MUM))
    assert {(pair.one, pair.other) for pair in found.pairs} == {(0, 2), (1, 1), (2, 0)}


def test_a_father_is_not_taken_for_a_mother_whose_name_sounds_alike() -> None:
    """Leroy and Laura sound alike; the child that they share has two homes."""
    leroy = {"name": "Leroy Marsh", "relation": "dad", "age": 40}
    laura = {"name": "Laura Marsh", "relation": "mum", "age": 40}
    found = compared(told(leroy, NED), told(laura, NED, **ELSEWHERE))
    assert [(pair.one, pair.other) for pair in found.pairs] == [(1, 1)]
    assert found.finding == "related"


def test_reasons_are_told_with_the_weightiest_first_and_name_nobody() -> None:
    codes = compared(told(MUM, NED), told({**MUM, "name": "Kathryn Quillfeather"}, NED)).codes
    assert codes[:2] == ("born-same", "home-same")
    assert {"first-name-short", "surname-same"} <= set(codes)
    assert not any("quillfeather" in code or "marsh" in code for code in codes)


def test_names_are_alike_as_people_would_say() -> None:
    for one, other in (
        ("Seán O’Brien", "Sean OBrien"),
        ("Dr Nkechi Okafor", "nkechi okafor"),
        ("Łukasz Nowak", "Lukasz Nowak"),
        ("Ana de la Cruz", "Ana De La Cruz"),
    ):
        here, there = ({"people": [{"name": name, "age": 30}], **HOME} for name in (one, other))
        reasons = compared(here, there).pairs[0].reasons
        assert [reason.level for reason in reasons[:2]] == ["same", "same"], one


def test_it_weighs_the_same_whichever_is_named_first() -> None:
    one = told({**MUM, "name": "Catherine Marsh"}, NED)
    other = told({**MUM, "name": "Kate Marshe"}, {**NED, "date_of_birth": "2014-06-05"})
    assert compared(one, other).weight == compared(other, one).weight
