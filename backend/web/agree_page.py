"""The page on which a family reads what is asked of it and answers for itself, without an account.

What is typed here is read for danger by the door before it comes here (bot/door/agree_page.py).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData

from backend.access import public
from backend.accounts.form import is_own_form, render_form
from backend.audit import record
from backend.consent.answering import Answer, answer, link_for
from backend.consent.models import ConsentLink
from backend.consent.view import last_day
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.programmes import Programme, load_programme
from backend.web.emergency import contacts_of
from backend.web.templates import render

router = APIRouter(include_in_schema=False)
_anybody = Depends(public("a family answers for itself, and has no account"))
LONGEST = {"name": 100, "reach": 200, "note": 1_000, "condition": 500}
"""Characters of each thing that is written."""
LANGUAGE = "en"


async def _typed(request: Request) -> FormData:
    return await request.form()


@router.get("/agree/{token}", dependencies=[_anybody])
def agree_page(request: Request, db: Database, token: str) -> Response:
    """What is asked, in plain words, and the form to answer."""
    found = link_for(db, token, utc_now())
    if found is None:
        return _over(request)
    link, _ = found
    record(db, None, "opened", "consent_link", link.id, link.programme)
    return _draw(request, link, token, FormData(), {})


@router.post("/agree/{token}", dependencies=[_anybody])
def take_answer(request: Request, db: Database, token: str, typed: Annotated[FormData, Depends(_typed)]) -> Response:
    """Keep the answer, once; or show the form again with what is missing and all that was typed."""
    now = utc_now()
    found = link_for(db, token, now)
    if found is None:
        return _over(request)
    link, thread = found
    wrong = _wrong(request, link, typed)
    if wrong:
        return _draw(request, link, token, typed, wrong, status=422)
    given = _answer(link, typed)
    answer(db, link, thread, given, now)
    return RedirectResponse(f"/agreed?said={'yes' if given.agrees else 'no'}", status_code=303)


@router.get("/agreed", dependencies=[_anybody])
def agreed_page(request: Request, said: Literal["yes", "no", ""] = "") -> Response:
    """What follows from an answer. It says nothing of anybody, whoever opens it."""
    words = _words()
    return render(request, "agreed.html", told=words["done"].get(said, words["over"]))


def _answer(link: ConsentLink, typed: FormData) -> Answer:
    return Answer(
        agrees=_text(typed, "answer") == "yes",
        purposes={each["code"]: _text(typed, f"purpose-{each['code']}") == "yes" for each in _further(link)},
        name=_text(typed, "name"),
        reach=_text(typed, "reach"),
        note=_text(typed, "note"),
        condition=_text(typed, "condition"),
        shared=_text(typed, "shared") == "yes",
    )


def _wrong(request: Request, link: ConsentLink, typed: FormData) -> dict[str, str]:
    """What is missing, by field. Who says no need say nothing else."""
    say: dict[str, str] = _words()["wrong"]
    agreed = _text(typed, "answer")
    wrong = {name: say["long"] for name, longest in LONGEST.items() if len(_text(typed, name)) > longest}
    if not is_own_form(request, _text(typed, "csrf")):
        wrong["answer"] = say["stale"]
    elif agreed not in ("yes", "no"):
        wrong["answer"] = say["answer"]
    if agreed != "yes":
        return wrong
    for each in _further(link):
        if _text(typed, f"purpose-{each['code']}") not in ("yes", "no"):
            wrong[f"purpose-{each['code']}"] = say["purpose"]
    if _text(typed, "who") != "parent":
        wrong["who"] = say["who"]
    if not _text(typed, "name"):
        wrong["name"] = say["name"]
    return wrong


def _draw(
    request: Request, link: ConsentLink, token: str, typed: FormData, wrong: dict[str, str], *, status: int = 200
) -> Response:
    words, programme = _words(), _programme(link)
    first, *_ = programme.data["consent"]["purposes"]
    return render_form(
        request,
        "agree.html",
        status,
        say=words,
        token=token,
        programme=programme.code,
        lead=words["lead"].format(programme=programme.family_name),
        ends=words["ends"].format(until=last_day(link.ends_at)),
        first=first["wording"],
        further=_further(link),
        typed={name: _text(typed, name) for name in typed},
        errors=wrong,
        error_list=[{"text": text, "href": f"#{field}"} for field, text in wrong.items()],
        emergency=contacts_of(programme.code),
    )


def _over(request: Request) -> Response:
    """The same words for a link that was used, taken back, too old, or never was: nobody learns which."""
    return render(request, "agreed.html", status_code=410, told=_words()["over"])


def _programme(link: ConsentLink) -> Programme:
    return load_programme(link.programme, link.programme_version)


def _further(link: ConsentLink) -> list[dict[str, Any]]:
    return list(_programme(link).data["consent"]["purposes"][1:])


def _text(typed: FormData, name: str) -> str:
    value = typed.get(name)
    return value.strip() if isinstance(value, str) else ""


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("agree.yml").read_text(encoding="utf-8"))
    return dict(words[LANGUAGE])
