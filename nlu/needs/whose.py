"""A child's fact or a grown-up's: whom it is told of decides between "child_…" and "parent_…", "youth_…" and "adult_…".

Whom a fact is told of: the person in its own words, else the last one before it in its sentence, else the first after
it. "He" and "she" are the last one named whom they can mean. Who is known to be at school is a child. Where nobody is
told of, services that are only for children decide; else it stays as it was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from nlu.needs.lexicon import counterparts
from nlu.needs.spoken_of import Somebody, grown_up_by, sex_of, spoken_of, vocabulary
from nlu.phrases import compile_phrases
from nlu.reading import STRENGTH, Mention, Person

_ENDS = re.compile(r"[.!?;\n]+(?=\s|$)")
_AFTER = 60
"""Characters after a fact in which whom it is told of may still come ("police arrested … Jay")."""
_BACK = 4
"""Sentences in which a "he" or "she" may have been named before."""


def give_ages(message: str, mentions: tuple[Mention, ...], people: tuple[Person, ...]) -> tuple[Mention, ...]:
    """The mentions, each of the indicator that fits whom it is told of, and none twice for the same words."""
    if not any(mention.indicator in counterparts() for mention in mentions):
        return mentions
    told = Told(message, tuple(spoken_of(message, people)), people, _sentences(message))
    pupils = {
        who.key
        for mention in mentions
        if _is_of_a_pupil(mention) and (who := told.whom(mention)) and who.grown_up is None and who.kind != "self"
    }
    return _each_once([_fitted(told, mention, pupils) for mention in mentions])


def _is_of_a_pupil(mention: Mention) -> bool:
    """Whether whom a fact is told of is at school: school facts, and a plan in force (ADHD alone may be a father's)."""
    return mention.need == "education" or (mention.need == "ehcp_autism_adhd" and mention.status == "asserted")


@dataclass(frozen=True, slots=True)
class Told:
    """A message with everybody whom it speaks of and the spans of its sentences."""

    message: str
    everybody: tuple[Somebody, ...]
    people: tuple[Person, ...]
    sentences: tuple[tuple[int, int], ...]

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that a character stands in."""
        return max((n for n, (start, _) in enumerate(self.sentences) if start <= place), default=0)

    def whom(self, mention: Mention) -> Somebody | None:
        """Whom a fact is told of; None where its sentence speaks of nobody."""
        start, end = self.sentences[self.sentence_at(mention.start)]
        here = [one for one in self.everybody if start <= one.start < end and not one.beside]
        inside = [one for one in here if mention.start <= one.start < mention.end]
        before = [one for one in here if one.end <= mention.start and not one.tells]
        after = [one for one in here if mention.end <= one.start < mention.end + _AFTER]
        chosen = inside[0] if inside else before[-1] if before else after[0] if after else None
        return self._meant(chosen) if chosen is not None and chosen.kind == "pronoun" else chosen

    def _meant(self, pronoun: Somebody) -> Somebody:
        """Who is meant by "he" or "she": the pronoun itself where several might be or nobody came before.

        Who is only named later gives it an age, if all whom it can mean are of one.
        """
        own = self.sentence_at(pronoun.start)
        named = [one for one in self.everybody if one.kind in ("name", "relation") and not one.many]
        named = [one for one in named if one.end <= pronoun.start]
        for number in range(own, max(-1, own - _BACK), -1):
            start, end = self.sentences[number]
            fitting = [one for one in named if start <= one.start < end and one.sex in (None, pronoun.sex)]
            fitting = [one for one in fitting if not (one.tells and number == own)]
            chosen = _last(fitting, surely=number == own)
            if chosen is not None:
                return chosen
            if fitting:
                return pronoun
        possible = [p for p in self.people if p.relation != "self" and sex_of(p.relation) in (None, pronoun.sex)]
        ages = {grown_up_by(person) for person in possible}
        return replace(pronoun, key=str(pronoun.sex), grown_up=ages.pop() if len(ages) == 1 else None)


def _last(fitting: list[Somebody], *, surely: bool) -> Somebody | None:
    """The last one named; of a list of a household only where all who fit are of one age."""
    known = [one for one in fitting if one.sex is not None]
    fitting = [one for one in known or fitting if not one.beside] or known or fitting
    if not fitting or (not surely and len({one.grown_up for one in fitting}) > 1):
        return None
    return fitting[-1]


def _fitted(told: Told, mention: Mention, pupils: set[str]) -> Mention:
    if mention.indicator not in counterparts():
        return mention
    who = told.whom(mention)
    grown_up = _is_grown_up(told, mention, who, pupils)
    if grown_up is None:
        return mention
    adult, child = counterparts()[mention.indicator]
    indicator = adult if grown_up else child
    fits = who is not None and (who.grown_up is None or who.grown_up == grown_up)
    person = mention.person
    if who is not None and fits and who.kind == "name":
        person = person if person is not None and indicator == mention.indicator else told.message[who.start : who.end]
    elif who is not None and not fits:
        person = None
    return replace(mention, indicator=indicator, person=person)


def _is_grown_up(told: Told, mention: Mention, who: Somebody | None, pupils: set[str]) -> bool | None:
    """Whether a fact is a grown-up's; None where nothing that is known decides."""
    if mention.status != "historical" and _young().search(mention.words.casefold()):
        return False
    if who is not None and who.key in pupils:
        return False
    if who is not None and (who.grown_up is not None or who.kind == "self"):
        return who.grown_up
    start, end = told.sentences[told.sentence_at(mention.start)]
    return False if _young().search(told.message[start:end].casefold()) else None


def _each_once(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions, of those with the same words and the same need's pair of indicators only one."""
    kept: list[Mention] = []
    for mention in mentions:
        at = next((n for n, other in enumerate(kept) if _is_double(mention, other)), None)
        if at is None:
            kept.append(mention)
        else:
            kept[at] = _one_of(kept[at], mention)
    return tuple(kept)


def _is_double(one: Mention, other: Mention) -> bool:
    pair = counterparts().get(one.indicator)
    return pair is not None and other.indicator in pair and one.start < other.end and other.start < one.end


def _one_of(one: Mention, other: Mention) -> Mention:
    """The longer words, said as strongly as either; where nobody decides, a child's as the encoder saw it."""
    longer = max(one, other, key=lambda mention: mention.end - mention.start)
    stronger = max(one, other, key=lambda mention: STRENGTH[mention.status])
    indicator = longer.indicator
    if one.indicator != other.indicator:
        adult, child = counterparts()[one.indicator]
        said = one if one.indicator == adult else other
        indicator = child if said.person is None else adult
    return replace(longer, indicator=indicator, status=stronger.status)


def _sentences(message: str) -> tuple[tuple[int, int], ...]:
    ends = [match.end() for match in _ENDS.finditer(message)]
    starts = [0, *ends]
    return tuple(zip(starts, [*ends, len(message)], strict=True))


@cache
def _young() -> re.Pattern[str]:
    return compile_phrases(vocabulary()["young"])
