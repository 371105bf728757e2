"""Administrators look after the accounts of their programmes: invite, roles, second factor, close."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from backend.access import ROLES, Actor, Role, requires
from backend.accounts import administration, second_factor
from backend.accounts.accounts import email_of, name_of
from backend.accounts.identities import provider_of
from backend.accounts.invitations import invitations_in, invite, revoke
from backend.accounts.models import Account
from backend.accounts.sessions import open_sessions
from backend.database.base import new_id
from backend.database.engine import Database
from backend.errors import Refused
from backend.outbox.service import post
from backend.web.choices import options
from backend.web.names import programme_of
from backend.web.pages import page_of
from backend.web.templates import render
from backend.web.words import word

router = APIRouter(include_in_schema=False)
Administrator = Annotated[Actor, Depends(requires("administrator"))]
Roles = Annotated[list[Role] | None, Form()]
DONE = {
    "invited": "The invitation is on its way. Its link works once, within 7 days.",
    "revoked": "The invitation is taken back. Its link no longer works.",
    "roles": "The roles are changed. They count from the account's next step.",
    "closed": "The account is closed and signed out everywhere.",
    "factor": "The second factor is taken away. The account has been signed out everywhere and told by e-mail.",
}
"""What was done, by the code in a page's address."""


@router.get("/accounts")
def accounts_page(request: Request, db: Database, actor: Administrator, page: int = 1, done: str = "") -> Response:
    """The accounts of the administrator's programmes, by name, and the invitations that wait."""
    mine = actor.programmes("administrator")
    rows = [_row(db, actor, account) for account in administration.accounts_of(db, actor)]
    shown = page_of(sorted(rows, key=lambda row: row["name"].casefold()), page, "/accounts", {})
    waiting = [
        {
            "id": each.id,
            "email": email_of(db, each.account_id),
            "roles": [
                _held(code, role) for code, roles in sorted(each.roles.items()) if code in mine for role in roles
            ],
            "until": each.expires_at,
            "revocable": set(each.roles) <= mine,
        }
        for each in invitations_in(db, mine)
    ]
    return render(request, "accounts.html", page=shown, rows=shown.rows, waiting=waiting, done=DONE.get(done))


@router.get("/accounts/invite")
def invite_page(request: Request, actor: Administrator) -> Response:
    """The form to invite somebody."""
    return _invite(request, actor)


@router.post("/accounts/invite")
def invite_somebody(
    *,
    request: Request,
    db: Database,
    actor: Administrator,
    email: Annotated[str, Form(max_length=320)] = "",
    programme: Annotated[str, Form()] = "",
    roles: Roles = None,
    agency: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Invite them; or see the form again with what was wrong."""
    errors = {}
    if "@" not in email.strip().strip("@"):
        errors["email"] = "Enter an e-mail address, such as name@example.org"
    if programme not in actor.programmes("administrator"):
        errors["programme"] = "Choose one of your programmes"
    if not roles:
        errors["roles"] = "Choose at least one role"
    if errors:
        return _invite(request, actor, email=email, programme=programme, roles=roles, agency=agency, errors=errors)
    invitation = invite(db, actor, email, [(programme, role) for role in roles or ()], agency.strip() or None)
    post(db, [invitation.account_id], "invitation", f"invitation:{invitation.id}", programme)
    return RedirectResponse("/accounts?done=invited", status_code=303)


@router.post("/accounts/invitations/{invitation}/revoke")
def revoke_invitation(db: Database, actor: Administrator, invitation: str) -> Response:
    """Take an invitation back."""
    revoke(db, actor, invitation)
    return RedirectResponse("/accounts?done=revoked", status_code=303)


@router.get("/accounts/{account}")
def one_account_page(request: Request, db: Database, actor: Administrator, account: str, done: str = "") -> Response:
    """One account: its roles in the administrator's programmes and what can be done about it."""
    return _one(request, db, actor, account, done=DONE.get(done))


@router.post("/accounts/{account}/roles")
def change_roles(
    request: Request,
    db: Database,
    actor: Administrator,
    account: str,
    *,
    programme: Annotated[str, Form()] = "",
    roles: Roles = None,
) -> Response:
    """Give and take roles in one programme."""
    try:
        administration.set_roles(db, actor, account, programme, roles or ())
    except Refused as refusal:
        return _one(request, db, actor, account, error=refusal.message)
    changed = db.get(Account, account)
    remain = changed is not None and administration.roles_in_reach(actor, changed)
    return RedirectResponse(f"/accounts/{account}?done=roles" if remain else "/accounts?done=roles", status_code=303)


@router.post("/accounts/{account}/close")
def close_account(request: Request, db: Database, actor: Administrator, account: str) -> Response:
    """Close it."""
    try:
        administration.close(db, actor, account)
    except Refused as refusal:
        return _one(request, db, actor, account, error=refusal.message)
    return RedirectResponse("/accounts?done=closed", status_code=303)


@router.post("/accounts/{account}/second-factor")
def reset_second_factor(request: Request, db: Database, actor: Administrator, account: str) -> Response:
    """Take a lost second factor away and tell the account."""
    try:
        administration.reset_factor(db, actor, account)
    except Refused as refusal:
        return _one(request, db, actor, account, error=refusal.message)
    post(db, [account], "second-factor-reset", f"second-factor:{new_id()}", None)
    return RedirectResponse(f"/accounts/{account}?done=factor", status_code=303)


def _row(db: Session, actor: Actor, account: Account) -> dict[str, Any]:
    return {
        "id": account.id,
        "name": name_of(db, account.id) or "",
        "email": email_of(db, account.id),
        "agency": account.agency.name if account.agency else None,
        "roles": [_held(*held) for held in administration.roles_in_reach(actor, account)],
        "factor": second_factor.is_on(db, account.id),
        "organisation": bool(provider_of(db, account.id)),
    }


def _held(programme: str, role: str) -> dict[str, str]:
    return {"programme": getattr(programme_of(programme), "name", programme), "role": word(role, "role")}


def _one(
    request: Request, db: Session, actor: Actor, account_id: str, *, error: str = "", done: str | None = None
) -> Response:
    account = administration.account_for(db, actor, account_id)
    held = set(administration.roles_in_reach(actor, account))
    programmes = [
        {
            "code": code,
            "name": getattr(programme_of(code), "name", code),
            "roles": _boxes({role for programme, role in held if programme == code}),
        }
        for code in sorted(actor.programmes("administrator"))
    ]
    return render(
        request,
        "one-account.html",
        status_code=409 if error else 200,
        account=_row(db, actor, account),
        programmes=programmes,
        whole=administration.is_whole(actor, account),
        shared=account.demo,
        own=account.id == actor.account_id,
        sign_ins=len(open_sessions(db, account.id)),
        error_list=[{"text": error, "href": "#main-content"}] if error else [],
        done=done,
    )


def _invite(request: Request, actor: Actor, **typed: Any) -> Response:
    errors: dict[str, str] = typed.get("errors") or {}
    codes = sorted(actor.programmes("administrator"))
    named = [(code, getattr(programme_of(code), "name", code)) for code in codes]
    chosen = typed.get("programme") or (codes[0] if len(codes) == 1 else None)
    return render(
        request,
        "invite.html",
        status_code=422 if errors else 200,
        programmes=options([("", "Choose a programme"), *named], chosen),
        boxes=_boxes(set(typed.get("roles") or ())),
        typed=typed,
        errors=errors,
        error_list=[{"text": text, "href": f"#{field}"} for field, text in errors.items()],
    )


def _boxes(chosen: set[str]) -> list[dict[str, Any]]:
    return [
        {
            "value": role,
            "text": word(role, "role"),
            "hint": {"text": word(role, "role_means")},
            "checked": role in chosen,
        }
        for role in ROLES
    ]
