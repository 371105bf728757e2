"""A person's own account: who they are here, their password, and where they are signed in."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from backend.access import Actor, signed_in
from backend.accounts import second_factor
from backend.accounts.accounts import email_of
from backend.accounts.identities import provider_of
from backend.accounts.own import (
    DEMO,
    account_of,
    change_password,
    is_own_password,
    sign_out_everywhere,
    sign_out_one,
)
from backend.accounts.password_rules import objection
from backend.accounts.routes import address_of
from backend.accounts.sessions import open_sessions
from backend.database.base import new_id
from backend.database.engine import Database
from backend.outbox.service import post
from backend.web.names import programme_of
from backend.web.templates import render
from backend.web.words import word

router = APIRouter(include_in_schema=False)
Somebody = Annotated[Actor, Depends(signed_in())]


@router.get("/account")
def account_page(request: Request, db: Database, actor: Somebody, done: str = "") -> Response:
    """Who they are here, what they may do, and what they can change."""
    account = account_of(db, actor)
    issuers = set(provider_of(db, account.id))
    return render(
        request,
        "account.html",
        done=done,
        email=email_of(db, account.id),
        roles=[
            {
                "programme": getattr(programme_of(held.programme), "name", held.programme),
                "role": word(held.role, "role"),
            }
            for held in sorted(account.roles, key=lambda held: (held.programme, held.role))
        ],
        shared=account.demo,
        has_password=bool(account.password_hash),
        providers=[each.name for each in request.app.state.providers.listed() if each.issuer in issuers],
        factor_on=second_factor.is_on(db, account.id),
        codes_left=second_factor.recovery_codes_left(db, account.id),
        sign_ins=len(open_sessions(db, account.id)),
    )


@router.get("/account/password")
def password_page(request: Request, db: Database, actor: Somebody) -> Response:
    """The form for a new password."""
    return _password(request, db, actor)


@router.post("/account/password")
def set_own_password(
    request: Request,
    db: Database,
    actor: Somebody,
    *,
    current: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
) -> Response:
    """Set it and end every other sign-in; or see the form again with what was wrong."""
    account = account_of(db, actor)
    if account.demo:
        return _password(request, db, actor, current_error=DEMO)
    if not is_own_password(db, account, current, address_of(request)):
        return _password(request, db, actor, current_error="This is not your password now")
    if problem := objection(password, email_of(db, account.id) or ""):
        return _password(request, db, actor, error=problem)
    change_password(db, actor, password)
    post(db, [account.id], "password-changed", f"password:{new_id()}", None)
    return RedirectResponse("/account?done=password", status_code=303)


@router.get("/account/sign-ins")
def sign_ins_page(request: Request, db: Database, actor: Somebody, done: bool = False) -> Response:
    """Where they are signed in, the newest first."""
    names = {each.code: each.name for each in request.app.state.providers.listed()}
    found = [
        {
            "id": each.id,
            "browser": each.browser or "A browser or program we do not know",
            "kind": each.kind,
            "how": word(each.how, "sign_in_with"),
            "provider": names.get(each.provider or ""),
            "began": each.created_at,
            "seen": each.seen_at,
            "this": each.id == actor.session_id,
        }
        for each in open_sessions(db, actor.account_id)
    ]
    return render(request, "sign-ins.html", sign_ins=found, done=done)


@router.post("/account/sign-ins/end")
def end_sign_in(db: Database, actor: Somebody, sign_in: Annotated[str, Form()] = "") -> Response:
    """End one of them."""
    sign_out_one(db, actor, sign_in)
    if sign_in == actor.session_id:
        return RedirectResponse("/sign-in", status_code=303)
    return RedirectResponse("/account/sign-ins?done=true", status_code=303)


@router.post("/account/sign-ins/end-all")
def end_sign_ins(db: Database, actor: Somebody) -> Response:
    """Sign out everywhere, here too."""
    sign_out_everywhere(db, actor)
    return RedirectResponse("/sign-in?done=everywhere", status_code=303)


def _password(request: Request, db: Session, actor: Actor, **wrong: Any) -> Response:
    account = account_of(db, actor)
    errors = {"current": wrong.get("current_error"), "password": wrong.get("error")}
    return render(
        request,
        "own-password.html",
        status_code=422 if wrong else 200,
        shared=account.demo,
        has_password=bool(account.password_hash),
        error_list=[{"text": text, "href": f"#{field}"} for field, text in errors.items() if text],
        **wrong,
    )
