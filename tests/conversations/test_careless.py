"""The careless typist and the totals: what a run of personas is judged by must itself be right."""

from __future__ import annotations

from typing import Any

from backend.command.careless import Typist
from backend.command.totals import spread, totals

STORY = (
    "Mum does not sleep well. The boys are fighting and the school has called twice about it. "
    "Dana Hill lives at 7 Quill Row, TN13 1AA."
)


def _typed(times: int, text: str = STORY) -> list[str]:
    return [Typist(str(seed), [STORY]).types(text) for seed in range(times)]


def _bare(text: str) -> list[str]:
    return text.lower().replace(".", "").split()


def test_the_same_seed_makes_the_same_slips_and_another_seed_others() -> None:
    assert _typed(20) == _typed(20)
    assert len(set(_typed(20))) > 10


def test_most_messages_have_slips_and_few_have_many() -> None:
    wrong = [
        sum(typed != meant for typed, meant in zip(_bare(text), _bare(STORY), strict=True)) for text in _typed(200)
    ]
    assert sum(n > 0 for n in wrong) > 120
    assert sorted(wrong)[180] <= 5


def test_names_and_postcodes_are_seldom_wrong() -> None:
    typed = [text.lower() for text in _typed(300)]
    assert sum("dana hill" in text for text in typed) > 285
    assert sum("tn13 1aa" in text for text in typed) > 285
    assert any("dana hill" in text for text in _typed(50)), "some do leave the capitals out"


def test_the_end_of_an_answer_may_come_after_the_next_question_and_nobody_says_no_twice() -> None:
    sent = [Typist(str(seed)).too_early([STORY]) for seed in range(200)]
    late = [(now, later) for now, later in sent if later and later != STORY]
    assert 10 < len(late) < 60
    assert all(f"{now[0]} {later}" == STORY for now, later in late)
    assert all(Typist(str(seed)).too_early(["No"]) == (["No"], None) for seed in range(200))


def _line(**changes: Any) -> dict[str, Any]:
    line = {"outcome": "submitted", "turns": 10, "words": 90, "longest": 20, "expect": {"outcome": "ok"}}
    return line | changes


def test_totals_count_turns_of_complete_and_correct_records_alone() -> None:
    lines = [
        _line(expect={"outcome": "ok", "record.people": "ok", "eligible": "ok", "route": "failed"}),
        _line(turns=8, longest=300),
        _line(turns=2, expect={"outcome": "ok", "record.people": "failed"}),
        _line(turns=3, outcome="stopped_no_consent", expect={"events.0.text": "ok", "events.0.safety": "failed"}),
    ]
    together = totals(lines, [10.0, 20.0, 30.0])
    assert together["turns"] == {"median": 9, "of": 2}
    assert together["turns_long_story"] == {"median": 8, "of": 1}
    assert together["record"] == {"right": 1, "of": 2, "share": 0.5}
    assert together["events"] == {"right": 0, "of": 1, "share": 0.0}
    assert together["safety"] == {"right": 0, "of": 1, "share": 0.0}
    assert together["route"] == {"right": 0, "of": 1, "share": 0.0}
    assert together["all_right"] == {"right": 1, "of": 4, "share": 0.25}


def test_the_ninety_fifth_percentile_is_the_nearest_rank() -> None:
    assert spread([float(n) for n in range(1, 101)]) == {"median": 50.5, "p95": 95.0}
    assert spread([7.0]) == {"median": 7.0, "p95": 7.0}
