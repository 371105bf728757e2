"""Danger, read twice: what the lexicon says and what the model says become one safety."""

from __future__ import annotations

import math

from nlu.clauses import Clause
from nlu.danger.read import begins_half_no, goes_on_later, is_everyday, is_only_wondered, tells_of_agreement
from nlu.encoder.meant import MOST_WORDS, SURE
from nlu.encoder.read import Encoder, Part
from nlu.learned.opinion import Place, is_long, judge_place, judge_places, model, sentences_of, thresholds, weights
from nlu.plain import Plain
from nlu.reading import LEARNED, PERHAPS, SAFETY_ORDER, Safety, SafetyLevel

Message = tuple[str, Plain, tuple[Clause, ...]]
"""A message as written, its plain text, and the clauses of that."""
_FEW = 2
_SHORT = 10
"""Fewer words count as many as these: an answer of three is no more dangerous than one of ten."""
_STORY = 25
"""Words from which a message may be a story, most of which tell of no danger now."""
_MANY = 80


def read_again(safety: Safety, whole: Message, parts: tuple[Part, ...] = (), *, english: bool = True) -> Safety:
    """The safety after the second opinion; the lexicon's own where no model is trained.

    The models raise a level, never lower one below ``urgent``: where they are sure that words like "killing me" are no
    danger now, a duty officer is told and the talk goes on. With ``parts`` (the message as the encoder read it) both
    models are weighed together; the encoder knows English, so in other languages more is asked of it.
    """
    message, plain, clauses = whole
    judge = model()
    if judge is None or not clauses or is_everyday(plain.text, clauses):
        return safety
    places = judge_places(judge, plain.text, clauses)
    long = is_long(sentences_of(clauses))
    few = len(message.split()) <= _FEW
    level, place = _level_of(places, more=_more(long=long, few=few))
    # A word or two have no context that the encoder could read ("help", "stop").
    parts = () if few else parts
    sure = True
    if parts:
        level, sure = _weighed(safety, places, parts, whole, english=english)
        place = max(places, key=lambda place: place.scores.get(level, 0.0))
    if SAFETY_ORDER.index(level) > SAFETY_ORDER.index(safety.level):
        spot = _telling_clause(place, level, plain.text, clauses)
        start, end = plain.original_span(spot.start, spot.end)
        words = message[start:end].strip(" ,.;-\n")
        doubted = not sure and level in ("immediate", "urgent") and safety.level in ("none", "concern")
        learned = (LEARNED, PERHAPS) if doubted else (LEARNED,)
        return Safety(level, (*learned, *safety.reasons), (words, *safety.words))
    # The rest of a long story says nothing for or against the one sentence in which the lists found danger.
    by_all = parts and not long
    unlikely = level != "immediate" if by_all else _is_unlikely(_places_of(safety, places, message, plain))
    if safety.level == "immediate" and unlikely:
        return Safety("urgent", safety.reasons, safety.words)
    return safety


def _weighed(
    safety: Safety, places: list[Place], parts: tuple[Part, ...], whole: Message, *, english: bool
) -> tuple[SafetyLevel, bool]:
    """The level by both models and the lists together, of the whole message; whether they are sure of it."""
    chances = [Encoder.danger(part) for part in parts]
    seen: tuple[tuple[SafetyLevel, float], ...] = (
        ("immediate", max(c["immediate"] for c in chances)),
        ("urgent", max(c["immediate"] + c["urgent"] for c in chances)),
        ("concern", 1 - min(c["none"] for c in chances)),
    )
    text = whole[1].text
    by_hand = {
        "wondered": is_only_wondered(text, whole[2]),
        "later": goes_on_later(text),
        "agreement": tells_of_agreement(text),
        "half_no": begins_half_no(text),
        "not_now": _says_not_now(whole[0], parts),
    }
    # How much longer a message is than eighty words says nothing more.
    length = min(max(len(whole[0].split()), _SHORT), _MANY)
    for rank, (level, chance) in enumerate(seen):
        limits = weights()["immediate_elsewhere" if rank == 0 and not english else level]
        score = max(_logit(chance), limits["floor"]) + limits["model"] * max(place.scores[level] for place in places)
        if safety.level in SAFETY_ORDER[-1 - rank :]:
            score += limits["lists"]
        score += sum(limits[cue] for cue, said in by_hand.items() if said)
        score += limits["words"] * math.log(length) + limits["longer"] * math.log(max(length / _STORY, 1))
        if score >= limits["least"]:
            return level, score >= limits["least"] + limits.get("sure", 0.0)
    return "none", True


def _says_not_now(message: str, parts: tuple[Part, ...]) -> bool:
    """Whether the message, were it an answer to whether anybody is in danger, is plainly a no or a doubt."""
    if len(parts) > 1 or len(message.split()) > MOST_WORDS:
        return False
    meaning, chance = Encoder.meant(parts[0])["danger"]
    return meaning in ("no", "unsure") and chance >= SURE


def _logit(chance: float) -> float:
    bounded = min(max(chance, 1e-6), 1 - 1e-6)
    return math.log(bounded / (1 - bounded))


def _more(*, long: bool, few: bool) -> float:
    """What is asked more of a long message, which has many places to err, and of a word or two."""
    limits = thresholds()["danger"]
    return (limits["long_message"] if long else 0.0) + (limits["few_words"] if few else 0.0)


def _level_of(places: list[Place], *, more: float) -> tuple[SafetyLevel, Place]:
    """The highest level whose threshold a place passes, and the place that passes it best."""
    limits = thresholds()["danger"]
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
