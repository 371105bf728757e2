"""From sign-in to a reasoned decision; asking about what is unclear; who makes the first visit."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.house import House
from tests.browser.looking import problems_at_both_widths, sign_in
from tests.browser.records import CONTENT, INDICATORS, add, nominate

pytestmark = pytest.mark.browser

UNSURE = [INDICATORS[0], {"code": "antisocial_behaviour", "status": "uncertain", "words": "perhaps the neighbours"}]


def unclear(page: Page, name: str) -> str:
    region = page.get_by_role("region", name="Unclear points")
    return region.locator(".govuk-summary-list__row").filter(has_text=name).inner_text()


def test_a_first_reasoned_decision_takes_four_pages_from_signing_in(house: House, page: Page) -> None:
    reference = nominate(house.backend)
    pages: list[str] = []
    page.on("domcontentloaded", lambda shown: pages.append(shown.url))
    sign_in(page, "coordinator")
    page.get_by_role("navigation").get_by_role("link", name="Queue").click()
    page.get_by_role("link", name=reference).click()
    page.get_by_role("radio", name="Accept for another kind of support").check()
    page.get_by_label("Which kind of support").select_option(label="FIP Light")
    page.get_by_label("Your reason").fill("The children's mornings come first.")
    page.get_by_role("button", name="Keep this decision").click()
    expect(page.get_by_text("Your decision is kept")).to_be_visible()
    until_decided = pages[:-1]
    assert len(until_decided) <= 4, f"signing in, the start, the queue and the nomination: {until_decided}"


def test_what_is_suggested_stands_over_the_decision_with_its_room_and_the_alternatives(
    house: House, coordinator: Page
) -> None:
    coordinator.goto(f"/nominations/{nominate(house.backend)}")
    suggested = coordinator.get_by_role("region", name="Suggested support")
    for text in (
        "Family support worker",
        "There is no assessment yet",
        "Of the programme's 101 places",
        "not suggested",
    ):
        expect(suggested).to_contain_text(text)
    regions = coordinator.get_by_role("main").get_by_role("region")
    names = [each.get_by_role("heading").first.inner_text() for each in regions.all()]
    assert names[-2:] == ["Suggested support", "Decide"]


def test_asked_waiting_and_answered(house: House, coordinator: Page, chromium: Browser) -> None:
    reference = nominate(house.backend, on_page=True, indicators=UNSURE)
    coordinator.goto(f"/nominations/{reference}")
    assert "What was said is not certain." in unclear(coordinator, "Crime")
    assert "The outcome waits for this." in unclear(coordinator, "Adult out of work")
    coordinator.get_by_role("button", name="Ask about this (Crime or anti-social behaviour)").click()
    words = coordinator.get_by_label("Your question")
    assert "had the police called to the home" in words.input_value()
    for name in ("Kayleigh", "Tyler", "neighbours"):
        assert name not in words.input_value()
    assert problems_at_both_widths(coordinator) == []
    words.fill("")
    coordinator.get_by_role("button", name="Send the question").click()
    expect(coordinator.get_by_role("alert")).to_contain_text("Enter your question")
    assert problems_at_both_widths(coordinator) == []
    words.fill("Which neighbours complained, and when?")
    coordinator.get_by_role("button", name="Send the question").click()
    expect(coordinator.get_by_text("Your question is sent.")).to_be_visible()
    assert "the answer has not come yet" in unclear(coordinator, "Crime")
    expect(coordinator.get_by_role("button", name="Ask about this (Crime")).to_have_count(0)
    assert problems_at_both_widths(coordinator) == []

    context = chromium.new_context(base_url=house.origin)
    nominator = sign_in(context.new_page(), "nominator")
    nominator.goto("/chat")
    expect(nominator.get_by_role("main")).to_contain_text("Which neighbours complained, and when?")
    context.close()
    add(house.backend, reference, "It was the flat below, in May.")
    coordinator.goto(f"/nominations/{reference}")
    assert "It was the flat below, in May." in unclear(coordinator, "Crime")
    expect(coordinator.get_by_role("button", name="Ask again about this (Crime")).to_be_visible()
    assert problems_at_both_widths(coordinator) == []


def test_all_at_once_without_scripts_and_a_mail_that_says_nothing(house: House, chromium: Browser) -> None:
    reference = nominate(house.backend, indicators=UNSURE)
    context = chromium.new_context(java_script_enabled=False, base_url=house.origin)
    page = sign_in(context.new_page(), "coordinator")
    page.goto(f"/nominations/{reference}")
    page.get_by_role("button", name="Ask about all that is unclear").click()
    words = page.get_by_label("Your question").input_value()
    assert words.startswith("Crime or anti-social behaviour: has anybody")
    assert "Work and money:" in words
    page.get_by_role("button", name="Send the question").click()
    assert "the answer has not come yet" in unclear(page, "Crime")
    assert "the answer has not come yet" in unclear(page, "Adult out of work")
    context.close()


def test_the_question_that_somebody_else_overtook_is_kept_on_the_page(house: House, coordinator: Page) -> None:
    reference = nominate(house.backend, indicators=UNSURE)
    coordinator.goto(f"/nominations/{reference}/ask?point=crime_asb")
    add(house.backend, reference, "More about it.")
    coordinator.get_by_label("Your question").fill("Words that must not be lost")
    coordinator.get_by_role("button", name="Send the question").click()
    expect(coordinator.get_by_role("heading", level=1)).to_have_text("Something was added meanwhile")
    expect(coordinator.get_by_role("main")).to_contain_text("Words that must not be lost")


def test_a_family_is_asked_for_a_safe_call_about_what_is_private(house: House, coordinator: Page) -> None:
    afraid = {"code": "domestic_abuse_victim", "status": "uncertain", "words": "he may", "said_by": "family"}
    reference = nominate(house.backend, "family", indicators=[*INDICATORS[:2], afraid])
    coordinator.goto(f"/nominations/{reference}")
    coordinator.get_by_role("button", name="Ask about this (Domestic abuse)").click()
    words = coordinator.get_by_label("Your question").input_value()
    assert "When can we call you?" in words
    assert "abuse" not in words
    expect(coordinator.get_by_role("main")).to_contain_text("Somebody else may read the family's messages.")
    assert problems_at_both_widths(coordinator) == []


def test_a_partner_who_knows_the_family_makes_the_first_visit(house: House, coordinator: Page) -> None:
    lead = {"state": "yes", "name": "Sam Hill"}
    coordinator.goto(f"/nominations/{nominate(house.backend, lead_professional=lead)}")
    expect(coordinator.get_by_text("Proposed: leads the support around the family.")).to_be_visible()
    coordinator.get_by_role("radio", name="Accept for another kind of support").check()
    coordinator.get_by_label("Which kind of support").select_option(label="Family Intervention Project")
    coordinator.get_by_label("Your reason").fill("Three agencies struggle.")
    coordinator.get_by_role("radio", name="Sam Hill").check()
    coordinator.get_by_label("Why they go first").fill("as FD-7KXM2PQ4 says")
    coordinator.get_by_role("button", name="Keep this decision").click()
    expect(coordinator.get_by_role("alert")).to_contain_text("names another nomination")
    expect(coordinator.get_by_role("radio", name="Sam Hill")).to_be_checked()
    assert problems_at_both_widths(coordinator) == []
    coordinator.get_by_label("Why they go first").fill("The mother trusts her")
    coordinator.get_by_role("button", name="Keep this decision").click()
    decisions = coordinator.get_by_role("region", name="Decisions so far")
    expect(decisions).to_contain_text("First visit: Sam Hill (The mother trusts her).")
    assert problems_at_both_widths(coordinator) == []


def test_whoever_does_not_decide_is_not_offered_to_ask(house: House, chromium: Browser) -> None:
    reference = nominate(house.backend, indicators=UNSURE, people=CONTENT["people"][:1])
    context = chromium.new_context(base_url=house.origin)
    page = sign_in(context.new_page(), "chair")
    page.goto(f"/nominations/{reference}")
    region = page.get_by_role("region", name="Unclear points")
    expect(region).to_contain_text("The programme's coordinator asks about this.")
    expect(region.get_by_role("button")).to_have_count(0)
    assert page.request.get(f"/nominations/{reference}/ask?point=crime_asb").status == 403
    context.close()
