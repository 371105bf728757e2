"""What was begun and not sent is offered on the start page and in a new talk: by its days, at any width."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import problems_at_both_widths, sign_in

pytestmark = pytest.mark.browser


def test_what_was_left_is_offered_and_gone_on_with(page: Page) -> None:
    sign_in(page, "nominator")
    page.goto("/chat")
    if page.get_by_role("button", name="Start a new nomination").count():
        page.get_by_role("button", name="Start a new nomination").click()
    words = "Wilhelmina Quillfeather is nine and was excluded"
    page.get_by_role("textbox").fill(words)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text(words)).to_be_visible()
    page.goto("/")
    expect(page.get_by_role("heading", name="Not sent yet")).to_be_visible()
    expect(page.get_by_text("It is kept until")).not_to_have_count(0)
    expect(page.get_by_text("Wilhelmina")).to_have_count(0)
    assert problems_at_both_widths(page) == []
    page.get_by_role("button", name="Go on with the nomination begun on").first.click()
    expect(page.get_by_text(words)).to_be_visible()
    assert problems_at_both_widths(page) == []
