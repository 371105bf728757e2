"""The page on which a family reads what is asked of it, answers for itself, and takes a yes back, without an account.

What is typed here is read for danger by the door before it comes here (bot/door/agree_page.py).
"""

from __future__ import annotations

from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData

from backend.access import public
from backend.accounts.form import is_own_form, render_form
from backend.audit import record
from backend.consent.answering import Answer, answer, link_for
from backend.consent.models import ConsentLink
from backend.consent.withdrawing import take_yes_back, yes_behind
from backend.database.base import utc_now
from backend.database.engine import Database
from backend.programmes import Programme, load_programme
from backend.web.agree_words import AgreeWords
from backend.web.emergency import contacts_of
from backend.web.templates import render

router = APIRouter(include_in_schema=False)
_anybody = Depends(public("a family answers for itself, and has no account"))
LONGEST = {"name": 100, "reach": 200, "note": 1_000, "condition": 500}
"""Characters of each thing that is written."""
BACK = "back"
"""What the form of a used link answers: the yes is taken back."""


async def _typed(request: Request) -> FormData:
    return await request.form()


@router.get("/agree/{token}", dependencies=[_anybody])
def agree_page(request: Request, db: Database, token: str, lang: str = "") -> Response:
    """What is asked, in plain words, and the form to answer; of a yes that was given, the form to take it back."""
    words = AgreeWords.of(lang)
    found = link_for(db, token, utc_now())
    if found is not None:
        _note_opened(db, found[0])
        return _draw(request, found[0], token, words, FormData(), wrong={})
    given = yes_behind(db, token)
    if given is None:
        return _over(request, words)
    _note_opened(db, given[0])
    return _draw_back(request, given[0], token, words)


@router.post("/agree/{token}", dependencies=[_anybody])
def take_answer(request: Request, db: Database, token: str, typed: Annotated[FormData, Depends(_typed)]) -> Response:
    """Keep the answer, once; or show the form again with what is missing and all that was typed."""
    now, words = utc_now(), AgreeWords.of(_text(typed, "lang"))
    if _text(typed, "answer") == BACK:
        return _take_back(request, db, token, typed)
    found = link_for(db, token, now)
    if found is None:
        return _over(request, words)
    link, thread = found
    wrong = _wrong(request, link, words, typed)
    if wrong:
        return _draw(request, link, token, words, typed, wrong=wrong, status=422)
    given = _answer(link, words, typed)
    answer(db, link, thread, given, now)
    return _done("yes" if given.agrees else "no", words)


@router.get("/agreed", dependencies=[_anybody])
def agreed_page(request: Request, said: Literal["yes", "no", "back", ""] = "", lang: str = "") -> Response:
    """What follows from an answer. It says nothing of anybody, whoever opens it."""
    words = AgreeWords.of(lang)
    return _tell(request, words, words.say["done"].get(said, words.say["over"]))


def _take_back(request: Request, db: Database, token: str, typed: FormData) -> Response:
    words, given = AgreeWords.of(_text(typed, "lang")), yes_behind(db, token)
    if given is None:
        return _over(request, words)
    link, thread = given
    if not is_own_form(request, _text(typed, "csrf")):
        return _draw_back(request, link, token, words, stale=True)
    take_yes_back(db, link, thread, utc_now())
    return _done(BACK, words)


def _done(said: str, words: AgreeWords) -> Response:
    asked = {"said": said} | ({"lang": words.code} if words.code else {})
    return RedirectResponse(f"/agreed?{urlencode(asked)}", status_code=303)


def _note_opened(db: Database, link: ConsentLink) -> None:
    record(db, None, "opened", "consent_link", link.id, link.programme)


def _answer(link: ConsentLink, words: AgreeWords, typed: FormData) -> Answer:
    return Answer(
        agrees=_text(typed, "answer") == "yes",
        purposes={each["code"]: _text(typed, f"purpose-{each['code']}") == "yes" for each in _further(link)},
        name=_text(typed, "name"),
        reach=_text(typed, "reach"),
        note=_text(typed, "note"),
        condition=_text(typed, "condition"),
        shared=_text(typed, "shared") == "yes",
        language=words.code,
    )


def _wrong(request: Request, link: ConsentLink, words: AgreeWords, typed: FormData) -> dict[str, str]:
    """What is missing, by field. Who says no need say nothing else."""
    say: dict[str, str] = words.say["wrong"]
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
    request: Request,
    link: ConsentLink,
    token: str,
    words: AgreeWords,
    typed: FormData,
    *,
    wrong: dict[str, str],
    status: int = 200,
) -> Response:
    programme = _programme(link)
    first, *_ = programme.data["consent"]["purposes"]
    return render_form(
        request,
        "agree.html",
        status,
        **_around(link, token, words),
        lead=words.say["lead"].format(programme=words.programme(programme)),
        ends=words.say["ends"].format(until=words.day(link.ends_at)),
        first=words.purpose(first["wording"]),
        further=[(each["code"], words.purpose(each["wording"])) for each in _further(link)],
        typed={name: _text(typed, name) for name in typed},
        errors=wrong,
        error_list=[{"text": text, "href": f"#{field}"} for field, text in wrong.items()],
    )


def _draw_back(request: Request, link: ConsentLink, token: str, words: AgreeWords, *, stale: bool = False) -> Response:
    """The form to take a yes back. Who said yes, and what became of it, is not on it: anybody may hold the link."""
    wrong = [{"text": words.say["wrong"]["stale"], "href": "#take-back"}] if stale else []
    return render_form(
        request,
        "agree-back.html",
        422 if stale else 200,
        **_around(link, token, words),
        lead=words.say["back"]["lead"].format(programme=words.programme(_programme(link))),
        error_list=wrong,
    )


def _around(link: ConsentLink, token: str, words: AgreeWords) -> dict[str, Any]:
    """What both forms need."""
    return {
        "say": words.say,
        "page_lang": words.code,
        "others": words.others(),
        "mark": words.mark,
        "token": token,
        "programme": link.programme,
        "emergency": contacts_of(link.programme),
        "error_title": words.say["problem"],
        "error_prefix": words.say["error"],
    }


def _over(request: Request, words: AgreeWords) -> Response:
    """The same words for a link that was used, taken back, too old, or never was: nobody learns which."""
    return _tell(request, words, words.say["over"], status=410)


def _tell(request: Request, words: AgreeWords, told: dict[str, Any], status: int = 200) -> Response:
    danger = words.say["danger"]
    return render(request, "agreed.html", status_code=status, told=told, danger=danger, page_lang=words.code)


def _programme(link: ConsentLink) -> Programme:
    return load_programme(link.programme, link.programme_version)


def _further(link: ConsentLink) -> list[dict[str, Any]]:
    return list(_programme(link).data["consent"]["purposes"][1:])


def _text(typed: FormData, name: str) -> str:
    value = typed.get(name)
    return value.strip() if isinstance(value, str) else ""
