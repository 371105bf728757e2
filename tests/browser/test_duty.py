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


def test_from_acknowledging_to_closing_with_an_outcome(house: House, duty: Page) -> None:
    raise_alert(house.backend, "She is on the roof")
    duty.goto("/duty")
    alert = duty.get_by_role("region").filter(has_text="She is on the roof")
    expect(alert).to_contain_text("then more people are told")
    alert.get_by_label("What you are doing about it").fill("Police are on their way.")
    alert.get_by_role("button", name="I have read this").click()
    expect(duty.get_by_text("You have acknowledged the alert.")).to_be_visible()
    expect(alert.get_by_role("button", name="I have read this")).to_have_count(0)
    expect(alert).to_contain_text("Acknowledged by Jo Marsh")
    expect(alert).to_contain_text("Police are on their way.")

    alert.get_by_text("Add what was said or done").click()
    alert.get_by_label("What was said or done, by whom and when").fill("Spoke to the sergeant.")
    alert.get_by_role("button", name="Add it").click()
    expect(alert).to_contain_text("Spoke to the sergeant.")

    alert.get_by_text("Close it with its outcome").click()
    alert.get_by_role("button", name="Close the alert").click()
    expect(duty.get_by_role("alert")).to_contain_text("Choose how it ended")
    alert.get_by_label("Police, ambulance or fire service").check()
    alert.get_by_label("What was done, and who has it now").fill("She is down and safe.")
    alert.get_by_role("button", name="Close the alert").click()
    expect(duty.get_by_text("The alert is closed, with its outcome.")).to_be_visible()
    expect(alert).to_have_count(0)
    closed = duty.get_by_role("listitem").filter(has_text="She is down and safe.")
    expect(closed).to_contain_text("Police, ambulance or fire service have come")
    expect(closed).to_contain_text("Closed by Jo Marsh")


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
