"""Getting back into an account by e-mail. The pages say the same whether or not there is an account."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from backend.access import public
from backend.accounts.accounts import email_of
from backend.accounts.form import is_own_form, render_form
from backend.accounts.password_rules import objection
from backend.accounts.recovery import account_of_link, ask, set_password
from backend.accounts.routes import address_of
from backend.database.base import new_id
from backend.database.engine import Database
from backend.errors import TooMany
from backend.outbox.service import post

router = APIRouter(include_in_schema=False)
_anybody = Depends(public("whoever has lost a password cannot sign in"))
OLD_PAGE = "This page was open for a while. Try once more."


@router.get("/recover", dependencies=[_anybody])
def recover_page(request: Request) -> Response:
    """The form that asks for an e-mail address."""
    return render_form(request, "recover.html")


@router.post("/recover", dependencies=[_anybody])
def ask_for_link(
    request: Request,
    db: Database,
    username: Annotated[str, Form(max_length=320)] = "",
    csrf: Annotated[str, Form()] = "",
) -> Response:
    """Note that a link is wanted. Whether there is such an account is looked up later, by the worker."""
    if not is_own_form(request, csrf):
        return render_form(request, "recover.html", 422, error=OLD_PAGE)
    if "@" not in username:
        return render_form(request, "recover.html", 422, error="Enter your e-mail address, such as name@example.org")
    try:
        ask(db, username, address_of(request))
    except TooMany as problem:
        return render_form(request, "recover.html", 429, error=problem.message)
    return render_form(request, "recover-sent.html")


@router.get("/recover/{token}", dependencies=[_anybody])
def new_password_page(request: Request, db: Database, token: str) -> Response:
    """The form for a new password. Opening it uses nothing up: mail programs open links by themselves."""
    if account_of_link(db, token) is None:
        return render_form(request, "link-ended.html", 410, recovery=True)
    return render_form(request, "new-password.html", action=f"/recover/{token}")


@router.post("/recover/{token}", dependencies=[_anybody])
def set_new_password(  # nosec B107 # an empty field is no password
    request: Request,
    db: Database,
    token: str,
    password: Annotated[str, Form()] = "",
    csrf: Annotated[str, Form()] = "",
) -> Response:
    """Set the password, end every sign-in, and send to the sign-in page: nobody is signed in by a link."""
    account = account_of_link(db, token)
    if account is None:
        return render_form(request, "link-ended.html", 410, recovery=True)
    problem = objection(password, email_of(db, account.id) or "") if is_own_form(request, csrf) else OLD_PAGE
    if problem:
        return render_form(request, "new-password.html", 422, action=f"/recover/{token}", error=problem)
    if set_password(db, token, password) is None:
        return render_form(request, "link-ended.html", 410, recovery=True)
    post(db, [account.id], "password-changed", f"password:{new_id()}", None)
    return RedirectResponse("/sign-in?done=changed", status_code=303)
