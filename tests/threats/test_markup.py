"""Markup in every field that somebody fills in, looked at on every page in a real browser: it stays words."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from backend.access.walk import declared_routes
from tests.browser.records import CONTENT, decide, nominate, raise_alert
from tests.threats.conftest import Backend, every_role

pytestmark = pytest.mark.browser

PLANTED = (
    "\"'></textarea></title></option><script data-planted>document.title='taken'</script>"
    '<img data-planted src=x onerror="document.title=\'taken\'"><a data-planted href="javascript:alert(1)">x</a>'
    "<style data-planted>body{display:none}</style>[[summary]]{{7*7}}"
)
SHORT = "<img data-planted src=x onerror=alert(1)>"
WHO = "markup@sevenoaks.example"


def content() -> dict[str, Any]:
    """A draft with markup in every text that may hold any."""
    return {
        "people": [{"name": PLANTED, "age": 34, "relation": PLANTED, "school": PLANTED}, {"name": SHORT, "age": 7}],
        "address": PLANTED,
        "contact": {"phone": PLANTED, "email": PLANTED, "person": PLANTED, "note": PLANTED},
        "language": PLANTED,
        "indicators": [
            {**indicator, "words": PLANTED, "person": PLANTED, "said_by": PLANTED}
            for indicator in CONTENT["indicators"]
        ],
        "agencies": [PLANTED, SHORT],
        "lead_professional": {"state": "yes", "name": PLANTED},
        "hopes": PLANTED,
        "story": f"{PLANTED}\n\n{PLANTED}",
        "nominator": {"name": PLANTED, "role": PLANTED, "agency": PLANTED},
        "consent": {
            "state": "given",
            "events": [
                {**event, "by": PLANTED, "asked_by": PLANTED, "method": PLANTED}
                for event in CONTENT["consent"]["events"]
            ],
        },
    }


def test_markup_in_every_field_stays_words_on_every_page(chromium: Browser, backend: Backend) -> None:
    account = backend.account(WHO, *every_role("sevenoaks"), name=PLANTED)
    reference = nominate(backend.origin, **content())
    decided = nominate(backend.origin, **content())
    decide(backend.origin, decided, "ask", PLANTED)
    alert = raise_alert(backend.origin, PLANTED)
    things = {"reference": reference, "alert": alert, "account": account}
    context = chromium.new_context(base_url=backend.origin)
    problems: list[str] = []
    page = context.new_page()
    page.on("dialog", lambda dialog: problems.append(f"{page.url} asks {dialog.message}"))
    page.on("console", lambda said: problems.append(f"{page.url}: {said.text}") if _is_csp(said.text) else None)
    _sign_in(page)
    paths = [route.path for route in declared_routes(backend.application) if "GET" in route.methods]
    looked_at = 0
    for path in [
        *paths,
        f"/nominations/{decided}",
        f"/sign-in?next={SHORT}",
        f"/queue?q={SHORT}",
        f"/{SHORT}",
        "/duty?taken=true",
    ]:
        if path.startswith(("/api/", "/internal/", "/static/")) or path.endswith((".csv", ".json", ".svg", "/news")):
            continue  # A script asks for news, and where there is none a browser shows no page.
        answer = page.goto(re.sub(r"{(\w+)}", lambda found: things.get(found[1], "x"), path))
        if answer is None or "html" not in answer.headers.get("content-type", ""):
            continue
        looked_at += 1
        problems += _problems(page)
    context.close()
    assert problems == []
    assert looked_at > 12


def _is_csp(text: str) -> bool:
    return "Content Security Policy" in text or "Content-Security-Policy" in text


def _problems(page: Page) -> list[str]:
    found = page.locator("[data-planted]").count()
    problems = [f"{page.url}: {found} planted elements"] if found else []
    if page.title() == "taken" or "49" in page.title():
        problems.append(f"{page.url}: the script ran")
    return problems


def _sign_in(page: Page) -> None:
    page.goto("/sign-in")
    page.get_by_label("E-mail address").fill(WHO)
    page.get_by_label("Password", exact=True).fill("a password that nobody has used before")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/")
