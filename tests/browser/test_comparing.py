"""One nomination judged by all programmes, on a page for those who compare."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.house import House
from tests.browser.looking import problems_at_both_widths, sign_in
from tests.browser.records import nominate, withdraw

pytestmark = pytest.mark.browser


def test_a_coordinator_sees_what_every_programme_would_say(house: House, coordinator: Page) -> None:
    reference = nominate(house.backend)
    coordinator.goto(f"/nominations/{reference}")
    coordinator.get_by_role("link", name="What each programme would say of these facts").click()
    expect(coordinator.get_by_role("heading", level=1)).to_have_text(f"Nomination {reference} by all programmes")
    rows = coordinator.get_by_role("row").filter(has=coordinator.get_by_role("rowheader"))
    expect(rows).to_have_count(6)
    own = rows.filter(has_text="This nomination's programme")
    expect(own).to_have_count(1)
    expect(own).to_contain_text("Meets the programme's criteria")
    expect(own).to_contain_text("School attendance, exclusion or behaviour")
    # The address is in Kent: elsewhere it is shown to whoever covers it.
    expect(rows.filter(has_text="Rotherham")).to_contain_text("the council that covers the address")
    for name in ("Kayleigh", "Tyler", "High Street"):
        expect(coordinator.get_by_role("main")).not_to_contain_text(name)
    assert problems_at_both_widths(coordinator) == []


def test_an_analyst_compares_too_and_a_chair_is_not_offered_it(house: House, context: BrowserContext) -> None:
    reference = nominate(house.backend)
    for name, status in (("analyst", 200), ("chair", 403)):
        page = sign_in(context.new_page(), name)
        page.goto(f"/nominations/{reference}")
        expect(page.get_by_role("link", name="What each programme would say")).to_have_count(int(status == 200))
        assert page.request.get(f"/nominations/{reference}/compare").status == status
        context.clear_cookies()


def test_nothing_is_compared_of_a_family_that_took_its_agreement_back(house: House, coordinator: Page) -> None:
    reference = nominate(house.backend)
    withdraw(house.backend, reference)
    answer = coordinator.goto(f"/nominations/{reference}/compare")
    assert answer is not None
    assert answer.status == 404
