"""A family nominated twice, on the coordinator's pages: found, looked at side by side, linked, merged, taken back."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.house import House
from tests.browser.looking import problems_at_both_widths, sign_in
from tests.browser.records import CONTENT, nominate, withdraw

pytestmark = pytest.mark.browser
SECOND: list[dict[str, Any]] = [
    {"name": "Kayleigh Wherriman", "age": 35, "relation": "mum"},
    {"name": "Ty Wherryman", "date_of_birth": "2014-06-05", "relation": "son"},
]
HOME: dict[str, Any] = {"address": "88 Wherry Lane", "postcode": "TN14 9QQ", "contact": {"phone": "01632 960987"}}
FIRST: list[dict[str, Any]] = [
    {**person, "name": person["name"].replace("Example", "Wherryman")} for person in CONTENT["people"]
]


def test_two_nominations_of_a_family_from_finding_to_taking_back(house: House, coordinator: Page) -> None:
    first = nominate(house.backend, people=FIRST, **HOME)
    second = nominate(house.backend, people=SECOND, **HOME)
    page = coordinator
    page.goto(f"/nominations/{second}")
    page.get_by_role("link", name=first).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{second} beside {first}")
    main = page.get_by_role("main")
    expect(main).to_contain_text("Probably the same family.")
    mother = page.get_by_role("row").filter(has_text="Kayleigh Wherriman")
    expect(mother).to_contain_text("Kayleigh Wherryman")
    expect(mother).to_contain_text("Surnames that")
    expect(page.get_by_role("row").filter(has_text="Tyler Wherryman")).to_contain_text("day and month changed round")
    assert problems_at_both_widths(page) == []

    page.get_by_role("button", name="Keep this").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose what they are to each other")
    assert problems_at_both_widths(page) == []
    page.get_by_label("The same family, counted once").check()
    page.get_by_role("button", name="Keep this").click()
    expect(page.get_by_text("The nominator is not told.")).to_be_visible()
    expect(main).to_contain_text(f"Counted as one family with {first}")
    expect(page.get_by_role("row").filter(has_text=first)).to_contain_text("The same family, counted once")
    assert problems_at_both_widths(page) == []

    page.goto(f"/nominations/{first}")
    expect(page.get_by_text(f"Merged into one family with {second}")).to_be_visible()
    page.get_by_role("link", name="The family and its other nominations").click()
    page.get_by_role("link", name=f"Side by side with {second}").click()
    page.get_by_role("button", name="Take back what was said").click()
    expect(page.get_by_role("row").filter(has_text=second)).to_contain_text("Look at it")


def test_the_nominators_pages_are_the_same_before_and_after(house: House, context: BrowserContext) -> None:
    nominate(house.backend, people=FIRST, **HOME)
    second = nominate(house.backend, people=FIRST, **HOME)
    nominator = sign_in(context.new_page(), "nominator")
    nominator.goto("/my-nominations")
    before = nominator.get_by_role("main").inner_text()
    context.clear_cookies()
    coordinator = sign_in(context.new_page(), "coordinator")
    coordinator.goto(f"/nominations/{second}/family")
    coordinator.get_by_role("link", name="Side by side with").first.click()
    coordinator.get_by_label("The same family", exact=True).check()
    coordinator.get_by_role("button", name="Keep this").click()
    expect(coordinator.get_by_text("What you said is kept.")).to_be_visible()
    context.clear_cookies()
    again = sign_in(context.new_page(), "nominator")
    again.goto("/my-nominations")
    assert again.get_by_role("main").inner_text() == before
    assert again.request.get(f"/nominations/{second}/family").status == 403


def test_a_family_that_was_not_found_is_looked_at_by_its_reference(house: House, coordinator: Page) -> None:
    one = nominate(house.backend, people=[{"name": "Olga Quern", "age": 30}], postcode="TN13 2BB", contact=None)
    other = nominate(house.backend, people=[{"name": "Ivan Thatch", "age": 60}], postcode="TN13 3CC", contact=None)
    coordinator.goto(f"/nominations/{one}/family")
    expect(coordinator.get_by_text("No other nomination in this programme looks like")).to_be_visible()
    coordinator.get_by_label("Look at another nomination beside this one").fill("FD-22222222")
    coordinator.get_by_role("button", name="Side by side").click()
    expect(coordinator.get_by_role("alert")).to_contain_text("Enter the reference of another nomination")
    assert problems_at_both_widths(coordinator) == []
    coordinator.get_by_label("Look at another nomination beside this one").fill(other.lower())
    coordinator.get_by_role("button", name="Side by side").click()
    expect(coordinator.get_by_role("main")).to_contain_text("Nothing says that they are one family")
    expect(coordinator.get_by_role("row").filter(has_text="Ivan Thatch")).to_contain_text("Nobody like this")


def test_finding_by_name_from_the_queue_leaves_no_name_in_an_address(house: House, coordinator: Page) -> None:
    wanted = nominate(house.backend, people=[{"name": "Siobhan Larkwhistle", "age": 30}], postcode="TN13 4DD")
    ended = nominate(house.backend, people=[{"name": "Siobhan Larkwhistle", "age": 30}], postcode="TN13 4DD")
    withdraw(house.backend, ended)
    coordinator.goto("/queue")
    coordinator.get_by_label("Name, postcode or reference").fill("siobhan larckwhistle")
    coordinator.get_by_role("search", name="Find a nomination").get_by_role("button", name="Find").click()
    expect(coordinator.get_by_role("status")).to_have_text("1 nomination found.")
    row = coordinator.get_by_role("row").filter(has_text=wanted)
    expect(row).to_contain_text("Sounds alike")
    assert "larkw" not in coordinator.url.lower()
    assert problems_at_both_widths(coordinator) == []
    coordinator.get_by_label("Name, postcode or reference").fill("tn134dd")
    coordinator.get_by_role("button", name="Find").click()
    expect(row).to_contain_text("Written so")
    coordinator.get_by_label("Name, postcode or reference").fill("Nobody Atall")
    coordinator.get_by_role("button", name="Find").click()
    expect(coordinator.get_by_role("status")).to_have_text("Nothing was found.")
    coordinator.get_by_label("Name, postcode or reference").fill(" ")
    coordinator.get_by_role("button", name="Find").click()
    expect(coordinator.get_by_role("alert")).to_contain_text("Enter what to look for")
    assert problems_at_both_widths(coordinator) == []


def test_an_analyst_is_not_offered_the_family_and_finds_by_reference(house: House, context: BrowserContext) -> None:
    reference = nominate(house.backend, people=[{"name": "Ada Mossgrove", "age": 30}])
    page = sign_in(context.new_page(), "analyst")
    page.goto(f"/nominations/{reference}")
    expect(page.get_by_role("link", name="The family and its other nominations")).to_have_count(0)
    assert page.request.get(f"/nominations/{reference}/family").status == 403
    page.goto("/find")
    page.get_by_label("Reference").fill("Mossgrove")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("status")).to_have_text("Nothing was found.")
    page.get_by_label("Reference").fill(reference)
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("row").filter(has_text=reference)).to_have_count(1)
