"""How a route says who may use it.

Each route depends on exactly one of :func:`signed_in`, :func:`requires`, :func:`service` and :func:`public`. The rule
is kept on the dependency, so that a test can walk the application and find any route that says nothing.
"""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal

from fastapi import Depends, Request
from fastapi.security import OAuth2PasswordBearer

from backend.access.actor import Actor, Role
from backend.access.credentials import actor_of, submitted_csrf
from backend.database.engine import Database
from backend.errors import NotSignedIn, Refused

_BEARER = OAuth2PasswordBearer(tokenUrl="/api/token", auto_error=False)
"""Reads the bearer token, and tells whoever reads the API's description where one is had."""


@dataclass(frozen=True, slots=True)
class AccessRule:
    """Who may use a route: anybody (``why`` says why), anybody signed in, some roles, or the other processes."""

    kind: Literal["public", "signed_in", "roles", "service"]
    roles: frozenset[Role] = frozenset()
    why: str | None = None


@cache
def signed_in() -> Callable[..., Actor]:
    """Anybody who is signed in, by session cookie or bearer token. Answers the Actor; 401 otherwise.

    A change asked for with a cookie needs the session's ``csrf`` as well: as a form field or as ``X-CSRF-Token``.
    """
    return _declared(_actor, AccessRule("signed_in"))


@cache
def requires(*roles: Role) -> Callable[..., Actor]:
    """Somebody who holds one of the roles in any programme. Answers the Actor; 401 or 403 otherwise.

    Whether they hold it in the programme of a row is for the service to ask (:meth:`Actor.must_be`).
    """
    if not roles:
        raise ValueError("name the roles, or use signed_in()")

    def holder(actor: Annotated[Actor, Depends(_actor)]) -> Actor:
        if not actor.has(*roles):
            raise Refused
        return actor

    return _declared(holder, AccessRule("roles", frozenset(roles)))


@cache
def service() -> Callable[..., Awaitable[None]]:
    """The other processes of Front Door, which show the service token (``Authorization: Service …``)."""

    # Nothing here waits, so none of these needs a thread of its own, as a plain function would be given.
    async def process(request: Request) -> None:
        shown = request.headers.get("authorization", "")
        expected = request.app.state.settings.service_token
        if not expected or not hmac.compare_digest(shown.encode(), f"Service {expected}".encode()):
            raise NotSignedIn("This address is for the processes of Front Door only.")

    return _declared(process, AccessRule("service"))


@cache
def public(why: str) -> Callable[..., Awaitable[None]]:
    """Anybody. ``why`` says why that is right."""

    async def anybody() -> None:
        return None

    return _declared(anybody, AccessRule("public", why=why))


def csrf_of(request: Request) -> str:
    """The token that the forms of this page must send back as ``csrf``; empty for a bearer token, which needs none."""
    return str(getattr(request.state, "csrf", ""))


def _actor(
    request: Request,
    db: Database,
    bearer: Annotated[str | None, Depends(_BEARER)],
    csrf: Annotated[str | None, Depends(submitted_csrf)],
) -> Actor:
    return actor_of(request, db, bearer, csrf)


def _declared(dependency: Callable[..., Any], rule: AccessRule) -> Callable[..., Any]:
    dependency.access = rule  # type: ignore[attr-defined]
    return dependency
