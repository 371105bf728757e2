"""How a programme answers alerts: who is told and when, and whether anybody is at work (``duty`` in its file)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from backend.access import Role
from backend.nominations.due import LONDON, is_working_day
from backend.programmes import load_programmes


@dataclass(frozen=True, slots=True)
class Step:
    """Whom an alert that nobody has acknowledged is told, and how long after it came in, by level."""

    role: Role
    after: dict[str, timedelta]


@dataclass(frozen=True, slots=True)
class Duty:
    """A programme's way with alerts. ``opens`` and ``closes`` are London time."""

    chain: tuple[Step, ...]
    opens: time
    closes: time
    told_out_of_hours: tuple[Role, ...]
    """Told at once outside the hours, when nobody may be looking."""
    name: str
    number: str
    when: str
    """Whom to ring outside the hours, and when they answer."""
    again: dict[str, timedelta]
    """Once everybody on the chain was told: after how long they are told again, by level."""
    in_hand: int
    """Working days in which something is said or done about an alert that somebody has acknowledged."""

    @classmethod
    def of(cls, programme: str) -> Duty:
        """What the programme's file says. KeyError where there is no such programme."""
        data = load_programmes()[programme].data
        told = data["duty"]
        chain = tuple(
            Step(entry["role"], {level: timedelta(minutes=each) for level, each in entry["minutes"].items()})
            for entry in told["chain"]
        )
        rung = data["emergency"][told["out_of_hours"]["number"]]
        return cls(
            chain=chain,
            opens=time.fromisoformat(told["from"]),
            closes=time.fromisoformat(told["to"]),
            told_out_of_hours=tuple(told["out_of_hours"]["told_at_once"]),
            name=rung["name"],
            number=rung["number"],
            when=rung["hours"],
            again={level: timedelta(minutes=each) for level, each in told["again_minutes"].items()},
            in_hand=told["in_hand"]["working_days"],
        )

    def is_anybody_there(self, now: datetime) -> bool:
        """Whether it is a working hour."""
        local = now.astimezone(LONDON)
        return is_working_day(local.date()) and self.opens <= local.time() < self.closes

    def told_first(self, level: str, now: datetime) -> frozenset[Role]:
        """Who is told when an alert comes in."""
        at_once = {step.role for step in self.chain if not step.after[level]}
        return frozenset(at_once if self.is_anybody_there(now) else at_once | set(self.told_out_of_hours))


def duties(programme: str | None) -> Sequence[Duty]:
    """The duties of a programme; of all where it is not known which."""
    known = load_programmes()
    return [Duty.of(code) for code in known if programme not in known or code == programme]
