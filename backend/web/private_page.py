"""The page on which somebody writes what is too private for a chat, by a link that works once and for an hour.

It holds nothing about anybody. What is typed is read for danger and kept by the door (bot/door/private_page.py); what
comes here is only what could not be taken, to be shown again.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from starlette.datastructures import FormData

from backend.access import public
from backend.accounts.form import render_form
from backend.audit import record
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.telegram.private import find_link
from backend.web.emergency import contacts_of
from backend.web.private_words import PrivateWords
from backend.web.templates import render

router = APIRouter(include_in_schema=False)
_anybody = Depends(public("a family writes by a link that its chat was given, and has no account"))
LONGEST = 4_000
"""Characters that the door takes in one message."""


async def _typed(request: Request) -> FormData:
    return await request.form()


@router.get("/private/{token}", dependencies=[_anybody])
def private_page(request: Request, db: Database, token: str, lang: str = "") -> Response:
    """The form, while the link works."""
    words, found = PrivateWords.of(lang), find_link(db, token, utc_now())
    if found is None:
        return _over(request, words)
    link, thread = found
    record(db, None, "opened", "private_link", link.id, thread.programme)
    return _draw(request, token, thread.programme, words)


@router.post("/private/{token}", dependencies=[_anybody])
def show_again(request: Request, db: Database, token: str, typed: Annotated[FormData, Depends(_typed)]) -> Response:
    """The form with what was typed and why it was not taken. Nothing is kept here."""
    words, found = PrivateWords.of(_text(typed, "lang")), find_link(db, token, utc_now())
    if found is None:
        return _over(request, words)
    written = _text(typed, "words")
    wrong = "empty" if not written else "long" if len(written) > LONGEST else "again"
    return _draw(request, token, found[1].programme, words, typed=written, wrong=words.say[wrong], status=422)


@router.get("/private-sent", dependencies=[_anybody])
def sent_page(request: Request, lang: str = "") -> Response:
    """That it came. It says nothing of anybody, whoever opens it."""
    words = PrivateWords.of(lang)
    return _tell(request, words, words.say["sent"])


def _draw(
    request: Request,
    token: str,
    programme: str | None,
    words: PrivateWords,
    *,
    typed: str = "",
    wrong: str = "",
    status: int = 200,
) -> Response:
    return render_form(
        request,
        "private.html",
        status,
        say=words.say,
        page_lang=words.code,
        others=words.others(),
        mark=words.mark,
        token=token,
        longest=LONGEST,
        typed=typed,
        error=wrong,
        error_list=[{"text": wrong, "href": "#words"}] if wrong else [],
        error_title=words.say["problem"],
        error_prefix=words.say["error"],
        emergency=contacts_of(programme),
    )


def _over(request: Request, words: PrivateWords) -> Response:
    """The same words for a link that was used, is too old, or never was: nobody learns which."""
    return _tell(request, words, words.say["over"], 410)


def _tell(request: Request, words: PrivateWords, told: dict[str, Any], status: int = 200) -> Response:
    danger = words.say["danger"]
    return render(request, "agreed.html", status_code=status, told=told, danger=danger, page_lang=words.code)


def _text(typed: FormData, name: str) -> str:
    value = typed.get(name)
    return value.strip() if isinstance(value, str) else ""
