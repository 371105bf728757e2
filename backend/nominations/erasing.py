"""Erasing a family that was nominated: its key is destroyed, and with it all that was told. Callers commit.

What stays: reference, programme, status, codes, dates, and of the family's consent what was agreed to and when. It
tells that a nomination came and went, and nothing of whom. A safety alert has a key of its own and stays.
"""

from __future__ import annotations

from typing import Literal

from sqlalchemy import update
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit import record
from backend.database.base import utc_now
from backend.decisions.budget_models import BudgetRequest
from backend.decisions.models import Decision
from backend.errors import Conflict
from backend.keys import destroy
from backend.letters.models import Letter, LetterVersion
from backend.nominations.ending import end_processing
from backend.nominations.models import ConsentRecord, Judgement, Nomination
from backend.paths.models import PathStep
from backend.retention.holding import active_hold
from backend.retention.models import LegalHold
from backend.rights.models import RightsRequest
from backend.threads.record import erase, find_thread, set_aside

Why = Literal["consent-withdrawn", "asked-for", "time-is-up", "sent-by-mistake", "objection", "erased-before"]
"""The last is a backup's: it brought back what had been erased since, and did not know why."""
HELD = "A legal hold keeps this record. It is erased when the hold is lifted."


def erase_family(db: Session, nomination: Nomination, why: Why, by: Actor | None) -> bool:
    """Erase what identifies the family, here and in its talk; whether there was anything to erase.

    The nomination counts as withdrawn from then on. Again: nothing happens. Lock it first (:func:`find_nomination`).
    Raises Conflict while a legal hold keeps it.
    """
    if nomination.erased_at is not None:
        return False
    if active_hold(db, nomination) is not None:
        raise Conflict(HELD)
    end_processing(db, nomination, why)
    destroy(db, nomination.data_key_id)
    for table in (Judgement, ConsentRecord):
        db.execute(update(table).where(table.nomination_id == nomination.id).values(body=b""))
    db.execute(update(Decision).where(Decision.nomination_id == nomination.id).values(reason=None, body=None))
    asked = BudgetRequest.nomination_id == nomination.id
    db.execute(update(BudgetRequest).where(asked).values(reason=None, answer=None))
    db.execute(update(PathStep).where(PathStep.nomination_id == nomination.id).values(body=None))
    db.execute(update(Letter).where(Letter.nomination_id == nomination.id).values(recipient=None))
    db.execute(update(LetterVersion).where(LetterVersion.nomination_id == nomination.id).values(body=None))
    db.execute(update(LegalHold).where(LegalHold.nomination_id == nomination.id).values(words=None))
    db.execute(update(RightsRequest).where(RightsRequest.nomination_id == nomination.id).values(body=None, answer=None))
    nomination.content = nomination.nominator = nomination.set_aside_at = None
    if nomination.thread_id is not None:
        erase(db, find_thread(db, nomination.thread_id, lock=True), "withdrawn")
    record(db, by, "erased", "nomination", nomination.id, nomination.programme, why=why)
    db.flush()
    return True


def erase_or_set_aside(db: Session, nomination: Nomination, why: Why, by: Actor | None) -> Literal["erased", "kept"]:
    """Erase the family; or, while a legal hold keeps it, put the record where only those see it who may see a hold.

    Either way nothing more is done with it, for anybody, from this transaction on.
    """
    hold = active_hold(db, nomination)
    if hold is None:
        erase_family(db, nomination, why, by)
        return "erased"
    if nomination.set_aside_at is None and nomination.erased_at is None:
        end_processing(db, nomination, why)
        set_aside_record(db, nomination)
        record(db, by, "set aside", "nomination", nomination.id, nomination.programme, why=why, hold=hold.id)
    return "kept"


def set_aside_record(db: Session, nomination: Nomination) -> None:
    """Take the record out of everybody's sight; it stays sealed with its own key."""
    nomination.set_aside_at = utc_now()
    if nomination.thread_id is not None:
        set_aside(db, find_thread(db, nomination.thread_id, lock=True), "withdrawn")
    db.flush()
