"""A decided nomination and its coordinator, straight in the database, for tests of letters."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from backend.database.base import utc_now
from backend.decisions.service import decide
from backend.decisions.shapes import NewDecision
from backend.letters.readers import Reader
from backend.letters.service import Desk, Opened, begin, desk, open_letter, send, write
from backend.nominations.models import Nomination
from backend.nominations.record import find_nomination
from backend.nominations.submission import submit
from backend.threads.record import body_of, find_thread, messages_of
from tests.backend.threads.people import draft, somebody
from tests.backend.threads.talking import CONTENT

WHY = "Two needs hold: school and work."
MOTHER = "Della Quillfeather"


class Case:
    """A nomination that was decided about, with whoever sent it and a coordinator."""

    def __init__(
        self, db: Session, kind: str | None = "accept", *, role: Any = "nominator", stream: str | None = None,
        programme: str = "sevenoaks", **changes: Any,
    ) -> None:  # fmt: skip
        self.db = db
        self.nominator = somebody(db, role, programme)
        self.coordinator = somebody(db, "coordinator", programme)
        content = CONTENT | changes
        self.reference = submit(db, draft(db, self.nominator, programme, content).id, utc_now()).reference
        if kind is not None:
            self.decide(kind, stream)

    @property
    def row(self) -> Nomination:
        return find_nomination(self.db, self.reference)

    def decide(self, kind: Any, stream: str | None = None, reason: str = WHY) -> None:
        new = NewDecision(kind=kind, stream=stream, reason=reason, version=self.row.version)
        decide(self.db, self.coordinator, self.reference, new)

    def desk(self) -> Desk:
        return desk(self.db, self.coordinator, self.reference, utc_now())

    def reader(self, code: str) -> Reader:
        [found] = [each for each in self.desk().readers if each.code == code]
        return found

    def begin(self, reader: str = "nominator") -> str:
        return begin(self.db, self.coordinator, self.reference, reader, utc_now())

    def opened(self, letter: str) -> Opened:
        return open_letter(self.db, self.coordinator, self.reference, letter, utc_now())

    def write(self, letter: str, seen: int | None = None, **texts: str) -> None:
        seen = self.opened(letter).letter.last_n if seen is None else seen
        write(self.db, self.coordinator, self.reference, letter, seen, texts, utc_now())

    def send(self, letter: str, way: str) -> None:
        seen = self.opened(letter).letter.last_n
        send(self.db, self.coordinator, self.reference, letter, seen, way, utc_now())

    def text(self, letter: str) -> str:
        return self.opened(letter).text.plain()

    def why_not(self, letter: str) -> dict[str, str | None]:
        """The ways, each with why it is closed."""
        return {way.code: way.why_not for way in self.opened(letter).ways}

    def said(self) -> list[str]:
        """What persons wrote in the talk."""
        thread = find_thread(self.db, str(self.row.thread_id))
        return [body_of(self.db, thread, each)["text"] for each in messages_of(self.db, thread, "out")
                if each.kind == "person"]  # fmt: skip
