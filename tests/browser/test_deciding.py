"""A coordinator at work: finding a nomination, reading it, deciding, being told that somebody was faster."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.house import House
from tests.browser.looking import problems_at_both_widths, sign_in
from tests.browser.records import CONTENT, add, decide, nominate, withdraw

pytestmark = pytest.mark.browser


def opened(page: Page, reference: str) -> Page:
    page.goto(f"/nominations/{reference}")
    return page


def keep(page: Page) -> None:
    page.get_by_role("button", name="Keep this decision").click()


def test_nomination_is_found_by_part_of_its_reference(house: House, coordinator: Page) -> None:
    reference, other = nominate(house.backend), nominate(house.backend)
    coordinator.goto("/queue")
    coordinator.get_by_label("Reference", exact=True).fill(reference[3:].lower())
    coordinator.get_by_role("button", name="Show").click()
    expect(coordinator.get_by_role("link", name=reference)).to_be_visible()
    expect(coordinator.get_by_role("link", name=other)).to_have_count(0)
    expect(coordinator.get_by_label("Reference", exact=True)).to_have_value(reference[3:].lower())


def test_queue_is_narrowed_by_programme_and_status(house: House, coordinator: Page) -> None:
    sevenoaks = nominate(house.backend)
    kingston = nominate(house.backend, programme="kingston-richmond", postcode="KT1 1AA")
    decide(house.backend, kingston, "ask", "Who is the lead professional?")
    coordinator.goto("/queue")
    coordinator.get_by_label("Programme").select_option("kingston-richmond")
    coordinator.get_by_label("Status").select_option(label="More information asked for")
    coordinator.get_by_role("button", name="Show").click()
    expect(coordinator.get_by_role("link", name=kingston)).to_be_visible()
    expect(coordinator.get_by_role("link", name=sevenoaks)).to_have_count(0)
    expect(coordinator.get_by_text("1 nomination with these filters")).to_be_visible()


def test_story_shows_what_was_read_and_escapes_everything(house: House, coordinator: Page) -> None:
    page = opened(coordinator, nominate(house.backend))
    marks = page.locator("mark")
    expect(marks).to_have_text(
        ["excluded for three days in March", "Nobody in the house works", "behind with the rent"]
    )
    story = page.locator(".fd-story")
    expect(story).to_contain_text("excluded for three days in March [read as: Fixed-term exclusion (Tyler): so now")
    expect(story).to_contain_text("behind with the rent [read as: Rent arrears: perhaps; Housing]")
    expect(story).to_contain_text("<script>alert('no')</script>")


def test_claim_leads_to_its_words_in_the_story(house: House, coordinator: Page) -> None:
    page = opened(coordinator, nominate(house.backend))
    for link in page.get_by_role("link", name="“behind with the rent”").all():
        page.get_by_role("link", name="Criteria", exact=True).click()
        link.click()
        words = page.locator("mark:target")
        expect(words).to_have_text("behind with the rent")
        expect(words).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("list", name="How words are marked").get_by_role("listitem")).to_have_count(2)
    assert problems_at_both_widths(page) == []


def test_nomination_says_everything_a_decision_needs(house: House, coordinator: Page) -> None:
    page = opened(coordinator, nominate(house.backend))
    main = page.get_by_role("main")
    for text in (
        "Priya Shah, Pastoral lead, Meadow Park School",
        "Meets the programme's criteria",
        "Judged by version 2013",
        "Given, 2 June 2015, by mother, asked by Priya Shah, face to face",
        "Main criteria that hold: 2 of 3.",
        "Of the programme's 101 places",
        "Kayleigh Example",
        "Phone: 01632 960200",
        "Calmer mornings.",
        "Nobody has decided yet.",
    ):
        expect(main).to_contain_text(text)
    crime = page.get_by_role("row").filter(has_text="Crime or anti-social behaviour")
    expect(crime).to_contain_text("Not known")
    expect(crime).to_contain_text("Not asked yet")


def test_accepting_needs_no_reason_and_the_nominator_hears(house: House, chromium: Browser, coordinator: Page) -> None:
    reference = nominate(house.backend)
    page = opened(coordinator, reference)
    page.get_by_role("radio", name="Accept for Family support worker").check()
    keep(page)
    expect(page.get_by_text("Your decision is kept")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Sam Adeyemi, Coordinator")
    # Without words of its own the decision has the suggestion's reasons.
    decisions = page.get_by_role("region", name="Decisions so far")
    expect(decisions).to_contain_text("There is no assessment yet")
    assert problems_at_both_widths(page) == []
    context = chromium.new_context(base_url=house.origin)
    nominator = sign_in(context.new_page(), "nominator")
    nominator.goto("/my-nominations")
    expect(nominator.get_by_role("region", name=reference)).to_contain_text("Accepted.")
    context.close()


def test_another_stream_needs_the_stream_and_a_reason_and_keeps_what_was_typed(house: House, coordinator: Page) -> None:
    page = opened(coordinator, nominate(house.backend))
    page.get_by_role("radio", name="Accept for another kind of support").check()
    keep(page)
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("Choose the kind of support")
    expect(summary).to_contain_text("Enter your reason")
    expect(page.get_by_role("radio", name="Accept for another kind of support")).to_be_checked()
    page.get_by_label("Your reason").fill("The mother trusts this worker.")
    keep(page)
    expect(page.get_by_label("Your reason")).to_have_value("The mother trusts this worker.")
    summary.get_by_role("link", name="Choose the kind of support").click()
    expect(page.get_by_label("Which kind of support")).to_be_focused()
    page.get_by_label("Which kind of support").select_option(label="FIP Light")
    keep(page)
    expect(page.get_by_role("main")).to_contain_text("Accepted for another kind of support: FIP Light")


@pytest.mark.parametrize(
    ("choice", "status"),
    [
        ("Ask for more information", "More information asked for"),
        ("Answer with other help", "Answered with other help"),
    ],
)
def test_reason_reaches_the_nominator(
    house: House, chromium: Browser, coordinator: Page, choice: str, status: str
) -> None:
    reference = nominate(house.backend)
    page = opened(coordinator, reference)
    page.get_by_role("radio", name=choice).check()
    page.get_by_label("Your reason").fill(f"Because of {reference}.")
    keep(page)
    expect(page.get_by_text(status).first).to_be_visible()
    context = chromium.new_context(base_url=house.origin)
    nominator = sign_in(context.new_page(), "nominator")
    nominator.goto("/my-nominations")
    expect(nominator.get_by_role("region", name=reference)).to_contain_text(f"Because of {reference}.")
    context.close()


def test_who_is_slower_is_told_who_decided_and_keeps_their_words(house: House, coordinator: Page) -> None:
    reference = nominate(house.backend)
    page = opened(coordinator, reference)
    decide(house.backend, reference, "ask", "Which school?")
    page.get_by_role("radio", name="Answer with other help").check()
    page.get_by_label("Your reason").fill("Words that must not be lost")
    keep(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Somebody else has decided meanwhile")
    main = page.get_by_role("main")
    expect(main).to_contain_text("Sam Adeyemi, Coordinator decided")
    expect(main).to_contain_text("Which school?")
    expect(main).to_contain_text("Words that must not be lost")
    assert problems_at_both_widths(page) == []


def test_addition_that_came_meanwhile_is_told_as_one(house: House, coordinator: Page) -> None:
    reference = nominate(house.backend)
    decide(house.backend, reference, "ask", "Which school?")
    page = opened(coordinator, reference)
    add(house.backend, reference, "It is Hillview.")
    page.get_by_role("radio", name="Answer with other help").check()
    page.get_by_label("Your reason").fill("No answer came.")
    keep(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Something was added meanwhile")
    expect(page.get_by_role("main")).not_to_contain_text("Sam Adeyemi")
    opened(page, reference)
    expect(page.get_by_role("main")).to_contain_text("It is Hillview.")


def test_only_coordinators_see_that_a_family_was_nominated_before(
    house: House, coordinator: Page, chromium: Browser
) -> None:
    people = [{"name": "Remarkable Quillfeather", "date_of_birth": "1990-01-02", "relation": "mother"}]
    first = nominate(house.backend, people=people)
    second = nominate(house.backend, people=people)
    page = opened(coordinator, second)
    expect(page.get_by_role("link", name=first)).to_be_visible()
    reason = page.get_by_role("textbox", name="Your reason")
    expect(reason).to_have_accessible_description(re.compile("This family may have another nomination here"))
    assert problems_at_both_widths(page) == []
    page.get_by_role("radio", name="Answer with other help").check()
    reason.fill(f"It is the same family as {first}.")
    keep(page)
    expect(page.get_by_role("alert")).to_contain_text("Your reason names another nomination")
    opened(page, first)
    expect(page.get_by_role("link", name=second)).to_be_visible()
    expect(page.get_by_text("the same date of birth", exact=False).first).to_be_visible()
    for name in ("analyst", "chair"):
        context = chromium.new_context(base_url=house.origin)
        reader = opened(sign_in(context.new_page(), name), second)
        expect(reader.get_by_role("heading", level=1)).to_have_text(f"Nomination {second}")
        expect(reader.get_by_text(first)).to_have_count(0)
        expect(reader.get_by_role("button", name="Keep this decision")).to_have_count(0)
        context.close()


def test_what_the_family_said_no_to_stands_beside_its_consent(house: House, coordinator: Page) -> None:
    given = CONTENT["consent"]["events"][0]
    events = [given, given | {"purpose": "checks", "state": "refused"}]
    page = opened(coordinator, nominate(house.backend, consent={"state": "given", "events": events}))
    consent = page.get_by_role("region", name="Consent")
    expect(consent).to_contain_text("Do not do this: Checking with others what was told", use_inner_text=True)
    expect(page.get_by_role("region", name="Suggested support")).not_to_contain_text("They check it with school")
    assert problems_at_both_widths(page) == []


def test_withdrawn_nomination_says_so_and_nothing_of_the_family(house: House, coordinator: Page) -> None:
    reference = nominate(house.backend)
    decide(house.backend, reference, "ask", "Is Kayleigh at home?")
    page = opened(coordinator, reference)
    withdraw(house.backend, reference)
    page.get_by_role("radio", name="Answer with other help").check()
    page.get_by_label("Your reason").fill("No answer came.")
    keep(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("It was withdrawn meanwhile")
    assert problems_at_both_widths(page) == []
    opened(page, reference)
    main = page.get_by_role("main")
    expect(main).to_contain_text("What was told about the family was destroyed")
    for gone in ("Kayleigh", "Tyler", "High Street", "Priya", "Calmer"):
        expect(main).not_to_contain_text(gone)
    expect(page.get_by_role("button", name="Keep this decision")).to_have_count(0)
    assert problems_at_both_widths(page) == []
    page.goto("/queue?status=withdrawn")
    expect(page.get_by_role("row").filter(has_text=reference)).to_contain_text("Withdrawn")
    expect(page.get_by_role("row").filter(has_text=reference)).not_to_contain_text("self-referral")


def test_nominator_cannot_open_the_page_of_their_nomination(house: House, nominator: Page) -> None:
    answer = nominator.goto(f"/nominations/{nominate(house.backend)}")
    assert answer is not None
    assert answer.status == 403


def test_deciding_without_scripts(house: House, chromium: Browser) -> None:
    reference = nominate(house.backend, people=CONTENT["people"][:1])
    context = chromium.new_context(java_script_enabled=False, base_url=house.origin)
    page = opened(sign_in(context.new_page(), "coordinator"), reference)
    page.get_by_role("radio", name="Ask for more information").check()
    keep(page)
    expect(page.get_by_role("alert")).to_contain_text("Enter your reason")
    page.get_by_label("Your reason").fill("Who lives there?")
    keep(page)
    expect(page.get_by_text("Your decision is kept")).to_be_visible()
    context.close()


def test_printed_nomination_has_the_record_and_not_the_furniture(house: House, context: BrowserContext) -> None:
    page = opened(sign_in(context.new_page(), "coordinator"), nominate(house.backend))
    page.emulate_media(media="print")
    expect(page.get_by_text("Kayleigh Example")).to_be_visible()
    expect(page.get_by_role("link", name="Leave this page quickly")).to_be_hidden()
    expect(page.get_by_role("button", name="Keep this decision")).to_be_hidden()
