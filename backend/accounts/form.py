"""The sign-in form: its page, its proof of being ours, and where it may lead."""

from __future__ import annotations

import hmac
import secrets
from typing import Any

from fastapi import Request, Response
from fastapi.templating import Jinja2Templates

from backend.accounts.cookies import FORM, form_cookie, set_cookie


def render_sign_in(
    request: Request, *, error: str | None, next_page: str | None, status: int = 200, notice: str | None = None
) -> Response:
    """The page with the form; ``error`` is shown above it, or ``notice`` where something went well."""
    providers = request.app.state.providers.listed()
    return render_form(request, "sign-in.html", status, error=error, next=next_page, providers=providers, notice=notice)


def render_code(request: Request, *, error: str | None, status: int = 200) -> Response:
    """The page that asks for the second factor's code."""
    return render_form(request, "sign-in-code.html", status, error=error)


def render_form(request: Request, template: str, status: int = 200, **context: Any) -> Response:
    """A page with a form for somebody who is not signed in; its ``csrf`` is bound to the browser by a cookie."""
    value = form_cookie(request) or secrets.token_urlsafe(24)
    templates: Jinja2Templates = request.app.state.templates
    shown = {**context, "csrf": form_token(request, value)}
    response = templates.TemplateResponse(request, template, shown, status_code=status)
    set_cookie(request, response, FORM, value)
    return response


def form_token(request: Request, value: str) -> str:
    """What the form sends back to prove that this browser got it from us: without it, another site could sign a
    person in as somebody else and read what they then write."""
    key = request.app.state.keyring.tokens
    return hmac.digest(key, f"form {value}".encode(), "sha256").hex()


def is_own_form(request: Request, token: str) -> bool:
    """Whether the token fits the browser's form cookie."""
    value = form_cookie(request)
    return value is not None and hmac.compare_digest(token.encode(), form_token(request, value).encode())


def local_path(path: str | None) -> str | None:
    """The path if it stays with us, else None: a link to the sign-in page must not lead to another site."""
    if not path or not path.startswith("/") or path.startswith(("//", "/\\")) or any(ord(c) < 33 for c in path):
        return None
    return path
