"""Forms that another site sends in a signed-in person's browser: every route that changes something is walked."""

from __future__ import annotations

import re

import httpx
import pytest

from backend.access.walk import declared_routes
from tests.browser.house import House
from tests.threats.conftest import Backend, csrf_in, every_role

SAFE = {"GET", "HEAD", "OPTIONS"}
TOKENS_ONLY = {"POST /api/token"}
"""Asks for a password and sets no cookie: nothing that a browser sends along by itself opens it."""


def changing(backend: Backend, *kinds: str) -> list[str]:
    found = []
    for route in declared_routes(backend.application):
        (rule,) = route.rules
        found += [f"{method} {route.path}" for method in route.methods - SAFE if rule.kind in kinds]
    return sorted(found)


@pytest.fixture(scope="module")
def everybody(backend: Backend) -> str:
    """An account with every role, so that nothing but the token keeps it out."""
    backend.account("all@sevenoaks.example", *every_role("sevenoaks"))
    return "all@sevenoaks.example"


def test_no_change_is_made_for_a_cookie_without_the_pages_own_token(backend: Backend, everybody: str) -> None:
    routes = changing(backend, "signed_in", "roles")
    assert len(routes) >= 7
    with backend.browser(everybody) as victim, backend.browser(everybody) as attacker:
        foreign = csrf_in(attacker.get("/duty").text)
        for route in routes:
            method, path = route.split(" ", 1)
            url = re.sub(r"{[^}]+}", "x", path)
            for sent in (
                victim.request(method, url, data={"note": "x"}),
                victim.request(method, url, data={"csrf": "0" * 64}),
                victim.request(method, url, data={"csrf": foreign}),
                victim.request(method, url, json={"csrf": foreign}),
                victim.request(method, url, json={}, headers={"X-CSRF-Token": foreign}),
                victim.request(method, url, content=f"csrf={foreign}", headers={"Content-Type": "text/plain"}),
            ):
                assert sent.status_code == 403, f"{route}: {sent.status_code}"
        assert victim.get("/duty").status_code == 200


def test_forms_before_a_sign_in_want_the_token_of_their_own_browser(backend: Backend) -> None:
    for route in changing(backend, "public"):
        if route in TOKENS_ONLY:
            continue
        method, path = route.split(" ", 1)
        url = backend.origin + re.sub(r"{[^}]+}", "x", path)
        form = {"username": "nominator@demo.example", "password": "front-door-demo", "csrf": "0" * 64}
        answer = httpx.request(method, url, data=form, headers={"Accept": "text/html"})
        assert answer.status_code != 303, route
        assert not re.search(r"(?<!-form)=", "".join(answer.headers.get_list("set-cookie")).split(";")[0]), route


def test_a_message_that_another_site_sends_is_not_taken(house: House) -> None:
    backend = Backend(house.backend, None)  # type: ignore[arg-type]
    with backend.browser("nominator@demo.example", "front-door-demo") as victim:
        cookies = dict(victim.cookies)
        for csrf in ({}, {"csrf": "0" * 64}):
            answer = httpx.post(f"{house.origin}/chat", data={"text": "I nominate a family", **csrf}, cookies=cookies)
            assert answer.status_code == 403
        assert "I nominate a family" not in victim.get("/chat").text


def test_no_answer_invites_another_site_to_read_it(house: House) -> None:
    for method, path in (("GET", "/api/nominations"), ("OPTIONS", "/api/nominations"), ("GET", "/chat")):
        answer = httpx.request(
            method, house.origin + path,
            headers={"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"},
        )  # fmt: skip
        assert not [name for name in answer.headers if name.startswith("access-control-")]


def test_a_session_fixed_by_somebody_else_is_never_taken_over(backend: Backend, everybody: str) -> None:
    with httpx.Client(base_url=backend.origin, cookies={"frontdoor": "fixed-by-somebody-else"}) as browser:
        page = browser.get("/sign-in", headers={"Accept": "text/html"}).text
        form = {"username": everybody, "password": "a password that nobody has used before", "csrf": csrf_in(page)}
        assert browser.post("/sign-in", data=form).status_code == 303
        held = [cookie.value for cookie in browser.cookies.jar if cookie.name == "frontdoor"]
        assert any(value != "fixed-by-somebody-else" for value in held)
    fixed = httpx.get(f"{backend.origin}/duty", cookies={"frontdoor": "fixed-by-somebody-else"})
    assert fixed.status_code in (303, 401)
