"""What would be recommended for a nomination if something about it were otherwise. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from backend.access import Actor
from backend.assessment import Assessed, Nomination, assess
from backend.assessment.what_if import assess_if
from backend.audit import record
from backend.errors import Invalid, NotFound
from backend.nominations import record as nominations
from backend.nominations.due import LONDON
from backend.nominations.judging import capacity
from backend.nominations.pausing import must_not_be_paused
from backend.programmes import Programme, UnknownProgramme, load_programme


@dataclass(frozen=True, slots=True)
class WhatIf:
    """How it stands today, and how it would stand."""

    reference: str
    programme: str
    """The nomination's own."""
    now: Assessed
    told: Assessed
    """By the rules that are tried, with nothing changed: the same as now where they are its own."""
    then: Assessed

    @property
    def elsewhere(self) -> bool:
        """Whether another programme's rules are asked."""
        return self.then.programme.code != self.programme


def what_if(
    db: Session,
    actor: Actor,
    reference: str,
    *,
    programme: str | None,
    changed: Mapping[str, bool | None],
    now: datetime,
) -> WhatIf:
    """Judge a nomination today as it is, and with some criteria (by code) otherwise or by another programme's rules.

    Of its own programme the version it was judged by, with the room there is; of another the newest, as if the family
    lived in its area, and its room is not looked at: that is not theirs to see. For coordinators and analysts of the
    nomination's programme. NotFound out of reach and for a family that was erased or took its agreement back, Conflict
    while an objection waits, Invalid for a programme that there is not.
    """
    nomination = nominations.find_nomination(db, reference)
    actor.must_be(nomination.programme, "coordinator", "analyst")
    if nomination.erased_at is not None or nomination.status == "withdrawn":
        raise NotFound
    must_not_be_paused(nomination)
    own = load_programme(nomination.programme, nomination.programme_version)
    rules = own if programme in (None, own.code) else _other(programme)
    record(db, actor, "tried", "nomination", nomination.id, nomination.programme, by=rules.code)
    told = Nomination.from_json(nominations.content_of(db, nomination))
    today, room = now.astimezone(LONDON).date(), capacity(db, own.code, nomination.id)
    as_it_is = assess(told, own, today=today, capacity=room)
    if rules is own:
        then = assess_if(told, own, changed, today=today, capacity=room)
        return WhatIf(nomination.reference, own.code, as_it_is, as_it_is, then)
    there = replace(told, postcode=None)
    then = assess_if(there, rules, changed, today=today)
    return WhatIf(nomination.reference, own.code, as_it_is, assess(there, rules, today=today), then)


def _other(code: str | None) -> Programme:
    try:
        return load_programme(code or "")
    except UnknownProgramme:
        raise Invalid("There is no such programme.") from None
