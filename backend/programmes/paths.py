"""The path of a family from acceptance on: its stages, what may follow on each, and where each way begins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a family stands, with a sentence for each who may ask."""

    code: str
    name: str
    coordinator: str
    nominator: str
    family: str
    within: int | None
    """Working days in which something should follow; None where nobody set a time."""
    moved_by: frozenset[str]
    """Roles that may move a family on from here; to a stage of ``anywhere``, those of that stage as well."""
    next: tuple[str, ...]
    reason: bool
    """Whether coming here needs a reason."""
    asks: tuple[str, ...]
    """What is written down with the step: ``told``, ``told_on``, ``consent``, ``where``."""
    anywhere: bool
    """May follow on every stage that does not end."""
    goes_back: bool
    """The last stage before it may follow that is neither an end nor one of these."""
    waits: bool
    """A family here has no place in a stream yet."""
    quiet: bool
    """Nobody is told by itself, and an objection does not hold it up: the hub was told of a danger."""
    ends: str | None
    """How the path ended, where it did."""


@dataclass(frozen=True, slots=True)
class Paths:
    """All stages of a programme."""

    begins: Mapping[str, str]
    """The first stage of each way that the routing names."""
    stages: tuple[Stage, ...]

    def stage(self, code: str | None) -> Stage | None:
        """The stage with this code; None where the programme has none, or has it no longer."""
        return next((stage for stage in self.stages if stage.code == code), None)

    def first(self, path: str | None) -> Stage:
        """Where a nomination that took this way begins; one whose way is not named begins as the coordinator's."""
        found = self.stage(self.begins.get(path or "", self.begins["coordinator"]))
        assert found is not None  # noqa: S101 - backend.programmes.paths_check refuses such a file
        return found

    def following(self, stage: Stage, trail: Iterable[str]) -> tuple[Stage, ...]:
        """The stages that may follow on one. ``trail`` are the codes of the stages so far, oldest first."""
        codes = dict.fromkeys(stage.next)
        if stage.goes_back and (back := self._back(trail)):
            codes[back] = None
        if stage.ends is None:
            codes |= dict.fromkeys(each.code for each in self.stages if each.anywhere)
        codes.pop(stage.code, None)
        return tuple(each for code in codes if (each := self.stage(code)))

    def waiting(self) -> frozenset[str]:
        """The stages at which a family has no place in a stream yet."""
        return frozenset(stage.code for stage in self.stages if stage.waits)

    def _back(self, trail: Iterable[str]) -> str | None:
        known = [stage for code in trail if (stage := self.stage(code))]
        own = [stage.code for stage in known if not (stage.anywhere or stage.goes_back or stage.ends)]
        return own[-1] if own else None


def build_paths(data: Data) -> Paths:
    """The paths that a checked file describes."""
    return Paths(MappingProxyType(dict(data["begins"])), tuple(_stage(entry) for entry in data["stages"]))


def _stage(data: Data) -> Stage:
    within = data.get("within")
    return Stage(
        code=data["code"],
        name=data["name"],
        coordinator=data["coordinator"],
        nominator=data["nominator"],
        family=data["family"],
        within=within["working_days"] if within else None,
        moved_by=frozenset(data["moved_by"]),
        next=tuple(data["next"]),
        reason=data.get("reason", False),
        asks=tuple(data.get("asks", ())),
        anywhere=data.get("anywhere", False),
        goes_back=data.get("goes_back", False),
        waits=data.get("waits", False),
        quiet=data.get("quiet", False),
        ends=data.get("ends"),
    )
