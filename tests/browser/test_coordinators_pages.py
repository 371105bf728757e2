"""States that a coordinator meets in a day, at three widths: axe finds nothing, nothing is scrolled sideways."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.backend.serving import PATIENCE, SERVICE, bearer
from tests.browser.house import House
from tests.browser.looking import WIDE, problems_at_each_width
from tests.browser.records import ask_for_a_person, decide, nominate, raise_alert

pytestmark = pytest.mark.browser


def test_filters_and_several_nominations_at_once(house: House, coordinator: Page) -> None:
    page = coordinator
    mine, decided = nominate(house.backend), nominate(house.backend)
    page.goto("/queue?list=unassigned&programme=sevenoaks&sort=priority")
    page.get_by_text("Save these filters").click()
    assert problems_at_each_width(page) == []
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Give the filters a name")
    assert problems_at_each_width(page) == []
    page.get_by_label("What do you call them?").fill("Sevenoaks, the most pressing of all that nobody has")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Your filters are saved.")).to_be_visible()
    assert problems_at_each_width(page) == []

    page.goto("/queue?sort=received")
    page.get_by_label(f"Select {mine}").check()
    page.get_by_label(f"Select {decided}").check()
    page.get_by_role("button", name="Hand over").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose to whom")
    assert problems_at_each_width(page) == []
    page.get_by_text("Ask all of them the same question").click()
    page.get_by_role("button", name="Ask for information").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter what you want to know")
    assert problems_at_each_width(page) == []
    decide(house.backend, decided, "accept", "Both criteria hold.")
    page.get_by_label("What do you want to know?").fill("Who agreed, and when?")
    page.get_by_role("button", name="Ask for information").click()
    expect(page.get_by_role("status")).to_contain_text(f"{decided}: A coordinator decided meanwhile")
    assert problems_at_each_width(page) == []


def test_a_conversation_with_an_error_and_one_that_is_over(house: House, coordinator: Page) -> None:
    page, handover = coordinator, ask_for_a_person(house.backend, "nominator")
    page.goto(f"/conversations/{handover}")
    assert problems_at_each_width(page) == []
    take = page.get_by_role("button", name="Take this conversation")
    if take.count():
        take.click()
        assert problems_at_each_width(page) == []
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("link", name="Write your answer.")).to_be_visible()
    assert problems_at_each_width(page) == []
    headers = bearer(house.backend, "coordinator")
    httpx.post(f"{house.backend}/api/handovers/{handover}/end", headers=headers, timeout=PATIENCE).raise_for_status()
    page.get_by_label("Your answer").fill("Mum could come on Tuesday.")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("This conversation is no longer with a person")
    assert problems_at_each_width(page) == []


def test_the_duty_list_from_reading_to_closing(house: House, coordinator: Page) -> None:
    page = coordinator
    raise_alert(house.backend, "She stands on the bridge over the motorway and will not come down")
    page.goto("/duty")
    alert = page.get_by_role("region").filter(has_text="She stands on the bridge")
    alert.get_by_label("What you are doing about it").fill("The police are on their way.")
    alert.get_by_role("button", name="I have read this").click()
    for folded in ("Add what was said or done", "Close it with its outcome"):
        alert.get_by_text(folded).click()
    assert problems_at_each_width(page) == []
    alert.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("alert")).to_contain_text("Write what was said or done")
    assert problems_at_each_width(page) == []
    alert.get_by_text("Close it with its outcome").click()
    alert.get_by_label("Police, ambulance or fire service").check()
    alert.get_by_label("What was done, and who has it now").fill("She is down and safe.")
    alert.get_by_role("button", name="Close the alert").click()
    expect(page.get_by_role("heading", name="Closed")).to_be_visible()
    assert problems_at_each_width(page) == []


def test_what_a_coordinator_is_refused(house: House, coordinator: Page) -> None:
    page = coordinator
    for path, status in (("/accounts", 403), ("/nominations/FD-22222222", 404), ("/find?page=no-number", 200)):
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == status, path
        assert problems_at_each_width(page) == []


def test_the_page_on_which_a_family_on_telegram_writes_what_is_too_private_for_a_chat(
    house: House, chromium: Browser
) -> None:
    context = chromium.new_context(viewport=WIDE, base_url=house.origin)
    page = context.new_page()
    made = httpx.post(
        f"{house.backend}/internal/telegram/chats/private-link", json={"chat": "480915162342"}, headers=SERVICE
    ).raise_for_status()
    path = "/private/" + made.json()["url"].rpartition("/")[2]
    for language in ("", "sk", "cs", "pl", "ro"):
        page.goto(f"{path}?lang={language}")
        assert problems_at_each_width(page) == []
    page.goto(path)
    page.get_by_role("button").last.click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert problems_at_each_width(page) == []
    page.get_by_role("textbox").fill("He takes my money.")
    page.get_by_role("button").last.click()
    page.wait_for_url("**/private-sent")
    assert problems_at_each_width(page) == []
    answer = page.goto(path)
    assert answer is not None
    assert answer.status == 410
    assert problems_at_each_width(page) == []
    context.close()
