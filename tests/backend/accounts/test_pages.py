"""Signing in and out in a browser, and with a token, against a served backend."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select

from backend.accounts.attempts import FREE_FOR_ACCOUNT
from backend.accounts.models import SignInAttempt
from backend.application import create_application
from backend.demo.accounts import PASSWORD
from tests.backend.serving import backend_in, bearer, served, settings_for

EMAIL = "nominator@demo.example"


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, FastAPI]]:
    """A served backend: its origin and the application."""
    with backend_in(tmp_path_factory.mktemp("backend")) as running:
        yield running


@pytest.fixture
def browser(backend: tuple[str, FastAPI]) -> Iterator[httpx.Client]:
    """A browser without cookies."""
    with httpx.Client(base_url=backend[0], headers={"Accept": "text/html,*/*"}) as client:
        yield client


def csrf_in(page: httpx.Response) -> str:
    """The token in a page's form."""
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', page.text)
    assert found, page.text
    return found[1]


def sign_in(browser: httpx.Client, password: str = PASSWORD, going_to: str = "", **changed: str) -> httpx.Response:
    page = browser.get("/sign-in", params={"next": going_to})
    form = {"username": EMAIL, "password": password, "csrf": csrf_in(page), "next": going_to, **changed}
    return browser.post("/sign-in", data=form)


def test_a_page_sends_a_stranger_to_sign_in_and_back(browser: httpx.Client) -> None:
    away = browser.get("/chat")
    assert (away.status_code, away.headers["location"]) == (303, "/sign-in?next=/chat")
    back = sign_in(browser, going_to="/chat")
    assert (back.status_code, back.headers["location"]) == (303, "/chat")
    assert browser.get("/chat").status_code == 200


def test_without_a_place_to_go_on_to_it_is_the_start(browser: httpx.Client) -> None:
    assert sign_in(browser).headers["location"] == "/"


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x", "chat"]
)
def test_a_sign_in_never_leads_to_another_site(browser: httpx.Client, elsewhere: str) -> None:
    assert sign_in(browser, going_to=elsewhere).headers["location"] == "/"


def test_a_wrong_password_is_told_on_the_page_and_signs_nobody_in(browser: httpx.Client) -> None:
    page = sign_in(browser, "wrong")
    assert page.status_code == 422
    assert "The email address or the password is not right." in page.text
    assert browser.get("/chat").status_code == 303


def test_the_form_of_another_browser_signs_nobody_in(backend: tuple[str, FastAPI], browser: httpx.Client) -> None:
    stolen = csrf_in(httpx.get(f"{backend[0]}/sign-in"))
    for csrf in (stolen, ""):
        assert "Enter your details again" in sign_in(browser, csrf=csrf).text
    assert browser.get("/chat").status_code == 303


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(browser: httpx.Client) -> None:
    cookie = next(c for c in sign_in(browser).headers.get_list("set-cookie") if c.startswith("frontdoor="))
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Domain" not in cookie
    assert "Path=/" in cookie


def test_over_https_the_cookies_are_bound_to_the_host(tmp_path: Path) -> None:
    settings = replace(settings_for(tmp_path), public_url="https://frontdoor.example")
    with served(create_application(settings)) as origin:
        page = httpx.get(f"{origin}/sign-in")
        cookie = page.headers["set-cookie"]
        assert cookie.startswith("__Host-frontdoor-form=")
        assert "; Secure" in cookie
        assert page.headers["strict-transport-security"].startswith("max-age=")


def test_a_session_from_before_the_sign_in_is_never_taken_over(browser: httpx.Client) -> None:
    browser.cookies.set("frontdoor", "planted-by-somebody")
    sign_in(browser)
    values = {cookie.value for cookie in browser.cookies.jar if cookie.name == "frontdoor"}
    assert values != {"planted-by-somebody"}
    planted = httpx.get(browser.base_url.join("/chat"), cookies={"frontdoor": "planted-by-somebody"})
    assert planted.status_code == 303


def test_signing_out_needs_the_pages_own_token_and_ends_the_session(browser: httpx.Client) -> None:
    sign_in(browser)
    kept = browser.cookies.get("frontdoor") or ""
    assert browser.post("/sign-out").status_code == 403
    assert browser.post("/sign-out", data={"csrf": "0" * 64}).status_code == 403
    assert browser.get("/chat").status_code == 200
    left = browser.post("/sign-out", data={"csrf": csrf_in(browser.get("/chat"))})
    assert (left.status_code, left.headers["location"]) == (303, "/sign-in")
    assert httpx.get(browser.base_url.join("/chat"), cookies={"frontdoor": kept}).status_code == 303


def test_a_token_works_until_it_is_signed_out(backend: tuple[str, FastAPI]) -> None:
    shown = bearer(backend[0], "nominator")
    assert httpx.get(f"{backend[0]}/api/own-nominations", headers=shown).status_code == 200
    assert httpx.post(f"{backend[0]}/sign-out", headers=shown).status_code == 204
    refused = httpx.get(f"{backend[0]}/api/own-nominations", headers=shown)
    assert refused.status_code == 401
    assert refused.json() == {"error": {"code": "not_signed_in", "message": "Sign in to continue."}}
    assert refused.headers["www-authenticate"] == "Bearer"


def test_the_token_route_answers_as_oauth2_does(backend: tuple[str, FastAPI]) -> None:
    answer = httpx.post(f"{backend[0]}/api/token", data={"username": EMAIL, "password": PASSWORD})
    assert answer.json()["token_type"] == "bearer"
    assert answer.json()["expires_in"] == 24 * 60 * 60
    assert answer.headers["cache-control"] == "no-store"


def test_failures_are_counted_although_they_fail(backend: tuple[str, FastAPI]) -> None:
    wrong = {"username": "lead@demo.example", "password": "guess"}
    statuses = [httpx.post(f"{backend[0]}/api/token", data=wrong).status_code for _ in range(FREE_FOR_ACCOUNT + 1)]
    assert statuses == [401] * FREE_FOR_ACCOUNT + [429]
    with httpx.Client(base_url=backend[0]) as browser:
        page = sign_in(browser, username="lead@demo.example")
        assert page.status_code == 429
        assert "Wait half a minute" in page.text


def test_attempts_are_counted_by_the_address_that_the_door_passes_on(backend: tuple[str, FastAPI]) -> None:
    origin, application = backend
    wrong = {"username": "chair@demo.example", "password": "guess"}
    for address in ("203.0.113.1", "203.0.113.2"):
        httpx.post(f"{origin}/api/token", data=wrong, headers={"X-Forwarded-For": address})
    with application.state.sessions() as db:
        subjects = db.scalars(select(SignInAttempt.subject).order_by(SignInAttempt.id.desc()).limit(4)).all()
    assert len(set(subjects)) == 4
