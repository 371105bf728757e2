"""A coordinator's day by keyboard alone, with scripts and without: at its end the record says what she meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from sqlalchemy import select

from backend.accounts.accounts import name_of
from backend.alerts.models import Alert
from backend.alerts.reading import rows
from backend.decisions.record import decisions_of, reason_in
from backend.demo.accounts import PASSWORD
from backend.handovers.models import Handover
from backend.nominations.models import Nomination
from backend.programmes import load_programmes
from backend.threads.page import shown_messages
from backend.threads.record import find_thread
from tests.browser.day import ALERTS, QUESTION, TALKS, Day, Plan, begin
from tests.browser.house import House, house_in
from tests.browser.keyboard import Keyboard
from tests.browser.looking import WIDE
from tests.browser.records import nominate

pytestmark = pytest.mark.browser
ACCEPT = re.compile("^Accept for (?!another)")
CHOICES: dict[str, str | re.Pattern[str]] = {
    "accept": ACCEPT,
    "other_stream": "Accept for another kind of support",
    "ask": "Ask for more information",
    "return": "Answer with other help",
}
STATUSES = {
    "accept": "accepted",
    "other_stream": "accepted",
    "ask": "awaiting_information",
    "return": "returned",
}
OUTCOMES = {
    "emergency-services": "Police, ambulance or fire service have come or are coming",
    "spoken-to": "Spoken to whoever wrote, and they are safe",
    "passed-to-hub": "Passed to the safeguarding hub (MASH), which has it now",
}
ME = "Sam Adeyemi"


@pytest.fixture
def morning(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house in which nothing has happened yet."""
    with house_in(tmp_path_factory.mktemp("house")) as running:
        yield running


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def keyboard(request: pytest.FixtureRequest, chromium: Browser, morning: House) -> Iterator[Keyboard]:
    """The keys of a browser nobody has used."""
    context = chromium.new_context(viewport=WIDE, base_url=morning.origin, java_script_enabled=request.param)
    context.set_default_timeout(10_000)
    yield Keyboard(context.new_page())
    context.close()


def test_the_first_reasoned_decision_is_four_pages_from_signing_in(house: House, page: Page) -> None:
    reference = nominate(house.backend)
    seen: list[str] = []
    page.on("domcontentloaded", lambda each: seen.append(each.url.removeprefix(house.origin).partition("#")[0]))
    sign_in(Keyboard(page))
    page.get_by_role("main").get_by_role("link", name=reference).click()
    page.get_by_role("radio", name=ACCEPT).check()
    page.get_by_label("Your reason").fill("Both criteria hold, and they want it.")
    page.get_by_role("button", name="Keep this decision").click()
    expect(page.get_by_text("Your decision is kept")).to_be_visible()
    assert seen == ["/sign-in", "/", f"/nominations/{reference}", f"/nominations/{reference}?decided=true"]
    assert _decided(house)[reference] == [("accept", "Both criteria hold, and they want it.", ME)]


@pytest.mark.timeout(300)
def test_a_day_by_keyboard(morning: House, keyboard: Keyboard) -> None:
    day = begin(morning)
    sign_in(keyboard)
    answer_the_alerts(keyboard)
    answer_who_wants_a_person(keyboard, day)
    ask_several_at_once(keyboard, day)
    decide_the_others(keyboard, day)
    expect(keyboard.page.get_by_text("No nomination fits these filters.")).to_be_visible()
    assert _closed_alerts(morning) == {
        words: (level, outcome, [f"{done}.", f"{done}, and it is done."], ME)
        for words, (level, done, outcome) in ALERTS.items()
    }
    assert _said_by_a_person(morning, day) == {who: ([f"{words}."], "handed-back") for who, words in TALKS.items()}
    assert _decided(morning) == {reference: [_kept(plan)] for reference, plan in day.plans.items()}


def sign_in(keyboard: Keyboard) -> None:
    """By the form, as every day."""
    page = keyboard.page
    page.goto("/sign-in")
    keyboard.write(page.get_by_label("E-mail address"), "coordinator@demo.example")
    keyboard.write(page.get_by_label("Password", exact=True), PASSWORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Hello, {ME}")


def answer_the_alerts(keyboard: Keyboard) -> None:
    """Danger before anything else: say that each was read, then close each with what was done."""
    page = keyboard.page
    keyboard.follow(_menu(page, "Duty list"))
    for words, (_, done, _) in ALERTS.items():
        alert = page.get_by_role("region").filter(has_text=words)
        keyboard.write(alert.get_by_label("What you are doing about it"), f"{done}.")
        keyboard.follow(alert.get_by_role("button", name="I have read this"))
        expect(page.get_by_text("You have acknowledged the alert.")).to_be_visible()
    for words, (_, done, outcome) in ALERTS.items():
        alert = page.get_by_role("region").filter(has_text=words)
        keyboard.unfold("Close it with its outcome", alert)
        keyboard.choose(alert.get_by_role("radio", name=OUTCOMES[outcome]))
        keyboard.write(alert.get_by_label("What was done, and who has it now"), f"{done}, and it is done.")
        keyboard.follow(alert.get_by_role("button", name="Close the alert"))
        expect(page.get_by_text("The alert is closed, with its outcome.")).to_be_visible()


def answer_who_wants_a_person(keyboard: Keyboard, day: Day) -> None:
    """Answer both, and hand both back to the assistant."""
    page = keyboard.page
    for who, words in TALKS.items():
        keyboard.follow(_menu(page, "Queue"))
        keyboard.jump("Conversations")
        keyboard.follow(page.locator(f"a[href='/conversations/{day.talks[who]}']"))
        take = page.get_by_role("button", name="Take this conversation")
        if take.count():
            keyboard.follow(take)
        keyboard.write(page.get_by_label("Your answer"), f"{words}.")
        keyboard.follow(page.get_by_role("button", name="Send"))
        expect(page.get_by_role("listitem").filter(has_text=words)).to_be_visible()
        keyboard.follow(page.get_by_role("button", name="Hand back to the assistant"))
        expect(page.get_by_text("The conversation is with the assistant again.")).to_be_visible()


def ask_several_at_once(keyboard: Keyboard, day: Day) -> None:
    """Select those that lack the same thing, and ask all of them."""
    page = keyboard.page
    keyboard.follow(_menu(page, "Queue"))
    keyboard.jump("Nominations")
    meant = {reference for reference, plan in day.plans.items() if plan.asked_with_others}
    for box in page.locator("[data-rows] input[name=chosen]").all():
        if str(box.get_attribute("value")).partition(":")[0] in meant:
            keyboard.tick(box)
    keyboard.unfold("Ask all of them the same question")
    keyboard.write(page.get_by_label("What do you want to know?"), QUESTION)
    keyboard.follow(page.get_by_role("button", name="Ask for information"))
    for reference in meant:
        expect(page.get_by_role("status")).to_contain_text(reference)


def decide_the_others(keyboard: Keyboard, day: Day) -> None:
    """From the top of what nobody has decided, until nothing is left."""
    page = keyboard.page
    left = [reference for reference, plan in day.plans.items() if not plan.asked_with_others]
    while left:
        keyboard.follow(_menu(page, "Queue"))
        keyboard.follow(page.get_by_role("navigation", name="Lists").get_by_role("link", name=re.compile("^New ")))
        keyboard.jump("Nominations")
        link = page.locator("[data-rows] th a").first
        reference = link.inner_text()
        keyboard.follow(link)
        _decide(keyboard, day.plans[reference])
        left.remove(reference)
    keyboard.follow(_menu(page, "Queue"))
    keyboard.follow(page.get_by_role("navigation", name="Lists").get_by_role("link", name=re.compile("^New ")))


def _decide(keyboard: Keyboard, plan: Plan) -> None:
    page = keyboard.page
    keyboard.jump("Decide")
    keyboard.choose(page.get_by_role("radio", name=CHOICES[plan.kind]))
    if plan.stream:
        keyboard.select(page.get_by_label("Which kind of support"), _stream_name(plan.stream))
    keyboard.write(page.get_by_label("Your reason"), plan.reason)
    keyboard.follow(page.get_by_role("button", name="Keep this decision"))
    expect(page.get_by_text("Your decision is kept, and the nominator will see it.")).to_be_visible()


def _menu(page: Page, name: str) -> Locator:
    return page.get_by_role("navigation", name="Main").get_by_role("link", name=name)


def _stream_name(code: str) -> str:
    return next(stream.name for stream in load_programmes()["sevenoaks"].streams if stream.code == code)


def _kept(plan: Plan) -> tuple[str, str, str]:
    return (plan.kind, plan.reason, ME)


def _decided(house: House) -> dict[str, list[tuple[str, str | None, str | None]]]:
    """The decisions about each nomination: kind, reason, decider. Each made its nomination what it should be."""
    found = {}
    with house.application.state.sessions() as db:
        for nomination in db.scalars(select(Nomination)):
            made = decisions_of(db, nomination)
            assert nomination.status == STATUSES[made[-1].kind]
            found[nomination.reference] = [
                (each.kind, reason_in(db, nomination, each), name_of(db, each.decider_id)) for each in made
            ]
    return found


def _closed_alerts(house: House) -> dict[str | None, tuple[str, str | None, list[str | None], str | None]]:
    """By their words: level, outcome, what was written down, who closed it."""
    with house.application.state.sessions() as db:
        alerts = rows(db, list(db.scalars(select(Alert))))
        return {
            each.words: (each.level, each.outcome, [each.note, *(note.text for note in each.notes)], each.closed_by)
            for each in alerts
        }


def _said_by_a_person(house: House, day: Day) -> dict[str, tuple[list[str], str | None]]:
    """What a person said in each talk, and how the person's part in it ended."""
    found = {}
    with house.application.state.sessions() as db:
        for who, handover in day.talks.items():
            kept = db.get_one(Handover, handover)
            talk = shown_messages(db, find_thread(db, kept.thread_id))
            found[who] = ([each.text for each in talk if each.kind == "person"], kept.ended_why)
    return found
