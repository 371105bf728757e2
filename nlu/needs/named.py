"""Facts that are told of somebody by name: "Kit's stones", not mum's because mum was spoken of before."""

from __future__ import annotations

import re
from dataclasses import replace

from nlu.needs.lexicon import counterparts
from nlu.people.vocabulary import group_of, is_first_name, relation_of
from nlu.people.words_in import Token, tokens_of
from nlu.reading import Mention, Person

_ENDS = re.compile(r"[.!?;\n]")
_PART = frozenset({"with", "from", "by", "to", "at", "for", "of", "about", "near", "mr", "mrs", "ms", "miss", "dr"})
"""A name after one of these does nothing itself."""
_OTHERS = frozenset(
    {
        "i",
        "im",
        "i'm",
        "me",
        "my",
        "we",
        "our",
        "us",
        "they",
        "their",
        "who",
        "says",
        "said",
        "told",
        "tells",
        "reports",
    }
    | {"reported", "thinks", "feels", "worries", "worried", "police", "teacher", "school", "officer", "worker"}
)
"""After one of these the fact may be somebody else's."""
_GROWN_UP = 18


def give_names(message: str, mentions: tuple[Mention, ...], people: tuple[Person, ...]) -> tuple[Mention, ...]:
    """The mentions, each with the first name that its sentence tells it of, where nobody else stands between.

    Where the age of whoever is named was said, an offence or an illness is a child's or a grown-up's by it.
    """
    if not mentions:
        return mentions
    known = {person.name.split()[0].casefold(): person for person in people if person.name}
    tokens = tokens_of(message)
    return tuple(_named(message, tokens, mention, known) for mention in mentions)


def _named(message: str, tokens: list[Token], mention: Mention, known: dict[str, Person]) -> Mention:
    begin = max((match.end() for match in _ENDS.finditer(message, 0, mention.start)), default=0)
    here = [at for at, token in enumerate(tokens) if begin <= token.start < mention.start]
    names = [at for at in here if tokens[at].low in known or (tokens[at].is_capital and is_first_name(tokens[at]))]
    if not names or not _is_told_of(tokens, names[-1], here):
        return mention
    name = tokens[names[-1]]
    person = known.get(name.low)
    if person is not None and person.relation == "self":
        return mention
    indicator = mention.indicator if person is None else _by_age(mention.indicator, person)
    return replace(mention, person=name.text, indicator=indicator)


def _is_told_of(tokens: list[Token], at: int, here: list[int]) -> bool:
    """Whether what follows a name is of whoever bears it: nobody else comes, and no relation says who it is."""
    before = tokens[at - 1].low if at else ""
    if before in _PART or relation_of(before):
        return False
    return not any(_is_other(tokens[place].low) for place in here if place > at)


def _is_other(low: str) -> bool:
    return low in _OTHERS or relation_of(low) is not None or group_of(low) is not None


def _by_age(indicator: str, person: Person) -> str:
    if person.age is None:
        return indicator
    adult, child = counterparts().get(indicator, (indicator, indicator))
    return child if person.age < _GROWN_UP else adult
