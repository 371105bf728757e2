"""From a checked programme file's data to a :class:`Programme`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from backend.programmes.model import (
    Area,
    Coordinator,
    Criterion,
    Keeping,
    Post,
    PriorityPart,
    Programme,
    Rule,
    Sentences,
    Standing,
    Stream,
)
from backend.programmes.paths import build_paths

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
        allocation_total=allocation["total"]["families"] if allocation and allocation.get("limits", True) else None,
        allocation_reached=(allocation or {}).get("when_reached"),
        coordinators=tuple(_coordinator(entry) for entry in data.get("coordinators", ())),
        standing=_standing(data["standing"]) if "standing" in data else None,
        budgets=MappingProxyType({entry["code"]: entry["name"] for entry in data.get("budgets", ())}),
        retention=MappingProxyType({kind: keeping(entry) for kind, entry in data["retention"].items()}),
        paths=build_paths(data["paths"]),
        data=MappingProxyType(dict(data)),
    )


def keeping(data: Data) -> Keeping:
    """``{"keep": {"days": 28} or null, "why"}`` as a period."""
    unit, number = next(iter((data["keep"] or {"days": None}).items()))
    return Keeping(number, unit, data["why"], data.get("tell_days_before"))


def _area(data: Data) -> Area:
    return Area(
        name=data["name"],
        districts=tuple(data["districts"]),
        postcodes=frozenset(data["postcodes"]),
        shared=frozenset(data["shared_postcodes"]),
        placeholder=data.get("placeholder", False),
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
        raised_by=frozenset(data.get("raised_by", {}).get("indicators", ())),
        household_child_max_age=data.get("household_child", {}).get("max_age"),
        private=data.get("private", False),
        question=data.get("question"),
    )


def _stream(data: Data) -> Stream:
    caseload = data.get("caseload")
    share = data.get("share_of_cohort")
    return Stream(
        code=data["code"],
        name=data["name"],
        worker=data["worker"],
        caseload_per_worker=caseload["per_worker"] if caseload else None,
        posts=tuple(_post(entry) for entry in data["posts"]),
        share_of_cohort_percent=share["percent"] if share else None,
        step_down_only=data.get("step_down_only", False),
        not_this=data["not_this"],
    )


def _post(data: Data) -> Post:
    return Post(
        name=data["name"],
        number=data["number"],
        shared_between=data["shared_between"],
        families=data.get("families"),
        state=data["state"],
        specialism=data.get("specialism"),
    )


def _coordinator(data: Data) -> Coordinator:
    return Coordinator(
        code=data["code"],
        name=data["name"],
        state=data["state"],
        languages=frozenset(language.casefold() for language in data.get("languages", ())),
        places=tuple(data.get("places", ())),
        postcode_sectors=frozenset(data.get("postcode_sectors", ())),
        reason=data["reason"],
    )


def _standing(data: Data) -> Standing:
    step_down = data.get("step_down", {})
    return Standing(
        pre_existing=data["pre_existing"]["reason"],
        no_longer_meets=data["no_longer_meets"]["reason"],
        visit=data["no_longer_meets"]["next_step"],
        step_down_to=step_down.get("stream"),
        step_down=step_down.get("reason"),
        step_down_next=step_down.get("next_step"),
    )


def _rules(entries: Iterable[Data], target: str) -> tuple[Rule, ...]:
    return tuple(
        Rule(entry[target], entry["when"], entry["reason"], frozenset(entry.get("verdicts", ["eligible"])))
        for entry in entries
    )
