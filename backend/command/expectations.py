"""What a persona's file expects, compared with what happened. Every check is ``ok`` or ``failed``."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from nlu.people.vocabulary import relation_of

Record = dict[str, Any]


def check_reply(expect: dict[str, Any], replies: list[dict[str, Any]]) -> dict[str, str]:
    """An event's expectation: ``safety``, ``question``, ``outcome``, and words that ``text`` and ``not_text`` name."""
    custom: dict[str, Any] = {}
    for reply in replies:
        custom |= reply.get("custom", {})
    words = "\n".join(reply.get("text", "") for reply in replies).casefold()
    found = {
        "text": lambda wanted: str(wanted).casefold() in words,
        "not_text": lambda wanted: str(wanted).casefold() not in words,
    }
    return {
        name: _state(found[name](wanted) if name in found else custom.get(name) == wanted)
        for name, wanted in expect.items()
    }


def check_record(expect: dict[str, Any], outcome: str | None, safety: str, record: Record | None) -> dict[str, str]:
    """A persona's own expectation: ``outcome``, ``safety``, ``eligible``, ``route`` and the fields of ``record``.

    What must come out one way or another is a list in the file: of needs' statuses, of verdicts.
    """
    checks: dict[str, str] = {}
    nomination = record or {}
    if "outcome" in expect:
        checks["outcome"] = _state(outcome == expect["outcome"])
    if "safety" in expect:
        checks["safety"] = _state(safety == expect["safety"])
    if "eligible" in expect:
        verdict = (nomination.get("assessment") or {}).get("verdict")
        checks["eligible"] = _state(verdict in _verdicts(expect["eligible"]))
    if "route" in expect:
        checks["route"] = _state(_leads_to(nomination.get("route") or {}, expect["route"]))
    for name, wanted in (expect.get("record") or {}).items():
        matches = FIELDS.get(name, _same)
        checks[f"record.{name}"] = _state(record is not None and matches(nomination.get(name), wanted))
    return checks


def what_came(expect: dict[str, Any], checks: dict[str, str], record: Record | None) -> dict[str, Any]:
    """Of each failed check on the record: what was wanted and what is there instead. Never printed of real families."""
    nomination = record or {}
    there = {
        "eligible": (nomination.get("assessment") or {}).get("verdict"),
        "route": {name: (nomination.get("route") or {}).get(name) for name in ("stream", "path", "added_support")},
    }
    wrong = {}
    for check in (name for name, state in checks.items() if state == "failed"):
        field = check.removeprefix("record.")
        if check.startswith("record."):
            wrong[check] = {"wanted": expect["record"][field], "found": nomination.get(field)}
        elif check in there:
            wrong[check] = {"wanted": expect[check], "found": there[check]}
    return wrong


def _state(ok: bool) -> str:
    return "ok" if ok else "failed"


def _verdicts(wanted: bool | str | list[bool | str]) -> list[str]:
    """``true`` and ``false`` are short for eligible and not eligible."""
    named = {True: "eligible", False: "not_eligible"}
    return [named[one] if isinstance(one, bool) else one for one in (wanted if isinstance(wanted, list) else [wanted])]


def _leads_to(route: dict[str, Any], wanted: Any) -> bool:
    """``wanted`` is a stream, a path or an added support; or each of several fields of the route."""
    if isinstance(wanted, dict):
        return all(_same(route.get(name), value) for name, value in wanted.items())
    reached = {route.get("stream"), route.get("path"), *(route.get("added_support") or ())}
    return all(one in reached for one in (wanted if isinstance(wanted, list) else [wanted]))


def _same(found: Any, wanted: Any) -> bool:
    return bool(found == wanted)


def _people(found: list[dict[str, Any]] | None, wanted: int | list[dict[str, Any]]) -> bool:
    """So many people, or for each wanted person somebody with the same particulars, and nobody more."""
    people = found or []
    if isinstance(wanted, int):
        return len(people) == wanted
    left = list(people)
    for one in wanted:
        match = next((person for person in left if _is_person(person, one)), None)
        if match is None:
            return False
        left.remove(match)
    return not left


def _is_person(person: dict[str, Any], wanted: dict[str, Any]) -> bool:
    return all(_particular(name, person.get(name)) == _particular(name, value) for name, value in wanted.items())


def _particular(name: str, value: Any) -> str:
    """A particular as it is compared: "mother" and "mum" are one relation."""
    return (relation_of(_fold(value)) or _fold(value)) if name == "relation" else _fold(value)


def _postcode(found: str | None, wanted: str) -> bool:
    return re.sub(r"\s", "", found or "").upper() == re.sub(r"\s", "", wanted).upper()


def _needs(found: dict[str, str] | None, wanted: dict[str, Any] | list[str]) -> bool:
    """Each need with its status (``null``: not mentioned), or one of several; a list of needs means ``asserted``."""
    statuses = wanted if isinstance(wanted, dict) else dict.fromkeys(wanted, "asserted")
    return all(
        (found or {}).get(need) in (status if isinstance(status, list) else [status])
        for need, status in statuses.items()
    )


def _agencies(found: list[str] | None, wanted: list[str]) -> bool:
    """Each wanted agency is named, perhaps more fully."""
    named = [_fold(agency) for agency in found or ()]
    return all(any(_fold(agency) in one or one in _fold(agency) for one in named) for agency in wanted)


def _state_of(found: dict[str, Any] | None, wanted: str | bool | dict[str, Any]) -> bool:
    """``consent`` and ``lead_professional``: a state alone (a bare ``no`` is false in YAML), or what matters."""
    if isinstance(wanted, bool):
        wanted = "yes" if wanted else "no"
    fields = wanted if isinstance(wanted, dict) else {"state": wanted}
    return all(_fold((found or {}).get(name)) == _fold(value) for name, value in fields.items())


def _fold(value: Any) -> str:
    return str(value).casefold() if value is not None else ""


FIELDS: dict[str, Callable[[Any, Any], bool]] = {
    "people": _people,
    "postcode": _postcode,
    "needs": _needs,
    "agencies": _agencies,
    "lead_professional": _state_of,
    "consent": _state_of,
}
