"""The audit as an auditor reads it, on a wide screen and a narrow one."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.house import House
from tests.browser.looking import problems_at_both_widths, sign_in
from tests.browser.records import nominate, raise_alert

pytestmark = pytest.mark.browser


@pytest.fixture
def auditor(context: BrowserContext) -> Page:
    """A page on which the demo auditor is signed in."""
    return sign_in(context.new_page(), "auditor")


def test_an_auditor_finds_what_was_done_with_a_nomination(house: House, context: BrowserContext) -> None:
    reference = nominate(house.backend)
    raise_alert(house.backend, "He is hitting her")
    coordinator = sign_in(context.new_page(), "coordinator")
    coordinator.goto(f"/nominations/{reference}")
    context.clear_cookies()
    auditor = sign_in(context.new_page(), "auditor")
    auditor.get_by_role("main").get_by_role("link", name="Audit").click()
    expect(auditor.get_by_role("heading", level=1)).to_have_text("Audit")
    assert problems_at_both_widths(auditor) == []
    auditor.get_by_label("Reference or id").fill(reference)
    auditor.get_by_role("button", name="Show").click()
    rows = auditor.get_by_role("row").filter(has=auditor.get_by_role("rowheader"))
    read = rows.filter(has_text="Read").filter(has_text="Nomination")
    expect(read).to_contain_text("Sam Adeyemi")
    expect(rows.filter(has_text="Submitted")).to_have_count(1)
    for name in ("Kayleigh", "Tyler", "High Street", "TN13"):
        expect(auditor.get_by_role("main")).not_to_contain_text(name)
    assert problems_at_both_widths(auditor) == []
    read.get_by_role("link", name="Sam Adeyemi").click()
    expect(auditor.get_by_label("By whom").locator("option:checked")).to_have_text("Sam Adeyemi")
    with auditor.expect_download() as download:
        auditor.get_by_role("link", name="Download these entries").click()
    text = download.value.path().read_text(encoding="utf-8")
    assert reference in text
    assert download.value.suggested_filename.endswith(".csv")


def test_long_lists_go_on_in_both_directions(house: House, auditor: Page) -> None:
    for _ in range(30):
        auditor.request.get("/audit")
    auditor.goto("/audit")
    newest = auditor.get_by_role("rowheader").first.text_content()
    auditor.get_by_role("link", name="Older entries").click()
    expect(auditor.get_by_role("link", name="Newer entries")).to_be_visible()
    assert problems_at_both_widths(auditor) == []
    auditor.get_by_role("link", name="Newer entries").click()
    expect(auditor.get_by_role("rowheader").filter(has_text=str(newest)[-3:])).not_to_have_count(0)
