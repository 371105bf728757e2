"""What a coordinator reads as evidence, what an unreadable nomination is told, and where a year ends."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from backend.eligibility import Nomination, NominationInvalid, Person, judge_criterion
from backend.eligibility.dates import months_before, period, within
from backend.programmes import load_programme

TODAY = date(2026, 11, 22)
FACT: dict[str, Any] = {
    "code": "youth_offence", "status": "asserted", "person": "Kit", "words": "was arrested", "said_by": "professional",
    "date": "2026-10",
}  # fmt: skip


def test_evidence_keeps_who_said_what_of_whom_and_when() -> None:
    result = judge_criterion(
        load_programme("sevenoaks").criterion("crime_asb"), Nomination.from_json({"indicators": [FACT]}), TODAY
    )
    [evidence] = result.to_json()["evidence"]
    kept = {"indicator" if key == "code" else key: value for key, value in FACT.items()}
    assert evidence == {**kept, "recorded": True}
    assert result.to_json()["scope"] == "national"


@pytest.mark.parametrize("key", ["person", "words", "said_by", "date", "code"])
def test_a_field_that_is_no_text_is_named_by_its_place(key: str) -> None:
    with pytest.raises(NominationInvalid, match=rf"^indicators\[1\]\.{key}: expected text or null$"):
        Nomination.from_json({"indicators": [FACT, {**FACT, key: 5}]})


@pytest.mark.parametrize("key", ["name", "date_of_birth", "relation"])
def test_so_is_one_of_a_person(key: str) -> None:
    with pytest.raises(NominationInvalid, match=rf"^people\[0\]\.{key}: expected text or null$"):
        Nomination.from_json({"people": [{key: 5}]})


def test_an_unknown_status_is_told_which_there_are() -> None:
    with pytest.raises(NominationInvalid, match=r"^indicators\[0\]\.status: expected one of asserted, uncertain, "):
        Nomination.from_json({"indicators": [{**FACT, "status": None}]})
    with pytest.raises(NominationInvalid, match=r"^needs\.housing: expected one of asserted, uncertain, "):
        Nomination.from_json({"needs": {"housing": "maybe"}})
    with pytest.raises(NominationInvalid, match=r"^needs: expected needs only, one of education, "):
        Nomination.from_json({"needs": {"weather": "asserted"}})


def test_a_month_ends_where_it_is_shorter() -> None:
    assert months_before(date(2026, 3, 31), 1) == date(2026, 2, 28)
    assert months_before(date(2026, 1, 31), 1) == date(2025, 12, 31)
    assert months_before(date(2026, 10, 31), 6) == date(2026, 4, 30)


def test_a_year_is_from_its_first_day_to_its_last() -> None:
    assert period("2025") == (date(2025, 1, 1), date(2025, 12, 31))
    assert period("2025-02") == (date(2025, 2, 1), date(2025, 2, 28))
    assert within("2025-11", 12, date(2026, 12, 1)) is False
    assert within("2025-12", 12, date(2026, 12, 1)) is True
    assert within("2026-11-21", 0, TODAY) is True
    assert within("2026-11-20", 0, TODAY) is False


def test_a_first_name_means_a_person_and_a_surname_nobody() -> None:
    person = Person(name="Kit Roe", relation="son")
    assert person.is_called("KIT")
    assert person.is_called("kit roe")
    assert person.is_called("son")
    assert not person.is_called("roe")
    assert not person.is_called(" ")
