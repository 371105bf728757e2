"""Floors on labelled cases that were kept aside when the lexicons were written."""

from pathlib import Path

from nlu.measure import judge, load_cases, measure
from nlu.reader import Reader

CASES = Path(__file__).parents[2] / "nlu" / "needs" / "cases"


def test_needs_held_out(reader: Reader) -> None:
    scores = measure(judge(reader, load_cases(CASES / "needs-held-out.jsonl")))
    assert (scores["micro_f1"] or 0) >= 0.9
    assert (scores["macro_f1"] or 0) >= 0.9
    assert (scores["over_asserted"] or 0) <= 0.1


def test_danger_held_out(reader: Reader) -> None:
    scores = measure(judge(reader, load_cases(CASES / "danger-held-out.jsonl")))
    assert (scores["danger_recall"] or 0) >= 0.9
    assert (scores["danger_false_positive_rate"] or 0) <= 0.1


def test_second_needs_held_out(reader: Reader) -> None:
    scores = measure(judge(reader, load_cases(CASES / "needs-second-held-out.jsonl")))
    assert (scores["micro_f1"] or 0) >= 0.88
    assert (scores["over_asserted"] or 0) <= 0.1


def test_second_danger_held_out(reader: Reader) -> None:
    scores = measure(judge(reader, load_cases(CASES / "danger-second-held-out.jsonl")))
    assert (scores["danger_recall"] or 0) >= 0.95
    assert (scores["danger_false_positive_rate"] or 0) <= 0.12
