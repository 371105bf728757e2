"""Signing in and out: pages for people, a token for programs."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse
from fastapi.security import OAuth2PasswordRequestForm
from sqlalchemy.orm import Session

from backend import audit
from backend.access.actor import Actor
from backend.access.declare import public, signed_in
from backend.accounts.browsers import browser_in_words
from backend.accounts.cookies import FORM, SESSION, STEP, drop_cookie, session_cookie, set_cookie, step_cookie
from backend.accounts.form import is_own_form, local_path, render_code, render_sign_in
from backend.accounts.models import Account, SignedInSession
from backend.accounts.sessions import LONGEST, Circumstances, end, end_token, hash_of
from backend.accounts.sign_in import CodeNeeded, CodeRefused, SignedIn, SignInRefused, sign_in, signed_in_as, take_code
from backend.accounts.steps import begin_step, count_try, open_step, use_up
from backend.database.engine import Database
from backend.errors import FrontDoorError, TooMany

router = APIRouter()
SET_UP = "/account/second-factor"
NOTICES = {
    "ready": "Your account is ready. Sign in to go on.",
    "changed": "Your new password is set. You have been signed out everywhere. Sign in with it.",
    "everywhere": "You have been signed out everywhere.",
}
"""What went well before somebody came to the sign-in page, by the code in its address."""


@router.post(
    "/api/token",
    tags=["accounts"],
    responses={401: {"description": SignInRefused.wording}},
    dependencies=[Depends(public("this is where a program signs in"))],
)
def token(
    request: Request,
    db: Database,
    form: Annotated[OAuth2PasswordRequestForm, Depends()],
    code: Annotated[str | None, Form()] = None,
) -> dict[str, str | int]:
    """A bearer token for an e-mail address (``username``) and a password.

    An account with a second factor sends its current code as the further field ``code``; without it the error's code
    is ``code_needed``, for a wrong one ``code_refused``. A role that must have a second factor and has none yet is told
    ``second_factor_missing``: it is set up on the pages.
    """
    demanded = request.app.state.settings.second_factor_demanded
    held = sign_in(
        db,
        form.username,
        form.password,
        address_of(request),
        "bearer",
        code=code,
        factor_demanded=demanded,
        browser=browser_of(request),
    )
    audit.record(db, held.actor, "signed_in", "account", held.actor.account_id, None, how="bearer")
    return {
        "access_token": held.session_token,
        "token_type": "bearer",  # nosec B105 # a kind of token, not a token
        "expires_in": int(LONGEST.total_seconds()),
    }


@router.get("/sign-in", dependencies=[Depends(public("this is where a person signs in"))])
def sign_in_page(request: Request, next: str | None = None, done: str = "") -> Response:  # noqa: A002
    """The form to sign in; ``next`` is the page to go on to, ``done`` what went well before."""
    return render_sign_in(request, error=None, next_page=local_path(next), notice=NOTICES.get(done))


@router.post("/sign-in", dependencies=[Depends(public("this is where a person signs in"))])
def sign_in_with_form(
    *,
    request: Request,
    db: Database,
    username: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    csrf: Annotated[str, Form()] = "",
    next: Annotated[str | None, Form()] = None,  # noqa: A002
) -> Response:
    """Sign in and go on, or on to the second factor, or see the form again with what was wrong."""
    going_to = local_path(next)
    if not is_own_form(request, csrf):
        return render_sign_in(
            request, error="This page was open for a while. Enter your details again.", next_page=going_to
        )
    demanded = request.app.state.settings.second_factor_demanded
    try:
        held = sign_in(
            db,
            username,
            password,
            address_of(request),
            "cookie",
            factor_demanded=demanded,
            browser=browser_of(request),
        )
    except CodeNeeded as needed:
        step = begin_step(
            db, "code", {"account": needed.account.id, "proved": _proof(needed.account), "next": going_to}
        )
        response = RedirectResponse("/sign-in/code", status_code=303)
        set_cookie(request, response, STEP, step)
        return response
    except (SignInRefused, TooMany) as refusal:
        return render_sign_in(request, error=refusal.message, next_page=going_to, status=_shown_as(refusal))
    return go_on(request, db, held, going_to)


@router.get("/sign-in/code", dependencies=[Depends(public("this is the second half of a sign-in"))])
def code_page(request: Request, db: Database) -> Response:
    """The form for the second factor's code, once the password was right."""
    if open_step(db, "code", step_cookie(request)) is None:
        return RedirectResponse("/sign-in", status_code=303)
    return render_code(request, error=None)


@router.post("/sign-in/code", dependencies=[Depends(public("this is the second half of a sign-in"))])
def sign_in_with_code(
    request: Request, db: Database, code: Annotated[str, Form()] = "", csrf: Annotated[str, Form()] = ""
) -> Response:
    """Sign in with the code of the second factor, or a recovery code."""
    half = step_cookie(request)
    kept = open_step(db, "code", half)
    account = db.get(Account, kept["account"]) if kept else None
    # A password that was changed meanwhile is a password that was not shown.
    if half is None or kept is None or account is None or kept["proved"] != _proof(account):
        return render_sign_in(
            request, error="That took too long or went wrong too often. Sign in again.", next_page=None, status=422
        )
    if not is_own_form(request, csrf):
        return render_code(request, error="This page was open for a while. Enter a code again.")
    try:
        take_code(db, account.id, code, address_of(request))
    except (CodeRefused, TooMany) as refusal:
        count_try(db, half)
        return render_code(request, error=refusal.message, status=_shown_as(refusal))
    if not use_up(db, half):
        return RedirectResponse("/sign-in", status_code=303)
    held = signed_in_as(db, account, "cookie", Circumstances(how="code", browser=browser_of(request)))
    return go_on(request, db, held, local_path(kept["next"]))


@router.post("/sign-out")
def sign_out(request: Request, db: Database, actor: Annotated[Actor, Depends(signed_in())]) -> Response:
    """Sign out: a browser goes to the sign-in page, a program gets 204.

    Whoever came through their organisation is asked whether to sign out there too.
    """
    session = db.get(SignedInSession, actor.session_id)
    provider = session.provider if session else None
    end(db, actor.session_id)
    audit.record(db, actor, "signed_out", "account", actor.account_id, None)
    if session_cookie(request) is None:
        return Response(status_code=204)
    known = provider is not None and provider in request.app.state.providers
    response = RedirectResponse(f"/signed-out/{provider}" if known else "/sign-in", status_code=303)
    drop_cookie(request, response, SESSION)
    return response


def go_on(request: Request, db: Session, held: SignedIn, going_to: str | None) -> Response:
    """Give the browser its new session and send it where it wanted to go; what it was signed in with before ends."""
    end_token(db, session_cookie(request))
    audit.record(db, held.actor, "signed_in", "account", held.actor.account_id, None, how="cookie")
    response = RedirectResponse(SET_UP if held.actor.limited else going_to or "/", status_code=303)
    set_cookie(request, response, SESSION, held.session_token)
    drop_cookie(request, response, FORM)
    drop_cookie(request, response, STEP)
    return response


def address_of(request: Request) -> str:
    """The network address a request came from, as the door passed it on."""
    return request.client.host if request.client else "unknown"


def browser_of(request: Request) -> str:
    """The browser that a request came from, in coarse words."""
    return browser_in_words(request.headers.get("user-agent"))


def _proof(account: Account) -> str:
    return hash_of(account.password_hash)


def _shown_as(refusal: FrontDoorError) -> int:
    return 429 if isinstance(refusal, TooMany) else 422
