"""Who may use which route: written down once, compared with what routes declare, and tried with every role."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest

from backend.access.actor import ROLES
from backend.access.walk import declared_routes
from tests.backend.serving import SERVICE, backend_in, bearer

PUBLIC, SERVICE_ONLY, SIGNED_IN = "public", "service", "signed in"
TALKS = frozenset({"nominator", "family"})
READS = frozenset({"coordinator", "chair", "lead", "analyst"})
DECIDES = frozenset({"coordinator"})
COMPARES = frozenset({"coordinator", "analyst"})
ANSWERS_ALERTS = frozenset({"duty", "coordinator", "lead"})
ANSWERS_IN_TALKS = frozenset({"coordinator", "lead"})
HANDS_OUT = frozenset({"coordinator", "lead"})
ANSWERS_REQUESTS = frozenset({"coordinator", "lead"})
HOLDS = frozenset({"lead", "administrator"})
LOOKS_AFTER_ACCOUNTS = frozenset({"administrator"})

TABLE: dict[str, str | frozenset[str]] = {
    "POST /api/token": PUBLIC,
    "GET /sign-in": PUBLIC,
    "POST /sign-in": PUBLIC,
    "POST /sign-out": SIGNED_IN,
    "GET /sign-in/code": PUBLIC,
    "POST /sign-in/code": PUBLIC,
    "GET /sign-in/with/{provider}": PUBLIC,
    "GET /sign-in/back/{provider}": PUBLIC,
    "GET /signed-out/{provider}": PUBLIC,
    "GET /sign-out/with/{provider}": PUBLIC,
    "GET /recover": PUBLIC,
    "POST /recover": PUBLIC,
    "GET /recover/{token}": PUBLIC,
    "POST /recover/{token}": PUBLIC,
    "GET /invitation/{token}": PUBLIC,
    "POST /invitation/{token}": PUBLIC,
    "GET /agree/{token}": PUBLIC,
    "POST /agree/{token}": PUBLIC,
    "GET /agreed": PUBLIC,
    "GET /private/{token}": PUBLIC,
    "POST /private/{token}": PUBLIC,
    "GET /private-sent": PUBLIC,
    "GET /account": SIGNED_IN,
    "GET /account/password": SIGNED_IN,
    "POST /account/password": SIGNED_IN,
    "GET /account/sign-ins": SIGNED_IN,
    "POST /account/sign-ins/end": SIGNED_IN,
    "POST /account/sign-ins/end-all": SIGNED_IN,
    "GET /account/notices": SIGNED_IN,
    "POST /account/notices": SIGNED_IN,
    "GET /notices": SIGNED_IN,
    "POST /notices/read": SIGNED_IN,
    "GET /account/second-factor": SIGNED_IN,
    "POST /account/second-factor/begin": SIGNED_IN,
    "GET /account/second-factor/picture.svg": SIGNED_IN,
    "POST /account/second-factor/confirm": SIGNED_IN,
    "POST /account/second-factor/codes": SIGNED_IN,
    "POST /account/second-factor/off": SIGNED_IN,
    "GET /accounts": LOOKS_AFTER_ACCOUNTS,
    "GET /accounts/invite": LOOKS_AFTER_ACCOUNTS,
    "POST /accounts/invite": LOOKS_AFTER_ACCOUNTS,
    "POST /accounts/invitations/{invitation}/revoke": LOOKS_AFTER_ACCOUNTS,
    "GET /accounts/{account}": LOOKS_AFTER_ACCOUNTS,
    "POST /accounts/{account}/roles": LOOKS_AFTER_ACCOUNTS,
    "POST /accounts/{account}/close": LOOKS_AFTER_ACCOUNTS,
    "POST /accounts/{account}/second-factor": LOOKS_AFTER_ACCOUNTS,
    "GET /health": PUBLIC,
    "GET /openapi.json": PUBLIC,
    "POST /internal/messages": SERVICE_ONLY,
    "POST /internal/replies": SERVICE_ONLY,
    "GET /internal/threads/{thread}": SERVICE_ONLY,
    "PUT /internal/threads/{thread}/draft": SERVICE_ONLY,
    "PATCH /internal/threads/{thread}/draft": SERVICE_ONLY,
    "POST /internal/threads/{thread}/submission": SERVICE_ONLY,
    "POST /internal/threads/{thread}/stop": SERVICE_ONLY,
    "POST /internal/threads/{thread}/additions": SERVICE_ONLY,
    "POST /internal/threads/{thread}/corrections": SERVICE_ONLY,
    "POST /internal/threads/{thread}/hand-over": SERVICE_ONLY,
    "POST /internal/threads/{thread}/consent-link": SERVICE_ONLY,
    "DELETE /internal/threads/{thread}/consent-link": SERVICE_ONLY,
    "POST /internal/alerts": SERVICE_ONLY,
    "GET /api/programmes": SIGNED_IN,
    "GET /api/nominations": READS,
    "GET /api/own-nominations": TALKS,
    "GET /api/nominations/{reference}": SIGNED_IN,
    "POST /api/nominations/{reference}/judgements": DECIDES,
    "POST /api/nominations/{reference}/decisions": DECIDES,
    "GET /api/nominations/{reference}/steps": READS,
    "POST /api/nominations/{reference}/steps": READS,
    "PUT /api/nominations/{reference}/owner": HANDS_OUT,
    "GET /api/alerts": ANSWERS_ALERTS,
    "POST /api/alerts/{alert}/notes": ANSWERS_ALERTS,
    "POST /api/alerts/{alert}/closing": ANSWERS_ALERTS,
    "POST /api/alerts/{alert}/acknowledgement": ANSWERS_ALERTS,
    "GET /api/handovers": ANSWERS_IN_TALKS,
    "GET /api/handovers/{handover}": ANSWERS_IN_TALKS,
    "POST /api/handovers/{handover}/taking": ANSWERS_IN_TALKS,
    "POST /api/handovers/{handover}/messages": ANSWERS_IN_TALKS,
    "POST /api/handovers/{handover}/end": ANSWERS_IN_TALKS,
    "GET /static/{name:path}": PUBLIC,
    "GET /danger": PUBLIC,
    "GET /privacy": PUBLIC,
    "GET /cookies": PUBLIC,
    "GET /accessibility": PUBLIC,
    "GET /": SIGNED_IN,
    "GET /chat": TALKS,
    "GET /chat/messages": TALKS,
    "GET /chat/news": TALKS,
    "POST /chat/unfinished": TALKS,
    "POST /chat/new": TALKS,
    "GET /my-nominations": TALKS,
    "POST /my-nominations/{reference}/talk": TALKS,
    "POST /my-nominations/links/{link}/talk": TALKS,
    "POST /my-nominations/links/{link}/revoke": TALKS,
    "GET /queue": READS,
    "POST /queue": HANDS_OUT,
    "POST /queue/filters": READS,
    "POST /queue/filters/{filter_id}/delete": READS,
    "POST /nominations/{reference}/owner": HANDS_OUT,
    "GET /conversations/{handover}": ANSWERS_IN_TALKS,
    "GET /conversations/{handover}/news": ANSWERS_IN_TALKS,
    "POST /conversations/{handover}": ANSWERS_IN_TALKS,
    "POST /conversations/{handover}/take": ANSWERS_IN_TALKS,
    "POST /conversations/{handover}/back": ANSWERS_IN_TALKS,
    "GET /nominations/{reference}": READS,
    "POST /nominations/{reference}": DECIDES,
    "GET /nominations/{reference}/compare": COMPARES,
    "GET /nominations/{reference}/what-if": COMPARES,
    "GET /nominations/{reference}/ask": DECIDES,
    "POST /nominations/{reference}/ask": DECIDES,
    "POST /nominations/{reference}/budgets": HANDS_OUT,
    "POST /nominations/{reference}/budgets/{budget}": DECIDES,
    "POST /nominations/{reference}/pass-on": DECIDES,
    "POST /api/nominations/{reference}/passing-on": DECIDES,
    "GET /find": READS,
    "POST /find": READS,
    "GET /nominations/{reference}/family": DECIDES,
    "GET /nominations/{reference}/family/{other}": DECIDES,
    "POST /nominations/{reference}/family/{other}": DECIDES,
    "GET /api/nominations/{reference}/family/{other}": DECIDES,
    "POST /api/nominations/{reference}/family/{other}": DECIDES,
    "POST /nominations/{reference}/steps": READS,
    "GET /nominations/{reference}/letters": DECIDES,
    "POST /nominations/{reference}/letters": DECIDES,
    "GET /nominations/{reference}/letters/{letter}": DECIDES,
    "POST /nominations/{reference}/letters/{letter}": DECIDES,
    "GET /nominations/{reference}/letters/{letter}/pdf": DECIDES,
    "GET /requests": ANSWERS_REQUESTS,
    "GET /nominations/{reference}/requests": ANSWERS_REQUESTS,
    "POST /nominations/{reference}/requests": ANSWERS_REQUESTS,
    "POST /nominations/{reference}/requests/{asked}": ANSWERS_REQUESTS,
    "GET /nominations/{reference}/copy": ANSWERS_REQUESTS,
    "POST /nominations/{reference}/copy": ANSWERS_REQUESTS,
    "GET /my-nominations/{reference}/requests": TALKS,
    "POST /my-nominations/{reference}/requests": TALKS,
    "GET /holds": HOLDS,
    "POST /holds": HOLDS,
    "POST /holds/{hold}/lift": HOLDS,
    "GET /holds/{hold}": frozenset({"lead"}),
    "GET /retention": frozenset({"administrator", "auditor", "lead"}),
    "GET /duty": ANSWERS_ALERTS,
    "GET /audit": frozenset({"auditor"}),
    "GET /audit.csv": frozenset({"auditor"}),
    "POST /duty/{alert}": ANSWERS_ALERTS,
    "POST /duty/{alert}/notes": ANSWERS_ALERTS,
    "POST /duty/{alert}/closing": ANSWERS_ALERTS,
    "GET /internal/telegram/unasked": SERVICE_ONLY,
    "POST /internal/telegram/updates/done": SERVICE_ONLY,
    "POST /internal/telegram/updates": SERVICE_ONLY,
    "POST /internal/telegram/sendings/claims": SERVICE_ONLY,
    "POST /internal/telegram/sendings": SERVICE_ONLY,
    "POST /internal/telegram/chats/state": SERVICE_ONLY,
    "POST /internal/telegram/chats/new-talk": SERVICE_ONLY,
    "POST /internal/telegram/chats/about": SERVICE_ONLY,
    "POST /internal/telegram/chats/private-link": SERVICE_ONLY,
    "POST /internal/telegram/chats/safe": SERVICE_ONLY,
    "POST /internal/telegram/chats/forget": SERVICE_ONLY,
    "DELETE /internal/threads/{thread}/another": SERVICE_ONLY,
    "POST /internal/threads/{thread}/another": SERVICE_ONLY,
    "POST /internal/threads/{thread}/take-up": SERVICE_ONLY,
    "GET /api/chat/replies": TALKS,
}

STRICTER = {"GET /api/nominations/{reference}": TALKS | READS}
"""Where an account without any of these roles is refused by the service, not at the route."""


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str | frozenset[str]]]]:
    """A backend's origin, and what its routes declare in the table's words."""
    with backend_in(tmp_path_factory.mktemp("backend")) as (origin, application):
        declared: dict[str, str | frozenset[str]] = {}
        for route in declared_routes(application):
            (rule,) = route.rules
            words = {"public": PUBLIC, "service": SERVICE_ONLY, "signed_in": SIGNED_IN}
            for method in route.methods - {"HEAD"}:
                declared[f"{method} {route.path}"] = words.get(rule.kind, frozenset(rule.roles))
        yield origin, declared


@pytest.fixture(scope="module")
def headers(backend: tuple[str, object]) -> dict[str, dict[str, str]]:
    """The credentials of an account for each role."""
    return {role: bearer(backend[0], role) for role in ROLES}


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    """A client that keeps no cookies and follows no redirect."""
    with httpx.Client() as client:
        yield client


def test_every_route_declares_what_the_table_says(backend: tuple[str, dict[str, str | frozenset[str]]]) -> None:
    assert backend[1] == TABLE


@pytest.mark.parametrize("route", TABLE)
def test_roles_are_let_in_and_kept_out_as_the_table_says(
    backend: tuple[str, object], headers: dict[str, dict[str, str]], client: httpx.Client, route: str
) -> None:
    method, pattern = route.split(" ", 1)
    url = backend[0] + re.sub(r"{[^}]+}", "nothing-of-this-name", pattern)
    allowed = STRICTER.get(route, TABLE[route])

    def answer(shown: dict[str, str] | None) -> int:
        body: dict[str, str] | None = None if method == "GET" else {}
        return client.request(method, url, headers=shown, json=body).status_code

    stopped_at_the_door = {401, 303} if method == "GET" and not pattern.startswith(("/api/", "/internal/")) else {401}
    if allowed == PUBLIC:
        assert answer(None) not in {401, 403, 500}
        return
    assert answer(None) in stopped_at_the_door
    assert answer({"Authorization": "Bearer invented"}) in stopped_at_the_door
    assert answer({"Authorization": "Service invented"}) in stopped_at_the_door
    if allowed == SERVICE_ONLY:
        assert {answer(shown) for shown in headers.values()} == {401}
        assert answer(SERVICE) not in {401, 403, 500}
        return
    assert answer(SERVICE) in stopped_at_the_door
    for role, shown in headers.items():
        if route == "POST /sign-out":
            # It ends the session, so each role comes with one of its own.
            assert answer(bearer(backend[0], role)) == 204
        elif route == "POST /account/sign-ins/end-all":
            # It ends every session, so nothing of the shared accounts is signed out here: no form, no token.
            assert client.request(method, url, headers={"Cookie": "frontdoor=invented"}).status_code == 401
        elif allowed == SIGNED_IN or role in allowed:
            assert answer(shown) not in {401, 403, 500}, role
        else:
            assert answer(shown) == 403, role
