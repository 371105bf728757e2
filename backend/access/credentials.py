"""From what a request shows to the person behind it."""

from __future__ import annotations

from fastapi import Request
from sqlalchemy.orm import Session

from backend.access.actor import Actor
from backend.accounts.cookies import session_cookie
from backend.errors import NotSignedIn

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_FORMS = "application/x-www-form-urlencoded"


async def submitted_csrf(request: Request) -> str | None:
    """The ``csrf`` that came along: a header, or a field of a form."""
    if request.method in SAFE_METHODS:
        return None
    header = request.headers.get("x-csrf-token")
    if header is not None:
        return header
    if request.headers.get("content-type", "").startswith(_FORMS):
        # Kept, so that what was typed can be shown again when it is not taken.
        request.state.typed = form = await request.form()
        field = form.get("csrf")
        return field if isinstance(field, str) else None
    return None


def actor_of(request: Request, db: Session, bearer: str | None, csrf: str | None) -> Actor:
    """Who asks; a bearer token goes before a cookie. Raises NotSignedIn, or Refused for a wrong CSRF token.

    Pages find the same in ``request.state``: ``actor``, and ``csrf`` for their forms.
    """
    # Accounts are made of roles, so they import this room; it can reach them only once both are there.
    from backend.accounts.sessions import actor_for_bearer, actor_for_cookie, csrf_for

    demanded = request.app.state.settings.second_factor_demanded
    if bearer is not None:
        actor = actor_for_bearer(db, bearer, factor_demanded=demanded)
    elif token := session_cookie(request):
        needs_csrf = request.method not in SAFE_METHODS
        # What a page asks by itself is no sign that somebody is there: it keeps nobody signed in.
        by_itself = _route(request).endswith("/news")
        actor = actor_for_cookie(db, token, csrf, needs_csrf=needs_csrf, factor_demanded=demanded, by_itself=by_itself)
        request.state.csrf = csrf_for(db, token)
    else:
        raise NotSignedIn
    request.state.actor = actor
    request.app.state.limits.request(actor.account_id, request.method, _route(request))
    return actor


def _route(request: Request) -> str:
    return str(getattr(request.scope.get("route"), "path", ""))
