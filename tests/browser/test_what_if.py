"""What would be if a criterion held, did not hold, or another programme judged, on a page for those who compare."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.house import House
from tests.browser.looking import problems_at_both_widths, sign_in
from tests.browser.records import nominate, withdraw

pytestmark = pytest.mark.browser


def row(page: Page, name: str) -> list[str]:
    cells = page.get_by_role("row", name=name).get_by_role("cell")
    return [" ".join(text.split()) for text in cells.all_inner_texts()]


def test_one_criterion_more_is_shown_beside_how_it_stands(house: House, coordinator: Page) -> None:
    reference = nominate(house.backend)
    coordinator.goto(f"/nominations/{reference}")
    coordinator.get_by_role("link", name="What if a criterion held").click()
    expect(coordinator.get_by_role("region", name="Now, and then")).to_have_count(0)
    assert problems_at_both_widths(coordinator) == []
    coordinator.get_by_label("Crime or anti-social behaviour").select_option(label="It holds")
    coordinator.get_by_role("button", name="Show what would be").click()
    now, then = row(coordinator, "Suggested support")
    assert (now, then) == ("Family support worker", "Family Intervention Project")
    assert row(coordinator, "Priority")[1].startswith("Main criteria that hold: 3 of 3.")
    expect(coordinator.get_by_role("row", name="Suggested support")).to_contain_text("Changes")
    expect(coordinator.get_by_role("row", name="Outcome")).not_to_contain_text("Changes")
    expect(coordinator.get_by_label("Crime or anti-social behaviour")).to_have_value("crime_asb:yes")
    assert problems_at_both_widths(coordinator) == []
    # Nothing of it was kept.
    coordinator.get_by_role("link", name="Back to the nomination").click()
    expect(coordinator.get_by_role("region", name="Suggested support")).to_contain_text("Family support worker")


def test_one_criterion_less_leaves_it_open(house: House, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False, base_url=house.origin)
    page = sign_in(context.new_page(), "coordinator")
    page.goto(f"/nominations/{nominate(house.backend)}/what-if")
    page.get_by_label("Adult out of work").select_option(label="It does not hold")
    page.get_by_role("button", name="Show what would be").click()
    assert row(page, "Outcome")[1] == "More needs to be known"
    assert row(page, "Could still change it")[1] == "Crime or anti-social behaviour"
    context.close()


def test_another_programme_judges_as_if_the_family_lived_there_and_shows_no_room(
    house: House, coordinator: Page
) -> None:
    reference = nominate(house.backend)
    coordinator.goto(f"/nominations/{reference}/what-if")
    coordinator.get_by_label("By the rules of").select_option("rotherham")
    coordinator.get_by_role("button", name="Show what would be").click()
    expect(coordinator.get_by_role("region", name="Now, and then")).to_contain_text(
        "as if the family lived in its area"
    )
    assert row(coordinator, "Suggested support")[1] == "Enhanced lead worker"
    assert row(coordinator, "Room")[1] == "The other programme's room is not looked at."
    for name in ("Kayleigh", "Tyler", "High Street"):
        expect(coordinator.get_by_role("main")).not_to_contain_text(name)
    assert problems_at_both_widths(coordinator) == []


def test_a_chair_is_not_offered_it_and_nothing_is_tried_of_what_was_taken_back(
    house: House, context: BrowserContext
) -> None:
    reference = nominate(house.backend)
    for name, status in (("analyst", 200), ("chair", 403)):
        page = sign_in(context.new_page(), name)
        assert page.request.get(f"/nominations/{reference}/what-if").status == status
        assert page.request.get(f"/nominations/{reference}/what-if?programme=nowhere").status == {200: 422}.get(
            status, status
        )
        context.clear_cookies()
    withdraw(house.backend, reference)
    page = sign_in(context.new_page(), "coordinator")
    assert page.request.get(f"/nominations/{reference}/what-if").status == 404
