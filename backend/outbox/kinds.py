"""The kinds of message, and the ways in which somebody may choose to hear of them (``kinds.yml``)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from backend.access import Actor
from backend.access.actor import ROLES, Role
from backend.nominations.due import LONDON, is_working_day

AT_ONCE, ON_PAGE = "at-once", "page"


@dataclass(frozen=True, slots=True)
class Digest:
    """When messages that somebody wants together go: at a time in London, on each working day or a week's first."""

    at: time
    every: Literal["day", "week"]

    def after(self, moment: datetime) -> datetime:
        """The first such time after a moment: the digest in which a message of that moment is."""
        day = moment.astimezone(LONDON).date()
        while True:
            due = datetime.combine(day, self.at, LONDON)
            if due > moment and is_working_day(day) and (self.every == "day" or _is_first_of_week(due)):
                return due
            day += timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Way:
    """How somebody hears of a kind of message; ``digest`` where it waits for others."""

    code: str
    name: str
    digest: Digest | None


@dataclass(frozen=True, slots=True)
class Kind:
    """Messages that belong together."""

    code: str
    name: str
    templates: frozenset[str]
    roles: frozenset[Role]
    """Who gets them at all."""
    ways: tuple[Way, ...]
    """Those to choose from; the first until somebody chooses."""
    why: str | None
    """Why nobody can choose, where there is one way alone."""
    one: str
    many: str
    page: str
    """Where they lead: a path of the service."""

    def counted(self, count: int) -> str:
        """ "3 new nominations"."""
        return self.one if count == 1 else self.many.format(count=count)

    def way(self, chosen: str | None) -> Way:
        """The way that somebody chose, or the first where they chose none that there is."""
        return next((way for way in self.ways if way.code == chosen), self.ways[0])


@cache
def kinds() -> dict[str, Kind]:
    """All kinds by code, the weightiest first."""
    told: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("kinds.yml").read_text(encoding="utf-8"))
    ways = {code: Way(code, entry["name"], _digest(entry.get("digest"))) for code, entry in told["ways"].items()}
    return {code: _kind(code, entry, ways) for code, entry in told["kinds"].items()}


@cache
def kind_of(template: str) -> Kind:
    """The kind to which a template belongs. KeyError where nobody has said."""
    for kind in kinds().values():
        if template in kind.templates:
            return kind
    raise KeyError(template)


def kinds_for(actor: Actor) -> list[Kind]:
    """What somebody with these roles may be told of."""
    return [kind for kind in kinds().values() if actor.has(*kind.roles) or kind.roles == frozenset(ROLES)]


def _kind(code: str, entry: dict[str, Any], ways: dict[str, Way]) -> Kind:
    return Kind(
        code=code,
        name=entry["name"],
        templates=frozenset(entry["templates"]),
        roles=frozenset(ROLES if entry["roles"] == "all" else entry["roles"]),
        ways=tuple(ways[each] for each in entry["ways"]),
        why=entry.get("why"),
        one=entry["one"],
        many=entry["many"],
        page=entry["page"],
    )


def _digest(entry: dict[str, Any] | None) -> Digest | None:
    return Digest(time.fromisoformat(entry["at"]), entry["every"]) if entry else None


def _is_first_of_week(due: datetime) -> bool:
    return not any(is_working_day(due.date() - timedelta(days=n)) for n in range(1, due.weekday() + 1))
