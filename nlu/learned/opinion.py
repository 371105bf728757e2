"""The second opinion: what the model makes of a message, added to what the lexicons read."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import structlog

from nlu.clauses import Clause
from nlu.learned.features import features_of_each
from nlu.learned.model import MODEL_FILE, Model
from nlu.phrases import load_yaml

log = structlog.get_logger("nlu.learned")
_LONG = 4
"""Sentences that a message may have before it counts as long."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the plain text, with the model's score for each question."""

    start: int
    end: int
    scores: dict[str, float]


@cache
def thresholds() -> dict[str, dict[str, float]]:
    """The thresholds of ``thresholds.yml``."""
    values: dict[str, dict[str, float]] = load_yaml(Path(__file__).with_name("thresholds.yml"))
    return values


@cache
def weights() -> dict[str, dict[str, float]]:
    """How both models and the lists are weighed together, by level (``together.yml``)."""
    values: dict[str, dict[str, float]] = load_yaml(Path(__file__).with_name("together.yml"))
    return values


_instead: list[Model | None] = []
"""A model to read with instead of the trained one, while :func:`using` lasts."""


@contextmanager
def using(instead: Model | None) -> Iterator[None]:
    """Read with another model, or with none, for as long as the block lasts: to compare them."""
    _instead.append(instead)
    try:
        yield
    finally:
        _instead.pop()


def model() -> Model | None:
    """The trained model; None, said once in the log, where none was trained: the lexicons then read alone."""
    return _instead[-1] if _instead else trained_model()


@cache
def trained_model() -> Model | None:
    """What ``nlu.learned.train`` wrote, loaded once."""
    try:
        return Model.load(MODEL_FILE)
    except (OSError, ValueError, KeyError):
        log.warning("no learned model, the lexicons read alone", file=MODEL_FILE.name)
        return None


def judge_place(judge: Model, text: str, start: int, end: int) -> Place:
    """One stretch of the plain text, scored."""
    return _judge_spans(judge, text, [(start, end)])[0]


def _judge_spans(judge: Model, text: str, spans: list[tuple[int, int]]) -> list[Place]:
    scores = judge.scores(features_of_each([text[start:end] for start, end in spans]))
    return [
        Place(start, end, dict(zip(judge.questions, map(float, row), strict=True)))
        for (start, end), row in zip(spans, scores, strict=True)
    ]


def sentences_of(clauses: tuple[Clause, ...]) -> list[tuple[int, int]]:
    """Where each sentence begins and ends."""
    spans: dict[int, tuple[int, int]] = {}
    for clause in clauses:
        start, _ = spans.get(clause.sentence, (clause.start, clause.end))
        spans[clause.sentence] = (start, clause.end)
    return list(spans.values())


def judge_places(judge: Model, text: str, clauses: tuple[Clause, ...]) -> list[Place]:
    """The message as a whole unless it is long, its sentences, and each sentence with the next one."""
    sentences = sentences_of(clauses)
    spans = set(sentences) | {(a, d) for (a, _), (_, d) in itertools.pairwise(sentences)}
    if not is_long(sentences):
        spans.add((0, len(text)))
    return _judge_spans(judge, text, sorted(spans))


def is_long(sentences: list[tuple[int, int]]) -> bool:
    """Whether a message has so many sentences that one of them alone must be clearer."""
    return len(sentences) > _LONG
