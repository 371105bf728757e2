"""The cookies of the pages."""

from __future__ import annotations

from fastapi import Request, Response

SESSION = "frontdoor"
FORM = "frontdoor-form"
STEP = "frontdoor-step"
"""While a sign-in is half done: a code is still to come, or the organisation's answer."""
_HOST = "__Host-"
"""Browsers take such a cookie only over https, for the whole address and for no other host."""


def cookie_name(name: str, *, secure: bool) -> str:
    """The name as it is sent: with its promise to the browser where cookies are secure."""
    return f"{_HOST}{name}" if secure else name


def session_cookie(request: Request) -> str | None:
    """The session token that the browser sent."""
    return request.cookies.get(cookie_name(SESSION, secure=_secure(request)))


def form_cookie(request: Request) -> str | None:
    """The random value by which the sign-in form knows its browser before anybody is signed in."""
    return request.cookies.get(cookie_name(FORM, secure=_secure(request)))


def step_cookie(request: Request) -> str | None:
    """The token of a sign-in that is half done."""
    return request.cookies.get(cookie_name(STEP, secure=_secure(request)))


def set_cookie(request: Request, response: Response, name: str, value: str) -> None:
    """Set a cookie that ends with the browser, that scripts cannot read and other sites cannot make use of."""
    secure = _secure(request)
    response.set_cookie(cookie_name(name, secure=secure), value, path="/", secure=secure, httponly=True, samesite="lax")


def drop_cookie(request: Request, response: Response, name: str) -> None:
    """Take a cookie away."""
    secure = _secure(request)
    response.delete_cookie(cookie_name(name, secure=secure), path="/", secure=secure, httponly=True, samesite="lax")


def _secure(request: Request) -> bool:
    return bool(request.app.state.settings.secure_cookies)
