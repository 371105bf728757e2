"""The reader: a message → a :class:`nlu.reading.Reading`."""

from __future__ import annotations

from datetime import date
from threading import Lock

from nlu.dictated import undictated
from nlu.document import clauses_of, mentions_of, parts_of, plain_of, safety_of
from nlu.encoder.meant import read_meant
from nlu.encoder.read import encoder
from nlu.needs.attendance import read_shares
from nlu.needs.named import give_names
from nlu.needs.places import without_names
from nlu.needs.whose import give_ages
from nlu.people.read import read_people
from nlu.pipeline import make_document, make_pipeline
from nlu.reading import Reading
from nlu.written.alarm import with_unread


class Reader:
    """Reads messages. Loads its lexicons once, when made; keeps nothing of what it reads.

    ``today`` fixes the day that "yesterday" counts from; by default the day of reading. One message is read at a time.
    """

    def __init__(self, today: date | None = None) -> None:
        self._today = today
        self._pipeline = make_pipeline()
        second = encoder()
        self._version = second.version if second else None
        self._lock = Lock()
        # Compiles every lexicon now, so that the first person is not kept waiting.
        self.read("Mum agreed yesterday; the lead professional is the school nurse.")

    def read(self, text: str) -> Reading:
        """Everything that was said in one message; whatever was not said is None or empty."""
        # A person's calendar day: no time zone is involved in "yesterday".
        today = self._today or date.today()  # noqa: DTZ011
        text = undictated(text)
        # spaCy keeps every word it meets, names too: the zone makes it forget them when the message is read.
        with self._lock, self._pipeline.memory_zone():
            doc = make_document(self._pipeline, text)
            plain, clauses = plain_of(doc), clauses_of(doc)
            written = doc._.written
            people = read_people(text, plain, clauses, today, written)
            safety = with_unread(safety_of(doc), written)
            told = without_names(text, read_shares(text, mentions_of(doc)), people["people"])
            mentions = give_ages(text, give_names(text, told, people["people"]), people["people"])
            meant = read_meant(text, parts_of(doc)) if written in (None, "en") else {}
            found = {"mentions": mentions, "safety": safety, "meant": meant, **people}
            return Reading(**found, written_in=written, model=self._version)
