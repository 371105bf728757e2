"""The duty list: alerts are read and acknowledged, once, with what is done about them."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.backend.serving import bearer
from tests.browser.house import House
from tests.browser.looking import problems_at_both_widths, sign_in
from tests.browser.records import raise_alert

pytestmark = pytest.mark.browser


@pytest.fixture
def duty(context: BrowserContext) -> Page:
    return sign_in(context.new_page(), "duty")


def test_alert_says_how_bad_how_old_and_in_whose_words(house: House, duty: Page) -> None:
    raise_alert(house.backend, "He has locked <b>us</b> in", "urgent")
    duty.goto("/duty")
    alert = duty.get_by_role("region").filter(has_text="He has locked <b>us</b> in")
    expect(alert).to_contain_text("Urgent worry, less than a minute ago")
    expect(alert).to_contain_text("The public page about danger")


def test_acknowledging_takes_it_off_and_keeps_the_note(house: House, duty: Page) -> None:
    raise_alert(house.backend, "She is on the roof")
    duty.goto("/duty")
    alert = duty.get_by_role("region").filter(has_text="She is on the roof")
    alert.get_by_label("What you are doing about it").fill("Police are on their way.")
    alert.get_by_role("button", name="I have read this").click()
    expect(duty.get_by_text("You have acknowledged the alert.")).to_be_visible()
    expect(duty.get_by_text("She is on the roof")).to_have_count(0)
    expect(duty.get_by_text("Police are on their way.")).to_be_visible()
    expect(duty.get_by_role("main")).to_contain_text("Acknowledged by Jo Marsh")


def test_who_is_slower_keeps_their_note(house: House, duty: Page) -> None:
    alert = raise_alert(house.backend, "He is at the door")
    duty.goto("/duty")
    httpx.post(
        f"{house.backend}/api/alerts/{alert}/acknowledgement",
        json={"note": "Mine"},
        headers=bearer(house.backend, "coordinator"),
    ).raise_for_status()
    waiting = duty.get_by_role("region").filter(has_text="He is at the door")
    waiting.get_by_label("What you are doing about it").fill("I rang them")
    waiting.get_by_role("button", name="I have read this").click()
    expect(duty.get_by_text("Somebody else has acknowledged this alert meanwhile.")).to_be_visible()
    expect(duty.get_by_text("I rang them")).to_be_visible()
    assert problems_at_both_widths(duty) == []


def test_danger_told_without_signing_in_reaches_the_list(house: House, duty: Page, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False, base_url=house.origin)
    page = context.new_page()
    page.goto("/sign-in")
    page.get_by_role("link", name="More help").click()
    page.get_by_label("What is happening?").fill("There is shouting and a child is crying next door")
    page.get_by_role("button", name="Tell the person on duty").click()
    expect(page.get_by_role("main")).to_contain_text("999")
    duty.goto("/duty")
    expect(duty.get_by_text("a child is crying next door").first).to_be_visible()
    context.close()
