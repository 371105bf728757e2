"""Money of the programme's budgets, on a nomination's page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from backend.web.budget_form import pence, pounds
from tests.browser.house import House
from tests.browser.looking import problems_at_both_widths, sign_in
from tests.browser.records import nominate

pytestmark = pytest.mark.browser


def test_money_is_asked_for_and_agreed_to(house: House, coordinator: Page) -> None:
    coordinator.goto(f"/nominations/{nominate(house.backend)}")
    money = coordinator.get_by_role("region", name="Money")
    money.get_by_text("Ask for money").click()
    money.get_by_label("How much?").fill("a lot")
    money.get_by_role("button", name="Ask for it").click()
    expect(coordinator.get_by_role("alert")).to_contain_text("Enter an amount in pounds")
    expect(coordinator.get_by_role("alert")).to_contain_text("Enter what it is for")
    expect(money.get_by_label("How much?")).to_have_value("a lot")
    assert problems_at_both_widths(coordinator) == []
    money.get_by_label("How much?").fill("45.50")
    money.get_by_label("What is it for?").fill("School shoes")
    money.get_by_role("button", name="Ask for it").click()
    expect(money).to_contain_text("£45.50, Discretionary family support fund: waits for a decision")
    assert problems_at_both_widths(coordinator) == []
    money.get_by_role("radio", name="Yes").check()
    money.get_by_role("button", name="Keep the answer").click()
    expect(coordinator.get_by_role("alert")).to_contain_text("Enter your reason")
    expect(money.get_by_role("radio", name="Yes")).to_be_checked()
    assert problems_at_both_widths(coordinator) == []
    money.get_by_label("Why, for the record").fill("It helps him go.")
    money.get_by_role("button", name="Keep the answer").click()
    expect(money).to_contain_text("£45.50, Discretionary family support fund: agreed")
    expect(money).to_contain_text("It helps him go.")
    expect(money.get_by_role("button", name="Keep the answer")).to_have_count(0)
    assert problems_at_both_widths(coordinator) == []


def test_a_programme_without_budgets_shows_nothing_of_money(house: House, coordinator: Page) -> None:
    reference = nominate(house.backend, programme="maidstone", postcode="ME14 1AA")
    coordinator.goto(f"/nominations/{reference}")
    expect(coordinator.get_by_role("region", name="Decide")).to_be_visible()
    expect(coordinator.get_by_role("region", name="Money")).to_have_count(0)


def test_a_lead_asks_without_scripts_and_does_not_decide(house: House, chromium: Browser) -> None:
    reference = nominate(house.backend)
    context = chromium.new_context(java_script_enabled=False, base_url=house.origin)
    page = sign_in(context.new_page(), "lead")
    page.goto(f"/nominations/{reference}")
    money = page.get_by_role("region", name="Money")
    money.get_by_text("Ask for money").click()
    money.get_by_label("How much?").fill("£1,200")
    money.get_by_label("What is it for?").fill("A bed for each child")
    money.get_by_role("button", name="Ask for it").click()
    expect(money).to_contain_text("£1,200, Discretionary family support fund: waits for a decision")
    expect(money.get_by_role("button", name="Keep the answer")).to_have_count(0)
    context.close()


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("45", 4500), ("£45.50", 4550), ("1,200", 120000), ("0", None), ("1.5", None), ("-3", None), ("999999", None)],
)
def test_an_amount_is_read_as_people_type_it(typed: str, amount: int | None) -> None:
    assert pence(typed) == amount


def test_an_amount_is_shown_in_pounds() -> None:
    assert (pounds(4550), pounds(120000), pounds(5)) == ("£45.50", "£1,200", "£0.05")
