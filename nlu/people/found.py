"""Somebody found among the words, before it is settled who of them belongs to the household."""

from __future__ import annotations

from dataclasses import dataclass, field

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
    """One person, several of a kind (``count``), or bare ages that belong to those before (``ages``)."""

    first: int
    last: int
    """The token after it."""
    start: int
    end: int
    name: str | None = None
    age: int | None = None
    date_of_birth: str | None = None
    relation: str | None = None
    school: str | None = None
    weak: bool = False
    """Only a word ("mum", "Jo"): counts where the sentence lists who lives together."""
    implied: bool = False
    """The relation is only what an age suggests ("a 9 year old")."""
    group: bool = False
    count: int | None = None
    ages: list[int] = field(default_factory=list)

    @property
    def aged(self) -> bool:
        """Whether an age or a date of birth is known."""
        return self.age is not None or self.date_of_birth is not None

    def person(self) -> Person:
        """As it is recorded."""
        return Person(self.name, self.age, self.date_of_birth, self.relation, self.school)


def found(place: Place, last: int, **said: object) -> Found:
    """A find from the token in hand up to ``last``."""
    return Found(place.at, last, place.tokens[place.at].start, place.tokens[last - 1].end, **said)  # type: ignore[arg-type]
