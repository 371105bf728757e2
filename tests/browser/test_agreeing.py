"""A family answers by its link on its own phone, without scripts and in its own language, and takes the yes back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from backend.threads.languages import languages
from tests.backend.consent.test_links import link, waiting
from tests.browser.house import House
from tests.browser.looking import problems_at_both_widths

pytestmark = pytest.mark.browser
SPOKEN = ["en", *sorted(languages())]


@pytest.fixture
def phone(chromium: Browser, house: House) -> Iterator[Page]:
    """A family's page on which no script runs."""
    context = chromium.new_context(java_script_enabled=False, base_url=house.origin)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("code", SPOKEN)
def test_the_page_in_each_language_and_its_errors(house: House, page: Page, code: str) -> None:
    path = link(waiting(house.backend))
    page.goto(f"{path}?lang={code}")
    assert page.locator("html").get_attribute("lang") == code
    assert problems_at_both_widths(page) == []
    page.locator("form button").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert problems_at_both_widths(page) == []


def test_a_family_chooses_polish_agrees_and_takes_it_back_without_scripts(house: House, phone: Page) -> None:
    words = languages()["pl"].agree
    path = link(waiting(house.backend))
    phone.goto(path)
    phone.get_by_role("link", name="Po polsku").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(words["title"])
    phone.get_by_label(words["agree_yes"]).check()
    for group in phone.get_by_role("group").filter(has=phone.get_by_label(words["yes"], exact=True)).all():
        group.get_by_label(words["yes"], exact=True).check()
    phone.get_by_label(words["who_yes"]).check()
    phone.get_by_label(words["name"]).fill("Ola Przykład")
    phone.get_by_role("button", name=words["send"]).click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(words["done"]["yes"]["title"])
    phone.goto(f"{path}?lang=pl")
    expect(phone.get_by_role("heading", level=1)).to_have_text(words["back"]["title"])
    phone.get_by_role("button", name=words["back"]["send"]).click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(words["done"]["back"]["title"])
    phone.goto(path)
    expect(phone.get_by_role("heading", level=1)).to_have_text("This link no longer works")


def test_the_pages_around_it(house: House, page: Page) -> None:
    for said in ("yes", "no", "back", ""):
        page.goto(f"/agreed?said={said}&lang=ro")
        assert problems_at_both_widths(page) == []
