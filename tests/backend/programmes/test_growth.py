"""A programme with rules of its own is a file, not code."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from backend.assessment import Nomination, assess
from backend.programmes import Programme, read_programme
from backend.programmes.loader import FILES

TODAY = date(2026, 11, 22)
Write = Callable[[dict[str, Any]], Programme]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a programme file that is the Sevenoaks one but for some keys, and reads it."""

    def written(changes: dict[str, Any]) -> Programme:
        data = yaml.safe_load((FILES / "sevenoaks@2013.yml").read_text(encoding="utf-8")) | changes
        file = tmp_path / f"{data['code']}@{data['version']}.yml"
        file.write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
        return read_programme(file)

    return written


def judged(programme: Programme, *codes: str) -> dict[str, Any]:
    facts = [{"code": code, "status": "asserted"} for code in codes]
    return assess(Nomination.from_json({"indicators": facts}), programme, today=TODAY).to_json()


def test_a_programme_that_counts_exclusion_only(write: Write) -> None:
    criteria = yaml.safe_load((FILES / "sevenoaks@2013.yml").read_text(encoding="utf-8"))["criteria"]
    criteria[0]["indicators"] = ["fixed_term_exclusion", "permanent_exclusion"]
    programme = write({"code": "elsewhere", "criteria": criteria})
    # Poor attendance alone leads to the question whether there has been an exclusion.
    attendance = judged(programme, "persistent_absence", "nobody_working")
    assert attendance["assessment"]["missing"] == ["education", "crime_asb"]
    assert judged(programme, "fixed_term_exclusion", "nobody_working")["assessment"]["verdict"] == "eligible"


def test_a_programme_that_needs_three_and_adds_a_specialist(write: Write) -> None:
    routing = yaml.safe_load((FILES / "sevenoaks@2013.yml").read_text(encoding="utf-8"))["routing"]
    when = {"any_indicator": {"codes": ["child_protection_plan"], "within_months": 12}}
    routing["added_support"] = [{"support": "specialist", "when": when, "reason": "A child has a plan."}]
    threshold = {"scope": "national", "at_least": 3, "source": "ours"}
    programme = write({"version": "2014", "thresholds": [threshold], "routing": routing})
    two = judged(programme, "persistent_absence", "nobody_working")
    assert two["assessment"]["missing"] == ["crime_asb"]
    three = judged(programme, "persistent_absence", "nobody_working", "youth_offence", "child_protection_plan")
    assert three["assessment"]["programme_version"] == "2014"
    assert three["route"]["added_support"] == ["specialist"]
