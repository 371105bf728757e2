"""What the rules would say if a criterion stood otherwise."""

from __future__ import annotations

from datetime import date
from typing import Any

from backend.assessment import Assessed, Nomination, assess
from backend.assessment.what_if import assess_if
from backend.programmes import load_programme

TODAY = date(2026, 11, 22)
EXCLUDED = {"code": "fixed_term_exclusion", "status": "asserted", "said_by": "professional", "date": "2026-10"}
NOBODY_WORKS = {"code": "nobody_working", "status": "asserted", "said_by": "professional"}
ABUSED = {"code": "domestic_abuse_victim", "status": "asserted", "said_by": "professional"}


def family(*facts: dict[str, Any], postcode: str = "TN13 1AA") -> Nomination:
    told = {"indicators": list(facts), "postcode": postcode, "agencies": ["School"], "assessment_in_place": True}
    return Nomination.from_json(told)


def tried(code: str, told: Nomination, **changed: bool | None) -> Assessed:
    return assess_if(told, load_programme(code), changed, today=TODAY)


def test_one_criterion_less_takes_the_verdict_and_the_stream_with_it() -> None:
    told = family(EXCLUDED, NOBODY_WORKS)
    assert assess(told, load_programme("sevenoaks"), today=TODAY).verdict == "eligible"
    less = tried("sevenoaks", told, worklessness=False)
    assert less.verdict == "needs_information"
    assert less.judgement.missing == ("crime_asb",)
    assert less.route.stream is None
    assert tried("sevenoaks", told, worklessness=False, crime_asb=False).verdict == "not_eligible"


def test_one_criterion_more_changes_the_stream_and_what_counts_for_priority() -> None:
    told = family(EXCLUDED, NOBODY_WORKS)
    now = assess(told, load_programme("sevenoaks"), today=TODAY)
    more = tried("sevenoaks", told, crime_asb=True)
    assert now.route.stream != "fip"
    assert more.route.stream == "fip"
    assert (now.priority[0].value, more.priority[0].value) == (2, 3)


def test_added_help_comes_and_goes_with_the_criteria() -> None:
    told = family(EXCLUDED, NOBODY_WORKS, postcode="TN9 1AA")
    added = {support.code for support in tried("tonbridge-malling", told, crime_asb=True).route.added_support}
    assert "police-officer" in added
    known = {support.code for support in tried("tonbridge-malling", told, worklessness=False).route.added_support}
    assert "employment-adviser" not in known


def test_a_fact_on_which_another_criterion_rests_stays() -> None:
    told = family(ABUSED, EXCLUDED, postcode="KT1 2DR")
    now = assess(told, load_programme("kingston-richmond"), today=TODAY)
    without = tried("kingston-richmond", told, recorded_domestic_abuse_victim=False)
    held = [{entry.criterion.code for entry in each.judgement.results if entry.met} for each in (now, without)]
    assert held[0] - held[1] == {"recorded_domestic_abuse_victim"}


def test_nothing_changed_is_how_it_stands() -> None:
    told = family(EXCLUDED, NOBODY_WORKS)
    now = assess(told, load_programme("sevenoaks"), today=TODAY)
    assert tried("sevenoaks", told).to_json() == now.to_json()
    assert tried("sevenoaks", told, education=True, no_such=True).to_json() == now.to_json()
    assert len(told.facts) == 2
