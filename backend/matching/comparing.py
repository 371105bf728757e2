"""Two households compared: who may be whom, what that and the rest weigh, and what is found."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rapidfuzz.distance import DamerauLevenshtein

from backend.matching.births import agreement
from backend.matching.households import Household, Role, Somebody
from backend.matching.names import first_names, surnames
from backend.matching.reasons import Reason
from backend.matching.weights import Finding, share_of_a_surname_again, threshold, weight

_ALIKE = ("same", "short", "sound", "spelling")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who may be one, by their places in the two households."""

    one: int
    other: int
    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> float:
        return sum(reason.weight for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of comparing two households."""

    finding: Finding | None
    weight: float
    """In bits: ten of them are a thousand to one."""
    pairs: tuple[Pair, ...]
    """Who is taken for whom, the surest first; each person at most once."""
    reasons: tuple[Reason, ...]
    """Of the households."""

    @property
    def codes(self) -> tuple[str, ...]:
        """What speaks for it in codes, what weighs most first, each once."""
        best: dict[str, float] = {}
        for reason in [*self.reasons, *(reason for pair in self.pairs for reason in pair.reasons)]:
            if reason.weight > 0:
                best[reason.code] = max(reason.weight, best.get(reason.code, 0))
        return tuple(sorted(best, key=lambda code: (-best[code], code)))


def compare(one: Household, other: Household) -> Comparison:
    """Compare two households; which of them is named first changes nothing but the order in a pair."""
    pairs = _who_is_whom(one, other)
    home = _reason("home", _home(one, other))
    reasons = (
        home,
        _reason("reached", _reached(one, other)),
        _reason("children", _overlap(one, other, pairs, "child")),
        _reason("adults", _overlap(one, other, pairs, "adult")),
    )
    total = sum(pair.weight for pair in pairs) + sum(reason.weight for reason in reasons)
    return Comparison(_finding(total, pairs, apart=_apart(*reasons)), round(total, 2), pairs, reasons)


def compare_people(one: Somebody, other: Somebody) -> tuple[Reason, ...]:
    """First names, surnames, births and relations of two people."""
    first, last = _names(one, other)
    return (
        _reason("first_name", first),
        _reason("surname", last),
        _reason("born", agreement(one.born, other.born)),
        _reason("relation", "unlike" if {one.sex, other.sex} == {"female", "male"} else "unknown"),
    )


def _apart(home: Reason, _: Reason, children: Reason, adults: Reason) -> bool:
    """Whether who is in common lives in two households: elsewhere, with other children or other grown-ups."""
    others = "none" in (children.level, adults.level) or (
        children.level == "unknown" and adults.level in ("most", "some")
    )
    return home.level in ("next_door", "district", "elsewhere") and others


def _finding(total: float, pairs: tuple[Pair, ...], *, apart: bool) -> Finding | None:
    if total >= threshold("same_family") and pairs and not apart:
        return "same"
    return "related" if pairs and pairs[0].weight >= threshold("shared_person") else None


def _who_is_whom(one: Household, other: Household) -> tuple[Pair, ...]:
    """The likeliest pairs first, each person once: a twin is taken for the twin of the same name."""
    possible = [
        Pair(a, b, compare_people(first, second))
        for a, first in enumerate(one.people)
        for b, second in enumerate(other.people)
        if {first.role, second.role} != {"adult", "child"}
    ]
    taken: tuple[set[int], set[int]] = (set(), set())
    seen: set[tuple[str, ...]] = set()
    chosen: list[Pair] = []
    for pair in sorted(possible, key=lambda each: -each.weight):
        surnames_told = {one.people[pair.one].surname, other.people[pair.other].surname}
        counted = _again(pair) if surnames_told & seen else pair
        if counted.weight >= threshold("same_person") and pair.one not in taken[0] and pair.other not in taken[1]:
            taken[0].add(pair.one)
            taken[1].add(pair.other)
            seen |= surnames_told
            chosen.append(counted)
    return tuple(chosen)


def _again(pair: Pair) -> Pair:
    """With less weight on the surname: everybody has it because one has it, so it says little more of the second."""
    return replace(
        pair,
        reasons=tuple(
            replace(each, weight=each.weight * share_of_a_surname_again())
            if each.thing == "surname" and each.weight > 0
            else each
            for each in pair.reasons
        ),
    )


def _names(one: Somebody, other: Somebody) -> tuple[str, str]:
    if not one.first or not other.first:
        return "unknown", "unknown"
    first = first_names(one.first, other.first)
    if not one.surname or not other.surname:
        return first, "unknown"
    last = surnames(one.surname, other.surname)
    if first in _ALIKE or last in _ALIKE:
        return first, last
    crossed = first_names(one.first, "".join(other.surname)), first_names(other.first, "".join(one.surname))
    return ("swapped", "swapped") if all(level in _ALIKE for level in crossed) else (first, last)


def _home(one: Household, other: Household) -> str:
    house = _same_house(one.address, other.address)
    if not one.postcode or not other.postcode:
        return {True: "address", False: "elsewhere", None: "unknown"}[house]
    if one.postcode == other.postcode:
        return {True: "same", False: "next_door", None: "postcode"}[house]
    if house and DamerauLevenshtein.distance(one.postcode, other.postcode) == 1:
        return "same"
    return "district" if one.postcode[:-3] == other.postcode[:-3] else "elsewhere"


def _same_house(one: tuple[str, ...], other: tuple[str, ...]) -> bool | None:
    """Whether two addresses have a number and another word in common; None where one has no number."""
    numbers, words = (
        [{word for word in address if word[0].isdigit() is digits} for address in (one, other)]
        for digits in (True, False)
    )
    if not all(numbers):
        return None
    return bool(numbers[0] & numbers[1]) and bool(words[0] & words[1] or not all(words))


def _reached(one: Household, other: Household) -> str:
    if not one.reached or not other.reached:
        return "unknown"
    return "same" if one.reached & other.reached else "different"


def _overlap(one: Household, other: Household, pairs: tuple[Pair, ...], role: Role) -> str:
    """How many of the children, or of the adults, of the smaller side are also on the other."""
    fewer = min(_count(one, role), _count(other, role))
    if not fewer:
        return "unknown"
    both = sum(role in (one.people[pair.one].role, other.people[pair.other].role) for pair in pairs)
    if both == 0:
        return "none"
    return "all" if both >= fewer else "most" if both * 2 > fewer else "some"


def _count(household: Household, role: Role) -> int:
    return sum(person.role == role for person in household.people)


def _reason(thing: str, level: str) -> Reason:
    return Reason(thing, level, weight(thing, level))
