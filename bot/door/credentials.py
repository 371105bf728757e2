"""What a request shows of who sends it: a bearer token, the pages' cookie, or that it is a process of ours."""

from __future__ import annotations

import hmac

from starlette.requests import HTTPConnection

from bot.door.message import Credential

SESSION_COOKIES = ("__Host-frontdoor", "frontdoor")
"""The backend's session cookie: with its promise to the browser where cookies are secure, and without."""


def bearer_of(request: HTTPConnection) -> Credential | None:
    """The bearer token."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    token = token.strip()
    return Credential("bearer", token) if scheme.casefold() == "bearer" and token else None


def is_ours(request: HTTPConnection, service_token: str) -> bool:
    """Whether one of our own processes asks, which speaks for the people who write to it."""
    shown = request.headers.get("authorization", "")
    return bool(service_token) and hmac.compare_digest(shown.encode(), f"Service {service_token}".encode())


def cookie_of(request: HTTPConnection, csrf: str | None = None) -> Credential | None:
    """The pages' cookie, with the token of the form it came with."""
    value = next((value for name in SESSION_COOKIES if (value := request.cookies.get(name))), None)
    return Credential("cookie", value, csrf) if value else None


def credential_of(request: HTTPConnection) -> Credential | None:
    """Whichever of the two the backend would look at."""
    return bearer_of(request) or cookie_of(request)
