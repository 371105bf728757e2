"""Anything that was said before, put right in words at any time, whatever is asked: sentence by sentence.

A sentence that puts something right is no answer to the open question; the rest of its message may be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from actions.interview import lexicon, over, phrases, right_facts, right_people, right_reaching, right_services
from actions.interview.draft import Draft
from actions.interview.thread import Audience, Message
from nlu.danger import doubt
from nlu.reading import LEARNED, PERHAPS

_MOST = 40
"""Words; a longer message tells, and what it tells stands beside what was told before."""
Taker = Callable[[Draft, Message, str], bool]
_NAMING_ONLY: tuple[Taker, ...] = (right_facts.take, right_services.take)
"""What these put right names facts and services without telling anything new of them."""
_TELLING: tuple[Taker, ...] = (right_people.take, right_reaching.take)


@dataclass(frozen=True, slots=True)
class PutRight:
    """A message that put something right: the rest that may be an answer (None: nothing), and the facts it tells."""

    rest: Message | None
    facts: Message
    names_services: bool
    """Whether the services that it names may be those of the rest."""


def hear(draft: Draft, message: Message, audience: Audience) -> PutRight | None:
    """Put right in the draft what a message puts right; None where it does no such thing."""
    short = phrases.words(message.text) <= _MOST and message.question is not None
    if message.press or not short or is_plain_danger(message):
        return None

    def is_over(draft: Draft, message: Message, sentence: str) -> bool:
        return over.take(draft, message, sentence, audience)

    sentences = phrases.sentences(message.text)
    naming = _taken(draft, message, sentences, (*_NAMING_ONLY, is_over))
    told = _taken(draft, message, [each for each in sentences if each not in naming], _TELLING)
    if not naming and not told:
        return None
    draft.corrected_by = message.n
    left = [each for each in sentences if each not in naming + told and not _only_says_so(each)]
    rest = replace(message, text=". ".join(left)) if left else None
    return PutRight(rest, _facts(message, naming), names_services=rest is not None and not naming)


def _taken(draft: Draft, message: Message, sentences: list[str], takers: tuple[Taker, ...]) -> list[str]:
    """The sentences that put something right, alone or with the next one: "The name is wrong. It is Ada."."""
    taken = [each for each in sentences if any(take(draft, message, each) for take in takers)]
    for first, second in _pairs(sentences, taken):
        if any(take(draft, message, f"{first}, {second}") for take in takers):
            taken += [first, second]
    return taken


def _pairs(sentences: list[str], taken: list[str]) -> Iterator[tuple[str, str]]:
    """Two sentences that follow each other, of which neither was taken and the first says that something is wrong."""
    for first, second in pairwise(sentences):
        if first not in taken and second not in taken and lexicon.pattern("puts_right").search(lexicon.plain(first)):
            yield first, second


def is_plain_danger(message: Message) -> bool:
    """Whether danger was found in the words by the lists. What was only learned may be wrong: both are then heard."""
    safety = message.reading.safety
    return safety.level == "immediate" and not set(safety.reasons) <= {LEARNED, PERHAPS}


def is_doubted(message: Message) -> bool:
    """Whether the models only perhaps saw danger: the door has told nobody to ring 999, so it is asked here."""
    return doubt.is_doubted(message.reading.safety, message.question.id if message.question else None, message.text)


def _only_says_so(sentence: str) -> bool:
    return bool(lexicon.pattern("only_says_so").fullmatch(lexicon.plain(sentence)))


def _facts(message: Message, naming: list[str]) -> Message:
    mentions = tuple(
        mention
        for mention in message.reading.mentions
        if mention.status == "asserted" and not any(mention.words in sentence for sentence in naming)
    )
    return replace(message, reading=replace(message.reading, mentions=mentions))


def is_meant(message: Message) -> bool:
    """Whether a message says that it puts something right, whether or not that was understood."""
    said = lexicon.plain(message.text)
    return not message.press and (message.reading.correction or bool(lexicon.pattern("changes").search(said)))
