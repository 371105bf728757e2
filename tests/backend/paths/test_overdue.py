"""Stages on which nothing follows in time: told once at each stage, to those whom the programme names, and shown."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.database.base import utc_now
from backend.nominations.due import LONDON
from backend.nominations.owning import take
from backend.nominations.queue import queue
from backend.nominations.service import QueueFilter
from backend.outbox.models import Mail
from backend.paths.overdue import tell_overdue
from backend.paths.service import path_of
from backend.web.owner_page import owning
from tests.backend.paths.test_moving import TOLD, Family
from tests.backend.threads.people import somebody

KINGSTON = "kingston-richmond"
BEFORE_CHRISTMAS = datetime(2026, 12, 22, 12, 0, tzinfo=UTC)
"""A Tuesday: Christmas Day and Boxing Day's substitute, the 28th, are bank holidays."""


def told(db: Session) -> list[str]:
    """Whom the newest mails of this kind go to, by account, all of them so far."""
    return sorted(db.scalars(select(Mail.account_id).where(Mail.template == "stage-overdue")))


def ids(*people: Actor) -> list[str]:
    return sorted(each.account_id for each in people)


def listed(db: Session, family: Family, now: datetime) -> list[str]:
    return [row.reference for row in queue(db, family.coordinator, QueueFilter(list="stage"), now=now)]


def test_an_assessment_that_does_not_come_back_is_told_once_and_again_at_the_next_stage(db: Session) -> None:
    family = Family(db, KINGSTON)
    lead = somebody(db, "lead", KINGSTON)
    somebody(db, "lead", "sevenoaks")
    family.go("assessment-early-help")
    take(db, family.coordinator, family.reference, utc_now())
    soon, late, later = (utc_now() + timedelta(days=days) for days in (28, 60, 90))

    assert [tell_overdue(db, now) for now in (soon, late, later)] == [0, 1, 0]
    assert told(db) == ids(lead, family.coordinator)
    assert (listed(db, family, soon), listed(db, family, late)) == ([], [family.reference])

    family.move("double-check", now=late)
    assert [tell_overdue(db, late + timedelta(days=days)) for days in (1, 20, 40)] == [0, 1, 0]
    assert told(db) == sorted(ids(lead, family.coordinator) * 2)


def test_analysts_are_told_of_what_waits_for_them(db: Session) -> None:
    family, analyst = Family(db, KINGSTON), somebody(db, "analyst", KINGSTON)
    lead = somebody(db, "lead", KINGSTON)
    family.go("assessment-early-help", "double-check", "evidence")
    assert tell_overdue(db, utc_now() + timedelta(days=30)) == 1
    assert told(db) == ids(analyst, lead)


def test_the_clock_of_a_stage_stands_still_over_christmas(db: Session) -> None:
    family = Family(db, KINGSTON)
    family.move("assessment-early-help", now=BEFORE_CHRISTMAS)
    family.move("double-check", now=BEFORE_CHRISTMAS)
    # Five working days: 23, 24, 29, 30 and 31 December.
    due = datetime(2026, 12, 31, 17, 0, tzinfo=LONDON)
    assert family.row.stage_due_at == due
    assert tell_overdue(db, due - timedelta(minutes=1)) == 0
    assert tell_overdue(db, due + timedelta(minutes=1)) == 1


def test_an_objection_has_a_term_of_its_own_but_holds_up_no_step_to_the_hub(db: Session) -> None:
    family = Family(db, KINGSTON)
    family.row.paused_at = utc_now()
    later = utc_now() + timedelta(days=60)
    assert tell_overdue(db, later) == 0
    assert listed(db, family, later) == []
    family.move("safeguarding", **TOLD)
    family.row.stage_due_at = utc_now() + timedelta(days=1)
    assert tell_overdue(db, later) == 1
    assert listed(db, family, later) == [family.reference]


def test_what_is_closed_or_answered_with_other_help_is_not_overdue(db: Session) -> None:
    family = Family(db)
    family.go("closed-other")
    assert tell_overdue(db, utc_now() + timedelta(days=600)) == 0


def test_the_nomination_shows_who_was_told_and_when(db: Session) -> None:
    family, lead = Family(db, KINGSTON), somebody(db, "lead", KINGSTON)
    tell_overdue(db, utc_now() + timedelta(days=30))
    db.commit()
    stage = path_of(db, family.coordinator, family.reference).stage
    assert stage is not None
    assert stage.told_at is not None
    assert owning(db, family.coordinator, family.reference)["stage_told"] == [lead.display_name]
