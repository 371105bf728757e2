"""A family and its other nominations: what was found, what became of them, and two of them side by side."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from backend.access import Actor, requires
from backend.database.engine import Database
from backend.errors import Invalid, NotFound
from backend.matching import Reason
from backend.nominations.family_links import say
from backend.nominations.family_overview import Known, family_of
from backend.nominations.reference import tidy_reference
from backend.nominations.side_by_side import Row, Side, SideBySide, side_by_side
from backend.web.emergency import contacts_of
from backend.web.names import stream_name
from backend.web.templates import render
from backend.web.words import codes, word

router = APIRouter(include_in_schema=False)
Coordinator = Annotated[Actor, Depends(requires("coordinator"))]
NO_SUCH = "Enter the reference of another nomination of this programme, like FD-7KXM2PQ4"
CHOOSE = "Choose what they are to each other"
_HINTS = {
    "same": "Both stay as they are, and each is counted by itself: the family was nominated again.",
    "merged": "Both stay as they are, and the family is counted and takes a place once.",
    "related": "A child or a parent belongs to both, and they live in two households.",
    "not-same": "They only look alike. Nobody is asked to look again.",
}


@router.get("/nominations/{reference}/family")
def family_page(
    request: Request, db: Database, actor: Coordinator, reference: str, *, other: str = "", said: bool = False
) -> Response:
    """All nominations that are, or may be, of the same or a related family; or two side by side, by a reference."""
    if not other:
        return _draw_family(request, db, actor, reference, said=said)
    try:
        beside = side_by_side(db, actor, reference, tidy_reference(other))
    except (NotFound, ValueError):
        return _draw_family(request, db, actor, reference, typed=other[:40], error=NO_SUCH)
    return RedirectResponse(f"/nominations/{beside.one.reference}/family/{beside.other.reference}", status_code=303)


@router.get("/nominations/{reference}/family/{other}")
def pair_page(request: Request, db: Database, actor: Coordinator, reference: str, other: str) -> Response:
    """Two nominations beside each other, with why they may be one family."""
    return _draw_pair(request, side_by_side(db, actor, reference, other))


@router.post("/nominations/{reference}/family/{other}")
def say_on_page(
    request: Request,
    db: Database,
    actor: Coordinator,
    reference: str,
    other: str,
    *,
    verdict: Annotated[str, Form()] = "",
) -> Response:
    """Keep what a coordinator says of the two, or take it back."""
    try:
        say(db, actor, reference, other, verdict)
    except Invalid:
        db.rollback()
        return _draw_pair(request, side_by_side(db, actor, reference, other), error=CHOOSE)
    return RedirectResponse(f"/nominations/{tidy_reference(reference)}/family?said=true", status_code=303)


def _draw_family(
    request: Request,
    db: Session,
    actor: Actor,
    reference: str,
    *,
    said: bool = False,
    typed: str = "",
    error: str | None = None,
) -> Response:
    family = family_of(db, actor, reference)
    return render(
        request,
        "family.html",
        status_code=422 if error else 200,
        reference=family.reference,
        rows=[_known(each, family.programme) for each in family.others],
        merged=[each.reference for each in family.others if each.merged],
        said=said,
        typed=typed,
        error=error,
        error_list=[{"text": error, "href": "#other"}] if error else [],
        emergency=contacts_of(family.programme),
    )


def _draw_pair(request: Request, seen: SideBySide, *, error: str | None = None) -> Response:
    return render(
        request,
        "family-pair.html",
        status_code=422 if error else 200,
        one=_side(seen.one, seen.programme),
        other=_side(seen.other, seen.programme),
        people=[_row(row) for row in seen.people],
        household=[_line(reason) for reason in seen.household],
        finding=word(seen.finding, "family_finding") if seen.finding else "Nothing says that they are one family",
        weight=round(seen.weight),
        threshold=round(seen.threshold),
        verdict=seen.verdict,
        choices=[
            {"value": code, "text": word(code, "family_verdict"), "hint": {"text": _HINTS[code]}}
            for code in codes("family_verdict")
        ],
        error=error,
        error_list=[{"text": error, "href": "#verdict"}] if error else [],
        emergency=contacts_of(seen.programme),
    )


def _known(known: Known, programme: str) -> dict[str, Any]:
    why = [word(code, "match") for code in known.reasons[:4]]
    return {
        "reference": known.reference,
        "received_at": known.received_at,
        "decided_at": known.decided_at,
        "outcome": _outcome(known.status, known.stream, programme),
        "what": word(known.verdict, "family_verdict") if known.verdict else word(known.finding, "family_finding"),
        "is_open": known.verdict is None,
        "why": ("; ".join(why)[:1].upper() + "; ".join(why)[1:] + ".") if why else "A person said so.",
        "weight": round(known.weight),
        "by_way_of_another": known.merged and known.verdict is None and known.finding is None,
    }


def _side(side: Side, programme: str) -> dict[str, Any]:
    contact = [str(value) for key, value in side.contact.items() if key in ("phone", "email") and value]
    return {
        "reference": side.reference,
        "facts": [
            ("Received", side.received_at),
            ("Nominated by", side.agency or "The family itself"),
            ("What became of it", _outcome(side.status, side.stream, programme)),
            ("Address", ", ".join(part for part in (side.address, side.postcode) if part) or "Not known"),
            ("Reached by", "; ".join(contact) or "Not known"),
        ],
    }


def _outcome(status: str, stream: str | None, programme: str) -> str:
    named = stream_name(programme, stream)
    return f"{word(status, 'status')}{f' for {named}' if named else ''}"


def _row(row: Row) -> dict[str, Any]:
    return {
        "one": row.one,
        "other": row.other,
        "weight": None if row.weight is None else round(row.weight),
        "reasons": [_line(reason) for reason in row.reasons],
    }


def _line(reason: Reason) -> dict[str, Any]:
    said = word(reason.code, "match")
    return {"text": said[:1].upper() + said[1:], "weight": f"{reason.weight:+.1f}".replace("-", "\N{MINUS SIGN}")}
