"""A nomination as its page draws it: the record's JSON with names for its codes and sentences for its numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from backend.assessment.explanations import counted_line
from backend.nominations.agreement import refused
from backend.nominations.interpreting import asked_in
from backend.programmes import Programme, needs
from backend.web import dates
from backend.web.names import criterion_name, programme_of, stream_name
from backend.web.told import Told, told_of
from backend.web.words import word

Json = Mapping[str, Any]


def nomination_view(nomination: Json, *, shows_known: bool) -> dict[str, Any]:
    """The record's JSON and what the page adds to it.

    ``shows_known``: whether the reader may learn that the family was nominated before; that is for coordinators alone.
    """
    code, version = nomination["programme"], nomination["programme_version"]
    programme = programme_of(code, version)
    route = nomination.get("route") or {}
    missing = nomination["assessment"].get("missing") or []
    told = told_of(nomination)
    return {
        **nomination,
        "programme_name": programme.name if programme else code,
        "kind": "self-referral" if nomination.get("audience") == "family" else "agency nomination",
        "nominator_line": _nominator(nomination.get("nominator") or {}),
        "duplicates": [_duplicate(each) for each in nomination.get("possible_duplicates") or []]
        if shows_known
        else None,
        "told": told,
        "asked_in": asked_in((nomination.get("consent") or {}).get("events") or []),
        "criteria": [_criterion(each, code, version, told) for each in nomination["assessment"]["criteria"]],
        "counted_lines": list(_counted(nomination["assessment"]["criteria"], programme)),
        "missing_names": [criterion_name(code, each, version) for each in missing],
        "priority_parts": _priority(nomination["assessment"]),
        "stream_name": stream_name(code, route.get("stream"), version),
        "decided_stream": _decided_stream(nomination, code, version),
        "path_name": word(route["path"], "path") if route.get("path") else None,
        "added_names": [word(each, "support") for each in route.get("added_support") or []],
        "capacity_lines": list(capacity_lines(route.get("capacity") or {})),
        "request_lines": [_request(each) for each in route.get("requests") or []],
        "alternatives": [_alternative(each, code, version) for each in route.get("alternatives") or []],
        "not_suggested": [_alternative(each, code, version) for each in route.get("not_suggested") or []],
        "refused_names": [word(each, "purpose") for each in refused(nomination.get("consent"))],
        "another_refused": _another_refused(nomination.get("consent") or {}),
        "contact_lines": list(_contact(nomination.get("contact") or {})),
        "unclear": [_unclear(each, code, version) for each in nomination.get("unclear") or []],
        "decisions": [_decision(each, code, version) for each in nomination.get("decisions") or []],
        "history_lines": [_event(each) for each in nomination.get("history") or []],
    }


_MOST_REASONS = 4
"""That are told on a nomination's own page; the others stand where the two are side by side."""


def _duplicate(other: Json) -> dict[str, Any]:
    """Another nomination that may be of the same family: "earlier, accepted", and why in a sentence."""
    why = [word(reason, "match") for reason in other["reasons"][:_MOST_REASONS]] or ["a person said so"]
    return {
        "reference": other["reference"],
        "which": f"{'earlier' if other['earlier'] else 'later'}, {word(other['status'], 'status').lower()}",
        "what": word(other["verdict"], "family_verdict")
        if other["verdict"]
        else word(other["finding"], "family_finding"),
        "why": f"{why[0][:1].upper()}{why[0][1:]}" + "".join(f"; {each}" for each in why[1:]) + ".",
    }


def _nominator(nominator: Json) -> str:
    parts = (nominator.get("name"), nominator.get("role"), nominator.get("agency"))
    return ", ".join(str(part) for part in parts if part) or "Not known"


def _another_refused(consent: Json) -> bool:
    """Whether somebody refused the nomination itself although somebody else agreed to it."""
    events = consent.get("events") or []
    first = next((event.get("purpose") for event in events), None)
    # One of two yeses that was taken back by the link is an event of no purpose (backend.consent.withdrawing).
    itself = [event["state"] for event in events if event.get("purpose") in (first, None)]
    return consent.get("state") == "given" and "refused" in itself and "given" in itself


def _criterion(criterion: Json, code: str, version: str, told: Told) -> dict[str, Any]:
    return {
        **criterion,
        "name": criterion_name(code, criterion["code"], version),
        "claims": told.evidence(criterion.get("evidence") or []),
    }


def _counted(criteria: list[Json], programme: Programme | None) -> Iterator[str]:
    for scope, least in programme.thresholds.items() if programme and criteria else ():
        of_scope = [each for each in criteria if each["scope"] == scope]
        yield counted_line(sum(each["met"] is True for each in of_scope), len(of_scope), scope, least)


def _request(request: Json) -> str:
    name = request.get("name") or f"{request['budget']} (the programme has no such budget)"
    return f"{name}: asked for, the {request['decided_by']} decides."


def _priority(assessment: Json) -> list[dict[str, Any]]:
    parts = (assessment.get("priority") or {}).get("parts") or []
    return [{"text": _priority_text(part), "ranks": part.get("ranks", True)} for part in parts]


def _priority_text(part: Json) -> str:
    if part.get("value") is None:
        return f"{word(part['code'], 'priority')}: not known yet."
    return str(part.get("explanation") or f"{word(part['code'], 'priority')}: {part['value']}.")


def _decided_stream(nomination: Json, code: str, version: str) -> str | None:
    return stream_name(code, nomination.get("stream"), version) if nomination.get("status") == "accepted" else None


def capacity_lines(capacity: Json) -> Iterator[str]:
    """How much room there is; more families than places are said, not hidden."""
    if not capacity:
        return
    places, held = capacity.get("places"), capacity.get("held", 0)
    if places is None:
        yield f"{held} families have a place. The programme does not say how many places there are."
    else:
        yield f"{held} of {places} places are taken."
    if capacity.get("over"):
        yield f"That is {capacity['over']} more than there are places."
    if capacity.get("waiting_place"):
        yield f"It is full: this family would be number {capacity['waiting_place']} on the waiting list."
    for worker in capacity.get("workers") or []:
        yield _worker(worker)
    share = capacity.get("share")
    if share:
        beyond = f", {share['beyond_places']} more than it has places for" if share.get("beyond_places") else ""
        yield f"It is meant for {share['percent']}% of the programme's families: {share['families']}{beyond}."
    allocation = capacity.get("allocation") or {}
    if allocation.get("total") is not None:
        yield f"Of the programme's {allocation['total']} places {allocation['left']} are left."


def _need(code: str) -> str:
    return str(needs()[code]["professional"]).lower() if code in needs() else code.replace("_", " ")


def _worker(worker: Json) -> str:
    known = [worker["state"]] if worker.get("state") else []
    if worker.get("specialism"):
        known.append(f"for {_need(worker['specialism'])}")
    if (worker.get("shared_between") or 1) > 1:
        known.append(f"shared between {worker['shared_between']} districts")
    return f"Worker: {worker['name']}" + (f" ({', '.join(known)})." if known else ".")


def _alternative(other: Json, code: str, version: str) -> dict[str, Any]:
    return {
        "name": stream_name(code, other.get("stream"), version),
        "reasons": [*(other.get("reasons") or []), *list(capacity_lines(other.get("capacity") or {}))[:2]],
    }


def _contact(contact: Json) -> Iterator[str]:
    for key, name in (("phone", "Phone"), ("email", "E-mail"), ("person", "By way of"), ("note", "Note")):
        if contact.get(key):
            yield f"{name}: {contact[key]}"


def _unclear(point: Json, code: str, version: str) -> dict[str, Any]:
    """An unclear point by its name, with why it is unclear in a sentence; None where it is clear by now."""
    name = criterion_name(code, point["code"], version)
    return {
        **point,
        "name": word(name, "unclear_question") if name == point["code"] else name,
        "why": word(point["why"], "unclear") if point["why"] else None,
    }


def _decision(decision: Json, code: str, version: str) -> dict[str, Any]:
    decider = decision.get("decider") or {}
    return {
        **decision,
        "by": ", ".join(part for part in (decider.get("name"), word(decider.get("role"), "role")) if part),
        "stream_name": stream_name(code, decision.get("stream"), version),
    }


def _event(event: Json) -> str:
    by = f", {event['by']}" if event.get("by") else ""
    which = f" {event['detail']}" if str(event.get("what")).startswith("family-") else ""
    return f"{dates.clock(event.get('at'))}: {word(event.get('what'), 'history')}{which}{by}"
