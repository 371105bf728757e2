"""What is known while the atoms of a message are heard: the people so far, whom it speaks of now, the open group."""

from __future__ import annotations

from nlu.people.ages import Age
from nlu.people.atom import Atom
from nlu.people.found import Found
from nlu.people.gap import Gap, gap_between
from nlu.people.vocabulary import words
from nlu.people.words_in import Token

YOUNGEST_PARENT = 15
OLDEST_CHILD = 25
"""A bare number after "the kids" is an age only up to here."""
FAR = 2
"""So many other words may stand between somebody and what is told of them."""


class Telling:
    """The state that hearing changes; the rules are in the modules ``told_…``."""

    def __init__(self, message: str, tokens: list[Token], atoms: list[Atom]) -> None:
        self.tokens = tokens
        self.atoms = atoms
        self.soft = _one_a_line(message, atoms)
        self.people: list[Found] = []
        self.now: Found | None = None
        self.group: Found | None = None
        self.filled = 0
        self.outer: Found | None = None
        """The group that a smaller one is part of: "kids: twins Ava and Mia, Leo"."""
        self.age_of_all: int | None = None
        """The age of each of the group: "14yo twins"."""
        self.age_before: int | None = None
        """The same while the group is still to come."""
        self.alike: list[Found] = []
        """Twins who were named before it was said that they are: the next age is that of each."""
        self.birth_before: Age | None = None
        """A date of birth that stands before its name: "DOB 3/4/2011 Kai Marsh"."""
        self.depth = 0
        self.owned: list[Found] = []
        """Parents of whom it was said whose they are: "Jake's mum"."""
        self.orphans: list[int] = []
        """Ages that begin the message, before anybody was named."""
        self.inside: Found | None = None
        """Whom an open bracket tells of."""

    def brackets(self, gap: Gap) -> None:
        for low in gap.lows:
            if low == "(":
                self.depth += 1
                self.inside = self.now if self.depth == 1 and self.group_waits() is False else self.inside
            elif low == ")" and self.depth:
                self.depth -= 1
                if not self.depth:
                    self.inside = None

    def group_waits(self) -> bool:
        """Whether a group was named and nobody of it yet: then a bracket lists them."""
        return self.group is not None and self.filled == 0 and self.now is None

    def low(self, at: int) -> str:
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def ahead(self, index: int) -> tuple[Atom | None, Gap]:
        """The atom after this one, and what stands before it."""
        end = self.atoms[index].last
        after = self.atoms[index + 1] if index + 1 < len(self.atoms) else None
        return after, gap_between(self.tokens, end, after.first if after else len(self.tokens), soft_lines=self.soft)

    def begin(self, atom: Atom, **said: object) -> Found:
        start, end = self.tokens[atom.first].start, self.tokens[max(atom.first, atom.last - 1)].end
        person = Found(atom.first, atom.last, start, end, **said)  # type: ignore[arg-type]
        if self.birth_before is not None:
            person.date_of_birth, self.birth_before = self.birth_before.date_of_birth, None
        self.people.append(person)
        self.now = person
        if self.depth == 0:
            self.inside = None
        return person

    def reach(self, person: Found, atom: Atom, gap: Gap) -> None:
        """The person's words go on to this atom."""
        if not gap.loose:
            person.last = max(person.last, atom.last)
        person.end = max(person.end, self.tokens[atom.last - 1].end)

    def open_group(self, atom: Atom, relation: str, count: int | None) -> None:
        start, end = self.tokens[atom.first].start, self.tokens[max(atom.first, atom.last - 1)].end
        self.group = Found(atom.first, atom.last, start, end, relation=relation, count=count, together=atom.plural)
        self.filled = 0
        self.now = None
        self.age_of_all = None

    def close_group(self, *, told_apart: bool = False) -> None:
        """Those who were counted and not told apart are people too."""
        group, self.group = self.group, None
        if group and group.count and not self.filled and not told_apart:
            for _ in range(group.count):
                one = Found(group.first, group.last, group.start, group.end, relation=group.relation, of_group=True)
                one.age = self.age_of_all
                self.people.append(one)
            self.now = None

    def member(self, atom: Atom, **said: object) -> Found:
        """Somebody of the open group."""
        group = self.group
        person = self.begin(atom, relation=group.relation if group else None, of_group=group is not None, **said)
        if self.age_of_all is not None and person.age is None:
            person.age = self.age_of_all
        if group and not self.filled:
            person.first = min(person.first, group.first)
        self.filled += 1
        return person

    def takes_in(self, age: int | None) -> bool:
        """Whether the open group can have one more, of this age."""
        group = self.group
        if group is None or (group.count and self.filled >= group.count):
            return False
        if group.relation in words("adults"):
            return age is None or age >= YOUNGEST_PARENT
        return age is None or age <= OLDEST_CHILD or bool(self.filled == 0)

    def waiting(self) -> list[Found]:
        """The last of the people, back to the first whose age is known; a parent ends them, unless all are."""
        last: list[Found] = []
        for person in reversed(self.people):
            if person.aged or person.stranger:
                break
            if (
                person.relation in words("parents") | {"self"}
                and last
                and last[-1].relation not in words("parents") | {"self", None}
            ):
                break
            last.append(person)
        return last[::-1]


def _one_a_line(message: str, atoms: list[Atom]) -> bool:
    """Whether each line tells one thing, as in a form: then a new line is no more than a comma."""
    if "\n" not in message.strip():
        return False
    lines = [line for line in message.splitlines() if line.strip()]
    return len(atoms) <= len(lines) * 1.2
