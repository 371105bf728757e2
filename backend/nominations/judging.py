"""Judging what was said by a programme's rules, with the room its streams have now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backend.assessment import Capacity, Nomination, NominationInvalid, assess
from backend.errors import Invalid
from backend.nominations.agreement import next_step_within
from backend.nominations.already import families_before
from backend.nominations.due import LONDON
from backend.nominations.family_links import counted_again
from backend.nominations.models import Nomination as Row
from backend.nominations.stage import ON_ITS_PATH
from backend.programmes import indicators, load_programme, needs

_STILL_OPEN = ("received", "awaiting_information")
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

    Held: accepted here, and being helped before. Waiting: open, and sent to the waiting list, or accepted and without
    a place yet. The allocation counts every nomination that is open or was accepted, and everybody identified or
    nominated before.
    """
    return capacities(db, [programme], apart_from)[programme]


def capacities(db: Session, programmes: Collection[str], apart_from: str | None = None) -> dict[str, Capacity]:
    """The same of several programmes, counted in one go. A family whose nominations were merged counts once."""
    apart = counted_again(db, programmes) | {apart_from or ""}
    listed = Row.path == "waiting-list"
    counted = (
        select(Row.programme, Row.status, Row.stream, listed, Row.stage, func.count())
        .where(Row.programme.in_(programmes), Row.status.in_((*_STILL_OPEN, *ON_ITS_PATH)))
        .where(Row.id.not_in(apart))
        .group_by(Row.programme, Row.status, Row.stream, listed, Row.stage)
    )
    held: dict[str, Counter[str]] = {code: Counter() for code in programmes}
    waiting: dict[str, Counter[str]] = {code: Counter() for code in programmes}
    used: Counter[str] = Counter()
    without_place: Counter[str] = Counter()
    for code, status, stream, is_listed, stage, number in db.execute(counted):
        used[code] += number
        waits = status == "accepted" and stage in load_programme(code).paths.waiting()
        if status == "accepted" and not waits:
            held[code][stream or ""] += number
        elif waits or (is_listed and status in _STILL_OPEN):
            waiting[code][stream or ""] += number
        without_place[code] += number if waits or status == "closed" else 0
    return {
        code: _with_those_before(code, held[code], waiting[code], used[code], without_place[code])
        for code in programmes
    }


def _with_those_before(
    programme: str, held: Counter[str], waiting: Counter[str], used: int, without_place: int
) -> Capacity:
    before = families_before(load_programme(programme))
    return Capacity(
        held=before.held + held, waiting=waiting, allocation_used=before.counted + used, without_place=without_place
    )


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
