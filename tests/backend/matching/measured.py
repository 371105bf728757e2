"""How well families are found again on seeded ones: candidates by marks, compared as when a nomination comes in."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from backend.keys.blind_index import normalised
from backend.matching import Comparison, Household, compare, household_of, marks_of
from backend.nominations.candidates import MOST_COMPARED
from tests.backend.matching.families_seeded import Seeded

Pairs = set[tuple[int, int]]


@dataclass(frozen=True)
class Score:
    """Precision and recall, with the counts that they are made of."""

    found: int
    right: int
    true: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.true if self.true else 1.0


def score(found: Pairs, true: Pairs) -> Score:
    return Score(len(found), len(found & true), len(true))


class Measured:
    """All nominations of a seeded set taken in one after the other."""

    def __init__(self, seeded: Seeded) -> None:
        self.seeded = seeded
        self.households: list[Household] = []
        self.compared: dict[tuple[int, int], Comparison] = {}
        self.milliseconds: list[float] = []
        """Of processor time, for each nomination: marks, candidates, comparisons."""
        self._at: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for place in range(len(seeded.contents)):
            began = time.process_time()
            self._take_in(place)
            self.milliseconds.append((time.process_time() - began) * 1000)

    def _take_in(self, place: int) -> None:
        household = household_of(self.seeded.contents[place], self.seeded.told_on[place])
        marks = marks_of(household)
        shared = Counter(earlier for mark in marks for earlier in self._at[mark])
        for earlier in sorted(shared, key=lambda each: (-shared[each], -each))[:MOST_COMPARED]:
            self.compared[earlier, place] = compare(self.households[earlier], household)
        self.households.append(household)
        for mark in marks:
            self._at[mark].append(place)

    def found(self, finding: str) -> Pairs:
        return {pair for pair, each in self.compared.items() if each.finding == finding}

    @cached_property
    def same(self) -> Score:
        return score(self.found("same"), self.seeded.pairs("same"))

    @cached_property
    def related(self) -> Score:
        return score(self.found("related"), self.seeded.pairs("related"))

    @cached_property
    def shown(self) -> Score:
        """Whatever a coordinator is shown, against whatever is the same family or related."""
        return score(
            self.found("same") | self.found("related"), self.seeded.pairs("same") | self.seeded.pairs("related")
        )

    @cached_property
    def candidates(self) -> Score:
        """How many of those who are one family are compared at all."""
        return score(set(self.compared), self.seeded.pairs("same"))


def exact(seeded: Seeded, *, by: str) -> Pairs:
    """Pairs in which somebody's name is written alike and so is the date of birth, or the postcode (``by``)."""
    at: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place, content in enumerate(seeded.contents):
        for person in content["people"]:
            beside = person.get("date_of_birth") if by == "birth" else content.get("postcode")
            if beside:
                at[normalised(person["name"], "name"), beside].append(place)
    return {(a, b) for places in at.values() for a in places for b in places if a < b}
