"""Groups and bare ages put together: "two boys, 8 and 14", "three kids Ollie 10, Ava 7", "Ed and Al, 15 and 13"."""

from __future__ import annotations

from dataclasses import replace

from nlu.people.found import Found
from nlu.people.vocabulary import words
from nlu.people.words_in import Token

_GROWN = 18
_MINOR = 25
"""A bare number after "the kids" is an age only up to here."""


def resolve_groups(tokens: list[Token], found: list[Found]) -> list[Found]:
    """Single people only, in the order they come; bare ages that belong to nobody are dropped."""
    people: list[Found] = []
    group: Found | None = None
    filled = 0
    previous: Found | None = None
    for item in found:
        if _only_pronoun(item, people):
            continue
        joined = previous is not None and _joined(tokens, previous, item)
        if item.group and joined and item.count and _names_last(people, item):
            continue
        of_group = group is not None and joined and _fits(group, item)
        if group and not (of_group or (item.ages and joined)):
            _close(people, group, filled)
            group = None
        if item.group:
            group, filled = item, 0
        elif item.ages:
            group, filled = _give_ages(tokens, people, item, group, filled, joined=joined)
        else:
            people.append(replace(item, relation=group.relation, weak=False) if group else item)
            filled += 1
        previous = item
    if group:
        _close(people, group, filled)
    return people


def _only_pronoun(item: Found, people: list[Found]) -> bool:
    """ "He's 14" after somebody was named speaks of him again."""
    return item.implied and item.relation in ("son", "daughter") and any(not person.implied for person in people)


def _close(people: list[Found], group: Found, filled: int) -> None:
    """Those who were counted and not told apart."""
    if filled == 0 and group.count:
        people += [replace(group, group=False, count=None) for _ in range(group.count)]


def _fits(group: Found, item: Found) -> bool:
    """Whether somebody can be one of the group: no child is a grandparent."""
    if item.group or item.ages or not (item.relation is None or (item.implied and item.relation == "child")):
        return False
    too_young = group.relation in words("adults") and item.age is not None and item.age < _GROWN
    return bool(item.name or item.aged) and not too_young


def _names_last(people: list[Found], group: Found) -> bool:
    """ "A 4 year old and a 9 year old, both boys": the last ones are told what they are."""
    last = people[-(group.count or 0) :]
    if len(last) != group.count or not all(person.aged and person.relation in ("child", None) for person in last):
        return False
    if not all(person.age is not None and person.age <= _MINOR for person in last):
        return False
    for person in last:
        person.relation = group.relation
    return True


def _joined(tokens: list[Token], before: Found, after: Found) -> bool:
    """Whether nothing but joining words stands between two finds."""
    between = tokens[before.last : after.first]
    return all(token.low in words("joining") for token in between) and len(between) <= 6


def _give_ages(
    tokens: list[Token], people: list[Found], item: Found, group: Found | None, filled: int, *, joined: bool
) -> tuple[Found | None, int]:
    grown = group is not None and group.relation in words("adults")
    ages = [age for age in item.ages if age <= _MINOR or grown]
    if not joined or not ages:
        return group, filled
    lead = tokens[max(0, item.first - 2) : item.first]
    shared = len(ages) == 1 and any(token.low in ("both", "all", "are") for token in lead)
    if group and filled == 0:
        before = _unaged(people)
        if group.count and len(ages) > group.count and len(before) + group.count >= len(ages):
            _close(people, group, 0)
            _pair(people, ages)
            return None, 0
        if shared or (len(ages) == 1 and group.count):
            ages = ages * (group.count or 2)
        if group.count and len(ages) > group.count:
            ages = ages[: group.count]
        people += [replace(group, group=False, count=None, age=age, end=item.end) for age in ages]
        return None, len(ages)
    if shared:
        ages = ages * len(_unaged(people))
    if group or len(ages) > 1 or shared or len(_unaged(people)) == 1:
        _pair(people, ages)
    return None, 0


def _unaged(people: list[Found]) -> list[Found]:
    """The last of the people, back to the first who has an age or is grown up."""
    last: list[Found] = []
    for person in reversed(people):
        if person.aged or person.relation in words("adults"):
            break
        last.append(person)
    return last[::-1]


def _pair(people: list[Found], ages: list[int]) -> None:
    """The ages to the last people who have none, in order; more ages than people belong to somebody else."""
    waiting = _unaged(people)[-len(ages) :]
    if len(waiting) != len(ages):
        return
    for person, age in zip(waiting, ages, strict=True):
        person.age, person.weak = age, False
