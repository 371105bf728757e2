"""No drift: what has not moved for the programme's time is shown, and the worker tells whoever the programme names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, false, or_, select
from sqlalchemy.orm import Session

from backend.access import Role
from backend.accounts.accounts import holders
from backend.audit import record
from backend.nominations.due import stood_since
from backend.nominations.models import Nomination
from backend.outbox.service import post
from backend.programmes import Programme, load_programmes


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a programme lets a nomination stand still, in working days by status, and whom it tells then."""

    working_days: dict[str, int]
    told: Role

    @classmethod
    def of(cls, programme: Programme) -> Patience:
        """What the programme's file says."""
        queue = programme.data["queue"]
        days = {entry["status"]: entry["working_days"] for entry in queue["stands_still"]}
        return cls(days, queue["escalate_to"]["role"])


def stands_still(now: datetime) -> ColumnElement[bool]:
    """Nominations that wait for somebody and have not moved for as long as their programme allows.

    One in which an objection waits for its answer is in that answer's own term.
    """
    by_time: dict[tuple[str, int], list[str]] = {}
    for code, programme in load_programmes().items():
        for status, days in Patience.of(programme).working_days.items():
            by_time.setdefault((status, days), []).append(code)
    still = [
        and_(Nomination.programme.in_(codes), Nomination.status == status, Nomination.moved_at < stood_since(days, now))
        for (status, days), codes in by_time.items()
    ]
    return and_(or_(false(), *still), Nomination.paused_at.is_(None))


def is_still(nomination: Nomination, now: datetime) -> bool:
    """The same of one nomination."""
    days = Patience.of(load_programmes()[nomination.programme]).working_days.get(nomination.status)
    return days is not None and nomination.paused_at is None and nomination.moved_at < stood_since(days, now)


def is_untold(now: datetime) -> ColumnElement[bool]:
    """Those of which nobody was told yet."""
    return and_(stands_still(now), Nomination.still_told_at.is_(None))


def tell_still(db: Session, now: datetime) -> int:
    """Tell whoever has it, and whoever the programme names, that a nomination stands still; how many there were."""
    still = db.scalars(select(Nomination).where(is_untold(now)).with_for_update(skip_locked=True, of=Nomination)).all()
    for nomination in still:
        nomination.still_told_at = now
        told = {*named(db, nomination.programme), *([nomination.owner_id] if nomination.owner_id else [])}
        cause = f"nomination:{nomination.id}:still:{nomination.version}"
        post(db, told, "nomination-still", cause, nomination.programme)
        record(db, None, "escalated", "nomination", nomination.id, nomination.programme)
    db.flush()
    return len(still)


def named(db: Session, programme: str) -> list[str]:
    """Account ids of those whom the programme names; of its coordinators where nobody holds that role."""
    role = Patience.of(load_programmes()[programme]).told
    return holders(db, role, programme) or holders(db, "coordinator", programme)
