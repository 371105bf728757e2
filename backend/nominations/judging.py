"""Judging what was said by a programme's rules, with the room its streams have now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from backend.assessment import Capacity, Nomination, NominationInvalid, assess
from backend.errors import Invalid
from backend.nominations.agreement import next_step_within
from backend.nominations.already import families_before
from backend.nominations.due import LONDON
from backend.nominations.models import Nomination as Row
from backend.programmes import indicators, load_programme, needs

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
    route = assessed["route"]
    route = route | {"next_step": next_step_within(content.get("consent"), route)}
    return Judged(policy.version, assessed["assessment"], route, needs_of(content))


def capacity(db: Session, programme: str, apart_from: str | None = None) -> Capacity:
    """What the programme's streams hold now, with the families it had before the first nomination came in here.

    Held: accepted here, and being helped before. Waiting: open, and sent to the waiting list. The allocation counts
    every nomination that is open or accepted, and everybody identified or nominated before.
    """
    before = families_before(load_programme(programme))
    held = before.held + _count(db, programme, apart_from, Row.status == "accepted")
    still_open = Row.status.in_(("received", "awaiting_information"))
    waiting = _count(db, programme, apart_from, still_open & (Row.path == "waiting-list"))
    used = _count(db, programme, apart_from, still_open | (Row.status == "accepted")).total()
    return Capacity(held=held, waiting=waiting, allocation_used=before.counted + used)


def needs_of(content: Mapping[str, Any]) -> dict[str, str]:
    """Each need that was mentioned, with its strongest status over all people."""
    strongest: dict[str, str] = {}
    for said in content.get("indicators") or []:
        known = indicators().get(said["code"])
        # A need stands for itself where no more than the need was told ("no trouble with the police").
        need = known.need if known else said["code"] if said["code"] in needs() else None
        if need and STRENGTH[said["status"]] > STRENGTH.get(strongest.get(need, ""), -1):
            strongest[need] = said["status"]
    return strongest


def _count(db: Session, programme: str, apart_from: str | None, which: ColumnElement[bool]) -> Counter[str]:
    counted = select(Row.stream, func.count()).where(Row.programme == programme, which, Row.id != (apart_from or ""))
    return Counter({stream or "": number for stream, number in db.execute(counted.group_by(Row.stream))})
