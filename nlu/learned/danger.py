"""Danger, read twice: what the lexicon says and what the model says become one safety."""

from __future__ import annotations

from nlu.clauses import Clause
from nlu.encoder.read import Part
from nlu.learned.opinion import Place, is_long, judge_place, judge_places, model, sentences_of, thresholds
from nlu.plain import Plain
from nlu.reading import SAFETY_ORDER, Safety, SafetyLevel

LEARNED = "learned"
"""The reason code of a danger that the model saw and no list of words."""


def read_again(
    safety: Safety, message: str, plain: Plain, clauses: tuple[Clause, ...], parts: tuple[Part, ...] = ()
) -> Safety:
    """The safety after the second opinion; the lexicon's own where no model is trained.

    The model raises a level, never lowers one below ``urgent``: where it is sure that words like "killing me" are no
    danger now, a duty officer is told and the talk goes on.
    """
    judge = model()
    if judge is None or not clauses:
        return safety
    places = judge_places(judge, plain.text, clauses)
    level, place = _level_of(places, long=is_long(sentences_of(clauses)))
    if SAFETY_ORDER.index(level) > SAFETY_ORDER.index(safety.level):
        spot = _telling_clause(place, level, plain.text, clauses)
        start, end = plain.original_span(spot.start, spot.end)
        words = message[start:end].strip(" ,.;-\n")
        return Safety(level, (LEARNED, *safety.reasons), (words, *safety.words))
    if safety.level == "immediate" and _is_unlikely(_places_of(safety, places, message, plain)):
        return Safety("urgent", safety.reasons, safety.words)
    return safety


def _level_of(places: list[Place], *, long: bool) -> tuple[SafetyLevel, Place]:
    """The highest level whose threshold a place passes, and the place that passes it best."""
    limits = thresholds()["danger"]
    more = limits["long_message"] if long else 0.0
    for level in ("immediate", "urgent", "concern"):
        best = max(places, key=lambda place: place.scores[level])
        if best.scores[level] >= limits[level] + more:
            return level, best
    return "none", places[0]


def _places_of(safety: Safety, places: list[Place], message: str, plain: Plain) -> list[Place]:
    """The places where the lexicon's words stand; the rest of a long story says nothing for or against them."""
    spans = [plain.original_span(place.start, place.end) for place in places]
    told = [
        place
        for place, (start, end) in zip(places, spans, strict=True)
        if any(words in message[start:end] for words in safety.words)
    ]
    return told or places


def _is_unlikely(places: list[Place]) -> bool:
    return max(place.scores["immediate"] for place in places) < thresholds()["danger"]["unlikely"]


def _telling_clause(place: Place, level: str, text: str, clauses: tuple[Clause, ...]) -> Clause:
    """The clause of the place that scores highest by itself."""
    judge = model()
    within = [clause for clause in clauses if place.start <= clause.start and clause.end <= place.end]
    if judge is None or len(within) == 1:
        return within[0]
    return max(within, key=lambda clause: judge_place(judge, text, clause.start, clause.end).scores[level])
