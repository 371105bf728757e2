"""Somebody asks for a person: the answer comes by itself, and afterwards the assistant takes up its question."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.backend.serving import SERVICE, bearer
from tests.browser.house import House
from tests.browser.looking import problems_at_both_widths, sign_in
from tests.browser.records import ask_for_a_person, hear, nominate

pytestmark = pytest.mark.browser


def test_the_answer_comes_into_the_chat_while_somebody_is_writing_and_the_question_comes_back(
    house: House, page: Page, chromium: Browser
) -> None:
    ask_for_a_person(house.backend, "family")
    family = sign_in(page, "family")
    family.goto("/chat")
    expect(family.get_by_text("You asked for a person.")).to_be_visible()
    assert problems_at_both_widths(family) == []
    family.get_by_label("Write to the person").fill("I was just going to say")

    staff = chromium.new_context(base_url=house.origin)
    coordinator = sign_in(staff.new_page(), "coordinator")
    coordinator.goto("/queue")
    expect(coordinator.get_by_role("heading", name="Somebody wants to talk to a person")).to_be_visible()
    assert problems_at_both_widths(coordinator) == []
    coordinator.get_by_role("link", name="Conversation with a family").click()
    expect(coordinator.get_by_text("Can I talk to a person?")).to_be_visible()
    assert problems_at_both_widths(coordinator) == []
    coordinator.get_by_label("Your answer").fill("Hello, I am here. What worries you most?")
    coordinator.get_by_role("button", name="Send").click()

    answer = family.get_by_role("listitem").filter(has_text="What worries you most?")
    expect(answer).to_contain_text("A person who works here")
    expect(family.get_by_label("Write to the person")).to_have_value("I was just going to say")
    assert "Jo" not in answer.inner_text()  # by role, not by name

    coordinator.get_by_role("button", name="Hand back to the assistant").click()
    expect(coordinator.get_by_text("The conversation is with the assistant again.")).to_be_visible()
    expect(family.get_by_role("button", name="Not sure")).to_be_visible()
    back = family.get_by_role("listitem").filter(has_text="You are talking with the computer program again.")
    expect(back).to_be_visible()
    expect(family.get_by_role("listitem").filter(has_text="Who is in the family?")).to_have_count(2)
    staff.close()


def test_a_name_is_shown_where_it_is_chosen_and_what_comes_too_late_is_not_lost(
    house: House, context: BrowserContext, chromium: Browser
) -> None:
    handover = ask_for_a_person(house.backend, "nominator")
    without_scripts = chromium.new_context(java_script_enabled=False, base_url=house.origin)
    coordinator = sign_in(without_scripts.new_page(), "coordinator")
    coordinator.goto(f"/conversations/{handover}")
    coordinator.get_by_role("button", name="Send").click()
    expect(coordinator.get_by_role("link", name="Write your answer.")).to_be_visible()
    assert problems_of_form(coordinator) == "Write your answer."
    coordinator.get_by_label("Your answer").fill("I can ring the school.")
    coordinator.get_by_label("Show my name as well").check()
    coordinator.get_by_role("button", name="Send").click()
    expect(coordinator.get_by_role("listitem").filter(has_text="I can ring the school.")).to_be_visible()

    nominator = sign_in(context.new_page(), "nominator")
    nominator.goto("/chat")
    answer = nominator.get_by_role("listitem").filter(has_text="I can ring the school.")
    expect(answer).to_contain_text(", coordinator")

    with httpx.Client(base_url=house.backend, headers=SERVICE) as client:
        token = bearer(house.backend, "nominator")["Authorization"].removeprefix("Bearer ")
        hear(client, token, "Go on without a person")
    coordinator.get_by_label("Your answer").fill("Mum could come on Tuesday.")
    coordinator.get_by_role("button", name="Send").click()
    expect(coordinator.get_by_role("heading")).to_contain_text(["This conversation is no longer with a person"])
    expect(coordinator.get_by_text("Mum could come on Tuesday.")).to_be_visible()
    without_scripts.close()


def problems_of_form(page: Page) -> str:
    """What the form says is wrong."""
    return page.locator(".govuk-error-message").inner_text().removeprefix("Error:").strip()


def test_what_the_coordinator_asks_about_an_earlier_nomination_is_seen_and_answered_in_its_talk(
    house: House, nominator: Page
) -> None:
    reference = nominate(house.backend, on_page=True)
    nominator.goto("/chat")
    nominator.get_by_role("button", name="Start a new nomination").click()
    ask = {"kind": "ask", "reason": "Since when has she been out of work?", "version": 1}
    path = f"{house.backend}/api/nominations/{reference}/decisions"
    httpx.post(path, json=ask, headers=bearer(house.backend, "coordinator")).raise_for_status()
    nominator.goto("/chat")
    expect(nominator.get_by_text("Since when has she been out of work?")).to_have_count(0)
    assert problems_at_both_widths(nominator) == []
    nominator.get_by_role("button", name=f"Answer about {reference}").click()
    expect(nominator.get_by_text("Since when has she been out of work?").first).to_be_visible()
    assert problems_at_both_widths(nominator) == []
    nominator.goto("/my-nominations")
    asked = nominator.get_by_role("region", name=reference)
    expect(asked.get_by_role("button", name="Answer in the chat")).to_be_visible()
    assert problems_at_both_widths(nominator) == []
