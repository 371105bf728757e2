"""The recommendation for one nomination: stream, path, room and the next step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from backend.programmes.area import covers, right_door
from backend.programmes.model import Programme
from backend.routing.capacity import Capacity, is_full, room
from backend.routing.conditions import Situation, holds
from backend.routing.coordinators import coordinator_for
from backend.routing.known import of_a_known_family
from backend.routing.requests import budget_requests
from backend.routing.streams import Suggestion, defensible_streams, not_suggested, suggestions


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another stream with its reasons, and its room where it is one that fits."""

    stream: str
    reasons: tuple[str, ...]
    capacity: Mapping[str, Any] | None = None

    def to_json(self) -> dict[str, Any]:
        """The alternative in the shape of the record."""
        shape = {"stream": self.stream, "reasons": list(self.reasons)}
        return shape if self.capacity is None else {**shape, "capacity": dict(self.capacity)}


@dataclass(frozen=True, slots=True)
class Route:
    """What is recommended. A coordinator decides; nobody is ever left without ``next_step``."""

    stream: str | None
    path: str
    next_step: str
    reasons: tuple[str, ...]
    added_support: tuple[Suggestion, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    """Other streams that fit too, best first."""
    not_suggested: tuple[Alternative, ...] = ()
    """The streams that no rule points to, and why not."""
    capacity: Mapping[str, Any] = field(default_factory=dict)
    signposting: Mapping[str, Any] | None = None
    coordinator: Mapping[str, Any] | None = None
    """Which of several coordinators takes the family up; None where the programme has only one."""
    requests: tuple[Mapping[str, Any], ...] = ()
    """The money asked for, which the coordinator decides about."""

    def to_json(self) -> dict[str, Any]:
        """The route in the shape of the record."""
        return {
            "stream": self.stream,
            "path": self.path,
            "added_support": [support.code for support in self.added_support],
            "reasons": [*self.reasons, *(reason for support in self.added_support for reason in support.reasons)],
            "alternatives": [alternative.to_json() for alternative in self.alternatives],
            "not_suggested": [other.to_json() for other in self.not_suggested],
            "capacity": dict(self.capacity),
            "next_step": self.next_step,
            "signposting": None if self.signposting is None else dict(self.signposting),
            "coordinator": None if self.coordinator is None else dict(self.coordinator),
            "requests": [dict(request) for request in self.requests],
        }


def recommend(situation: Situation, programme: Programme, capacity: Capacity) -> Route:
    """The route for a family whose criteria have been judged."""
    route = _route(situation, programme, capacity)
    requests = budget_requests(situation.nomination, programme)
    if route.path in ("out-of-area", "existing-services"):
        return replace(route, requests=requests)
    return replace(route, requests=requests, coordinator=coordinator_for(situation.nomination, programme))


def _route(situation: Situation, programme: Programme, capacity: Capacity) -> Route:
    if covers(programme, situation.nomination.postcode) is False:
        return _out_of_area(situation, programme)
    verdict = situation.judgement.verdict
    known = of_a_known_family(situation.nomination, verdict, programme)
    if known is not None:
        room_there = room(programme.stream(known.stream), programme, capacity) if known.stream else {}
        return Route(known.stream, "coordinator", known.next_step, (known.reason,), capacity=room_there)
    if verdict == "not_eligible":
        return _elsewhere(programme)
    path, because = _path(situation, programme)
    if verdict == "needs_information":
        return Route(None, path, programme.next_steps[path], (programme.verdicts[verdict], *because))
    return _to_a_stream(situation, programme, capacity, path, because)


def _path(situation: Situation, programme: Programme) -> tuple[str, tuple[str, ...]]:
    """The first path whose rule holds for the verdict, with its reason; else the coordinator's."""
    for rule in programme.path_rules:
        if situation.judgement.verdict in rule.verdicts and holds(rule.when, situation):
            return rule.leads_to, (rule.reason.format_map(situation.words()),)
    return "coordinator", ()


def _out_of_area(situation: Situation, programme: Programme) -> Route:
    next_step = f"{programme.next_steps['out-of-area']} {right_door(programme, situation.nomination.postcode)}"
    return Route(None, "out-of-area", next_step, (f"The address is outside {programme.area.name}.",))


def _elsewhere(programme: Programme) -> Route:
    signposting = programme.data["signposting"]
    places = [{"name": place["name"], "what": place["what"]} for place in signposting["places"]]
    return Route(
        None,
        "existing-services",
        programme.next_steps["existing-services"],
        (programme.verdicts["not_eligible"],),
        signposting={"text": signposting["text"], "next_step": signposting["next_step"], "places": places},
    )


def _to_a_stream(
    situation: Situation, programme: Programme, capacity: Capacity, path: str, because: tuple[str, ...]
) -> Route:
    fitting = defensible_streams(programme, situation)
    best, *others = fitting
    stream = programme.stream(best.code)
    next_step = programme.next_steps[path]
    if is_full(stream, programme, capacity):
        path, because = "waiting-list", (*because, _why_wait(programme, capacity, stream.name))
        reached = programme.allocation_reached if _is_reached(programme, capacity) else None
        next_step = reached or programme.next_steps[path]
    return Route(
        stream=best.code,
        path=path,
        next_step=next_step,
        reasons=(*best.reasons, *because),
        added_support=suggestions(programme.added_rules, situation),
        alternatives=tuple(
            Alternative(other.code, other.reasons, room(programme.stream(other.code), programme, capacity))
            for other in others
        ),
        not_suggested=tuple(Alternative(other.code, other.reasons) for other in not_suggested(programme, fitting)),
        capacity=room(stream, programme, capacity),
    )


def _why_wait(programme: Programme, capacity: Capacity, stream: str) -> str:
    if _is_reached(programme, capacity):
        return f"All {programme.allocation_total} places of the programme are taken, so this family waits."
    return f"{stream} is full, so this family waits for a place."


def _is_reached(programme: Programme, capacity: Capacity) -> bool:
    """Whether the programme has taken on all the families that it may."""
    return programme.allocation_total is not None and capacity.allocation_used >= programme.allocation_total
