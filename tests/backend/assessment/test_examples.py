"""The worked examples beside the programmes come out as a practitioner expects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from backend.assessment.examples import Example, load_examples, programme_of
from backend.programmes import load_programmes

EXAMPLES = load_examples()


def said(outcome: Mapping[str, Any]) -> Iterator[str]:
    """Every sentence that somebody reads about the family."""
    yield outcome["assessment"]["explanation"]
    yield from (criterion["explanation"] for criterion in outcome["assessment"]["criteria"])
    yield from outcome["route"]["reasons"]
    yield outcome["route"]["next_step"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.code}: {example.name}")
def test_example(example: Example) -> None:
    outcome = example.judged_by(programme_of(example)).to_json()
    assessment, route = outcome["assessment"], outcome["route"]
    assert {
        "verdict": assessment["verdict"],
        "met": [criterion["code"] for criterion in assessment["criteria"] if criterion["met"]],
        "missing": assessment["missing"],
        "stream": route["stream"],
        "path": route["path"],
        "added": route["added_support"],
        "coordinator": (route["coordinator"] or {}).get("code"),
    } == {
        "verdict": example.expect["verdict"],
        "met": example.expect["met"],
        "missing": example.expect.get("missing", []),
        "stream": example.expect.get("stream"),
        "path": example.expect["path"],
        "added": example.expect.get("added", []),
        "coordinator": example.expect.get("coordinator"),
    }
    everything = " ".join(said(outcome))
    assert [sentence for sentence in example.expect["says"] if sentence not in everything] == []


def test_each_programme_has_ten_examples_of_its_own_and_every_verdict_among_them() -> None:
    both_families = Counter(example.name for example in EXAMPLES)
    own = [example for example in EXAMPLES if both_families[example.name] == 1]
    for code in load_programmes():
        verdicts = [example.expect["verdict"] for example in own if example.code == code]
        assert len(verdicts) >= 10
        assert set(verdicts) == {"eligible", "not_eligible", "needs_information"}
    assert sorted(both_families.values())[-2:] == [6, 6]


@pytest.mark.parametrize("code", load_programmes())
def test_the_examples_lead_to_every_stream_of_the_programme(code: str) -> None:
    shown = {example.expect.get("stream") for example in EXAMPLES if example.code == code}
    assert {stream.code for stream in load_programmes()[code].streams} <= shown
