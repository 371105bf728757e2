"""Erasing a family that was nominated: its key is destroyed, and with it all that was told. Callers commit.

What stays: reference, programme, status, codes, dates, and of the family's consent what was agreed to and when. It
tells that a nomination came and went, and nothing of whom. A safety alert has a key of its own and stays.
"""

from __future__ import annotations

from typing import Literal

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit import record
from backend.decisions.models import Decision
from backend.keys import destroy
from backend.nominations.models import ConsentRecord, FamilyMark, Judgement, Nomination
from backend.threads.record import erase, find_thread

Why = Literal["consent-withdrawn", "asked-for", "time-is-up", "sent-by-mistake"]


def erase_family(db: Session, nomination: Nomination, why: Why, by: Actor | None) -> bool:
    """Erase what identifies the family, here and in its talk; whether there was anything to erase.

    The nomination counts as withdrawn from then on. Again: nothing happens. Lock it first (:func:`find_nomination`).
    """
    if nomination.erased_at is not None:
        return False
    destroy(db, nomination.data_key_id)
    for table in (Judgement, ConsentRecord):
        db.execute(update(table).where(table.nomination_id == nomination.id).values(body=b""))
    db.execute(update(Decision).where(Decision.nomination_id == nomination.id).values(reason=None))
    db.execute(delete(FamilyMark).where(FamilyMark.family_id == nomination.family_id))
    nomination.content = nomination.nominator = None
    nomination.status = "withdrawn"
    nomination.version += 1
    if nomination.thread_id is not None:
        erase(db, find_thread(db, nomination.thread_id, lock=True), "withdrawn")
    record(db, by, "erased", "nomination", nomination.id, nomination.programme, why=why)
    db.flush()
    return True
