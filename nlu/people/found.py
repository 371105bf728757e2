"""Somebody found among the words, before it is settled who of them belongs to the household."""

from __future__ import annotations

from dataclasses import dataclass

from nlu.people.words_in import Token
from nlu.reading import Person


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words are looked at: the message, its tokens and the token in hand."""

    message: str
    tokens: list[Token]
    at: int

    def low(self, offset: int = 0) -> str:
        """The lower-case word so far from here; empty beyond the ends."""
        place = self.at + offset
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def token(self, offset: int = 0) -> Token | None:
        """The token so far from here, if there is one."""
        place = self.at + offset
        return self.tokens[place] if 0 <= place < len(self.tokens) else None

    def move(self, to: int) -> Place:
        """The same words, looked at from another token."""
        return Place(self.message, self.tokens, to)


@dataclass(slots=True)
class Found:
    """One person, or several of a kind (``count``) while they are told apart."""

    first: int
    last: int
    """The token after the last that tells of them."""
    start: int
    end: int
    name: str | None = None
    age: int | None = None
    date_of_birth: str | None = None
    relation: str | None = None
    school: str | None = None
    implied: bool = False
    """The relation is only what an age suggests ("a 9 year old")."""
    suggested: bool = False
    """Only "he is 14": nobody else was told of, or it was one of them."""
    of_group: bool = False
    """The relation is that of a group ("the boys are …")."""
    count: int | None = None
    together: bool = False
    """Twins: one age is the age of all."""
    own_words: bool = False
    """Somebody who said "I am" or "my name is"."""
    stranger: bool = False
    """Not of the family: a pet, or somebody who works with it."""
    vouched: bool = False
    """Named with "and her children": the family's without more."""
    corrected: bool = False
    """"Actually …": what is said here takes the place of what was said before."""
    settled: bool = False
    """An age was said, if only one that is not clear ("14 in May")."""

    at_school: bool = False
    """A year at school was said: of two ages nobody knows which."""

    @property
    def aged(self) -> bool:
        """Whether an age or a date of birth was said."""
        return self.age is not None or self.date_of_birth is not None or self.settled or self.at_school

    @property
    def weak(self) -> bool:
        """Only a word ("mum", "Jo"): counts where the sentence lists who lives together."""
        named = self.name is not None and self.relation not in (None, "self")
        return not (self.aged or self.of_group or self.vouched or named)

    def person(self) -> Person:
        """As it is recorded."""
        return Person(self.name, self.age, self.date_of_birth, self.relation, self.school)
