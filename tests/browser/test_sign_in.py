"""Joining, a second factor, getting back in and looking after accounts, in a real browser and at both widths."""

from __future__ import annotations

import pyotp
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from backend.accounts.accounts import find_account
from tests.backend.accounts.pages import link_in, mails
from tests.browser.house import House
from tests.browser.looking import WIDE, problems_at_both_widths, sign_in

pytestmark = pytest.mark.browser
EMAIL = "tess.hale@a-school-with-a-rather-long-name.example"
PASSWORD = "kettle under violet rain"


def newest_link(house: House) -> str:
    """Where the newest mail to the invited person leads."""
    with house.application.state.sessions() as db:
        account = find_account(db, EMAIL)
        assert account is not None
    return link_in(mails(house.application, account.id)[-1])


def enter(page: Page, password: str) -> None:
    page.get_by_label("E-mail address").fill(EMAIL)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


def test_from_the_invitation_to_the_closed_account(house: House, context: BrowserContext, chromium: Browser) -> None:
    administrator = sign_in(context.new_page(), "administrator")
    administrator.get_by_role("link", name="Accounts").first.click()
    assert problems_at_both_widths(administrator) == []
    administrator.get_by_role("button", name="Invite somebody").click()
    administrator.get_by_role("button", name="Send the invitation").click()
    expect(administrator.get_by_role("alert")).to_contain_text("Choose at least one role")
    assert problems_at_both_widths(administrator) == []
    administrator.get_by_label("E-mail address").fill(EMAIL)
    administrator.get_by_label("Programme", exact=True).select_option("sevenoaks")
    administrator.get_by_label("Nominator").check()
    administrator.get_by_role("button", name="Send the invitation").click()
    expect(administrator.get_by_text("The invitation is on its way")).to_be_visible()
    assert problems_at_both_widths(administrator) == []

    theirs = chromium.new_context(viewport=WIDE, base_url=house.origin)
    page = theirs.new_page()
    _join(house, page)
    _set_up_second_factor(page)
    _get_back_in(house, page)

    administrator.goto("/accounts")
    administrator.get_by_role("link", name="Tess Hale").click()
    assert problems_at_both_widths(administrator) == []
    administrator.get_by_role("button", name="Close the account").click()
    expect(administrator.get_by_text("The account is closed")).to_be_visible()
    page.goto("/account")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    theirs.close()


def _join(house: House, page: Page) -> None:
    page.goto(newest_link(house))
    assert problems_at_both_widths(page) == []
    page.get_by_label("Your name").fill("Tess Hale")
    page.get_by_label("Password", exact=True).fill("Password123456!")
    page.get_by_role("button", name="Take up the invitation").click()
    expect(page.get_by_role("alert")).to_contain_text("Many people would think of this password")
    assert problems_at_both_widths(page) == []
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Take up the invitation").click()
    expect(page.get_by_text("Your account is ready")).to_be_visible()
    enter(page, PASSWORD)
    expect(page.get_by_role("heading", level=1)).to_have_text("Hello, Tess Hale")


def _set_up_second_factor(page: Page) -> None:
    page.get_by_role("link", name="Your account").click()
    assert problems_at_both_widths(page) == []
    page.get_by_role("link", name="Set up a second factor").click()
    assert problems_at_both_widths(page) == []
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Set up a second factor").click()
    picture = page.get_by_role("img", name="Picture for the authenticator app")
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("picture => picture.naturalWidth") > 100, "the picture is there, whatever the page forbids"
    assert problems_at_both_widths(page) == []
    key = page.locator(".fd-key").inner_text().replace(" ", "")
    page.get_by_label("Code", exact=True).fill(pyotp.TOTP(key).now())
    page.get_by_role("button", name="Switch it on").click()
    expect(page.locator("li.fd-key")).to_have_count(10)
    assert problems_at_both_widths(page) == []
    page.goto("/account/second-factor")
    assert problems_at_both_widths(page) == []


def _get_back_in(house: House, page: Page) -> None:
    page.goto("/account/sign-ins")
    assert problems_at_both_widths(page) == []
    page.goto("/account/password")
    assert problems_at_both_widths(page) == []
    page.goto("/account/sign-ins")
    page.get_by_role("button", name="Sign out everywhere").click()
    expect(page.get_by_text("You have been signed out everywhere")).to_be_visible()
    page.get_by_role("link", name="Get a link to choose a new password").click()
    assert problems_at_both_widths(page) == []
    page.get_by_label("E-mail address").fill(EMAIL)
    page.get_by_role("button", name="Send the link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Look at your e-mail")
    assert problems_at_both_widths(page) == []
    link = newest_link_to_recover(house)
    page.goto(link)
    assert problems_at_both_widths(page) == []
    page.get_by_label("New password", exact=True).fill("another quiet morning walk")
    page.get_by_role("button", name="Set the password").click()
    enter(page, "another quiet morning walk")
    expect(page.get_by_role("heading", level=1)).to_have_text("Enter your code")
    assert problems_at_both_widths(page) == []
    page.goto(link)
    expect(page.get_by_role("heading", level=1)).to_have_text("This link no longer works")
    assert problems_at_both_widths(page) == []


def newest_link_to_recover(house: House) -> str:
    """The link of the mail that the worker would send now."""
    with house.application.state.sessions() as db:
        account = find_account(db, EMAIL)
        assert account is not None
    return next(link_in(text) for text in reversed(mails(house.application, account.id)) if "/recover/" in text)
