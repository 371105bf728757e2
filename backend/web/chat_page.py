"""The chat page. What is sent goes to the door (``POST /chat``); these routes show the talk and begin a new one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from backend.access import Actor, requires
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.retention.left import left_on_page
from backend.threads.conversations import audience_of
from backend.threads.earlier import asked_elsewhere, go_back_to_talk, go_back_to_unfinished, has_unfinished
from backend.threads.page import is_page_news, new_page_thread, page_thread
from backend.web.chat_view import chat_view
from backend.web.emergency import contacts_for, contacts_of
from backend.web.left_lines import left_lines, resumed_line
from backend.web.templates import render

router = APIRouter(include_in_schema=False)
Talker = Annotated[Actor, Depends(requires("nominator", "family"))]


@router.get("/chat")
def chat_page(request: Request, db: Database, actor: Talker) -> Response:
    """The person's newest talk with its open question."""
    return _draw(request, db, actor, "chat.html")


@router.get("/chat/messages")
def chat_messages(request: Request, db: Database, actor: Talker) -> Response:
    """The transcript and the form alone, for a page that sent a message without reloading."""
    return _draw(request, db, actor, "chat-messages.html")


@router.get("/chat/news")
def chat_news(request: Request, db: Database, actor: Talker, after: int = 0) -> Response:
    """What :func:`chat_messages` answers, if anything was said after a message; 204 and nothing otherwise."""
    if not is_page_news(db, actor, after):
        return Response(status_code=204)
    return _draw(request, db, actor, "chat-messages.html")


@router.post("/chat/unfinished")
def go_on_unfinished(db: Database, actor: Talker, talk: Annotated[str, Form(max_length=100)] = "") -> Response:
    """Go back to a talk from which nothing was sent yet (the newest, unless one is named), and show it."""
    if talk:
        go_back_to_talk(db, actor, talk, utc_now())
    else:
        go_back_to_unfinished(db, actor, utc_now())
    return RedirectResponse("/chat#question", status_code=303)


@router.post("/chat/new")
def begin_again(db: Database, actor: Talker) -> Response:
    """Begin another talk and show it."""
    new_page_thread(db, actor)
    return RedirectResponse("/chat", status_code=303)


def _draw(request: Request, db: Database, actor: Actor, template: str) -> Response:
    talk, now, audience = page_thread(db, actor), utc_now(), audience_of(actor)
    contacts = contacts_of(talk.programme) or contacts_for(actor.programmes("nominator", "family"))
    left = left_on_page(db, actor, now)
    here = next((each for each in left if each.thread == talk.thread), None)
    begins = talk.state == "open" and here is None
    return render(
        request,
        template,
        chat=chat_view(talk, audience),
        asked_elsewhere=asked_elsewhere(db, actor),
        has_unfinished=talk.state != "open" and has_unfinished(db, actor),
        left=left_lines(left, audience) if begins else [],
        resumed=resumed_line(here, audience, now) if here else None,
        is_family=audience == "family",
        emergency=contacts,
    )
