"""A talk in which a person is wanted: read whole, answered in, and handed back to the assistant."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from backend.access import Actor, requires
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.errors import Conflict, Invalid, NotFound
from backend.handovers.answering import LONGEST, answer, hand_back, take
from backend.handovers.reading import Conversation, Waiting, has_ended, is_news, open_conversation
from backend.handovers.record import ANSWERERS, find
from backend.telegram.safe_times import lines, safe_of
from backend.threads.page import PageMessage
from backend.web.emergency import contacts_of
from backend.web.names import programme_of
from backend.web.templates import render
from backend.web.words import word

router = APIRouter(include_in_schema=False)
Answerer = Annotated[Actor, Depends(requires(*ANSWERERS))]
_DANGER = ("immediate", "urgent")


@router.get("/conversations/{handover}")
def conversation_page(request: Request, db: Database, actor: Answerer, handover: str) -> Response:
    """What was said so far, and the form to answer."""
    return _draw(request, db, actor, handover)


@router.get("/conversations/{handover}/news")
def conversation_news(request: Request, db: Database, actor: Answerer, handover: str, after: int = 0) -> Response:
    """The transcript and the form again, if anything was said after a message; 204 and nothing otherwise."""
    if not is_news(db, actor, handover, after):
        return Response(status_code=204)
    return _draw(request, db, actor, handover, template="conversation-messages.html")


@router.post("/conversations/{handover}")
def answer_on_page(
    request: Request,
    db: Database,
    actor: Answerer,
    handover: str,
    *,
    text: Annotated[str, Form()] = "",
    named: Annotated[str, Form()] = "",
) -> Response:
    """Answer; or show what is wrong, or that it is no longer for a person to answer, with everything that was typed."""
    try:
        answer(db, actor, handover, text, utc_now(), named=bool(named))
    except (Invalid, Conflict) as problem:
        db.rollback()
        return _draw(request, db, actor, handover, typed=text[: LONGEST * 2], error=problem.message, status=422)
    except NotFound:
        db.rollback()
        if not has_ended(db, actor, handover):
            raise
        return render(request, "conversation-ended.html", status_code=409, typed=text[: LONGEST * 2])
    return RedirectResponse(f"/conversations/{handover}#latest", status_code=303)


@router.post("/conversations/{handover}/take")
def take_on_page(db: Database, actor: Answerer, handover: str) -> Response:
    """Take the talk on, so that its words are shown."""
    take(db, actor, handover, utc_now())
    return RedirectResponse(f"/conversations/{handover}", status_code=303)


@router.post("/conversations/{handover}/back")
def hand_back_on_page(db: Database, actor: Answerer, handover: str) -> Response:
    """Let the assistant speak again."""
    hand_back(db, actor, handover, utc_now())
    return RedirectResponse("/queue?handed_back=true", status_code=303)


def waiting_row(row: Waiting) -> dict[str, Any]:
    """Somebody who asked for a person, as the pages show it."""
    programme = programme_of(row.programme) if row.programme else None
    return {
        "handover": row.handover,
        "programme_name": programme.name if programme else "programme not known yet",
        "who": "a family" if row.audience == "family" else row.agency or "a professional",
        "reference": row.reference,
        "asked_at": row.asked_at,
        "waits_since": row.waits_since,
        "due_at": row.due_at,
        "late": row.late,
        "urgent_alert": row.urgent_alert,
        "answered_by": "You" if row.mine else "Somebody else" if row.taken else "Nobody yet",
    }


def _draw(
    request: Request,
    db: Session,
    actor: Actor,
    handover: str,
    *,
    template: str = "conversation.html",
    typed: str = "",
    error: str | None = None,
    status: int = 200,
) -> Response:
    now = utc_now()
    seen = open_conversation(db, actor, handover, now)
    return render(
        request,
        template,
        status_code=status,
        talk=waiting_row(seen.waiting),
        said_by=seen.said_by,
        shut=seen.shut,
        safe=[] if seen.shut else lines(safe_of(db, find(db, actor, handover)[1])),
        messages=[_bubble(message, seen) for message in seen.messages if message.text.strip()],
        news=f"/conversations/{handover}/news?after={seen.latest}",
        my_name=actor.display_name,
        typed=typed,
        error=error,
        error_list=[{"text": error, "href": "#text"}] if error else [],
        now=now,
        emergency=contacts_of(seen.waiting.programme),
    )


def _bubble(message: PageMessage, seen: Conversation) -> dict[str, Any]:
    """From the answerer's side: whoever asked stands on the left."""
    who = message.custom.get("person") or {}
    if message.direction == "in":
        looks, speaker = "assistant", "The family" if seen.waiting.audience == "family" else "The nominator"
    elif message.kind == "person":
        role = word(who.get("role"), "role")
        looks, speaker = "person", f"{who['name']}, {role.lower()}" if who.get("name") else role
    else:
        looks, speaker = "program", "Front Door"
    danger = message.safety if message.safety in _DANGER else None
    return {
        "who": looks,
        "speaker": speaker,
        "text": message.text,
        "at": message.at,
        "danger": danger,
        "undelivered": message.undelivered,
        "waits_until": message.waits_until,
    }
