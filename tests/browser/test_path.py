"""A family's path on the nomination's page: where it is, what may follow, and what is written down with a step."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.house import House
from tests.browser.looking import problems_at_both_widths, sign_in
from tests.browser.records import decide, nominate

pytestmark = pytest.mark.browser


def test_a_family_is_moved_on_from_its_page_and_the_nominator_reads_what_it_means(house: House, page: Page) -> None:
    reference = nominate(house.backend, on_page=True)
    sign_in(page, "coordinator").goto(f"/nominations/{reference}")
    expect(page.get_by_role("heading", name="Path")).to_have_count(0)
    decide(house.backend, reference, "accept", "Both hold.")
    page.goto(f"/nominations/{reference}")
    assert problems_at_both_widths(page) == []

    page.get_by_label("Stepped up to the safeguarding hub (MASH)").check()
    page.get_by_label("Why, for the record").fill("A bruise was seen.")
    page.get_by_role("button", name="Move it on").click()
    for told in ("Enter who was told", "Enter the day on which they were told", "Choose whether the family agreed"):
        expect(page.get_by_role("link", name=told)).to_be_visible()
    expect(page.get_by_label("Why, for the record")).to_have_value("A bruise was seen.")
    assert problems_at_both_widths(page) == []

    page.get_by_label("Who was told?").fill("The hub, by telephone")
    page.get_by_label("On which day were they told?").fill("2026-01-05")
    page.get_by_label("No, or they were not asked").check()
    page.get_by_role("button", name="Move it on").click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("It is at its next stage now.")
    expect(main).to_contain_text("Told: The hub, by telephone, 5 January 2026, without the family's agreement.")
    expect(main).to_contain_text("A bruise was seen.")
    assert problems_at_both_widths(page) == []

    page.get_by_label("Check against education, police and job centre data").check()
    page.get_by_role("button", name="Move it on").click()
    page.get_by_label("At the Local Operations Group (LOG)").check()
    page.get_by_role("button", name="Move it on").click()
    page.goto("/queue")
    expect(page.get_by_role("row").filter(has_text=reference)).to_contain_text("At the Local Operations Group (LOG)")

    sign_in(page, "nominator").goto("/chat")
    talk = page.get_by_role("main")
    expect(talk).to_contain_text("The agencies' monthly meeting talks about who can help this family.")
    expect(talk).not_to_contain_text("bruise")
    expect(talk.get_by_text("There is news about")).to_have_count(2)


def test_somebody_who_was_slower_is_told_and_keeps_what_they_typed(house: House, coordinator: Page) -> None:
    reference = nominate(house.backend)
    decide(house.backend, reference, "accept", "Both hold.")
    coordinator.goto(f"/nominations/{reference}")
    other = coordinator.context.new_page()
    other.goto(f"/nominations/{reference}")
    for each, stage in ((other, "At the Local Operations Group (LOG)"), (coordinator, "Closed: other help goes on")):
        each.get_by_label(stage).check()
        each.get_by_label("Why, for the record").fill("It was agreed.")
        each.get_by_role("button", name="Move it on").click()
    expect(coordinator.get_by_role("alert")).to_contain_text("A coordinator moved it on meanwhile")
    expect(coordinator.get_by_label("Why, for the record")).to_have_value("It was agreed.")
    expect(coordinator.get_by_role("main")).to_contain_text("The LOG puts the families in order")
