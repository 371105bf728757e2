"""Letters in a browser: drafted from the decision, changed, refused where it is not safe, sent, and printed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.house import House
from tests.browser.looking import WIDE, problems_at_both_widths, sign_in
from tests.browser.records import CONTENT, decide, nominate

pytestmark = pytest.mark.browser
MOTHER = "Kayleigh Example"


def test_a_letter_to_the_mother_is_drafted_changed_refused_by_post_and_handed_over(
    house: House, coordinator: Page
) -> None:
    contact = CONTENT["contact"] | {"note": "he opens the post"}
    reference = nominate(house.backend, contact=contact)
    decide(house.backend, reference, "accept", "Both hold.")
    coordinator.goto(f"/nominations/{reference}")
    assert problems_at_both_widths(coordinator) == []
    coordinator.get_by_role("link", name="Write a letter about what was decided").click()
    expect(coordinator.get_by_role("main")).to_contain_text("Tyler Example, son: They are under 18.")
    expect(coordinator.get_by_label("Tyler Example")).to_have_count(0)
    assert problems_at_both_widths(coordinator) == []
    coordinator.get_by_role("button", name="Draft the letter").click()
    expect(coordinator.get_by_role("alert")).to_contain_text("Choose who the letter is for.")

    coordinator.get_by_label(MOTHER).check()
    coordinator.get_by_role("button", name="Draft the letter").click()
    main = coordinator.get_by_role("main")
    expect(main).to_contain_text("Note: he opens the post")
    expect(main).to_contain_text("By post, on paper: The record says that this is not safe")
    expect(coordinator.get_by_label("By post, on paper")).to_have_count(0)
    assert problems_at_both_widths(coordinator) == []

    coordinator.get_by_label("Why", exact=True).fill("School and work are hard for you now.")
    coordinator.get_by_label("By hand, on paper").check()
    coordinator.get_by_role("button", name="Send it").click()
    expect(coordinator.get_by_role("alert")).to_contain_text("Fill in [telephone number]")
    expect(coordinator.get_by_label("Why", exact=True)).to_have_value("School and work are hard for you now.")
    assert problems_at_both_widths(coordinator) == []

    coordinator.get_by_label("Who to ask").fill("Ring 01632 960111 and ask for the coordinator.")
    coordinator.get_by_role("button", name="Send it").click()
    expect(main).to_contain_text("Printed to be handed over")
    expect(main).to_contain_text("version 2")
    assert problems_at_both_widths(coordinator) == []
    with coordinator.expect_download() as download:
        coordinator.get_by_role("link", name="Download the letter to print (PDF)").click()
    assert download.value.path().read_bytes().startswith(b"%PDF-")
    assert "Example" not in download.value.suggested_filename
    coordinator.goto(f"/nominations/{reference}")
    expect(coordinator.get_by_role("main")).to_contain_text(f"Letter to {MOTHER}: accepted, printed to be handed over")


def test_without_javascript_the_nominator_reads_the_letter_in_the_chat(chromium: Browser, house: House) -> None:
    reference = nominate(house.backend, on_page=True)
    decide(house.backend, reference, "ask", "Since when has nobody worked?")
    with chromium.new_context(viewport=WIDE, base_url=house.origin, java_script_enabled=False) as context:
        page = sign_in(context.new_page(), "coordinator")
        page.goto(f"/nominations/{reference}/letters")
        page.locator("input[name=reader]").first.check()
        page.get_by_role("button", name="Draft the letter").click()
        page.get_by_label("What we need to know").fill("We need to know since when nobody has had a job.")
        page.get_by_label("In their conversation with this service").check()
        page.get_by_role("button", name="Send it").click()
        expect(page.get_by_role("main")).to_contain_text("Sent in their conversation")
        sign_in(page, "nominator").goto("/chat")
        expect(page.get_by_role("main")).to_contain_text("We need to know since when nobody has had a job.")


def test_a_draft_is_thrown_away(house: House, coordinator: Page) -> None:
    reference = nominate(house.backend)
    decide(house.backend, reference, "return", "Other help fits better.")
    coordinator.goto(f"/nominations/{reference}/letters")
    coordinator.get_by_label(MOTHER).check()
    coordinator.get_by_role("button", name="Draft the letter").click()
    coordinator.get_by_role("button", name="Throw the draft away").click()
    expect(coordinator.get_by_role("main")).to_contain_text("The draft is thrown away.")
    expect(coordinator.get_by_role("main")).to_contain_text("No letter yet.")
