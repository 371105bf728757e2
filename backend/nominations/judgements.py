"""Keeping a judgement with a nomination: each stays, the newest is the one that counts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backend.database.base import new_id
from backend.keys import seal
from backend.nominations.judging import Judged
from backend.nominations.models import Judgement, Nomination
from backend.nominations.ranking import keep_rank
from backend.nominations.stage import ON_ITS_PATH


def keep_judgement(
    db: Session, nomination: Nomination, judged: Judged, *, cause: str, now: datetime, by: str | None = None
) -> None:
    """Add a judgement. A stream that a person has decided stays as decided."""
    count = db.scalar(select(func.count()).where(Judgement.nomination_id == nomination.id)) or 0
    judgement_id = new_id()
    body = {"assessment": judged.assessment, "route": judged.route, "needs": judged.needs}
    sealed = seal(db, nomination.data_key_id, body, table="judgements", column="body", row=judgement_id)
    db.add(
        Judgement(
            id=judgement_id,
            nomination_id=nomination.id,
            programme=nomination.programme,
            n=count + 1,
            programme_version=judged.programme_version,
            cause=cause,
            verdict=judged.verdict,
            stream=judged.stream,
            path=judged.path,
            body=sealed,
            account_id=by,
            at=now,
        )
    )
    nomination.programme_version = judged.programme_version
    nomination.verdict = judged.verdict
    if nomination.status not in ON_ITS_PATH:
        nomination.stream = judged.stream
    nomination.path = judged.path
    keep_rank(nomination, judged.assessment["priority"]["parts"])
    db.flush()
