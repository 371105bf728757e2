"""The reader: a message → a :class:`nlu.reading.Reading`."""

from __future__ import annotations

from nlu.clauses import split_clauses
from nlu.danger.read import read_safety
from nlu.needs.read import read_mentions
from nlu.people.read import read_people
from nlu.plain import to_plain
from nlu.reading import Reading


class Reader:
    """Reads messages. Loads its lexicons once, when made; reading is pure and keeps nothing."""

    def __init__(self) -> None:
        self.read("Mum was arrested in 2015 but nobody is in danger now.")

    def read(self, text: str) -> Reading:
        """Everything that was said in one message; whatever was not said is None or empty."""
        plain = to_plain(text)
        clauses = split_clauses(plain.text)
        return Reading(
            mentions=read_mentions(text, plain, clauses),
            safety=read_safety(text, plain, clauses),
            **read_people(text, plain, clauses),
        )
