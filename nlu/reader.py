"""The reader: a message → a :class:`nlu.reading.Reading`."""

from __future__ import annotations

from datetime import date

from nlu.clauses import split_clauses
from nlu.danger.read import read_safety
from nlu.needs.read import read_mentions
from nlu.people.read import read_people
from nlu.plain import to_plain
from nlu.reading import Reading


class Reader:
    """Reads messages. Loads its lexicons once, when made; keeps nothing of what it reads.

    ``today`` fixes the day that "yesterday" counts from; by default the day of reading.
    """

    def __init__(self, today: date | None = None) -> None:
        self._today = today
        # Compiles every lexicon now, so that the first person is not kept waiting.
        self.read("Mum agreed yesterday; the lead professional is the school nurse.")

    def read(self, text: str) -> Reading:
        """Everything that was said in one message; whatever was not said is None or empty."""
        plain = to_plain(text)
        clauses = split_clauses(plain.text)
        # A person's calendar day: no time zone is involved in "yesterday".
        today = self._today or date.today()  # noqa: DTZ011
        return Reading(
            mentions=read_mentions(text, plain, clauses),
            safety=read_safety(text, plain, clauses),
            **read_people(text, plain, clauses, today),
        )
