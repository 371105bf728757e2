"""What lists of phrases look for, so that in a text only that is tried whose necessary words stand there.

A message has few of the thousands of words that the lists know. Each phrase names the pieces of words that it cannot do
without (``nlu.needed``); a look at the pieces that the text has leaves a few dozen phrases to try.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from nlu.needed import Needed, Pieces, as_words, needed_by
from nlu.phrases import compile_phrases, longest_first

T = TypeVar("T")
_BEGINNING = 4
"""Characters by which pieces are looked up."""


class Sought(Generic[T]):
    """Things that are looked for, each with the pieces of words that it needs, in the order they are given."""

    def __init__(self, things: Iterable[tuple[Needed, T]]) -> None:
        self._things = list(things)
        self._always = {place for place, (needed, _) in enumerate(self._things) if not needed}
        self._needing: dict[str, dict[str, set[int]]] = {}
        """By the beginning of its most telling pieces, and by these, the places of the things that need them."""
        for place, (needed, _) in enumerate(self._things):
            for piece in needed[0] if needed else ():
                self._needing.setdefault(piece[:_BEGINNING], {}).setdefault(piece, set()).add(place)
        self._short = {beginning for beginning in self._needing if len(beginning) < _BEGINNING}

    def possible_in(self, text: str) -> list[T]:
        """The things that may stand in a plain text."""
        words = as_words(text)
        things = map(self._things.__getitem__, sorted(self._perhaps_in(words)))
        return [thing for needed, thing in things if all(_has(words, pieces) for pieces in needed[1:])]

    def _perhaps_in(self, words: str) -> set[int]:
        """The places of the things whose most telling pieces stand there."""
        begun = {words[at : at + _BEGINNING] for at in range(len(words))}
        places = set(self._always)
        for beginning in (begun & self._needing.keys()) | self._short:
            for piece, needing in self._needing[beginning].items():
                if piece in words:
                    places |= needing
        return places


def _has(words: str, pieces: Pieces) -> bool:
    return any(map(words.__contains__, pieces))


def one_list(phrases: Iterable[str]) -> Sought[re.Pattern[str]]:
    """The phrases of a single list, in the order in which they are tried at one place."""
    return Sought((needed_by(phrase), compile_phrases([phrase])) for phrase in longest_first(phrases))


def all_of(patterns: Sequence[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    """The matches that one pattern of all would find: at one place the first that fits, each after the one before."""
    at = 0
    while found := [match for pattern in patterns if (match := pattern.search(text, at))]:
        first = min(found, key=re.Match.start)
        yield first
        at = max(first.end(), at + 1)
