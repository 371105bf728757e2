"""Setting up a second factor: a picture for the authenticator app, a first code, and codes to keep on paper."""

from __future__ import annotations

import io
from typing import Annotated, Any

import segno
from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from backend.access import Actor, signed_in
from backend.accounts import second_factor
from backend.accounts.accounts import email_of
from backend.accounts.own import (
    DEMO,
    account_of,
    is_own_password,
    replace_recovery_codes,
    switch_factor_off,
    switch_factor_on,
)
from backend.accounts.routes import address_of
from backend.accounts.sign_in import CodeRefused
from backend.database.base import new_id
from backend.database.engine import Database
from backend.errors import NotFound, Refused, TooMany
from backend.outbox.service import post
from backend.web.templates import render

router = APIRouter(include_in_schema=False)
Somebody = Annotated[Actor, Depends(signed_in())]
Typed = Annotated[str, Form(max_length=100)]


@router.get("/account/second-factor")
def second_factor_page(request: Request, db: Database, actor: Somebody) -> Response:
    """Whether there is one, and what can be done about it."""
    return _draw(request, db, actor)


@router.post("/account/second-factor/begin")
def begin_second_factor(  # nosec B107 # an empty field is no password
    request: Request, db: Database, actor: Somebody, password: Annotated[str, Form()] = ""
) -> Response:
    """Propose a secret, once the password was given again: a screen left alone must not hand the account on."""
    account = account_of(db, actor)
    if account.demo:
        return _draw(request, db, actor, field="main-content", error=DEMO)
    if not is_own_password(db, account, password, address_of(request)):
        return _draw(request, db, actor, field="password", error="This is not your password")
    if not second_factor.is_on(db, account.id):
        second_factor.propose(db, account.id)
    return RedirectResponse("/account/second-factor", status_code=303)


@router.get("/account/second-factor/picture.svg")
def picture(db: Database, actor: Somebody) -> Response:
    """The picture for the app, while the secret waits to be confirmed."""
    secret = second_factor.proposed(db, actor.account_id)
    if secret is None:
        raise NotFound
    drawn = io.BytesIO()
    address = second_factor.app_address(secret, email_of(db, actor.account_id) or "")
    segno.make(address, error="m").save(drawn, kind="svg", scale=5, border=4, light="#ffffff", xmldecl=False)
    return Response(drawn.getvalue(), media_type="image/svg+xml", headers={"Cache-Control": "no-store"})


@router.post("/account/second-factor/confirm")
def confirm_second_factor(request: Request, db: Database, actor: Somebody, code: Typed = "") -> Response:
    """Switch it on with its first code, and show the recovery codes this once."""
    codes = switch_factor_on(db, actor, code)
    if codes is None:
        return _draw(
            request, db, actor, field="code", error="The code is not right. Wait for the next one and enter that"
        )
    post(db, [actor.account_id], "second-factor-changed", f"second-factor:{new_id()}", None)
    return render(request, "recovery-codes.html", codes=codes)


@router.post("/account/second-factor/codes")
def new_recovery_codes(request: Request, db: Database, actor: Somebody, code: Typed = "") -> Response:
    """New recovery codes, shown this once; the earlier ones end."""
    try:
        codes = replace_recovery_codes(db, actor, code, address_of(request))
    except (CodeRefused, TooMany) as refusal:
        return _draw(request, db, actor, field="code", error=refusal.message)
    return render(request, "recovery-codes.html", codes=codes)


@router.post("/account/second-factor/off")
def no_second_factor(request: Request, db: Database, actor: Somebody, code: Typed = "") -> Response:
    """Switch it off, where no role asks for it."""
    demanded = request.app.state.settings.second_factor_demanded
    try:
        switch_factor_off(db, actor, code, address_of(request), demanded=demanded)
    except (CodeRefused, TooMany, Refused) as refusal:
        return _draw(request, db, actor, field="off-code", error=refusal.message)
    post(db, [actor.account_id], "second-factor-changed", f"second-factor:{new_id()}", None)
    return RedirectResponse("/account?done=factor-off", status_code=303)


def _draw(request: Request, db: Session, actor: Actor, *, field: str = "", error: str = "") -> Response:
    account = account_of(db, actor)
    demanded = request.app.state.settings.second_factor_demanded and second_factor.is_required(account)
    secret = second_factor.proposed(db, account.id)
    shown: dict[str, Any] = {
        "shared": account.demo,
        "has_password": bool(account.password_hash),
        "on": second_factor.is_on(db, account.id),
        "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)) if secret else None,
        "codes_left": second_factor.recovery_codes_left(db, account.id),
        "demanded": demanded,
        "limited": actor.limited,
        "wrong": {field: error},
        "error_list": [{"text": error, "href": f"#{field}"}] if error else [],
    }
    return render(request, "second-factor.html", status_code=422 if error else 200, **shown)
