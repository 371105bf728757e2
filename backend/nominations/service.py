"""What people do with nominations: see the queue, open one, see their own, judge one again. Callers commit."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit import record
from backend.database.base import utc_now
from backend.errors import CannotOpen, Conflict, Invalid, NotFound, Refused
from backend.nominations import record as nominations
from backend.nominations import telling
from backend.nominations.judgements import keep_judgement
from backend.nominations.judging import judge
from backend.nominations.models import Nomination
from backend.nominations.pausing import must_not_be_paused
from backend.nominations.queue import READERS, queue
from backend.nominations.shapes import OwnRow, QueueFilter, QueueRow, Sort
from backend.nominations.status import NominationStatus
from backend.nominations.views import own_view, reader_view
from backend.programmes import UnknownProgramme

__all__ = ["QueueFilter", "QueueRow", "Sort", "judge_again", "open_nomination", "own_nominations", "queue"]


def open_nomination(db: Session, actor: Actor, reference: str) -> dict[str, Any]:
    """A nomination as far as the actor may see it (README, "A nomination as JSON").

    Whole for coordinators, chair, lead and analyst of its programme; own words, status and next step for whoever sent
    it. Refused for accounts that see no family's content at all; NotFound for everything out of reach.
    """
    if not actor.has(*READERS, "nominator", "family"):
        raise Refused
    nomination = nominations.find_nomination(db, reference)
    if nomination.programme in actor.programmes(*READERS):
        record(db, actor, "read", "nomination", nomination.id, nomination.programme)
        return reader_view(db, nomination, coordinator=actor.may("coordinator", nomination.programme))
    if nomination.account_id == actor.account_id:
        record(db, actor, "read own", "nomination", nomination.id, nomination.programme)
        return own_view(db, nomination)
    raise NotFound


def own_nominations(db: Session, actor: Actor) -> list[OwnRow]:
    """What the actor sent, newest first."""
    mine = telling.own(db, actor.account_id)
    record(db, actor, "listed", "nominations", "own", None, count=len(mine))
    return [_own_row(db, nomination) for nomination in mine]


def judge_again(db: Session, actor: Actor, reference: str, version: str, now: datetime | None = None) -> dict[str, Any]:
    """Judge a nomination by another version of its programme; the earlier judgements stay with theirs.

    For a coordinator of the programme. Raises NotFound, Invalid for a version there is not, or Conflict for a
    nomination that was withdrawn.
    """
    nomination = nominations.find_nomination(db, reference, lock=True)
    actor.must_be(nomination.programme, "coordinator")
    if nomination.status == "withdrawn":
        raise Conflict("This nomination was withdrawn: nothing is left to judge.")
    must_not_be_paused(nomination)
    content = nominations.content_of(db, nomination)
    moment = now or utc_now()
    try:
        judged = judge(db, nomination.programme, content, moment, version=version, apart_from=nomination.id)
    except UnknownProgramme:
        raise Invalid("The programme has no such version.") from None
    keep_judgement(db, nomination, judged, cause="judged-again", now=moment, by=actor.account_id)
    nomination.version += 1
    record(db, actor, "judged again", "nomination", nomination.id, nomination.programme, version=version)
    db.flush()
    return reader_view(db, nomination, coordinator=True)


def _own_row(db: Session, nomination: Nomination) -> OwnRow:
    status: NominationStatus = nomination.status  # type: ignore[assignment]
    try:
        step, lines = telling.next_step(db, nomination), telling.explanation_lines(db, nomination, whole=True)
    except CannotOpen as damage:
        # The others are still shown.
        step, lines = damage.message, []
    return OwnRow(
        reference=nomination.reference,
        programme=nomination.programme,
        programme_name=telling.programme_name(nomination),
        received_at=nomination.received_at,
        status=status,
        status_text=telling.status_words(nomination),
        next_step=step,
        explanation=lines,
    )
