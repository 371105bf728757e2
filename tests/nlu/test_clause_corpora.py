"""The corpora of clauses: what learns from them must be able to trust their labels' form."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from nlu.measure import load_cases
from nlu.needs.lexicon import needs_by_indicator
from nlu.reading import Status

CORPORA = sorted((Path(__file__).parents[2] / "nlu" / "corpora" / "clauses").rglob("*.jsonl"))


@pytest.mark.parametrize("corpus", CORPORA, ids=lambda path: path.stem)
def test_every_label_is_known_and_its_words_stand_in_the_text(corpus: Path) -> None:
    lines = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    wrong = [
        (number, mention)
        for number, line in enumerate(lines, 1)
        for mention in line["mentions"]
        if mention["indicator"] not in needs_by_indicator()
        or mention["status"] not in get_args(Status)
        or mention["words"] not in line["text"]
    ]
    assert wrong == []
    assert [text for text, times in Counter(line["text"].casefold() for line in lines).items() if times > 1] == []


def test_together_they_say_every_fact_in_every_way_ten_times_at_least() -> None:
    said = Counter(
        (mention["indicator"], mention["status"])
        for corpus in CORPORA
        for line in corpus.read_text(encoding="utf-8").splitlines()
        for mention in json.loads(line)["mentions"]
    )
    rare = {
        (fact, status): said[fact, status]
        for fact in needs_by_indicator()
        for status in get_args(Status)
        if said[fact, status] < 10
    }
    assert rare == {}


def test_no_voice_repeats_what_another_wrote() -> None:
    written = Counter(case["text"].casefold() for corpus in CORPORA for case in load_cases(corpus))
    assert [text for text, times in written.items() if times > 1] == []


def test_a_line_counts_for_a_need_by_its_strongest_mention(tmp_path: Path) -> None:
    line = {
        "text": "Mum works, dad can't find any.",
        "mentions": [
            {"indicator": "nobody_working", "status": "asserted", "words": "can't find any"},
            {"indicator": "nobody_working", "status": "negated", "words": "works"},
        ],
    }
    file = tmp_path / "voice.jsonl"
    file.write_text(json.dumps(line), encoding="utf-8")
    assert load_cases(file) == [{"id": "voice-1", "text": line["text"], "needs": {"worklessness": "asserted"}}]
