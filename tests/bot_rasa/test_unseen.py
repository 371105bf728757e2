"""Commands are told from answers on wordings that nobody trained on: the level reached, held from below."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot_rasa.unseen import ANSWER, Judged, judge, messages, recall
from tests.bot_rasa.vocabulary import examples

LATER = ("unseen_later", "unseen_answers_later")


@pytest.fixture(scope="module")
def first(model: Path) -> list[Judged]:
    """The messages that were written before anything was trained, whose mistakes were then read once."""
    return judge(model, messages())


@pytest.fixture(scope="module")
def later(model: Path) -> list[Judged]:
    """The messages of which only the sums were ever looked at."""
    return judge(model, messages(*LATER))


def commands(judged: list[Judged]) -> list[Judged]:
    return [one for one in judged if one.message.meant != ANSWER]


def stolen(judged: list[Judged]) -> list[tuple[str, str]]:
    """Answers that were taken for commands, with the command."""
    return [(one.message.text, one.got) for one in judged if one.message.meant == ANSWER and not one.right]


def test_most_messages_go_where_they_should(first: list[Judged]) -> None:
    wrong = [(one.message.text, one.got) for one in first if not one.right]
    assert 1 - len(wrong) / len(first) >= 0.91, wrong


def test_each_command_is_mostly_found(first: list[Judged]) -> None:
    poor = {meant: f"{right} of {of}" for meant, (right, of) in recall(first).items() if right / of < 0.6}
    assert not poor


def test_hardly_an_answer_is_taken_for_a_command(first: list[Judged]) -> None:
    assert len(stolen(first)) <= 3, stolen(first)


def test_words_that_nobody_looked_at_fare_not_much_worse(later: list[Judged]) -> None:
    right = sum(one.right for one in later)
    assert right / len(later) >= 0.77
    assert len(stolen(later)) <= 2, stolen(later)


def test_a_message_that_is_missed_is_left_to_the_interview_more_often_than_not(later: list[Judged]) -> None:
    missed = [one for one in commands(later) if not one.right]
    assert sum(not one.taken_as_a_command for one in missed) >= len(missed) / 2


def test_nothing_judged_was_trained_on() -> None:
    trained = {_letters(line) for lines in examples().values() for line in lines}
    judged = [*messages(), *messages(*LATER)]
    same = [one.text for one in judged if _letters(one.text) in trained and len(one.text.split()) > 2]
    assert not same
    assert len([one for one in judged if _letters(one.text) in trained]) <= 20, (
        "a few of one or two words may be the same"
    )


def _letters(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isalpha() or sign == " ")
