"""Where the words of a fact may stand: whole words, not those of an address or a name ("Cormorant Close")."""

from __future__ import annotations

import re

from nlu.people.address import find_addresses
from nlu.people.words_in import tokens_of
from nlu.reading import Mention, Person

_WORD = re.compile(r"\w+(?:['’-]\w+)*")

Span = tuple[int, int]


def whole_words(text: str, span: Span) -> Span:
    """The span from where its first word begins to where its last one ends; as it is where no word stands in it."""
    words = [m.span() for m in _WORD.finditer(text) if m.start() < span[1] and m.end() > span[0]]
    return (words[0][0], words[-1][1]) if words else span


def addresses_in(message: str) -> tuple[Span, ...]:
    """Where addresses and postcodes stand in a message."""
    return tuple((place.start, place.end) for place in find_addresses(message))


def is_mostly_in(span: Span, places: tuple[Span, ...]) -> bool:
    """Whether more than half of a span stands in one of the places."""
    inside = (min(span[1], end) - max(span[0], start) for start, end in places)
    return any(2 * shared > span[1] - span[0] for shared in inside)


def without_names(message: str, mentions: tuple[Mention, ...], people: tuple[Person, ...]) -> tuple[Mention, ...]:
    """The mentions but those whose words are only somebody's name."""
    names = {part for person in people if person.name for part in person.name.casefold().split()}
    if not names or not mentions:
        return mentions
    tokens = [token for token in tokens_of(message) if token.text[0].isalpha()]
    return tuple(m for m in mentions if not {t.low for t in tokens if m.start <= t.start < m.end} <= names)
