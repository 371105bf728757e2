"""The chat in a browser: with scripts without a reload, without scripts as a plain form, and when parts are down."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.house import QUESTION, House, house_in
from tests.browser.looking import NARROW, problems_at_both_widths, sign_in
from tests.browser.records import decide, nominate, understand

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def said_by_default(house: House) -> None:
    house.will_say(*QUESTION)
    house.rasa.slow = 0


@pytest.fixture
def chat(page: Page) -> Page:
    """The chat page of the demo nominator."""
    sign_in(page, "nominator").goto("/chat")
    return page


def send(page: Page, text: str) -> None:
    page.get_by_role("textbox").fill(text)
    page.get_by_role("button", name="Send").click()


def say(page: Page, text: str) -> None:
    """Send and wait for the answer."""
    send(page, text)
    expect(page.locator(".fd-message--person").last).to_contain_text(text)


def last_said(page: Page) -> str:
    return page.locator(".fd-message--assistant").last.inner_text()


def test_message_is_sent_without_a_reload(chat: Page) -> None:
    chat.evaluate("window.samePage = true")
    say(chat, "Mum is out of work.")
    expect(chat.locator("#latest")).to_contain_text("Is there an assessment in place")
    expect(chat.get_by_text("Mum is out of work.")).to_be_visible()
    assert chat.evaluate("window.samePage"), "the page was loaded again"
    expect(chat.get_by_role("textbox")).to_be_focused()
    expect(chat.get_by_role("textbox")).to_have_value("")


def test_answer_is_announced_and_scrolled_into_sight(chat: Page) -> None:
    chat.set_viewport_size(NARROW)
    say(chat, "Nobody works.")
    announced = chat.get_by_role("log", name="New messages")
    expect(announced).to_contain_text("Is there an assessment in place")
    expect(announced).not_to_contain_text("Nobody works.")
    expect(chat.locator("#latest")).to_be_in_viewport(ratio=1)
    bar = chat.get_by_role("complementary", name="In an emergency").bounding_box()
    latest = chat.locator("#latest").bounding_box()
    assert bar is not None
    assert latest is not None
    assert latest["y"] >= bar["y"] + bar["height"], "the bar covers the newest message"


def test_speakers_are_told_apart_in_words(chat: Page) -> None:
    say(chat, "Who says what?")
    expect(chat.get_by_role("listitem").filter(has_text="Who says what?")).to_contain_text("You wrote")
    assert last_said(chat).startswith("Front Door")


def test_pressing_a_button_answers_and_keeps_what_was_being_typed(chat: Page) -> None:
    say(chat, "Hello")
    expect(chat.get_by_role("button", name="Not sure")).to_be_visible()
    chat.get_by_role("textbox").fill("half a thou")
    chat.get_by_role("button", name="Not sure").click()
    expect(chat.locator(".fd-message--person").last).to_contain_text("Not sure")
    expect(chat.get_by_role("textbox")).to_have_value("half a thou")
    expect(chat.locator("#question")).to_be_focused()


def test_only_the_open_question_has_buttons(chat: Page) -> None:
    say(chat, "One")
    say(chat, "Two")
    expect(chat.locator(".fd-message--person").last).to_contain_text("Two")
    expect(chat.get_by_role("button", name="Not sure")).to_have_count(1)


def test_what_is_written_while_an_answer_is_under_way_stays(chat: Page, house: House) -> None:
    house.rasa.slow = 0.5
    send(chat, "First things first")
    chat.get_by_role("textbox").fill("and another thing")
    expect(chat.locator(".fd-message--person").last).to_contain_text("First things first")
    expect(chat.get_by_role("textbox")).to_have_value("and another thing")


def test_keyboard_alone(chat: Page) -> None:
    chat.get_by_role("textbox").focus()
    chat.keyboard.type("Line one")
    chat.keyboard.press("Enter")
    chat.keyboard.type("line two")
    chat.keyboard.press("Control+Enter")
    expect(chat.locator(".fd-message--person").last).to_contain_text("line two")
    expect(chat.get_by_role("textbox")).to_be_focused()
    expect(chat.get_by_role("button", name="Not sure")).to_be_visible()
    chat.keyboard.press("Shift+Tab")
    expect(chat.get_by_role("button", name="Not sure")).to_be_focused()
    chat.keyboard.press("Enter")
    expect(chat.locator(".fd-message--person").last).to_contain_text("Not sure")


def test_markup_in_messages_is_text(chat: Page, house: House) -> None:
    house.will_say({"text": "Thank you.\n\n- <b>one</b>\n- two & three"})
    say(chat, "<img src=x onerror=alert(1)> & co")
    expect(chat.get_by_text("<img src=x onerror=alert(1)> & co")).to_be_visible()
    expect(chat.locator("#latest li")).to_have_text(["<b>one</b>", "two & three"])


UNDERSTOOD = "This is what I understood.\n[[understood]]\nIs it right?"


def told_what_was_understood(page: Page, house: House, who: str) -> None:
    """A talk in which two things were understood, and told."""
    sign_in(page, who).goto("/chat")
    if page.locator(".fd-closing").count():
        page.locator(".fd-closing").get_by_role("button").click()
    items = understand(
        house.backend, who, "Two months behind, and <b>bailiffs</b> came.", "Two months", "<b>bailiffs</b>"
    )
    named = [{"item": item, "touch": "out"} for item in items]
    house.will_say({"text": UNDERSTOOD, "custom": {"fill": ["understood"], "understood": named}}, *QUESTION)
    page.goto("/chat")
    say(page, "That is all.")
    expect(page.locator(".fd-items").last.get_by_role("listitem")).to_have_count(2)


@pytest.mark.parametrize("scripts", [True, False])
def test_each_thing_understood_has_one_touch_beside_it(chromium: Browser, house: House, *, scripts: bool) -> None:
    context = chromium.new_context(java_script_enabled=scripts, base_url=house.origin, viewport=NARROW)
    page = context.new_page()
    told_what_was_understood(page, house, "family")
    items = page.locator(".fd-items").last
    expect(items.get_by_role("listitem").nth(1)).to_contain_text("so now: “<b>bailiffs</b>”")
    expect(page.locator(".fd-buttons").get_by_role("button")).to_have_count(3)
    house.will_say(*QUESTION)
    items.get_by_role("button", name="Take out Being behind with the rent").first.click()
    expect(page.locator(".fd-message--person").last).to_contain_text("Take out: Being behind with the rent")
    if scripts:
        expect(page.locator("#question")).to_be_focused()
        assert problems_at_both_widths(page) == []
    context.close()


def test_what_was_taken_out_says_so_where_it_was_told(house: House, page: Page) -> None:
    told_what_was_understood(page, house, "family")
    understand(house.backend, "family", "Nothing else.")  # as the interview keeps it when all of it was taken out
    page.goto("/chat")
    items = page.locator(".fd-items").last
    expect(items.get_by_text("(taken out)")).to_have_count(2)
    expect(items.get_by_role("button")).to_have_count(0)
    assert problems_at_both_widths(page) == []


def test_danger_is_answered_first_and_stands_out(chat: Page) -> None:
    say(chat, "He is hitting me right now")
    reply = chat.locator(".fd-message--danger").last
    expect(reply).to_contain_text("999")
    assert problems_at_both_widths(chat) == []


def test_talk_that_is_left_is_found_again(chat: Page) -> None:
    say(chat, "We will go on tomorrow.")
    expect(chat.get_by_text("We will go on tomorrow.")).to_be_visible()
    chat.get_by_role("link", name="My nominations").click()
    chat.get_by_role("link", name="Chat", exact=True).click()
    expect(chat.get_by_text("We will go on tomorrow.")).to_be_visible()
    expect(chat.get_by_role("button", name="Not sure")).to_be_visible()


@pytest.mark.parametrize(("name", "again"), [("nominator", "Start a new nomination"), ("family", "Start again")])
def test_talk_that_was_sent_says_so_and_another_can_begin(house: House, page: Page, name: str, again: str) -> None:
    reference = nominate(house.backend, name, on_page=True)
    sign_in(page, name).goto("/chat")
    closing = page.locator(".fd-closing")
    expect(closing).to_contain_text(
        f"is sent. You can still add to it, ask how it is going, or take it back. Reference: {reference}"
    )
    assert problems_at_both_widths(page) == []
    page.get_by_role("button", name=again).click()
    expect(page.get_by_text(reference)).to_have_count(0)
    expect(page.locator(".fd-message")).to_have_count(0)


def test_decision_is_read_in_the_talk(house: House, page: Page) -> None:
    sign_in(page, "nominator").goto("/chat")
    if page.locator(".fd-closing").count():
        page.get_by_role("button", name="Start a new nomination").click()
    reference = nominate(house.backend, on_page=True)
    decide(house.backend, reference, "ask", "Which school is it?")
    page.goto("/chat")
    expect(page.locator(".fd-message--assistant").last).to_contain_text("Which school is it?")


def test_without_scripts_the_page_is_whole(chromium: Browser, house: House) -> None:
    context = chromium.new_context(java_script_enabled=False, base_url=house.origin, viewport=NARROW)
    page = sign_in(context.new_page(), "family")
    page.goto("/chat")
    page.get_by_role("button", name="I would like some help for my family").click()
    page.wait_for_url("**/chat#latest")
    expect(page.locator("#latest")).to_contain_text("Is there an assessment in place")
    page.get_by_role("button", name="Not sure").click()
    expect(page.locator(".fd-message--person").last).to_contain_text("Not sure")
    say(page, "Mornings are hard.")
    expect(page.locator(".fd-message--person").last).to_contain_text("Mornings are hard.")
    expect(page.get_by_role("link", name="Leave this page quickly")).to_have_attribute(
        "href", "https://www.bbc.co.uk/weather"
    )
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    context.close()


def test_nothing_is_refused_by_the_content_security_policy(context: BrowserContext) -> None:
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    sign_in(page, "nominator").goto("/chat")
    say(page, "Does anything complain?")
    expect(page.get_by_role("button", name="Not sure")).to_be_visible()
    assert said == []


def test_session_that_ended_keeps_the_words_until_one_has_signed_in_again(chat: Page, context: BrowserContext) -> None:
    expect(chat.get_by_role("textbox")).to_be_visible()
    context.clear_cookies()
    send(chat, "Am I still here?")
    expect(chat.get_by_role("alert")).to_contain_text("Please sign in")
    sign_in(context.new_page(), "nominator")
    with chat.expect_response("**/chat/messages"):
        chat.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(chat.get_by_role("textbox")).to_have_value("Am I still here?")
    chat.get_by_role("button", name="Send").click()
    expect(chat.locator(".fd-message--person").last).to_contain_text("Am I still here?")


def test_with_the_backend_away_nothing_typed_is_lost_and_danger_is_answered(chromium: Browser, tmp_path: Path) -> None:
    with house_in(tmp_path) as house:
        context = chromium.new_context(base_url=house.origin)
        page = sign_in(context.new_page(), "nominator")
        page.goto("/chat")
        house.stop_backend()
        send(page, "Mum is out of work.")
        expect(page.get_by_role("alert")).to_contain_text("send it again")
        expect(page.get_by_role("textbox")).to_have_value("Mum is out of work.")
        send(page, "He is hitting me right now")
        expect(page.get_by_role("alert")).to_contain_text("999")
        context.close()
