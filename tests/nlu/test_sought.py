"""Only phrases whose necessary words stand in a text are tried, and they find what all of them would find."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nlu.danger import read as danger
from nlu.needed import as_words, needed_by
from nlu.needs import lexicon
from nlu.phrases import compile_phrases, load_yaml
from nlu.plain import to_plain
from nlu.sought import all_of, one_list

CORPORA = Path(lexicon.__file__).parents[1] / "corpora"


def _texts() -> list[str]:
    """Every tenth message of some voices, in plain text."""
    names = ("needs-night-lines", "danger-parents-phone", "danger-staff-chat", "needs-health-home")
    lines = [line for name in names for line in (CORPORA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    return [to_plain(json.loads(line)["text"]).text for line in lines[::10]]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("school refus*", "it is school, refusing again"),
        ("(he|she)('s)? (bunk*|skiv*) off", "hes bunking off"),
        ("don't .. eat", "he dont want to eat"),
        ("drinks ... morning", "she drinks (mostly wine) in the morning"),
        ("{his}? ?(school|college)", "college"),
        ("neighbou?rs?", "our neighbor"),
        ("(very )*ill", "very very ill"),
        ("non-?school attend*", "non school attendance"),
        ("(?!his )home alone", "left home alone"),
        ("n't sleep", "can't sleep"),
        ("@ (days|weeks) off", "3 weeks off"),
        ("'s dead", "he's dead"),
    ],
)
def test_a_phrase_is_tried_wherever_it_matches(phrase: str, text: str) -> None:
    assert compile_phrases([phrase]).search(text), "the example must be one that matches"
    assert all(any(piece in as_words(text) for piece in pieces) for pieces in needed_by(phrase))
    assert one_list([phrase]).possible_in(text)


def test_a_phrase_is_not_tried_where_a_word_it_needs_is_missing() -> None:
    listed = one_list(["school refus*", "(drinks|drunk) .. (daily|again)"])
    assert listed.possible_in("He goes to school and never drinks, not even on schooldays".lower()) == []
    assert len(listed.possible_in("drunk at school again")) == 1


def test_a_phrase_without_any_word_of_its_own_is_always_tried() -> None:
    assert one_list(["@ (kids?)?"]).possible_in("we have 3")


def test_at_one_place_the_longest_written_is_found_and_then_what_follows_it() -> None:
    listed = one_list(["out of work", "out of", "work"])
    text = "out of work, out of a home, no work"
    assert [match.group() for match in all_of(listed.possible_in(text), text)] == ["out of work", "out of", "work"]


def test_in_real_messages_the_few_that_are_tried_find_what_all_would_find() -> None:
    lists = [load_yaml(danger.HERE / "idioms.yml"), load_yaml(lexicon.HERE / "ignore.yml")]
    lists += [item["phrases"] for item in load_yaml(danger.HERE / "lexicon.yml")]
    texts, found = _texts(), 0
    for phrases in lists:
        listed, whole = one_list(phrases), compile_phrases(phrases)
        for text in texts:
            expected = [match.span() for match in whole.finditer(text)]
            assert [match.span() for match in all_of(listed.possible_in(text), text)] == expected
            found += len(expected)
    assert found > 25
