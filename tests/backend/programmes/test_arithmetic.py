"""The papers' sums come out of the programmes' own records."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest

from backend.assessment import Nomination, assess
from backend.programmes import load_programme
from backend.programmes.arithmetic import at_least, percentage, share

KINGSTON = load_programme("kingston-richmond")
TABLE = {entry["area"]: entry for entry in KINGSTON.data["identified"]}
INDICATOR = {"crime_asb": "youth_offence", "education": "persistent_absence", "worklessness": "nobody_working"}


def figures(programme: str) -> dict[str, Any]:
    return {entry["code"]: entry["value"] for entry in load_programme(programme).data["figures"]}


def rows_of(area: str) -> list[set[str]]:
    """A row for each family that was identified, with the criteria it matched, spread as evenly as can be."""
    rows: list[set[str]] = [set() for _ in range(TABLE[area]["families"])]
    for entry in TABLE[area]["matched"]:
        for row in sorted(rows, key=len)[: entry["families"]]:
            row.add(entry["criterion"])
    return rows


@pytest.mark.parametrize(
    ("area", "percent"),
    [
        ("Richmond upon Thames", {"crime_asb": 57.4, "education": 79.3, "worklessness": 82.3}),
        ("Kingston upon Thames", {"crime_asb": 52.6, "education": 63.7, "worklessness": 78.1}),
    ],
)
def test_table_two_of_kingston_and_richmond(area: str, percent: dict[str, float]) -> None:
    rows = rows_of(area)
    matched = Counter(criterion for row in rows for criterion in row)
    assert {criterion: percentage(number, len(rows)) for criterion, number in matched.items()} == percent


def test_some_of_kingstons_rows_cannot_meet_two_of_three_and_are_kept() -> None:
    rows = rows_of("Kingston upon Thames")
    assert sum(len(row) for row in rows) == 525
    short = [row for row in rows if len(row) < 2]
    # However the matches are spread, 525 are fifteen too few for two each.
    assert len(short) == 2 * 270 - 525
    two_of_three = load_programme("sevenoaks")
    for row in short:
        told = [{"code": INDICATOR[code], "status": "asserted" if code in row else "negated"} for code in INDICATOR]
        row_as_imported = Nomination.from_json({"indicators": told, "pre_existing": True})
        kept = assess(row_as_imported, two_of_three, today=date(2015, 5, 26))
        assert kept.verdict == "not_eligible"
        assert kept.route.path == "coordinator"
        assert "visits the family once more" in kept.route.next_step


def test_samples_are_rounded_up() -> None:
    told = figures("kingston-richmond")
    families = told["families_kingston"] + told["families_richmond"]
    assert families == 1330
    assert at_least(families, told["progress_data"]) == 133
    assert at_least(families, told["cost_calculator"]) == 333


def test_rotherhams_year_one_releases_year_two() -> None:
    rotherham = load_programme("rotherham")
    first, second = (year["target"] for year in rotherham.data["allocation"]["years"])
    assert first + second == rotherham.data["allocation"]["total"]["families"] == 609
    assert at_least(first, figures("rotherham")["year_1_engaged"]) == 208


def test_maidstones_targets() -> None:
    allocation = load_programme("maidstone").data["allocation"]
    assert [year["target"] for year in allocation["years"]] == [80, 81]
    assert sum(year["target"] for year in allocation["years"]) == allocation["total"]["families"]
    assert allocation["years"][0]["identified"] == 69


def test_tonbridge_and_malling_has_found_fewer_than_its_target() -> None:
    (years,) = load_programme("tonbridge-malling").data["allocation"]["years"]
    assert (years["target"], years["identified"], years["working_with"]) == (613, 233, 114)


def test_sevenoaks_is_four_percent_of_the_county_and_a_fifth_of_it_is_for_intensive_help() -> None:
    allocation = load_programme("sevenoaks").data["allocation"]
    total, county = allocation["total"]["families"], allocation["county"]
    assert round(percentage(total, county["families"])) == county["percent"]
    assert share(total, 20) == 20


def test_phase_two_pays_less_than_half_of_phase_one() -> None:
    told = figures("tonbridge-malling")
    assert percentage(told["attachment_fee"] + told["result_payment"], told["phase_1_payment"]) == 45.0


@pytest.mark.parametrize(("part", "whole", "percent"), [(1, 3, 33.3), (1, 8, 12.5), (1, 16, 6.3), (0, 7, 0.0)])
def test_percentages_are_rounded_half_up(part: int, whole: int, percent: float) -> None:
    assert percentage(part, whole) == percent
