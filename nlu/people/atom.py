"""One thing that a message tells of people."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from nlu.people.ages import Age

Kind = Literal["name", "relation", "age", "self", "group", "owner", "stranger", "place"]

OWNERS = frozenset({"my", "our", "his", "her", "their", "the", "a", "an"})
"""What may stand before a relation."""


@dataclass(slots=True)
class Atom:
    """One thing that is told, with the tokens that tell it."""

    kind: Kind
    first: int
    last: int
    """The token after it."""
    name: str | None = None
    relation: str | None = None
    count: int | None = None
    owner: str | None = None
    """The word that a relation belongs to: "my", "her", "the"."""
    plural: bool = False
    ages: list[Age] = field(default_factory=list)

    @property
    def age(self) -> Age:
        """The one age of an age atom."""
        return self.ages[0]
