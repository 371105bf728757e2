"""Whoever is spoken of twice in one message is one person: the same name, "me", "nan … nan is 68"."""

from __future__ import annotations

from nlu.people.found import Found
from nlu.reading import Person

_ONE_OF_A_KIND = frozenset(
    {"self", "mum", "dad", "step-mum", "step-dad", "husband", "wife", "partner", "grandmother", "grandfather"}
)


def one_of_each(people: list[Found]) -> tuple[Person, ...]:
    """Each person once, in the order they come, with all that was said of them."""
    merged: list[Found] = []
    for person in people:
        known = next((other for other in merged if _is_again(other, person)), None)
        if known is None:
            merged.append(person)
        else:
            _take_up(known, person)
    return tuple(person.person() for person in merged)


def _is_again(known: Found, person: Found) -> bool:
    if known.name and person.name:
        return _same_name(known.name, person.name) and not _differ(known, person)
    if person.relation is None or known.relation != person.relation or _differ(known, person):
        return False
    if person.relation in _ONE_OF_A_KIND:
        return True
    # "my brother … he is 9": one was only a word, and the other tells more.
    bare = not (known.aged or known.name) and known.of_group <= person.of_group
    return bare and (person.aged or person.name is not None)


def _same_name(one: str, other: str) -> bool:
    first, second = one.casefold().split(), other.casefold().split()
    shorter = min(len(first), len(second))
    return first[:shorter] == second[:shorter]


def _differ(one: Found, other: Found) -> bool:
    """Two ages or two relations are two people, unless the later corrects."""
    ages = one.age is not None and other.age is not None and one.age != other.age
    relations = bool(one.relation and other.relation) and one.relation != other.relation
    return (ages and not other.corrected) or (relations and not (one.of_group or other.of_group) and ages)


def _take_up(known: Found, person: Found) -> None:
    if person.name and (known.name is None or len(person.name) > len(known.name)):
        known.name = person.name
    if person.age is not None and (known.age is None or person.corrected):
        known.age = person.age
    known.date_of_birth = known.date_of_birth or person.date_of_birth
    known.relation = known.relation or person.relation
    known.school = known.school or person.school
