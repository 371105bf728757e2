"""The page on which a coordinator tries what would be if a criterion stood otherwise, or another programme judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from backend.access import Actor, requires
from backend.assessment import Assessed
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.eligibility import CriterionResult
from backend.nominations.what_if import WhatIf, what_if
from backend.programmes import load_programmes
from backend.web.choices import options
from backend.web.emergency import contacts_of
from backend.web.nomination_view import capacity_lines
from backend.web.templates import render
from backend.web.words import word

router = APIRouter(include_in_schema=False)
_ANSWERS: Mapping[str, bool | None] = {"yes": True, "no": False, "unknown": None}
_HOLDS = {True: "holds", False: "does not hold", None: "is not known"}
MOST = 60
"""Parts of an address that are looked at; no programme has so many criteria."""


@router.get("/nominations/{reference}/what-if")
def what_if_page(
    request: Request,
    db: Database,
    actor: Annotated[Actor, Depends(requires("coordinator", "analyst"))],
    reference: str,
    *,
    programme: Annotated[str, Query(max_length=60)] = "",
    changed: Annotated[list[str] | None, Query(max_length=MOST)] = None,
) -> Response:
    """How a nomination stands, and beside it how it would stand. ``changed`` is ``<criterion>:yes|no|unknown``."""
    wanted = _wanted(changed or [])
    tried = what_if(db, actor, reference, programme=programme or None, changed=wanted, now=utc_now())
    known = {result.criterion.code for result in tried.then.judgement.results}
    return render(
        request,
        "what-if.html",
        reference=tried.reference,
        tried=tried,
        rows=list(_rows(tried)),
        is_tried=tried.elsewhere or not known.isdisjoint(wanted),
        programmes=options(_programmes(tried.programme), tried.then.programme.code),
        criteria=[_criterion(result, wanted) for result in tried.told.judgement.results],
        emergency=contacts_of(tried.programme),
    )


def _wanted(changed: Sequence[str]) -> dict[str, bool | None]:
    """The criteria that are to stand otherwise. What is not of that shape changes nothing."""
    parts = (each.partition(":") for each in changed)
    return {code: _ANSWERS[answer] for code, _, answer in parts if answer in _ANSWERS}


def _programmes(own: str) -> Iterator[tuple[str, str]]:
    for code, each in sorted(load_programmes().items(), key=lambda entry: entry[0] != own):
        yield code, f"{each.name} (its own)" if code == own else each.name


def _criterion(result: CriterionResult, wanted: Mapping[str, bool | None]) -> dict[str, Any]:
    code = result.criterion.code
    chosen = next((f"{code}:{name}" for name, met in _ANSWERS.items() if code in wanted and wanted[code] is met), "")
    entries = [("", "As it is"), *((f"{code}:{name}", f"It {_HOLDS[met]}") for name, met in _ANSWERS.items())]
    return {
        "code": code,
        "name": result.criterion.name,
        "scope": word(result.criterion.scope, "scope"),
        "holds": _HOLDS[result.met],
        "options": options(entries, chosen),
    }


def _rows(tried: WhatIf) -> Iterator[dict[str, Any]]:
    """What is compared, a row each: its name, how it is now, how it would be, and whether that is another thing."""
    now, then = dict(_lines(tried.now)), dict(_lines(tried.then))
    if tried.elsewhere:
        then["Room"] = ["The other programme's room is not looked at."]
    for name, lines in now.items():
        yield {"name": name, "now": lines, "then": then[name], "changes": lines != then[name]}


def _lines(judged: Assessed) -> Iterator[tuple[str, list[str]]]:
    programme, route = judged.programme, judged.route
    results = judged.judgement.results
    yield "Outcome", [word(judged.verdict, "verdict")]
    yield "Criteria that hold", [result.criterion.name for result in results if result.met]
    yield "Could still change it", [programme.criterion(code).name for code in judged.judgement.missing]
    yield "Priority", [_part(part.code, part.value, part.explanation) for part in judged.priority]
    yield "Suggested support", [programme.stream(route.stream).name if route.stream else "None yet"]
    yield "Added help", [word(support.code, "support") for support in route.added_support]
    yield "Goes to", [word(route.path, "path")]
    yield "Reasons", list(route.reasons)
    yield "Would fit too", [programme.stream(other.stream).name for other in route.alternatives]
    yield "Room", list(capacity_lines(route.capacity))[:2]


def _part(code: str, value: object, explanation: str) -> str:
    return f"{word(code, 'priority')}: not known yet." if value is None else explanation
