"""Every page and state: nothing that axe finds, nothing that must be scrolled sideways at 320 px."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.house import House
from tests.browser.looking import problems_at_both_widths, sign_in
from tests.browser.records import nominate, raise_alert

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("/sign-in", "Sign in"),
        ("/danger", "Tell us about danger"),
        ("/privacy", "What happens with what you tell us"),
        ("/cookies", "Cookies"),
        ("/accessibility", "Accessibility"),
        ("/no-such-page", "Page not found"),
    ],
)
def test_public_page(page: Page, path: str, heading: str) -> None:
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    expect(page).to_have_title(f"{heading if path != '/privacy' else 'Privacy'} – Front Door")
    assert problems_at_both_widths(page) == []


def test_sign_in_with_an_error(page: Page) -> None:
    page.goto("/sign-in")
    page.get_by_label("E-mail address").fill("nobody@demo.example")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    expect(page).to_have_title("Error: Sign in – Front Door")
    assert problems_at_both_widths(page) == []


@pytest.mark.parametrize(
    "name", ["nominator", "family", "coordinator", "duty", "chair", "lead", "analyst", "administrator", "auditor"]
)
def test_start_page_of_each_role(page: Page, name: str) -> None:
    sign_in(page, name)
    assert problems_at_both_widths(page) == []
    for link in page.get_by_role("main").get_by_role("link").all():
        answer = page.request.get(str(link.get_attribute("href")))
        assert answer.status == 200, f"{name} is offered {link.get_attribute('href')}, which answers {answer.status}"


@pytest.mark.parametrize("name", ["coordinator", "nominator", "family"])
@pytest.mark.parametrize(("path", "heading"), [("/notices", "Notices"), ("/account/notices", "How you hear from us")])
def test_what_somebody_is_told_of(page: Page, name: str, path: str, heading: str) -> None:
    sign_in(page, name)
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    assert problems_at_both_widths(page) == []


@pytest.mark.parametrize("name", ["nominator", "family"])
def test_chat_before_and_after_a_message(page: Page, name: str) -> None:
    sign_in(page, name)
    page.goto("/chat")
    assert problems_at_both_widths(page) == []
    page.get_by_label("begin in your own words" if name == "nominator" else "just start writing").fill("Hello")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("button", name="Not sure")).to_be_visible()
    assert problems_at_both_widths(page) == []


def test_queue_nomination_and_its_errors(house: House, coordinator: Page) -> None:
    coordinator.goto("/queue")
    expect(coordinator.get_by_text("No nomination is waiting.")).to_be_visible()
    assert problems_at_both_widths(coordinator) == []
    reference = nominate(house.backend)
    coordinator.goto("/queue")
    assert problems_at_both_widths(coordinator) == []
    coordinator.get_by_role("link", name=reference).click()
    assert problems_at_both_widths(coordinator) == []
    coordinator.get_by_role("button", name="Keep this decision").click()
    expect(coordinator.get_by_role("alert")).to_contain_text("Choose what you decide")
    assert problems_at_both_widths(coordinator) == []


def test_own_nominations(house: House, nominator: Page) -> None:
    nominate(house.backend)
    nominator.goto("/my-nominations")
    assert problems_at_both_widths(nominator) == []


def test_duty_list(house: House, context: BrowserContext) -> None:
    duty = sign_in(context.new_page(), "duty")
    duty.goto("/duty")
    assert problems_at_both_widths(duty) == []
    raise_alert(house.backend, "He is hitting her")
    raise_alert(house.backend, "I am scared of him", "urgent")
    duty.reload()
    expect(duty.get_by_role("button", name="I have read this")).to_have_count(2)
    assert problems_at_both_widths(duty) == []


def test_a_page_that_is_not_for_this_role(nominator: Page) -> None:
    answer = nominator.goto("/queue")
    assert answer is not None
    assert answer.status == 403
    expect(nominator.get_by_role("heading", level=1)).to_have_text("You cannot open this page")
    assert problems_at_both_widths(nominator) == []
