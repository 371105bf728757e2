"""Whose somebody is: "Michelle's two boys", "mum's partner"."""

from __future__ import annotations

from nlu.people.atom import Atom
from nlu.people.found import Place
from nlu.people.kin import group_at, relation_at
from nlu.people.names import name_at
from nlu.people.vocabulary import is_first_name, relation_of
from nlu.people.words_in import Token


def owner_at(place: Place) -> Atom | None:
    """ "Michelle's" in "Michelle's two boys", "mum's" in "mum's partner", also without the apostrophe."""
    token = place.token()
    if token is None or not token.text[0].isalpha():
        return None
    low, end, bare = token.low, place.at + 1, token.low
    named = None
    if place.low(1) == "'s":
        end += 1
    elif token.is_capital and name_at(place):
        named = name_at(place)
        if named is None or named[1] >= len(place.tokens) or place.tokens[named[1]].low != "'s":
            return None
        end = named[1] + 1
    elif low.endswith("s") and (relation_of(low[:-1]) or (not is_first_name(token) and _is_first_word(low[:-1]))):
        bare = low[:-1]
    else:
        return None
    at = end
    while at < len(place.tokens) and place.tokens[at].low in {"new", "ex", "two", "three", "four", "own"}:
        at += 1
    counted = at > end and place.tokens[end].low in ("two", "three", "four") and at < len(place.tokens)
    counted = (
        counted
        and (place.tokens[at].text[0].isalpha() or _lists(place.move(at)))
        and place.tokens[at].low not in ("and", "years", "months")
    )
    if not counted and (at >= len(place.tokens) or not (relation_at(place.tokens, end) or group_at(place.tokens, at))):
        return None
    if relation_of(bare):
        return Atom("owner", place.at, end, relation=relation_of(bare))
    named = named or (name_at(place) if token.is_capital or _is_first_word(bare) else None)
    return Atom("owner", place.at, end, name=named[0]) if named else None


def _lists(place: Place) -> bool:
    """Whether names come after a sign: "Jess's two, Riley 6 and Rosie 4"."""
    following = place.token(1)
    return place.low() in (",", ":", "-", "(") and following is not None and is_first_name(following)


def _is_first_word(word: str) -> bool:
    """Whether a word in small letters is a first name."""
    return len(word) > 1 and is_first_name(Token(word, word, 0, 0))
