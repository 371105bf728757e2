"""Leaving quickly: nothing stays on the screen, in the history or signed in."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.looking import sign_in

pytestmark = pytest.mark.browser
NEUTRAL = "https://www.bbc.co.uk/weather"


@pytest.fixture
def family(context: BrowserContext) -> Page:
    """The chat page of the demo family; the neutral site is a page of ours, for tests reach no other."""
    context.route(f"{NEUTRAL}*", lambda route: route.fulfill(body="<h1>Weather</h1>", content_type="text/html"))
    page = sign_in(context.new_page(), "family")
    page.goto("/chat")
    return page


def test_button_replaces_the_page_and_signs_out(family: Page) -> None:
    family.get_by_role("link", name="Leave this page quickly").click()
    family.wait_for_url(NEUTRAL)
    family.go_back()
    family.wait_for_load_state()
    assert "/chat" not in family.url
    family.goto("/chat")
    expect(family.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_shift_three_times_leaves(family: Page) -> None:
    for _ in range(3):
        family.keyboard.press("Shift")
    family.wait_for_url(NEUTRAL)


def test_typing_capitals_does_not_leave(family: Page) -> None:
    family.get_by_role("textbox").focus()
    for letter in "ABCDE":
        family.keyboard.press(f"Shift+{letter}")
    expect(family.get_by_role("textbox")).to_have_value("ABCDE")


def test_advice_and_way_out_stay_in_sight(family: Page) -> None:
    family.set_viewport_size({"width": 320, "height": 640})
    family.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    expect(family.get_by_role("link", name="999").first).to_be_in_viewport()
    expect(family.get_by_role("link", name="Leave this page quickly")).to_be_in_viewport()
