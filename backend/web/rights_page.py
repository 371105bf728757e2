"""Requests about data, for those who answer them: what waits, and all about one nomination."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from backend.access import Actor, requires
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.errors import Conflict, Invalid
from backend.nominations.record import content_of, find_nomination
from backend.nominations.stopping import withdraw_consent
from backend.rights.answering import Answer, answer
from backend.rights.correcting import Correctable, correctable
from backend.rights.kept import kept_sentences, wording
from backend.rights.models import KINDS, OUTCOMES
from backend.rights.requests import DECIDERS, RequestRow, ask, open_requests, requests_about
from backend.web.choices import options
from backend.web.emergency import contacts_for, contacts_of
from backend.web.templates import render
from backend.web.words import word

router = APIRouter(include_in_schema=False)
Decider = Annotated[Actor, Depends(requires(*DECIDERS))]


@router.get("/requests")
def requests_page(request: Request, db: Database, actor: Decider) -> Response:
    """What waits for an answer in the person's programmes, the next due first."""
    rows = open_requests(db, actor, utc_now())
    return render(request, "requests.html", rows=rows, emergency=contacts_for(actor.programmes(*DECIDERS)))


@router.get("/nominations/{reference}/requests")
def nomination_requests_page(
    request: Request, db: Database, actor: Decider, reference: str, done: str = ""
) -> Response:
    """Everything that was asked about one nomination, with a form for each answer and one for a new request."""
    return _draw(request, db, actor, reference, done=done)


@router.post("/nominations/{reference}/requests")
def record_request(
    request: Request,
    db: Database,
    actor: Decider,
    reference: str,
    *,
    kind: Annotated[str, Form()] = "",
    by: Annotated[str, Form()] = "",
    how: Annotated[str, Form()] = "",
    words: Annotated[str, Form()] = "",
    asked_on: Annotated[str, Form()] = "",
) -> Response:
    """Record what somebody asked for; or end everything at once, where the agreement was taken back."""
    now = utc_now()
    typed = {"kind": kind, "by": by, "how": how, "words": words, "asked_on": asked_on}
    try:
        if kind == "withdrawal":
            _withdraw(db, actor, reference)
        else:
            day = _day(asked_on)
            ask(db, actor, reference, kind=kind, by=by[:1_000], how=how[:1_000], words=words, now=now, asked_on=day)
    except (Invalid, Conflict) as wrong:
        db.rollback()
        return _draw(request, db, actor, reference, typed=typed, error=(wrong.message, "#kind"), status=wrong.status)
    done = "withdrawn" if kind == "withdrawal" else "recorded"
    return RedirectResponse(f"/nominations/{find_nomination(db, reference).reference}/requests?done={done}", 303)


@router.post("/nominations/{reference}/requests/{asked}")
def answer_request(
    request: Request,
    db: Database,
    actor: Decider,
    reference: str,
    asked: str,
    *,
    outcome: Annotated[str, Form()] = "",
    reason: Annotated[str, Form()] = "",
    field: Annotated[str, Form()] = "",
    value: Annotated[str, Form()] = "",
) -> Response:
    """Answer one request, with a reason that whoever asked is told."""
    try:
        answer(db, actor, asked, Answer(outcome, reason, field or None, value or None), utc_now())
    except (Invalid, Conflict) as wrong:
        db.rollback()
        typed = {"id": asked, "outcome": outcome, "reason": reason, "field": field, "value": value}
        return _draw(request, db, actor, reference, typed=typed, error=(wrong.message, "#waiting"), status=wrong.status)
    return RedirectResponse(f"/nominations/{find_nomination(db, reference).reference}/requests?done=answered", 303)


def _withdraw(db: Session, actor: Actor, reference: str) -> None:
    nomination = find_nomination(db, reference, lock=True)
    actor.must_be(nomination.programme, *DECIDERS)
    withdraw_consent(db, nomination, actor, "told-the-coordinator", utc_now())


def _draw(
    request: Request,
    db: Session,
    actor: Actor,
    reference: str,
    *,
    done: str = "",
    typed: dict[str, str] | None = None,
    error: tuple[str, str] | None = None,
    status: int = 200,
) -> Response:
    rows = requests_about(db, actor, reference, utc_now())
    nomination = find_nomination(db, reference)
    actor.must_be(nomination.programme, *DECIDERS)
    facts = correctable(content_of(db, nomination))
    return render(
        request,
        "nomination-requests.html",
        status_code=status,
        reference=nomination.reference,
        ended=nomination.status == "withdrawn",
        gone=nomination.erased_at is not None,
        waiting=[_row(row) for row in rows if row.outcome is None],
        answered=[_row(row) for row in rows if row.outcome is not None],
        kinds=[("", "Choose one"), *((kind, word(kind, "right")) for kind in (*KINDS, "withdrawal"))],
        facts=options([("", "Choose one"), *((each.field, _fact(each)) for each in facts)], ""),
        typed=typed or {},
        done=done if done in ("recorded", "answered", "withdrawn") else "",
        error_list=[{"text": error[0], "href": error[1]}] if error else [],
        challenge=wording()["how_to_challenge"]["professional"],
        options=options,
        emergency=contacts_of(nomination.programme),
    )


def _row(row: RequestRow) -> dict[str, Any]:
    outcomes = [each for each in OUTCOMES if each != "partly" or row.kind == "correction"]
    return {
        "id": row.id,
        "kind": row.kind,
        "asked_on": row.asked_on,
        "due_on": row.due_on,
        "overdue": row.overdue,
        "said": row.said,
        "outcome": row.outcome,
        "reason": row.reason,
        "decided_at": row.decided_at,
        "by": ", ".join(part for part in (row.decided_by, word(row.decided_role, "role")) if part),
        "kept": kept_sentences(row.kept, row.programme, "professional"),
        "outcomes": outcomes,
    }


def _fact(fact: Correctable) -> str:
    return f"{fact.label} (now: {fact.value or 'empty'})"


def _day(typed: str) -> date | None:
    if not typed.strip():
        return None
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        raise Invalid("Write the day as year-month-day, such as 2026-11-22.") from None
