"""Requests about data, copies, holds and retention, as the people who use them see them."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.house import House
from tests.browser.looking import problems_at_both_widths, sign_in
from tests.browser.records import nominate

pytestmark = pytest.mark.browser


def signed_in(context: BrowserContext, name: str) -> Page:
    """A page of a demo account; whoever was signed in before is not any more."""
    context.clear_cookies()
    return sign_in(context.new_page(), name)


def test_a_nominator_asks_for_a_correction_and_a_coordinator_makes_it(house: House, context: BrowserContext) -> None:
    reference = nominate(house.backend)
    page = signed_in(context, "nominator")
    page.goto("/my-nominations")
    page.get_by_role("link", name=f"See, correct or erase the data in {reference}").click()
    page.get_by_label("Put something right that I sent").check()
    page.get_by_label("Tell us more, if you want to").fill("The postcode is TN14 5AA")
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_role("main")).to_contain_text("A person will answer by")
    assert problems_at_both_widths(page) == []

    page = signed_in(context, "coordinator")
    page.goto("/requests")
    assert problems_at_both_widths(page) == []
    page.get_by_role("link", name=reference).click()
    expect(page.get_by_role("main")).to_contain_text("The postcode is TN14 5AA")
    page.get_by_role("button", name="Keep this answer").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose how you answer")
    page.get_by_label("Put right", exact=True).check()
    page.get_by_label("What is put right").select_option("postcode")
    page.get_by_label("What it should say, or what is said against it").fill("TN14 5AA")
    page.get_by_label("Your reason").fill("They looked it up.")
    assert problems_at_both_widths(page) == []
    page.get_by_role("button", name="Keep this answer").click()
    expect(page.get_by_role("alert")).to_contain_text("Your answer is kept")
    page.goto(f"/nominations/{reference}")
    expect(page.get_by_role("main")).to_contain_text("it said “TN13 1AA”, and says “TN14 5AA” now")

    page = signed_in(context, "nominator")
    page.goto(f"/my-nominations/{reference}/requests")
    expect(page.get_by_role("main")).to_contain_text("They looked it up.")


def test_an_objection_stops_the_decision_and_an_erasure_says_what_stays(house: House, context: BrowserContext) -> None:
    reference = nominate(house.backend)
    page = signed_in(context, "coordinator")
    page.goto(f"/nominations/{reference}/requests")
    page.get_by_label("What is asked for").select_option("objection")
    page.get_by_label("Who asks").fill("Kayleigh Example")
    page.get_by_role("button", name="Record it").click()
    page.goto(f"/nominations/{reference}")
    expect(page.locator("#paused")).to_contain_text("objected")
    expect(page.get_by_role("button", name="Keep this decision")).to_have_count(0)
    page.get_by_role("link", name="Answer the objection").click()
    page.get_by_label("It goes on").check()
    page.get_by_label("Your reason").fill("The help is needed.")
    page.get_by_role("button", name="Keep this answer").click()

    page.get_by_label("What is asked for").select_option("erasure")
    page.get_by_role("button", name="Record it").click()
    page.get_by_label("Erased", exact=True).check()
    page.get_by_label("Your reason").fill("They moved away.")
    page.get_by_role("button", name="Keep this answer").click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("The record of who did and read what stays")
    expect(main).to_contain_text("What identified the family was erased")
    expect(main).not_to_contain_text("Kayleigh")


def test_a_copy_leaves_out_what_is_about_others_until_it_is_ticked(house: House, context: BrowserContext) -> None:
    reference = nominate(house.backend)
    page = signed_in(context, "coordinator")
    page.goto(f"/nominations/{reference}/copy")
    page.get_by_role("link", name="Kayleigh Example").click()
    expect(page.get_by_role("main")).to_contain_text("About another person")
    assert problems_at_both_widths(page) == []
    page.get_by_label(re.compile("Hopes: Calmer mornings")).check()
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Take the copy as a file").click()
    with zipfile.ZipFile(io.BytesIO(downloading.value.path().read_bytes())) as file:
        text = file.read("copy.html").decode()
    assert ("Kayleigh Example" in text, "Calmer mornings." in text) == (True, True)
    assert not [word for word in ("Tyler", "Hillview", "High Street", "01632", "rent", "Priya") if word in text]


def test_a_lead_holds_a_record_that_the_family_takes_back(house: House, context: BrowserContext) -> None:
    reference = nominate(house.backend)
    page = signed_in(context, "lead")
    page.goto("/holds")
    page.get_by_label("Reference").fill(reference)
    page.get_by_role("button", name="Place the hold").click()
    expect(page.get_by_role("alert")).to_contain_text("Write the day of the review")
    page.get_by_label("Why it must be kept").select_option("legal-claim")
    page.get_by_label("In your words").fill("Tyler's father has sued")
    page.get_by_label("Day of the review").fill(in_days(page, 60))
    page.get_by_role("button", name="Place the hold").click()
    expect(page.get_by_role("main")).to_contain_text("Tyler's father has sued")
    assert problems_at_both_widths(page) == []

    page = signed_in(context, "coordinator")
    page.goto(f"/nominations/{reference}/requests")
    page.get_by_label("What is asked for").select_option("withdrawal")
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing more is done")
    page.goto(f"/nominations/{reference}")
    expect(page.locator("#set-aside")).to_contain_text("A legal hold keeps the record aside")
    expect(page.get_by_role("main")).not_to_contain_text("Tyler")

    page = signed_in(context, "administrator")
    page.goto("/holds")
    expect(page.get_by_role("main")).to_contain_text(reference)
    expect(page.get_by_role("main")).not_to_contain_text("Tyler")
    expect(page.get_by_role("link", name="Read what is kept")).to_have_count(0)

    page = signed_in(context, "lead")
    page.goto("/holds")
    page.get_by_role("link", name=f"Read what is kept of {reference}").click()
    expect(page.get_by_role("main")).to_contain_text("Tyler Example, son")
    assert problems_at_both_widths(page) == []
    page.goto("/holds")
    page.get_by_role("button", name=f"Lift this hold on {reference}").click()
    expect(page.get_by_role("alert")).to_contain_text("is erased")


def test_an_administrator_reads_the_rules_and_the_last_run(house: House, context: BrowserContext) -> None:
    page = signed_in(context, "administrator")
    page.get_by_role("main").get_by_role("link", name="Retention").click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("There has been no run yet")
    row = page.get_by_role("row").filter(has_text="Drafts that nobody comes back to").first
    expect(row).to_contain_text("28 days")
    assert problems_at_both_widths(page) == []


def in_days(page: Page, days: int) -> str:
    """The day so many days from now, as the browser's clock has it."""
    return str(page.evaluate(f"new Date(Date.now() + {days} * 864e5).toISOString().slice(0, 10)"))
