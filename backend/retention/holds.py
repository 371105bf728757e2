"""Legal holds: placing one, lifting it, and reading what it keeps. Callers commit.

Leads and administrators place and lift holds. What a held record says is for leads alone: administrators see no
family's content, and need none to keep it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.access import Actor, Role
from backend.accounts.accounts import name_of
from backend.audit import record
from backend.database.base import new_id
from backend.errors import Conflict, Invalid, NotFound, Refused
from backend.keys import seal, unseal
from backend.nominations import record as nominations
from backend.nominations.due import LONDON
from backend.nominations.erasing import erase_family
from backend.nominations.models import Nomination
from backend.retention.holding import active_hold
from backend.retention.models import LegalHold
from backend.retention.policy import hold_reasons, longest_until_review

KEEPERS: tuple[Role, ...] = ("lead", "administrator")
"""Who places and lifts holds."""
READERS: tuple[Role, ...] = ("lead",)
"""Who reads what a hold keeps."""
LONGEST_WORDS = 4_000


@dataclass(frozen=True, slots=True)
class HoldRow:
    """A hold in a list. Nothing in it names a family; ``words`` are None for whoever may not read them."""

    id: str
    reference: str
    programme: str
    reason: str
    words: str | None
    placed_at: datetime
    placed_by: str | None
    review_on: date
    review_due: bool
    set_aside: bool
    """The family's agreement ended, so only the hold keeps the record."""


def place_hold(
    db: Session, actor: Actor, reference: str, *, reason: str, words: str, review_on: date, now: datetime
) -> LegalHold:
    """Keep a nomination's record until the hold is lifted. NotFound out of reach or once erased; Invalid, Conflict."""
    nomination = nominations.find_nomination(db, reference, lock=True)
    actor.must_be(nomination.programme, *KEEPERS)
    if nomination.erased_at is not None:
        raise NotFound("This nomination was erased. There is nothing left to hold.")
    if active_hold(db, nomination) is not None:
        raise Conflict("This nomination is held already.")
    _check(reason, words, review_on, now.astimezone(LONDON).date())
    hold = LegalHold(
        id=new_id(),
        nomination_id=nomination.id,
        programme=nomination.programme,
        reason=reason,
        review_on=review_on,
        placed_by=actor.account_id,
        placed_at=now,
    )
    hold.words = seal(db, nomination.data_key_id, words, table="legal_holds", column="words", row=hold.id)
    db.add(hold)
    record(db, actor, "placed hold", "nomination", nomination.id, nomination.programme, hold=hold.id, reason=reason)
    db.flush()
    return hold


def lift_hold(db: Session, actor: Actor, hold_id: str, now: datetime) -> bool:
    """End a hold; a record that nothing but it kept is erased at once. Whether it was erased.

    NotFound out of reach, Conflict when it was lifted before.
    """
    hold = _find(db, actor, hold_id, KEEPERS)
    nomination = nominations.find_nomination(db, _nomination(db, hold).reference, lock=True)
    db.refresh(hold)
    if hold.lifted_at is not None:
        raise Conflict("This hold was lifted before.")
    hold.lifted_at, hold.lifted_by = now, actor.account_id
    record(db, actor, "lifted hold", "nomination", nomination.id, nomination.programme, hold=hold.id)
    db.flush()
    if nomination.set_aside_at is None:
        return False
    why: Any = nomination.ended_why or "consent-withdrawn"
    return erase_family(db, nomination, why, actor)


def holds(db: Session, actor: Actor, now: datetime) -> list[HoldRow]:
    """The holds of the actor's programmes that nobody has lifted, the next to be reviewed first."""
    if not actor.has(*KEEPERS):
        raise Refused
    query = select(LegalHold).where(LegalHold.lifted_at.is_(None), LegalHold.programme.in_(actor.programmes(*KEEPERS)))
    rows = [_row(db, actor, hold, now) for hold in db.scalars(query.order_by(LegalHold.review_on, LegalHold.id))]
    record(db, actor, "listed", "holds", "open", None, count=len(rows))
    return rows


def read_set_aside(db: Session, actor: Actor, hold_id: str) -> dict[str, Any]:
    """What a hold keeps of a nomination whose family took its agreement back, for leads. NotFound for all others."""
    hold = _find(db, actor, hold_id, READERS)
    nomination = _nomination(db, hold)
    if hold.lifted_at is not None or nomination.set_aside_at is None:
        raise NotFound
    record(db, actor, "read set aside", "nomination", nomination.id, nomination.programme, hold=hold.id)
    return {
        "reference": nomination.reference,
        "programme": nomination.programme,
        "nominator": nominations.nominator_of(db, nomination, aside=True),
        "consent": nominations.consent_events(db, nomination, aside=True),
        "content": nominations.content_of(db, nomination, aside=True),
    }


def _check(reason: str, words: str, review_on: date, today: date) -> None:
    if reason not in hold_reasons():
        raise Invalid("Choose why the record must be kept.")
    if not words.strip() or len(words) > LONGEST_WORDS:
        raise Invalid(f"Say why the record must be kept, in at most {LONGEST_WORDS:,} characters.")
    if not today < review_on <= today + longest_until_review():
        raise Invalid(f"Choose a day for the review, after today and within {longest_until_review().days} days.")


def _find(db: Session, actor: Actor, hold_id: str, roles: tuple[Role, ...]) -> LegalHold:
    hold = db.get(LegalHold, hold_id)
    if hold is None:
        raise NotFound
    actor.must_be(hold.programme, *roles)
    return hold


def _nomination(db: Session, hold: LegalHold) -> Nomination:
    return db.get_one(Nomination, hold.nomination_id)


def _row(db: Session, actor: Actor, hold: LegalHold, now: datetime) -> HoldRow:
    nomination = _nomination(db, hold)
    reads = hold.programme in actor.programmes(*READERS) and hold.words is not None
    return HoldRow(
        id=hold.id,
        reference=nomination.reference,
        programme=hold.programme,
        reason=hold.reason,
        words=_words(db, nomination, hold) if reads else None,
        placed_at=hold.placed_at,
        placed_by=name_of(db, hold.placed_by),
        review_on=hold.review_on,
        review_due=hold.review_on <= now.astimezone(LONDON).date(),
        set_aside=nomination.set_aside_at is not None,
    )


def _words(db: Session, nomination: Nomination, hold: LegalHold) -> str:
    opened = unseal(db, nomination.data_key_id, hold.words or b"", table="legal_holds", column="words", row=hold.id)
    return str(opened)
