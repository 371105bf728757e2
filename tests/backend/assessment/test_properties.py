"""What must hold for every family that could be told about."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.assessment import Capacity, Nomination, assess
from backend.eligibility import CriterionResult
from backend.eligibility.nomination import Status
from backend.eligibility.verdict import conclude
from backend.programmes import Programme, indicators, load_programmes, needs, read_programme

# How long one example takes says nothing on a machine that does other things too.
settings.register_profile("rules", deadline=None)
settings.load_profile("rules")

TODAY = date(2026, 11, 22)
PROGRAMMES = list(load_programmes().values())
RANK = {"not_eligible": 0, "needs_information": 1, "eligible": 2}

codes = st.sampled_from([*indicators(), *needs(), "parental_mental_health", "not_a_code"])
facts = st.fixed_dictionaries(
    {
        "code": codes,
        "status": st.sampled_from(get_args(Status)),
        "person": st.sampled_from([None, "son", "mum", "Sam"]),
        "said_by": st.sampled_from([None, "professional", "family", "police"]),
        "date": st.sampled_from([None, "2014", "2026", "2026-10", "2026-11-01", "last year"]),
    }
)
people = st.fixed_dictionaries(
    {"relation": st.sampled_from(["son", "mum", None]), "age": st.sampled_from([None, 2, 14, 17, 40])}
)
nominations = st.fixed_dictionaries(
    {
        "indicators": st.lists(facts, max_size=8),
        "people": st.lists(people, max_size=3),
        "postcode": st.sampled_from([None, "TN13 1AA", "KT1 1AA", "S60 1AA", "LS1 1AA", "unknown"]),
        "agencies": st.sampled_from([None, [], ["School"], ["School", "Police", "GP"]]),
        "lead_professional": st.sampled_from([None, {"state": "yes"}, {"state": "no"}]),
        "assessment_in_place": st.sampled_from([None, True, False]),
        "turnaround": st.sampled_from([None, "likely", "unlikely"]),
    }
)
programmes = st.sampled_from(PROGRAMMES)


def judged(nomination: dict[str, Any], programme: Programme, capacity: Capacity | None = None) -> dict[str, Any]:
    return assess(Nomination.from_json(nomination), programme, today=TODAY, capacity=capacity or Capacity()).to_json()


@given(nominations, programmes, st.sampled_from(list(indicators())))
def test_one_more_thing_that_is_so_never_makes_a_family_less_eligible(
    nomination: dict[str, Any], programme: Programme, code: str
) -> None:
    before = judged(nomination, programme)
    more = nomination | {"indicators": [*nomination["indicators"], {"code": code, "status": "asserted"}]}
    after = judged(more, programme)
    assert RANK[after["assessment"]["verdict"]] >= RANK[before["assessment"]["verdict"]]


@given(nominations, programmes, st.randoms(use_true_random=False))
def test_the_order_in_which_things_are_told_changes_nothing(
    nomination: dict[str, Any], programme: Programme, random: Any
) -> None:
    other = list(nomination["indicators"])
    random.shuffle(other)
    assert judged(nomination, programme) == judged(nomination | {"indicators": other}, programme)


@given(nominations, programmes, st.integers(0, 30), st.integers(0, 120))
def test_every_nomination_has_a_next_step_and_a_path(
    nomination: dict[str, Any], programme: Programme, held: int, used: int
) -> None:
    capacity = Capacity(held={stream.code: held for stream in programme.streams}, allocation_used=used)
    outcome = judged(nomination, programme, capacity)
    assert outcome["route"]["next_step"].endswith(".")
    assert outcome["route"]["path"]
    assert outcome["route"]["reasons"]
    assert (outcome["assessment"]["missing"] != []) == (outcome["assessment"]["verdict"] == "needs_information")
    if outcome["assessment"]["verdict"] != "eligible":
        assert outcome["route"]["stream"] is None


known_already = st.fixed_dictionaries(
    {
        "pre_existing": st.booleans(),
        "stepping_down": st.booleans(),
        "language": st.sampled_from([None, "Polish", "English", "Urdu, some English"]),
        "address": st.sampled_from([None, "3 High Street, Maltby", "Maltby Road, Leeds"]),
    }
)


@given(nominations, known_already, programmes)
def test_a_family_that_is_known_already_is_never_turned_away(
    nomination: dict[str, Any], known: dict[str, Any], programme: Programme
) -> None:
    outcome = judged(nomination | known, programme)
    assert outcome["assessment"] == judged(nomination, programme)["assessment"]
    assert outcome["route"]["next_step"].endswith(".")
    if known["pre_existing"]:
        assert outcome["route"]["path"] != "existing-services"
    named = outcome["route"]["coordinator"]
    assert (named is not None) == (
        bool(programme.coordinators) and outcome["route"]["path"] not in ("out-of-area", "existing-services")
    )


@given(nominations, programmes, st.integers(0, 30), st.integers(0, 200), st.integers(0, 9))
def test_no_stream_is_recommended_beyond_its_room_without_saying_so(
    nomination: dict[str, Any], programme: Programme, held: int, used: int, waiting: int
) -> None:
    codes = [stream.code for stream in programme.streams]
    capacity = Capacity(dict.fromkeys(codes, held), dict.fromkeys(codes, waiting), used)
    route = judged(nomination, programme, capacity)["route"]
    if route["stream"] is None:
        return
    there_is = route["capacity"]
    beyond = there_is["places"] is not None and held >= there_is["places"]
    spent = there_is["allocation"]["total"] is not None and used >= there_is["allocation"]["total"]
    assert there_is["full"] == (beyond or spent)
    assert (route["path"] == "waiting-list") == there_is["full"]
    if there_is["full"]:
        assert there_is["waiting_place"] == waiting + 1
        assert any("so this family waits" in reason for reason in route["reasons"])
    if beyond:
        assert there_is["over"] == held - there_is["places"]


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda programme: programme.code)
def test_a_programme_that_is_written_out_and_read_again_is_the_same(programme: Programme, tmp_path: Path) -> None:
    file = tmp_path / f"{programme.code}@{programme.version}.yml"
    file.write_text(yaml.safe_dump(dict(programme.data), sort_keys=False, allow_unicode=True), encoding="utf-8")
    assert read_programme(file) == programme


@given(nominations, programmes, st.data())
def test_an_open_question_that_is_answered_moves_the_verdict_only_as_announced(
    nomination: dict[str, Any], programme: Programme, data: st.DataObject
) -> None:
    before = judged(nomination, programme)["assessment"]
    unknown = [entry["code"] for entry in before["criteria"] if entry["met"] is None]
    # A criterion's code that is an indicator's or a need's too would answer more than the one question.
    alone = [code for code in unknown if code not in indicators() and code not in needs()]
    if not alone:
        return
    code = data.draw(st.sampled_from(alone))
    answer = {"code": code, "status": data.draw(st.sampled_from(["asserted", "negated"]))}
    after = judged(nomination | {"indicators": [*nomination["indicators"], answer]}, programme)["assessment"]
    if code not in before["missing"]:
        assert after["verdict"] == before["verdict"]
    elif after["verdict"] == "needs_information":
        assert set(after["missing"]) <= set(before["missing"])


@given(nominations, programmes)
def test_nothing_asked_is_never_taken_for_a_no(nomination: dict[str, Any], programme: Programme) -> None:
    for criterion in judged(nomination, programme)["assessment"]["criteria"]:
        if not criterion["evidence"]:
            assert (criterion["state"], criterion["met"]) == ("not_asked", None)


def results_of(programme: Programme, answers: tuple[bool | None, ...]) -> tuple[CriterionResult, ...]:
    states = {True: "claimed", False: "denied", None: "not_asked"}
    return tuple(
        CriterionResult(criterion, states[answer], answer)  # type: ignore[arg-type]
        for criterion, answer in zip(programme.criteria, answers, strict=True)
    )


def answered(results: tuple[CriterionResult, ...], answers: dict[str, bool]) -> tuple[CriterionResult, ...]:
    return tuple(replace(entry, met=answers.get(entry.criterion.code, entry.met)) for entry in results)


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda programme: programme.code)
@given(data=st.data())
def test_missing_is_exactly_what_could_still_change_the_verdict(programme: Programme, data: st.DataObject) -> None:
    # At most five open questions, so that every way of answering them can be tried.
    closed = data.draw(st.lists(st.booleans(), min_size=len(programme.criteria), max_size=len(programme.criteria)))
    opened = data.draw(st.sets(st.integers(0, len(closed) - 1), max_size=5))
    answers = tuple(None if index in opened else answer for index, answer in enumerate(closed))
    results = results_of(programme, answers)
    judgement = conclude(results, programme.thresholds)
    unknown = [entry.criterion.code for entry in results if entry.met is None]
    could_change = {
        code
        for code in unknown
        for others in itertools.product([True, False], repeat=len(unknown) - 1)
        if _matters(results, programme, code, dict(zip([c for c in unknown if c != code], others, strict=True)))
    }
    assert set(judgement.missing) == could_change


def _matters(results: tuple[CriterionResult, ...], programme: Programme, code: str, others: dict[str, bool]) -> bool:
    yes = conclude(answered(results, others | {code: True}), programme.thresholds)
    no = conclude(answered(results, others | {code: False}), programme.thresholds)
    return yes.verdict != no.verdict
