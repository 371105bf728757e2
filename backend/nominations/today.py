"""The day in numbers, for the front page: how much waits where, how it went lately, what is oldest."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from sqlalchemy import case, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from backend.access import Actor
from backend.decisions.models import Decision
from backend.nominations.due import LONDON
from backend.nominations.lists import OPEN, ListName, count_lists
from backend.nominations.models import Nomination

DAYS = 14
OLDEST = 5


@dataclass(frozen=True, slots=True)
class Day:
    """What came and what was decided on a day, in London."""

    day: date
    received: int
    decided: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where open nominations wait: a status or a path by its code, how many, and since when the oldest."""

    code: str
    count: int
    oldest: datetime


@dataclass(frozen=True, slots=True)
class Old:
    """One of those that have waited longest. Nothing in it names a family."""

    reference: str
    programme: str
    status: str
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Today:
    """The numbers of some programmes."""

    lists: dict[ListName, int]
    days: list[Day]
    places: list[Place]
    oldest: list[Old]


def today(db: Session, actor: Actor, programmes: Collection[str], now: datetime) -> Today:
    """The numbers of the programmes as they are now; ``mine`` is the actor's. Nothing sealed is opened."""
    return Today(
        lists=count_lists(db, programmes, actor.account_id, now),
        days=_days(db, programmes, now),
        places=_places(db, programmes),
        oldest=_oldest(db, programmes),
    )


def _days(db: Session, programmes: Collection[str], now: datetime) -> list[Day]:
    last = now.astimezone(LONDON).date()
    days = [last - timedelta(days=n) for n in reversed(range(DAYS))]
    received = _by_day(db, Nomination.received_at, Nomination.programme, programmes, days)
    decided = _by_day(db, Decision.at, Decision.programme, programmes, days)
    return [Day(day, *counts) for day, *counts in zip(days, received, decided, strict=True)]


def _by_day(
    db: Session,
    at: InstrumentedAttribute[datetime],
    programme: InstrumentedAttribute[str],
    programmes: Collection[str],
    days: list[date],
) -> list[int]:
    begins = [datetime.combine(day, time.min, LONDON) for day in [*days, days[-1] + timedelta(days=1)]]
    # A look into the index for each day, all in one statement: no row is compared with the days it is not of.
    each = [
        select(func.count()).where(programme.in_(programmes), at >= begin, at < end).scalar_subquery()
        for begin, end in pairwise(begins)
    ]
    return list(db.execute(select(*each)).one())


def _places(db: Session, programmes: Collection[str]) -> list[Place]:
    """A family on the waiting list waits there, whatever else is to be done; any other where its status says."""
    place = case(
        (Nomination.paused_at.is_not(None), "objection"),
        (Nomination.path == "waiting-list", "waiting-list"),
        else_=Nomination.status,
    )
    counted = (
        select(place, func.count(), func.min(Nomination.received_at))
        .where(Nomination.programme.in_(programmes), Nomination.status.in_(OPEN))
        .group_by(place)
    )
    found = [Place(code, count, oldest) for code, count, oldest in db.execute(counted)]
    return sorted(found, key=lambda each: (-each.count, each.code))


def _oldest(db: Session, programmes: Collection[str]) -> list[Old]:
    by_age = (Nomination.received_at, Nomination.id)
    waiting = select(Nomination.id).where(Nomination.programme.in_(programmes), Nomination.status.in_(OPEN))
    oldest = waiting.order_by(*by_age).limit(OLDEST)  # found in the index alone, and only then looked up
    columns = (Nomination.reference, Nomination.programme, Nomination.status, Nomination.received_at)
    return [Old(*row) for row in db.execute(select(*columns).where(Nomination.id.in_(oldest)).order_by(*by_age))]
