"""A nomination judged by every programme: what another framework would make of the same facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from backend.access import Actor
from backend.assessment import Assessed, Nomination
from backend.assessment.side_by_side import side_by_side
from backend.audit import record
from backend.errors import NotFound
from backend.nominations import record as nominations
from backend.nominations.due import LONDON
from backend.nominations.pausing import must_not_be_paused


@dataclass(frozen=True, slots=True)
class Comparison:
    """What each programme says of one nomination, by the programmes' codes."""

    reference: str
    programme: str
    judged: tuple[Assessed, ...]


def compare(db: Session, actor: Actor, reference: str, now: datetime) -> Comparison:
    """Judge a nomination by the newest rules of all programmes. Nothing is kept of it and nothing is passed on.

    For coordinators and analysts of the nomination's own programme. NotFound for everything out of reach and for a
    nomination whose family was erased or took its agreement back; Conflict while an objection waits for its answer.
    """
    nomination = nominations.find_nomination(db, reference)
    actor.must_be(nomination.programme, "coordinator", "analyst")
    if nomination.erased_at is not None or nomination.status == "withdrawn":
        raise NotFound
    must_not_be_paused(nomination)
    record(db, actor, "compared", "nomination", nomination.id, nomination.programme)
    told = Nomination.from_json(nominations.content_of(db, nomination))
    judged = side_by_side(told, now.astimezone(LONDON).date())
    return Comparison(nomination.reference, nomination.programme, judged)
