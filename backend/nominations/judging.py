"""Judging what was said by a programme's rules, with the room its streams have now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from backend.assessment import Capacity, Nomination, NominationInvalid, assess
from backend.errors import Invalid
from backend.nominations.due import LONDON
from backend.nominations.models import Nomination as Row
from backend.programmes import indicators, load_programme

STRENGTH = {"negated": 0, "historical": 1, "uncertain": 2, "asserted": 3}


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules make of a nomination, as the README's JSON has it."""

    programme_version: str
    assessment: Mapping[str, Any]
    route: Mapping[str, Any]
    needs: Mapping[str, str]

    @property
    def verdict(self) -> str:
        return str(self.assessment["verdict"])

    @property
    def stream(self) -> str | None:
        return self.route.get("stream")

    @property
    def path(self) -> str | None:
        return self.route.get("path")

    @property
    def next_step(self) -> str:
        return str(self.route.get("next_step") or "")


def judge(
    db: Session,
    programme: str,
    content: Mapping[str, Any],
    now: datetime,
    *,
    version: str | None = None,
    apart_from: str | None = None,
) -> Judged:
    """Judge content (docs/wire.md) by a programme, its newest version unless one is named.

    ``apart_from`` is the id of a nomination that takes no room of its own, because it is the one that is judged.
    Raises UnknownProgramme, or Invalid for content that the rules cannot read.
    """
    policy = load_programme(programme, version)
    try:
        nomination = Nomination.from_json(content)
    except NominationInvalid as problem:
        raise Invalid(str(problem)) from None
    today = now.astimezone(LONDON).date()
    assessed = assess(nomination, policy, today=today, capacity=capacity(db, programme, apart_from)).to_json()
    return Judged(policy.version, assessed["assessment"], assessed["route"], needs_of(content))


def capacity(db: Session, programme: str, apart_from: str | None = None) -> Capacity:
    """What the programme's streams hold now: those accepted for them, and those who wait for a place in them."""
    held = _count(db, programme, apart_from, Row.status == "accepted")
    waits = Row.status.in_(("received", "awaiting_information")) & (Row.path == "waiting-list")
    waiting = _count(db, programme, apart_from, waits)
    return Capacity(held=held, waiting=waiting, allocation_used=sum(held.values()))


def needs_of(content: Mapping[str, Any]) -> dict[str, str]:
    """Each need that was mentioned, with its strongest status over all people."""
    strongest: dict[str, str] = {}
    for said in content.get("indicators") or []:
        known = indicators().get(said["code"])
        if known is None or known.need is None:
            continue
        if STRENGTH[said["status"]] > STRENGTH.get(strongest.get(known.need, ""), -1):
            strongest[known.need] = said["status"]
    return strongest


def _count(db: Session, programme: str, apart_from: str | None, which: ColumnElement[bool]) -> dict[str, int]:
    counted = select(Row.stream, func.count()).where(Row.programme == programme, which, Row.id != (apart_from or ""))
    return {stream or "": number for stream, number in db.execute(counted.group_by(Row.stream))}
