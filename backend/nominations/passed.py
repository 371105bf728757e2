"""What is known of a nomination that was passed on or may be: whose door is the right one, and what is told of it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.accounts.accounts import name_of
from backend.errors import Conflict
from backend.nominations.models import Nomination, Passing
from backend.nominations.pausing import must_not_be_paused
from backend.nominations.telling import wording
from backend.programmes import Programme, load_programme
from backend.programmes.area import programmes_at

PURPOSE = "passing_on"
"""What the family agrees to before anything is passed on; the purpose of an event of its consent."""
CHANGED = "This nomination has changed since you opened it. Look at it again before you pass it on."
ALREADY = "This nomination was passed on already."
ENDED = "This nomination was withdrawn. Without consent nothing more is done with it."


def doors(programme: str, postcode: str | None) -> tuple[Programme, ...]:
    """The other programmes that cover a postcode, or share its district."""
    return tuple(each for each in programmes_at(postcode) if each.code != programme)


def passing_of(db: Session, nomination: Nomination, direction: str) -> Passing | None:
    """The note of where a nomination was passed on ``to``, or came ``from``."""
    return db.get(Passing, f"{nomination.id}:{direction}")


def must_be_possible(db: Session, nomination: Nomination) -> None:
    """Raise Conflict for a nomination that ended, waits for the answer to an objection, or was passed on before."""
    ended = nomination.status in ("withdrawn", "closed")
    if ended or nomination.erased_at is not None or nomination.set_aside_at is not None:
        raise Conflict(ENDED)
    must_not_be_paused(nomination)
    if passing_of(db, nomination, "to") is not None:
        raise Conflict(ALREADY)


def passings_view(db: Session, nomination: Nomination) -> list[dict[str, Any]]:
    """Where it was passed on to and came from, for those who read it whole."""
    query = select(Passing).where(Passing.nomination_id == nomination.id).order_by(Passing.at, Passing.id)
    return [
        {
            "direction": passing.direction,
            "programme": passing.other_programme,
            "programme_name": load_programme(passing.other_programme).name,
            "area": load_programme(passing.other_programme).area.name,
            "reference": passing.other_reference,
            "at": passing.at.isoformat(),
            "by": name_of(db, passing.account_id),
        }
        for passing in db.scalars(query)
    ]


def doors_view(db: Session, nomination: Nomination, postcode: str | None) -> list[dict[str, str]]:
    """The programmes that it may be passed on to now; none where that cannot be done (any more)."""
    try:
        must_be_possible(db, nomination)
    except Conflict:
        return []
    found = doors(nomination.programme, postcode)
    return [{"programme": each.code, "name": each.name, "area": each.area.name} for each in found]


def told_why(there: Programme, audience: str) -> str:
    """What whoever nominated is told: where it went, and that the family agreed."""
    name = there.family_name if audience == "family" else there.name
    return str(wording()["passed_on"]["reason"][audience]).format(programme=name, area=there.area.name)
