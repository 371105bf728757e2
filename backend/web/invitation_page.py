"""Taking up an invitation: with a password of one's own, or with one's organisation."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from backend.access import public
from backend.accounts.accounts import email_of
from backend.accounts.form import is_own_form, render_form
from backend.accounts.invitations import accept, invitation_of_link, is_waiting
from backend.accounts.models import Invitation
from backend.accounts.password_rules import objection
from backend.database.engine import Database
from backend.web.names import programme_of
from backend.web.words import word

router = APIRouter(include_in_schema=False)
_anybody = Depends(public("whoever is invited cannot sign in yet"))
LONGEST_NAME = 100


@router.get("/invitation/{token}", dependencies=[_anybody])
def invitation_page(request: Request, db: Database, token: str) -> Response:
    """What somebody is invited to, and the form to take it up."""
    invitation = invitation_of_link(db, token)
    if invitation is None:
        return render_form(request, "link-ended.html", 410)
    return _draw(request, db, invitation, token)


@router.post("/invitation/{token}", dependencies=[_anybody])
def take_up(
    *,
    request: Request,
    db: Database,
    token: str,
    name: Annotated[str, Form()] = "",
    job_title: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    csrf: Annotated[str, Form()] = "",
) -> Response:
    """Take the invitation up and go to the sign-in page; or see the form again with what was wrong."""
    invitation = invitation_of_link(db, token)
    if invitation is None:
        return render_form(request, "link-ended.html", 410)
    errors: dict[str, str] = {}
    if not is_own_form(request, csrf):
        errors["name"] = "This page was open for a while. Try once more."
    elif is_waiting(db, invitation.account):
        if not 0 < len(name.strip()) <= LONGEST_NAME:
            errors["name"] = f"Enter your name, in at most {LONGEST_NAME} characters"
        if problem := objection(password, email_of(db, invitation.account_id) or ""):
            errors["password"] = problem
    if errors:
        typed = {"name": name, "job_title": job_title, "errors": errors}
        return _draw(request, db, invitation, token, status=422, **typed)
    accept(
        db,
        invitation,
        invitation.account,
        name=name.strip(),
        job_title=job_title.strip()[:LONGEST_NAME] or None,
        password=password,
    )
    return RedirectResponse("/sign-in?done=ready", status_code=303)


def _draw(
    request: Request, db: Session, invitation: Invitation, token: str, *, status: int = 200, **typed: Any
) -> Response:
    errors: dict[str, str] = typed.get("errors") or {}
    return render_form(
        request,
        "invitation.html",
        status,
        token=token,
        email=email_of(db, invitation.account_id),
        agency=invitation.agency.name if invitation.agency else None,
        offers=[
            {"programme": getattr(programme_of(code), "name", code), "roles": [word(role, "role") for role in roles]}
            for code, roles in sorted(invitation.roles.items())
        ],
        waiting=is_waiting(db, invitation.account),
        providers=request.app.state.providers.listed(),
        error_list=[{"text": text, "href": f"#{field}"} for field, text in errors.items()],
        **typed,
    )
