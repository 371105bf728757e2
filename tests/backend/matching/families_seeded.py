"""Families that do not exist, some nominated twice: the same for the same seed, with who is whom known.

``seeded(families, seed, noise)`` gives nominations in the order in which they come. A tenth of the families come again,
told differently: nicknames, mistakes, names that changed places, moves, missing and mistaken birth dates, people left
out. Beside them live families that are hard to tell apart: separated parents, half-siblings, twins, cousins at one
postcode, strangers of one name.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

Noise = Literal["setting", "judging"]
BEGAN = date(2025, 1, 6)
AGAIN = 0.1
"""Share of the families that are nominated again."""


@dataclass(frozen=True)
class Person:
    """Somebody who does not exist. ``id`` stays the same however they are told of."""

    id: int
    first: str
    surname: str
    born: date
    relation: str
    dated: bool
    """Whether the date of birth is known to whoever nominates; an age is told otherwise, or neither."""


@dataclass(frozen=True)
class Family:
    """A household that does not exist."""

    id: int
    people: tuple[Person, ...]
    number: int
    street: str
    postcode: str
    phone: str | None


@dataclass
class Seeded:
    """Nominations in the order in which they come, and the truth about them."""

    contents: list[dict[str, Any]] = field(default_factory=list)
    told_on: list[date] = field(default_factory=list)
    family: list[int] = field(default_factory=list)
    people: list[frozenset[int]] = field(default_factory=list)
    ids: list[list[int]] = field(default_factory=list)
    """Who the people of each nomination are, in their order."""

    def truth(self, one: int, other: int) -> Literal["same", "related"] | None:
        """What two nominations are to each other, by their places."""
        if self.family[one] == self.family[other]:
            return "same"
        return "related" if self.people[one] & self.people[other] else None

    def pairs(self, kind: str) -> set[tuple[int, int]]:
        """All pairs of a kind, the earlier first."""
        by_person: dict[int, list[int]] = {}
        for place, people in enumerate(self.people):
            for person in people:
                by_person.setdefault(person, []).append(place)
        found = {(a, b) for places in by_person.values() for a in places for b in places if a < b}
        return {pair for pair in found if self.truth(*pair) == kind}


def seeded(families: int, seed: int, noise: Noise) -> Seeded:
    """``families`` households and a tenth of them again."""
    town = _Town(random.Random(seed))  # noqa: S311
    town.settle(families)
    made = Seeded()
    chance = town.chance
    first = list(town.families)
    chance.shuffle(first)
    again = [_Retold(chance, town, noise).told_again(family) for family in chance.sample(first, int(families * AGAIN))]
    for place, family in enumerate([*first, *again]):
        told_on = BEGAN + timedelta(days=place * 500 // (len(first) + len(again)))
        made.contents.append(_content(chance, family, told_on))
        made.told_on.append(told_on)
        made.family.append(family.id)
        made.ids.append([person.id for person in family.people])
        made.people.append(frozenset(made.ids[-1]))
    return made


class _Town:
    """Draws families, and those who are hard to tell from them."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.families: list[Family] = []
        self._next = 0
        self._postcodes = [self._postcode() for _ in range(1_200)]

    def settle(self, families: int) -> None:
        while len(self.families) < families:
            self.families.append(self._family())
            place = len(self.families) - 1
            for beside, share in (
                (self._separated, 0.03), (self._half_siblings, 0.03), (self._cousins, 0.02), (self._namesakes, 0.04),
            ):  # fmt: skip
                if self.chance.random() < share and len(self.families) < families:
                    self.families.append(beside(place))

    def home(self) -> tuple[int, str, str]:
        street, postcode = self.chance.choice(self._postcodes)
        return self.chance.randint(1, 90), street, postcode

    def person(self, names: dict[str, list[str]], kind: str, surname: str, born: date) -> Person:
        self._next += 1
        relation = {"women": "mother", "men": "father", "girls": "daughter", "boys": "son"}[kind]
        dated = self.chance.random() < (0.4 if kind in ("women", "men") else 0.75)
        return Person(self._next, _drawn(self.chance, names[kind]), surname, born, relation, dated)

    def _family(self, surname: str | None = None) -> Family:
        names = self.chance.choices(_backgrounds(), [each["share"] for each in _backgrounds()])[0]
        own, others = self._surname(names), self._surname(names)
        own = surname or own
        mother = self.person(names, "women", own if self.chance.random() < 0.7 else others, self._day(22, 48))
        adults = [mother]
        if self.chance.random() < 0.6:
            adults.append(self.person(names, "men", own, self._day(22, 52)))
        joined = f"{own}-{others}" if self.chance.random() < 0.04 and "-" not in own + others else own
        children = self._children(names, joined)
        return self._at_home((*adults, *children))

    def _surname(self, names: dict[str, list[str]]) -> str:
        if "endings" in names and self.chance.random() < 0.5:
            return self.chance.choice(names["beginnings"]) + self.chance.choice(names["endings"])
        return _drawn(self.chance, names["surnames"])

    def _children(self, names: dict[str, list[str]], surname: str) -> list[Person]:
        made: list[Person] = []
        for _ in range(self.chance.choices((1, 2, 3, 4, 5), (30, 35, 20, 10, 5))[0]):
            born = made[-1].born if made and self.chance.random() < 0.04 else self._day(0, 17)
            child = self.person(names, self.chance.choice(("girls", "boys")), surname, born)
            while child.first in {each.first for each in made}:
                child = self.person(names, self.chance.choice(("girls", "boys")), surname, born)
            made.append(child)
        return made

    def _separated(self, place: int) -> Family:
        """The children's other parent, where they stay as well."""
        family = self.families[place]
        father = next((each for each in family.people if each.relation == "father"), None)
        if father is None:
            father = self.person(
                self.chance.choice(_backgrounds()), "men", family.people[-1].surname, self._day(25, 50)
            )
        # He lives elsewhere, so he is no part of the first household.
        self.families[place] = replace(family, people=tuple(each for each in family.people if each is not father))
        return self._at_home((father, *_children_of(family)))

    def _half_siblings(self, place: int) -> Family:
        """A father with a new partner and another child; he is named in both households."""
        names, family = self.chance.choice(_backgrounds()), self.families[place]
        father = next((each for each in family.people if each.relation == "father"), None)
        if father is None:
            father = self.person(names, "men", family.people[-1].surname, self._day(25, 50))
            self.families[place] = replace(family, people=(*family.people, father))
        partner = self.person(names, "women", _drawn(self.chance, names["surnames"]), self._day(22, 45))
        child = self.person(names, self.chance.choice(("girls", "boys")), father.surname, self._day(0, 4))
        return self._at_home((father, partner, child))

    def _cousins(self, place: int) -> Family:
        family = self.families[place]
        return replace(self._family(family.people[-1].surname), street=family.street, postcode=family.postcode)

    def _namesakes(self, place: int) -> Family:
        """Strangers whose mother, or father, has the same name and nearly the same age."""
        family = self.families[place]
        other = self._family(family.people[-1].surname)
        theirs, known = other.people[0], family.people[0]
        born = known.born + timedelta(days=self.chance.randint(-900, 900))
        same = replace(theirs, first=known.first, surname=known.surname, born=born, relation=known.relation)
        return replace(other, people=(same, *other.people[1:]))

    def _at_home(self, people: tuple[Person, ...]) -> Family:
        self._next += 1
        number, street, postcode = self.home()
        phone = f"07{self.chance.randint(10**8, 10**9 - 1)}" if self.chance.random() < 0.6 else None
        return Family(self._next, people, number, street, postcode, phone)

    def _day(self, youngest: int, oldest: int) -> date:
        return BEGAN - timedelta(days=self.chance.randint(youngest * 365 + 1, oldest * 365 + 300))

    def _postcode(self) -> tuple[str, str]:
        chance = self.chance
        street = f"{chance.choice(_STREETS)} {chance.choice(('Road', 'Street', 'Close', 'Avenue', 'Rise', 'Court'))}"
        letters = "ABDEFGHJLNPQRSTUWXYZ"
        end = f"{chance.randint(1, 9)}{chance.choice(letters)}{chance.choice(letters)}"
        return street, f"TN{chance.choice((13, 14, 15, 8, 16))} {end}"


def _children_of(family: Family) -> tuple[Person, ...]:
    return tuple(each for each in family.people if each.relation in ("daughter", "son"))


class _Retold:
    """Tells a family again as somebody else would."""

    def __init__(self, chance: random.Random, town: _Town, noise: Noise) -> None:
        self.chance, self.town, self.noise = chance, town, _noises()[noise]

    def told_again(self, family: Family) -> Family:
        people = [family.people[0], *(each for each in family.people[1:] if self.chance.random() > 0.15)]
        if self.chance.random() < 0.2:
            people.reverse()
        told = replace(family, people=tuple(self._person(each) for each in people))
        if self.chance.random() < 0.04:
            surname = self.town.families[self.chance.randrange(len(self.town.families))].people[0].surname
            told = replace(told, people=(replace(told.people[0], surname=surname), *told.people[1:]))
        if self.chance.random() < 0.25:
            number, street, postcode = self.town.home()
            told = replace(told, number=number, street=street, postcode=postcode)
        if self.chance.random() < 0.3:
            told = replace(told, phone=None)
        return told

    def _person(self, person: Person) -> Person:
        first, surname, chance = person.first, person.surname, self.chance
        if chance.random() < 0.35:
            first = chance.choice(self.noise["nicknames"].get(first, [first]))
        if chance.random() < 0.12:
            first = self._mistyped(first)
        if chance.random() < 0.12:
            surname = self._mistyped(surname)
        if chance.random() < 0.08:
            first = self._respelt(first)
        if chance.random() < 0.08:
            surname = self._respelt(surname)
        if chance.random() < 0.06:
            first, surname = surname, first
        elif chance.random() < 0.1 and "-" in surname:
            surname = surname.split("-")[0]
        elif chance.random() < 0.08:
            surname = ""
        dated = person.dated and chance.random() > 0.3
        return replace(person, first=first, surname=surname, born=self._born(person.born), dated=dated)

    def _born(self, born: date) -> date:
        which = self.chance.random()
        if which < 0.05 and born.day <= 12:
            return born.replace(month=born.day, day=born.month)
        if which < 0.08:
            return born.replace(year=born.year + self.chance.choice((-1, 1)), day=min(born.day, 28))
        if which < 0.11:
            return born.replace(day=max(1, min(28, born.day + self.chance.choice((-10, -1, 1, 10)))))
        return born

    def _mistyped(self, name: str) -> str:
        if len(name) < 4:
            return name
        at = self.chance.randrange(1, len(name) - 1)
        match self.chance.randrange(4):
            case 0:
                return name[:at] + name[at + 1 :]
            case 1:
                return name[:at] + name[at] + name[at:]
            case 2:
                return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
            case _:
                return name[:at] + self._beside(name[at]) + name[at + 1 :]

    def _beside(self, letter: str) -> str:
        beside = [pair.replace(letter, "") for pair in self.noise["keys"] if letter in pair]
        return self.chance.choice(beside) if beside else letter

    def _respelt(self, name: str) -> str:
        fitting = [(old, new) for old, new in self.noise["respelt"] if old in name]
        return name.replace(*self.chance.choice(fitting), 1) if fitting else name


def _content(chance: random.Random, family: Family, told_on: date) -> dict[str, Any]:
    return {
        "people": [_told(chance, person, told_on) for person in family.people],
        "address": f"{family.number} {family.street}" if chance.random() < 0.85 else None,
        "postcode": family.postcode if chance.random() < 0.94 else None,
        "contact": {"phone": family.phone} if family.phone else None,
    }


def _told(chance: random.Random, person: Person, told_on: date) -> dict[str, Any]:
    told: dict[str, Any] = {"name": f"{person.first} {person.surname}".strip().title(), "relation": person.relation}
    if person.dated:
        told["date_of_birth"] = person.born.isoformat()
    elif chance.random() < 0.8:
        had = (told_on.month, told_on.day) >= (person.born.month, person.born.day)
        told["age"] = max(0, told_on.year - person.born.year - (not had))
    return told


def _drawn(chance: random.Random, names: list[str]) -> str:
    return names[int(len(names) * chance.random() ** 1.4)]


@cache
def _backgrounds() -> list[dict[str, Any]]:
    read = yaml.safe_load(Path(__file__).with_name("invented_names.yml").read_text(encoding="utf-8"))
    return [{key: held.split() if isinstance(held, str) else held for key, held in each.items()} for each in read]


@cache
def _noises() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("invented_noise.yml").read_text(encoding="utf-8"))
    return read


_STREETS = (
    "Larkspur", "Station", "Mill", "Church", "Orchard", "Victoria", "Hop", "Quarry", "Linden", "Bramble", "Castle",
    "Weald", "Oast", "Tanner", "Hazel", "Priory", "Chestnut", "Meadow", "Forge", "Pinewood", "Granville", "Amherst",
)  # fmt: skip
