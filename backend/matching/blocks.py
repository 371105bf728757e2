"""Marks of a household: two households that share none are not compared.

Each kind outlives another sort of noise, so that what was told wrong once is still found by the others. They are kept
as blind indexes; nothing here knows of keys.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from backend.matching.births import Birth
from backend.matching.households import Household, Somebody
from backend.matching.names import roots, sound, words_of

_MOST_PEOPLE = 12
"""Of whom pairs of first names are taken: more would be marks without end."""
COMPARED = (
    "postcode",
    "reached",
    "name-sound",
    "birth",
    "birthday-first",
    "birth-month-first",
    "two-first-names",
)
"""Kinds of marks by which households are compared; the others are for searching."""


def marks_of(household: Household) -> set[tuple[str, str]]:
    """Kind and value of each mark.

    ``name-sound`` outlives nicknames, spelling and first and last names that changed places; ``birth`` any change of
    name, and a day and month that changed places; ``birthday-first`` a wrong year; ``birth-month-first`` a wrong day;
    ``two-first-names`` a move, other surnames and missing birth dates; ``postcode`` and ``reached`` anything else.
    """
    return set(_marks(household))


def _marks(household: Household) -> Iterator[tuple[str, str]]:
    if household.postcode:
        yield "postcode", household.postcode
    for way in household.reached:
        yield "reached", way
    for person in household.people:
        yield from _of(person)
    firsts = [_first_sounds(person) for person in household.people[:_MOST_PEOPLE]]
    for some, others in combinations(firsts, 2):
        for one in some:
            for other in others:
                yield "two-first-names", " ".join(sorted((one, other)))


def _of(person: Somebody) -> Iterator[tuple[str, str]]:
    firsts = _first_sounds(person)
    for surname in {sound("".join(person.surname)), *(sound(part) for part in person.surname if len(part) > 2)} - {""}:
        for first in firsts:
            yield "name-sound", " ".join(sorted((first, surname)))
    if person.born and person.born.date:
        yield from _born(person.born, firsts)


def _born(born: Birth, firsts: set[str]) -> Iterator[tuple[str, str]]:
    whole = born.months_first or ""
    yield "birth", whole
    for first in firsts:
        yield "birthday-first", f"{whole[5:]} {first}"
        yield "birth-month-first", f"{(born.date or '')[:7]} {first}"


def _first_sounds(person: Somebody) -> set[str]:
    return {sound(root) for root in roots(person.first)} if person.first else set()


def searched_marks(household: Household) -> set[tuple[str, str]]:
    """By what a coordinator finds a household: each word of a name as it is written, and as it sounds."""
    found: set[tuple[str, str]] = set()
    for person in household.people:
        for word in words_of(person.shown):
            found |= {("word", word), ("word-sound", sound(word))}
        found |= {("word-sound", each) for each in _first_sounds(person)}
    return found
