"""Danger in Slovak, Czech, Polish and Romanian, by what was learned of these languages alone.

The encoder knows English, and the second opinion has learned mostly from it: to both an ordinary sentence in another
language looks strange, and strange is near to dangerous. Here accents, half of which people leave out, count for
nothing, and words that stand for one another in the four languages (``danger.yml``) are known by their class.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import structlog

from nlu.clauses import Clause
from nlu.learned.features import Blocks, classes_in, features_of
from nlu.learned.model import Model, train
from nlu.learned.opinion import Place, judge_places, model
from nlu.learned.texts import QUESTIONS, LabelledText, load_texts
from nlu.phrases import load_yaml
from nlu.plain import Plain
from nlu.reading import LEARNED, SAFETY_ORDER, Safety, SafetyLevel, WrittenIn
from nlu.written.pieces import without_accents

log = structlog.get_logger("nlu.written")
HERE = Path(__file__).parent
_CLASSES = HERE / "danger.yml"
MODEL_FILE = HERE / "model" / "danger.npz"
LANGUAGES: tuple[WrittenIn, ...] = ("sk", "cs", "pl", "ro")
_LEVELS: tuple[SafetyLevel, ...] = ("immediate", "urgent", "concern")
_WORD = re.compile(r"[a-z0-9]+")
_NEAR = 4
"""How many classed words later the second of a pair of classes may stand."""
Message = tuple[str, Plain, tuple[Clause, ...]]
"""A message as written, its plain text, and the clauses of that."""


def training_texts() -> list[LabelledText]:
    """The labelled messages in the four languages that were not kept aside."""
    corpora = HERE.parent / "corpora"
    return load_texts(
        (
            corpora / "danger-four-languages.jsonl",
            corpora / "danger-languages.jsonl",
            HERE / "cases" / "danger-development.jsonl",
        )
    )


def train_danger() -> Model:
    """Learn from all of them. A second or two."""
    texts = training_texts()
    return train(texts, [looks_of(text.text) for text in texts], QUESTIONS)


def read_danger(safety: Safety, whole: Message) -> Safety | None:
    """The safety after this opinion, which never lowers one below ``urgent``; None where nothing is trained."""
    message, plain, clauses = whole
    own, other = trained(), model()
    if own is None or other is None or not clauses:
        return None
    places = judge_places(other, plain.text, clauses)
    texts = [message[slice(*plain.original_span(place.start, place.end))] for place in places]
    level, told = _judged(own, texts, places)
    if SAFETY_ORDER.index(level) > SAFETY_ORDER.index(safety.level):
        return Safety(level, (LEARNED, *safety.reasons), (told.strip(" ,.;-\n"), *safety.words))
    if safety.level == "immediate" and level != "immediate":
        return Safety("urgent", safety.reasons, safety.words)
    return safety


def _judged(own: Model, texts: list[str], places: list[Place]) -> tuple[SafetyLevel, str]:
    """The highest level that a text reaches by both models, and the shortest text that does."""
    limits = _limits()
    scores = own.scores([looks_of(text) for text in texts])
    for level in _LEVELS:
        column = own.questions.index(level)
        rows = zip(texts, places, scores[:, column], strict=True)
        told = [text for text, place, score in rows if score + limits["other"] * place.scores[level] >= limits[level]]
        if told:
            return level, min(told, key=len)
    return "none", ""


@cache
def _limits() -> dict[str, float]:
    limits: dict[str, float] = load_yaml(HERE / "thresholds.yml")["danger"]
    return limits


def looks_of(text: str) -> Blocks:
    """What a text looks like to the model: words, runs of letters and classes, without accents."""
    bare = "".join(map(_bare, text.lower()))
    classed = [found for word in _WORD.findall(bare) if (found := classes_in(_CLASSES, word))]
    firsts = [found[0] for found in classed]
    pairs = [f"#{a}>{b}" for at, a in enumerate(firsts) for b in firsts[at + 1 : at + 1 + _NEAR]]
    return {**features_of(bare), "classes": frozenset([*(f"#{name}" for found in classed for name in found), *pairs])}


@cache
def _bare(letter: str) -> str:
    return without_accents(letter)


@cache
def trained() -> Model | None:
    """What ``nlu.written.train`` wrote, loaded once; None, said once in the log, where nothing was trained."""
    try:
        return Model.load(MODEL_FILE)
    except (OSError, ValueError, KeyError):
        log.warning("no model of danger in other languages, the others read alone", file=MODEL_FILE.name)
        return None
