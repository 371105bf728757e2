"""Several who are told of together: "three boys", "her two little ones", "twins", "mum of two"."""

from __future__ import annotations

from nlu.people.ages import number_at
from nlu.people.atom import OWNERS, Atom
from nlu.people.found import Place
from nlu.people.kin import group_at
from nlu.people.names import is_everyday
from nlu.people.vocabulary import is_first_name, relation_of, words

_IN_WORDS = {"both": 2, "twin": 2, "couple": 2}
_MOST = 8
_RANKED = frozenset({"eldest", "oldest", "youngest", "younger", "older"})
_BEFORE_AGE = frozenset({"age", "aged", "ages", "is"})
_MANY = {"twins": 2, "twin": 2, "triplets": 3}
_OWNING = OWNERS | {"has", "have", "got", "they've", "we've", "weve", "ive", "i've", "theyve"}
_UNITS = frozenset({"year", "years", "yr", "yrs", "yo", "month", "months", "year-old", "yr-old", "month-old"})
_BEFORE_LIST = frozenset({",", ":", "-", "are", "("})


def counted_at(place: Place) -> Atom | None:
    """The group that begins here, with how many they are where that is said."""
    if place.low() in ("adults", "grown-ups") and place.low(1) in (":", "-", "=", "("):
        return Atom("group", place.at, place.at + 1, relation="adult")
    if place.low() in words("describing") and (place.low(-1) in words("describing") or place.low(-1) in _IN_WORDS):
        return None
    number = number_at(place.tokens, place.at)
    count = number[0] if number and 2 <= number[0] <= _MOST else _IN_WORDS.get(place.low())
    aged = number is not None and number[1] < len(place.tokens) and place.tokens[number[1]].low in _UNITS
    if number and (aged or count is None or place.low(-1) in _BEFORE_AGE):
        return None
    start = number[1] if number else place.at + (place.low() in ("both", "couple"))
    while number and start < len(place.tokens) and place.tokens[start].low in ("of", "x", "lovely", "young"):
        start += 1
    here = group_at(place.tokens, start)
    if here is not None:
        return _of_a_kind(place, here, start, count)
    return _some(place, count, start) if number and count else None


def _of_a_kind(place: Place, here: tuple[str, int], start: int, count: int | None) -> Atom | None:
    """The group of a word: not of "dad of the children" or "the boys' school"."""
    relation, end = here
    uncounted = count is None and (start != place.at or relation_of(place.tokens[end - 1].low) is not None)
    part = "of" in (place.low(-1), place.low(-2)) and count is None
    if uncounted or part or (end < len(place.tokens) and place.tokens[end].low in ("'s", "'", "home")):
        return None
    described = [token.low for token in place.tokens[place.at : end]]
    count = next((_MANY[low] for low in described if low in _MANY), count)
    if {"other", "grown-up", "adult"} & set(described):
        count = None
    return Atom("group", place.at, end, relation=relation, count=count, plural=bool(set(_MANY) & set(described)))


def _some(place: Place, count: int, start: int) -> Atom | None:
    """A bare number of children: "my two Jess 14 and Jake 12", "her two eldest, Al and Bo", "mum of two"."""
    at = start
    while at < len(place.tokens) and place.tokens[at].low in _RANKED:
        at += 1
    of_parent = place.low(-1) in ("of", "to") and relation_of(place.low(-2)) in words("adults")
    children = Atom("group", place.at, at, relation="child", count=count)
    if at > start or (of_parent and at == place.at + 1):
        return children
    owned = place.low(-1) in _OWNING
    if place.low(-1) in ("+", "plus") and at < len(place.tokens) and place.tokens[at].low == ":":
        return children
    return children if owned and at < len(place.tokens) and _names_follow(place.move(at)) else None


def _names_follow(place: Place) -> bool:
    following, after = place.token(), place.token(1)
    if following is None or not (following.low in _BEFORE_LIST or is_first_name(following)):
        return False
    return following.low not in (",", "-", "(") or (after is not None and not is_everyday(after))
