"""The paths of the programmes' files: drawn as they are, without dead ends, and nobody can skip a stage."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.programmes import load_programme, load_programmes
from backend.programmes.drawing import PAGE, drawing
from tests.backend.programmes.test_refusals import refusal

CODES = sorted(load_programmes())


def test_the_page_shows_the_files_as_they_are() -> None:
    told = "docs/paths.md is old: run `python -m backend.programmes.drawing`"
    assert PAGE.read_text(encoding="utf-8") == drawing(), told


def stages(code: str, way: str, *wanted: str) -> None:
    """Walk these stages from the beginning of a way; each has to follow on the one before."""
    paths = load_programme(code).paths
    trail = [paths.first(way)]
    assert trail[0].code == wanted[0]
    for step in wanted[1:]:
        following = {each.code: each for each in paths.following(trail[-1], [each.code for each in trail])}
        assert step in following, f"{step} does not follow on {trail[-1].code}: {sorted(following)}"
        trail.append(following[step])


@pytest.mark.parametrize(
    ("code", "way", "wanted"),
    [
        ("sevenoaks", "checkpoint",
         "data-check log allocated first-visit working stepping-down closed"),
        ("sevenoaks", "waiting-list", "waiting-list data-check log waiting-for-worker allocated first-visit"),
        ("sevenoaks", "checkpoint", "data-check log result-claimed"),
        ("sevenoaks", "checkpoint", "data-check last-visit no-longer-meets last-visit data-check"),
        ("maidstone", "board-approval", "profile-for-board project-board family-caf allocated working"),
        ("maidstone", "checkpoint", "profile operational-group family-caf allocated working closed"),
        ("kingston-richmond", "assessment-social-care",
         "screening assessment-social-care double-check evidence checkpoint level-set support monitored closed"),
        ("kingston-richmond", "direct-to-lead-professional", "screening lead-professional double-check"),
        ("rotherham", "coordinator", "agencies team family-caf service working closed"),
        ("tonbridge-malling", "assessment-early-help", "assessment plan working review result-claimed"),
        ("supporting-families", "checkpoint", "allocation plan working sustaining result-claimed"),
        ("rotherham", "coordinator", "agencies team safeguarding social-care team"),
    ],
)  # fmt: skip
def test_the_papers_way_can_be_walked(code: str, way: str, wanted: str) -> None:
    stages(code, way, *wanted.split())


@pytest.mark.parametrize(
    ("code", "here", "never_next"),
    [
        ("maidstone", "profile-for-board", "family-caf"),  # the first ten go to the Project Board
        ("kingston-richmond", "screening", "checkpoint"),
        ("kingston-richmond", "double-check", "level-set"),
        ("tonbridge-malling", "working", "result-claimed"),  # no claim without assessment, plan and review
        ("supporting-families", "working", "result-claimed"),  # six months have to pass
        ("sevenoaks", "data-check", "allocated"),
    ],
)
def test_nobody_can_skip_what_the_papers_ask_for(code: str, here: str, never_next: str) -> None:
    paths = load_programme(code).paths
    stage = paths.stage(here)
    assert stage
    assert paths.stage(never_next)
    assert never_next not in {each.code for each in paths.following(stage, [here])}


@pytest.mark.parametrize("code", CODES)
def test_every_stage_that_does_not_end_leads_to_the_hub_and_every_end_can_be_taken_up(code: str) -> None:
    paths = load_programme(code).paths
    for stage in paths.stages:
        following = {each.code: each for each in paths.following(stage, [paths.first("coordinator").code, stage.code])}
        if stage.ends:
            assert following
            assert "safeguarding" not in following
        elif stage.code != "safeguarding":
            assert "safeguarding" in following
        assert stage.code not in following


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("next: [log, closed-other]", "next: [lag, closed-other]",
         "paths.stages[2].next[0]: expected a stage that exists, found 'lag'"),
        ("next: [log, closed-other]", "next: []",
         "paths.stages[2].next: expected at least one stage, found an empty list"),
        ("waiting-list: waiting-list, out-of-area", "out-of-area",
         "paths.begins: expected the key waiting-list, as the routing names it"),
        ("code: allocated\n", "code: log\n", "paths.stages[5].code: expected a code of its own, found 'log' again"),
        ("moved_by: [coordinator, analyst]", "moved_by: [nominator]",
         'paths.stages[2].moved_by[0]: expected one of coordinator, chair, lead, analyst, found "nominator"'),
        ("within: {working_days: 10, source: ours}", "within: {working_days: 10}",
         "paths.stages[2].within"),
        ("reason: true\n      asks: [told", "asks: [told",
         "paths.stages[10].reason: expected true, as more than the step is written down"),
    ],
)  # fmt: skip
def test_what_leads_nowhere_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert any(line.startswith(said) for line in refusal(tmp_path, old, new)), refusal(tmp_path, old, new)


def test_a_stage_that_nothing_leads_to_or_that_never_ends_is_refused(tmp_path: Path) -> None:
    lines = refusal(tmp_path, "next: [allocated, waiting-for-worker, result-claimed]", "next: [data-check]")
    assert [line for line in lines if "expected a stage that can be reached: allocated" in line]
    lines = refusal(tmp_path, "next: [log, closed-other]\n", "next: [data-check]\n")
    assert [line for line in lines if "expected a way to an end from data-check" in line]
