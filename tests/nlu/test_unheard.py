"""Voices that nothing was learned from: how well they are read must not fall. The model card says what is hoped for."""

from pathlib import Path
from typing import Any

import pytest

from nlu.measure import judge, load_cases, measure
from nlu.reader import Reader

CORPORA = Path(__file__).parents[2] / "nlu" / "corpora"


@pytest.fixture(scope="module")
def of_needs(reader: Reader) -> dict[str, Any]:
    voices = sorted((CORPORA / "clauses" / "unheard").glob("*.jsonl"))
    return measure(judge(reader, [case for voice in voices for case in load_cases(voice)]))


def test_most_of_what_is_so_is_found_and_little_else(of_needs: dict[str, Any]) -> None:
    assert of_needs["micro_f1"] >= 0.58
    assert of_needs["macro_f1"] >= 0.57


def test_what_is_denied_past_or_doubtful_is_seldom_taken_as_so(of_needs: dict[str, Any]) -> None:
    assert of_needs["over_asserted"] <= 0.23
    assert of_needs["exact_status"] >= 0.6


@pytest.mark.parametrize(
    ("messages", "recall", "alarms"), [("danger-mixed", 0.9, 0.1), ("danger-languages", 0.85, 0.3)]
)
def test_danger_is_heard_and_strong_words_seldom_stop_a_talk(
    reader: Reader, messages: str, recall: float, alarms: float
) -> None:
    scores = measure(judge(reader, load_cases(CORPORA / "unheard" / f"{messages}.jsonl")))
    assert (scores["danger_recall"] or 0) >= recall
    assert (scores["danger_false_positive_rate"] or 0) <= alarms
