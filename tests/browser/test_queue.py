"""The queue as a day's work: by keyboard, without scripts, on every width, and the front page that begins the day."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.house import House
from tests.browser.looking import problems, sign_in
from tests.browser.records import decide, nominate

pytestmark = pytest.mark.browser
WIDTHS = (320, 768, 1280)


@pytest.fixture
def without_scripts(chromium: Browser, house: House) -> Iterator[Page]:
    """A coordinator whose browser runs no script."""
    context = chromium.new_context(java_script_enabled=False, base_url=house.origin)
    context.set_default_timeout(10_000)
    yield sign_in(context.new_page(), "coordinator")
    context.close()


def problems_at_each_width(page: Page) -> list[str]:
    found = []
    for width in WIDTHS:
        page.set_viewport_size(ViewportSize(width=width, height=900))
        found += [f"at {width} px: {problem}" for problem in problems(page)]
    return found


def test_every_state_of_queue_and_front_page_is_accessible(house: House, coordinator: Page) -> None:
    coordinator.goto("/")
    assert problems_at_each_width(coordinator) == []
    first, second = nominate(house.backend), nominate(house.backend, "family")
    decide(house.backend, second, "accept", "Both criteria hold.")
    for path in ("/", "/queue", "/queue?list=mine", f"/nominations/{first}"):
        coordinator.goto(path)
        assert problems_at_each_width(coordinator) == [], path
    coordinator.goto("/queue")
    coordinator.get_by_role("button", name="Hand over").click()
    expect(coordinator.get_by_role("alert")).to_contain_text("Select the nominations you mean")
    assert problems_at_each_width(coordinator) == []
    coordinator.get_by_label(f"Select {first}").check()
    coordinator.get_by_role("button", name="Take them on").click()
    expect(coordinator.get_by_role("status")).to_contain_text(f"You have taken on {first}.")
    assert problems_at_each_width(coordinator) == []


def test_a_nomination_is_taken_by_keyboard_alone(house: House, coordinator: Page) -> None:
    upper, lower = nominate(house.backend), nominate(house.backend)
    coordinator.goto("/queue?sort=received")
    coordinator.get_by_label("Select all on this page").focus()
    press = coordinator.keyboard.press
    press("Tab")
    expect(coordinator.get_by_label(f"Select {lower}")).to_be_focused()
    press("ArrowDown")
    expect(coordinator.get_by_label(f"Select {upper}")).to_be_focused()
    press("Space")
    press("Tab")
    expect(coordinator.get_by_role("link", name=upper)).to_be_focused()
    coordinator.get_by_role("link", name="With those selected").focus()
    press("Enter")
    press("Tab")
    expect(coordinator.get_by_role("button", name="Take them on")).to_be_focused()
    press("Enter")
    expect(coordinator.get_by_role("status")).to_contain_text(upper)
    coordinator.goto("/queue?list=mine")
    expect(coordinator.get_by_role("link", name=upper)).to_be_visible()
    expect(coordinator.get_by_role("link", name=lower)).to_have_count(0)


def test_the_day_goes_without_scripts(house: House, without_scripts: Page) -> None:
    page = without_scripts
    reference, decided = nominate(house.backend), nominate(house.backend)
    page.goto("/")
    page.get_by_role("link", name="Nobody has them").click()
    page.get_by_label(f"Select {reference}").check()
    page.get_by_label(f"Select {decided}").check()
    decide(house.backend, decided, "accept", "Both criteria hold.")
    page.get_by_text("Ask all of them the same question").click()
    page.get_by_label("What do you want to know?").fill("Who agreed, and when?")
    page.get_by_role("button", name="Ask for information").click()
    outcome = page.get_by_role("status")
    expect(outcome).to_contain_text(f"Asked for information: {reference}.")
    expect(outcome).to_contain_text(f"{decided}: A coordinator decided meanwhile")
    page.goto(f"/nominations/{reference}")
    page.get_by_role("button", name="Take it on").click()
    expect(page.get_by_text("You have it, since")).to_be_visible()
    page.get_by_role("button", name="Give it back").click()
    expect(page.get_by_text("Nobody has it yet.")).to_be_visible()


def test_filters_are_saved_used_and_deleted(house: House, coordinator: Page) -> None:
    nominate(house.backend)
    coordinator.goto("/queue?list=unassigned")
    coordinator.get_by_label("Programme").select_option("sevenoaks")
    coordinator.get_by_label("Order").select_option(label="Priority")
    coordinator.get_by_role("button", name="Show").click()
    coordinator.get_by_text("Save these filters").click()
    coordinator.get_by_role("button", name="Save", exact=True).click()
    expect(coordinator.get_by_role("alert")).to_contain_text("Give the filters a name")
    coordinator.get_by_label("What do you call them?").fill("Sevenoaks first")
    coordinator.get_by_role("button", name="Save", exact=True).click()
    coordinator.goto("/queue")
    coordinator.get_by_role("link", name="Sevenoaks first").click()
    expect(coordinator.get_by_label("Order")).to_have_value("priority")
    expect(coordinator.get_by_role("heading", name="Nobody has them")).to_be_visible()
    coordinator.get_by_role("button", name="Delete the filters Sevenoaks first").click()
    expect(coordinator.get_by_role("link", name="Sevenoaks first")).to_have_count(0)
