"""From a checked programme file's data to a :class:`Programme`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from backend.programmes.model import Area, Criterion, Post, PriorityPart, Programme, Rule, Sentences, Stream

Data = Mapping[str, Any]


def indicator_code(entry: str | Data) -> str:
    """An indicator is listed by its code, or as ``{code, source}`` where its source is another than the criterion's."""
    return entry if isinstance(entry, str) else str(entry["code"])


def build(data: Data) -> Programme:
    """The programme that a file's data describes; the data has passed every check."""
    routing = data["routing"]
    allocation = data["allocation"]
    return Programme(
        code=data["code"],
        version=data["version"],
        name=data["name"],
        family_name=data["family_name"],
        effective_from=data["effective"]["from"],
        effective_to=data["effective"]["to"],
        self_referral=data["self_referral"]["direct"],
        area=_area(data["area"]),
        thresholds=MappingProxyType({entry["scope"]: entry["at_least"] for entry in data["thresholds"]}),
        criteria=tuple(_criterion(entry) for entry in data["criteria"]),
        verdicts=MappingProxyType(data["verdicts"]),
        streams=tuple(_stream(entry) for entry in data["streams"]),
        stream_rules=_rules(routing["streams"], "stream"),
        otherwise=Rule(routing["otherwise"]["stream"], {"always": True}, routing["otherwise"]["reason"]),
        path_rules=_rules(routing["paths"], "path"),
        added_rules=_rules(routing["added_support"], "support"),
        next_steps=MappingProxyType(data["next_steps"]),
        priority_parts=tuple(
            PriorityPart(entry["code"], entry["measure"], entry["use"], entry["sentence"])
            for entry in data["prioritisation"]["parts"]
        ),
        allocation_total=allocation["total"]["families"] if allocation else None,
        data=MappingProxyType(dict(data)),
    )


def _area(data: Data) -> Area:
    return Area(
        name=data["name"],
        districts=tuple(data["districts"]),
        postcodes=frozenset(data["postcodes"]),
        shared=frozenset(data["shared_postcodes"]),
    )


def _criterion(data: Data) -> Criterion:
    school_age = data.get("school_age")
    return Criterion(
        code=data["code"],
        name=data["name"],
        scope=data["scope"],
        about=tuple(data["about"]),
        indicators=frozenset(indicator_code(entry) for entry in data["indicators"]),
        look_back_months=data["look_back"]["months"],
        school_age_max=school_age["max"] if school_age else None,
        recorded=data.get("recorded", False),
        sentences=Sentences(**data["sentences"]),
    )


def _stream(data: Data) -> Stream:
    caseload = data.get("caseload")
    share = data.get("share_of_cohort")
    return Stream(
        code=data["code"],
        name=data["name"],
        worker=data["worker"],
        caseload_per_worker=caseload["per_worker"] if caseload else None,
        posts=tuple(
            Post(entry["name"], entry["number"], entry["shared_between"], entry.get("families"), entry["state"])
            for entry in data["posts"]
        ),
        share_of_cohort_percent=share["percent"] if share else None,
        step_down_only=data.get("step_down_only", False),
        not_this=data["not_this"],
    )


def _rules(entries: Iterable[Data], target: str) -> tuple[Rule, ...]:
    return tuple(
        Rule(entry[target], entry["when"], entry["reason"], frozenset(entry.get("verdicts", ["eligible"])))
        for entry in entries
    )
