"""Letters about what was decided: who to write to, the draft, and sending it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from backend.access import Actor, requires
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.errors import Conflict, Invalid
from backend.letters.service import NOBODY, NOTHING, Opened, begin, desk, open_letter, printed, send, throw_away, write
from backend.web.emergency import contacts_of
from backend.web.letter_form import TypedLetter, letter_form, problems
from backend.web.letter_safety import safety_lines, when_it_is_read
from backend.web.templates import render
from backend.web.words import word

router = APIRouter(include_in_schema=False)
Coordinator = Annotated[Actor, Depends(requires("coordinator"))]


@router.get("/nominations/{reference}/letters")
def letters_page(
    request: Request, db: Database, actor: Coordinator, reference: str, *, thrown: bool = False
) -> Response:
    """The letters so far, and to whom another one can be written."""
    return _draw_desk(request, db, actor, reference, thrown=thrown)


@router.post("/nominations/{reference}/letters")
def begin_on_page(
    request: Request, db: Database, actor: Coordinator, reference: str, *, reader: Annotated[str, Form()] = ""
) -> Response:
    """Draft a letter and show it; or say who it cannot go to, and why."""
    try:
        letter = begin(db, actor, reference, reader, utc_now())
    except Invalid as problem:
        db.rollback()
        return _draw_desk(request, db, actor, reference, error=problem.message, status=422)
    except Conflict as problem:
        db.rollback()
        return _draw_desk(request, db, actor, reference, error=problem.message, status=409)
    return RedirectResponse(f"/nominations/{reference}/letters/{letter}", status_code=303)


@router.get("/nominations/{reference}/letters/{letter}")
def letter_page(
    request: Request, db: Database, actor: Coordinator, reference: str, letter: str, *, kept: bool = False
) -> Response:
    """A draft to change and send, or a letter as it was sent."""
    return _draw(request, db, open_letter(db, actor, reference, letter, utc_now()), kept=kept)


@router.post("/nominations/{reference}/letters/{letter}")
def write_on_page(  # noqa: PLR0917 - a form, each part has a name
    request: Request,
    db: Database,
    actor: Coordinator,
    reference: str,
    letter: str,
    typed: Annotated[TypedLetter, Depends(letter_form)],
) -> Response:
    """Keep, send or throw away a draft; or show what is missing or changed, with everything that was typed."""
    opened = open_letter(db, actor, reference, letter, utc_now())
    here = f"/nominations/{opened.reference}/letters"
    if typed.act == "throw-away":
        throw_away(db, actor, reference, letter)
        return RedirectResponse(f"{here}?thrown=true", status_code=303)
    if wrong := problems(typed, opened):
        return _draw(request, db, opened, typed=typed, errors=wrong, status=422)
    try:
        write(db, actor, reference, letter, typed.seen, typed.texts, utc_now())
        if typed.act == "send":
            newest = open_letter(db, actor, reference, letter, utc_now()).letter.last_n
            send(db, actor, reference, letter, newest, typed.way, utc_now())
    except (Conflict, Invalid) as problem:
        db.rollback()
        again = open_letter(db, actor, reference, letter, utc_now())
        status = 409 if isinstance(problem, Conflict) else 422
        return _draw(request, db, again, typed=typed, errors={"way": problem.message}, status=status)
    return RedirectResponse(f"{here}/{letter}?kept=true", status_code=303)


@router.get("/nominations/{reference}/letters/{letter}/pdf")
def letter_pdf(db: Database, actor: Coordinator, reference: str, letter: str) -> Response:
    """The letter to print; a draft says on the paper that it is one."""
    made = printed(db, actor, reference, letter, utc_now())
    # The name of the file says which letter it is, and of nobody.
    headers = {"Content-Disposition": f'attachment; filename="letter-{letter[:8]}.pdf"', "Cache-Control": "no-store"}
    return Response(made, media_type="application/pdf", headers=headers)


def _draw_desk(
    request: Request,
    db: Session,
    actor: Actor,
    reference: str,
    *,
    error: str | None = None,
    thrown: bool = False,
    status: int = 200,
) -> Response:
    shown = desk(db, actor, reference, utc_now())
    return render(
        request,
        "letters.html",
        status_code=status,
        desk=shown,
        nothing=NOTHING,
        readers=[_choice(each.code, each.described) for each in shown.readers if each.why_not is None],
        not_written_to=[each for each in shown.readers if each.why_not is not None],
        thrown=thrown,
        error=error or "",
        error_list=[{"text": error, "href": "#reader" if error == NOBODY else "#main-content"}] if error else [],
        emergency=contacts_of(shown.programme),
    )


def _draw(
    request: Request,
    db: Session,
    opened: Opened,
    *,
    typed: TypedLetter | None = None,
    errors: dict[str, str] | None = None,
    kept: bool = False,
    status: int = 200,
) -> Response:
    wrong = errors or {}
    texts = typed.texts if typed else {part.code: part.text for part in opened.text.parts}
    return render(
        request,
        "letter.html",
        status_code=status,
        opened=opened,
        letter=opened.letter,
        text=opened.text,
        texts=texts,
        seen=opened.letter.last_n,
        ways=[_way(each.code, typed) for each in opened.ways if each.why_not is None],
        closed=[{"name": word(each.code, "letter_way"), "why": each.why_not} for each in opened.ways if each.why_not],
        safety=safety_lines(db, opened),
        read_when=when_it_is_read(db, opened),
        kept=kept,
        errors=wrong,
        error_list=[{"text": text, "href": f"#{field}"} for field, text in wrong.items()],
        emergency=contacts_of(opened.programme),
    )


def _choice(value: str, text: str) -> dict[str, Any]:
    return {"value": value, "text": text}


def _way(code: str, typed: TypedLetter | None) -> dict[str, Any]:
    hint = {"text": word(code, "letter_way_hint")}
    return {"value": code, "text": word(code, "letter_way"), "hint": hint, "checked": bool(typed and typed.way == code)}
