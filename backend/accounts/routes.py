"""Signing in and out: pages for people, a token for programs."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse
from fastapi.security import OAuth2PasswordRequestForm

from backend import audit
from backend.access.actor import Actor
from backend.access.declare import public, signed_in
from backend.accounts.cookies import FORM, SESSION, drop_cookie, session_cookie, set_cookie
from backend.accounts.form import is_own_form, local_path, render_sign_in
from backend.accounts.sessions import LONGEST, end
from backend.accounts.sign_in import SignInRefused, sign_in
from backend.database.engine import Database
from backend.errors import FrontDoorError, TooMany

router = APIRouter()


@router.post("/api/token", dependencies=[Depends(public("this is where a program signs in"))])
def token(
    request: Request, db: Database, form: Annotated[OAuth2PasswordRequestForm, Depends()]
) -> dict[str, str | int]:
    """A bearer token for an e-mail address (``username``) and a password."""
    held = sign_in(db, form.username, form.password, address_of(request), "bearer")
    audit.record(db, held.actor, "signed_in", "account", held.actor.account_id, None, how="bearer")
    return {
        "access_token": held.session_token,
        "token_type": "bearer",
        "expires_in": int(LONGEST.total_seconds()),
    }


@router.get("/sign-in", dependencies=[Depends(public("this is where a person signs in"))])
def sign_in_page(request: Request, next: str | None = None) -> Response:  # noqa: A002
    """The form to sign in; ``next`` is the page to go on to."""
    return render_sign_in(request, error=None, next_page=local_path(next))


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
    """Sign in and go on, or see the form again with what was wrong."""
    going_to = local_path(next)
    if not is_own_form(request, csrf):
        return render_sign_in(
            request, error="This page was open for a while. Enter your details again.", next_page=going_to
        )
    try:
        held = sign_in(db, username, password, address_of(request), "cookie")
    except (SignInRefused, TooMany) as refusal:
        return render_sign_in(request, error=refusal.message, next_page=going_to, status=_shown_as(refusal))
    audit.record(db, held.actor, "signed_in", "account", held.actor.account_id, None, how="cookie")
    response = RedirectResponse(going_to or "/", status_code=303)
    set_cookie(request, response, SESSION, held.session_token)
    drop_cookie(request, response, FORM)
    return response


@router.post("/sign-out")
def sign_out(request: Request, db: Database, actor: Annotated[Actor, Depends(signed_in())]) -> Response:
    """Sign out: a browser goes to the sign-in page, a program gets 204."""
    end(db, actor.session_id)
    audit.record(db, actor, "signed_out", "account", actor.account_id, None)
    if session_cookie(request) is None:
        return Response(status_code=204)
    response = RedirectResponse("/sign-in", status_code=303)
    drop_cookie(request, response, SESSION)
    return response


def address_of(request: Request) -> str:
    """The network address a request came from, as the door passed it on."""
    return request.client.host if request.client else "unknown"


def _shown_as(refusal: FrontDoorError) -> int:
    return 429 if isinstance(refusal, TooMany) else 422
