"""Each person's choice of how to hear of what: at once, together, on the page. Nothing is lost, no danger put off."""

from __future__ import annotations

import smtplib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from typing import get_args

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select, update

from backend.access import Actor
from backend.accounts.models import Account
from backend.alerts.service import raise_alert
from backend.database.engine import Sessions
from backend.errors import Invalid
from backend.nominations.due import LONDON
from backend.outbox.choices import choices, choose, ways_of
from backend.outbox.delivery import LEASE, deliver
from backend.outbox.kinds import Digest, kind_of, kinds
from backend.outbox.models import Mail
from backend.outbox.notices import mark_read, news, notices
from backend.outbox.service import Template, drop, post
from backend.programmes import load_programmes
from tests.backend.accounts.pages import PASSWORD, make, send, sign_in
from tests.backend.alerts.test_alerts import alert
from tests.backend.threads.people import somebody

URL = "https://front-door.example"
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
TUESDAY_AT_EIGHT = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
BEFORE_EIGHT, AFTER_EIGHT = TUESDAY_AT_EIGHT - timedelta(minutes=1), TUESDAY_AT_EIGHT + timedelta(minutes=1)


class Inbox:
    """A mail server that takes what it is given, or does not."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.away = False
        self.killed = False

    def take(self, message: EmailMessage) -> None:
        if self.away:
            raise smtplib.SMTPServerDisconnected
        self.mails.append(message)
        if self.killed:
            raise KeyboardInterrupt

    @property
    def subjects(self) -> list[str]:
        return [str(mail["Subject"]) for mail in self.mails]


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def coordinator(sessions: Sessions) -> Actor:
    with sessions.begin() as db:
        return somebody(db, "coordinator", "sevenoaks")


def wants(sessions: Sessions, actor: Actor, now: datetime = MONDAY, **ways: str) -> None:
    with sessions.begin() as db:
        choose(db, actor, ways, now)


def tell(sessions: Sessions, actor: Actor, *causes: str, template: Template = "nomination-waiting") -> None:
    """Put a mail for each cause into the outbox, on Monday."""
    with sessions.begin() as db:
        for cause in causes:
            post(db, [actor.account_id], template, cause, "sevenoaks")
        waiting = update(Mail).where(Mail.cause.in_(causes))
        db.execute(waiting.values(created_at=MONDAY, next_try_at=MONDAY))


def sent(sessions: Sessions, inbox: Inbox, *moments: datetime) -> list[int]:
    """How many messages the worker sends at each of some moments."""
    return [deliver(sessions, inbox, URL, now) for now in moments]


def body(message: EmailMessage) -> str:
    return str(message.get_content())


def test_every_mail_is_of_one_kind_and_every_kind_leads_somewhere() -> None:
    templates = [template for kind in kinds().values() for template in kind.templates]
    assert sorted(templates) == sorted(get_args(Template))
    for kind in kinds().values():
        assert kind.page.startswith("/")
        assert (len(kind.ways) == 1) == (kind.why is not None), kind.code
        assert kind.counted(1) == kind.one
        assert "7" in kind.counted(7)


def test_a_digest_is_one_message_of_counts_and_links(sessions: Sessions, inbox: Inbox, coordinator: Actor) -> None:
    wants(sessions, coordinator, new="daily", given="daily")
    tell(sessions, coordinator, "nomination:1", "nomination:2", "nomination:3")
    tell(sessions, coordinator, "nomination:2:owner:1", template="nomination-given")

    assert sent(sessions, inbox, MONDAY, BEFORE_EIGHT, AFTER_EIGHT, AFTER_EIGHT + timedelta(days=7)) == [0, 0, 1, 0]

    [digest] = inbox.mails
    assert f"- 3 new nominations: {URL}/queue?list=new" in body(digest)
    assert f"- 1 nomination was handed to you: {URL}/queue?list=mine" in body(digest)
    with sessions() as db:
        mails = db.scalars(select(Mail)).all()
        assert {(mail.way, mail.sent_at) for mail in mails} == {("daily", AFTER_EIGHT)}
        assert len({mail.digest_id for mail in mails}) == 1


def test_danger_waits_for_no_digest_and_nobody_can_choose_so(
    sessions: Sessions, inbox: Inbox, coordinator: Actor
) -> None:
    free = {kind.code: kind.ways[-1].code for kind in kinds().values() if len(kind.ways) > 1}
    with sessions.begin() as db:
        choose(db, coordinator, free, MONDAY)
    for way in ("daily", "page", "at once", ""):
        with pytest.raises(Invalid), sessions.begin() as db:
            choose(db, coordinator, {"danger": way}, MONDAY)
    night = datetime(2026, 11, 28, 23, 0, tzinfo=UTC)
    with sessions.begin() as db:
        raise_alert(db, alert(), night)
        db.execute(update(Mail).values(created_at=night, next_try_at=night))
    assert sent(sessions, inbox, night) == [1]
    assert inbox.subjects == ["An alert needs acknowledgement"]
    with sessions() as db:
        why = {kind.code: kind.why for kind, _ in choices(db, coordinator)}["danger"]
    assert why is not None
    assert "danger" in why


def test_an_alert_goes_before_all_that_was_there_earlier(sessions: Sessions, inbox: Inbox, coordinator: Actor) -> None:
    tell(sessions, coordinator, *(f"nomination:{n}" for n in range(40)))
    tell(sessions, coordinator, "alert:1", template="alert")
    sent(sessions, inbox, MONDAY)
    assert inbox.subjects[0] == "An alert needs acknowledgement"


@pytest.mark.parametrize(("came", "told"), [(MONDAY, False), (MONDAY + timedelta(hours=12), True)])
def test_an_alert_at_night_says_whom_to_ring(
    sessions: Sessions, inbox: Inbox, coordinator: Actor, came: datetime, told: bool
) -> None:
    tell(sessions, coordinator, "alert:1", template="alert-escalated")
    with sessions.begin() as db:
        db.execute(update(Mail).values(created_at=came))
    sent(sessions, inbox, came)
    number = load_programmes()["sevenoaks"].data["emergency"]["out_of_hours"]["number"]
    assert (number in body(inbox.mails[0])) is told
    assert "{" not in body(inbox.mails[0])


def test_what_is_for_the_page_alone_is_mailed_to_nobody_and_stands_there(
    sessions: Sessions, inbox: Inbox, coordinator: Actor
) -> None:
    wants(sessions, coordinator, new="page")
    tell(sessions, coordinator, "nomination:1", "nomination:2")
    assert sent(sessions, inbox, MONDAY, AFTER_EIGHT) == [0, 0]
    with sessions() as db:
        assert [each.text for each in news(db, coordinator)] == ["2 new nominations"]
        assert {each.way for each in notices(db, coordinator)} == {"page"}
    wants(sessions, coordinator, AFTER_EIGHT, new="at-once")
    assert sent(sessions, inbox, AFTER_EIGHT) == [0], "what was on the page is not mailed afterwards"


def test_a_mail_server_that_is_away_gets_the_whole_digest_later_and_once(
    sessions: Sessions, inbox: Inbox, coordinator: Actor
) -> None:
    wants(sessions, coordinator, new="daily")
    tell(sessions, coordinator, "nomination:1", "nomination:2")
    inbox.away = True
    hours = [AFTER_EIGHT + timedelta(hours=n) for n in range(30)]
    assert sum(sent(sessions, inbox, *hours)) == 0
    inbox.away = False
    assert sum(sent(sessions, inbox, *(hour + timedelta(hours=30) for hour in hours))) == 1
    assert "2 new nominations" in body(inbox.mails[0])


def test_what_the_mail_server_never_takes_still_stands_on_the_page(
    sessions: Sessions, inbox: Inbox, coordinator: Actor
) -> None:
    tell(sessions, coordinator, "nomination:1")
    inbox.away = True
    assert sum(sent(sessions, inbox, *(MONDAY + timedelta(hours=n) for n in range(0, 24 * 8, 2)))) == 0
    inbox.away = False
    assert sent(sessions, inbox, MONDAY + timedelta(days=9)) == [0]
    with sessions() as db:
        assert [each.text for each in news(db, coordinator)] == ["1 new nomination"]


def test_a_digest_of_the_week_is_not_given_up_because_it_waited_a_week(
    sessions: Sessions, inbox: Inbox, coordinator: Actor
) -> None:
    with sessions.begin() as db:
        nominator = somebody(db, "nominator", "sevenoaks")
    wants(sessions, nominator, news="weekly")
    tell(sessions, nominator, "decision:1", template="nomination-decided")
    inbox.away = True
    next_monday = MONDAY + timedelta(days=7, hours=1)
    assert sent(sessions, inbox, MONDAY + timedelta(days=2), next_monday) == [0, 0]
    inbox.away = False
    assert sent(sessions, inbox, next_monday + timedelta(minutes=1)) == [1]


def test_a_worker_that_is_killed_before_it_marks_leaves_the_same_message_to_the_next(
    sessions: Sessions, inbox: Inbox, coordinator: Actor
) -> None:
    wants(sessions, coordinator, new="daily", given="daily")
    tell(sessions, coordinator, "nomination:1", "nomination:2")
    inbox.killed = True
    with pytest.raises(KeyboardInterrupt):
        deliver(sessions, inbox, URL, AFTER_EIGHT)
    inbox.killed = False
    tell(sessions, coordinator, "nomination:3")

    again = AFTER_EIGHT + LEASE + timedelta(seconds=1)
    assert sum(sent(sessions, inbox, AFTER_EIGHT + timedelta(seconds=2), again)) == 2

    first, late, second = inbox.mails
    assert first["Message-ID"] == second["Message-ID"]
    assert body(first) == body(second)
    assert "1 new nomination:" in body(late)
    with sessions() as db:
        assert all(mail.sent_at is not None for mail in db.scalars(select(Mail)))


@pytest.mark.parametrize(
    ("way", "subjects"),
    [("at-once", ["A nomination is waiting"] * 2), ("page", []), ("daily", ["What waits for you in Front Door"])],
)
def test_a_choice_that_changes_holds_for_what_is_waiting(
    sessions: Sessions, inbox: Inbox, coordinator: Actor, way: str, subjects: list[str]
) -> None:
    wants(sessions, coordinator, new="daily")
    tell(sessions, coordinator, "nomination:1", "nomination:2")
    soon = MONDAY + timedelta(hours=1)
    assert sent(sessions, inbox, MONDAY) == [0]
    wants(sessions, coordinator, soon, new=way)
    sent(sessions, inbox, soon, AFTER_EIGHT, AFTER_EIGHT + timedelta(days=1))
    assert inbox.subjects == subjects
    with sessions() as db:
        assert {mail.way for mail in db.scalars(select(Mail))} == {way}


def test_what_the_mail_server_did_not_take_goes_into_the_digest_once_that_is_chosen(
    sessions: Sessions, inbox: Inbox, coordinator: Actor
) -> None:
    tell(sessions, coordinator, "nomination:1")
    inbox.away = True
    assert sent(sessions, inbox, MONDAY) == [0]
    inbox.away = False
    wants(sessions, coordinator, new="daily")
    assert sent(sessions, inbox, MONDAY + timedelta(hours=1), AFTER_EIGHT) == [0, 1]
    assert inbox.subjects == ["What waits for you in Front Door"]


def test_what_was_withdrawn_meanwhile_is_in_no_digest(sessions: Sessions, inbox: Inbox, coordinator: Actor) -> None:
    wants(sessions, coordinator, new="daily")
    tell(sessions, coordinator, "nomination:1", "nomination:2")
    sent(sessions, inbox, MONDAY)
    with sessions.begin() as db:
        drop(db, "nomination:1")
    assert sent(sessions, inbox, AFTER_EIGHT) == [1]
    assert "1 new nomination:" in body(inbox.mails[0])
    with sessions() as db:
        assert [each.text for each in news(db, coordinator)] == ["1 new nomination"]


def test_two_workers_send_one_digest(sessions: Sessions, inbox: Inbox, coordinator: Actor) -> None:
    wants(sessions, coordinator, new="daily")
    tell(sessions, coordinator, *(f"nomination:{n}" for n in range(12)))
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda _: deliver(sessions, inbox, URL, AFTER_EIGHT), range(2)))
    assert sum(done) == 1
    assert ["12 new nominations" in body(mail) for mail in inbox.mails] == [True]


def test_a_closed_account_gets_no_digest(sessions: Sessions, inbox: Inbox, coordinator: Actor) -> None:
    wants(sessions, coordinator, new="daily")
    tell(sessions, coordinator, "nomination:1", "nomination:2")
    with sessions.begin() as db:
        db.get_one(Account, coordinator.account_id).closed_at = MONDAY
    assert sent(sessions, inbox, AFTER_EIGHT) == [0]
    with sessions() as db:
        assert all(mail.given_up_at for mail in db.scalars(select(Mail)))


@pytest.mark.parametrize(
    ("every", "came", "goes"),
    [
        pytest.param("day", "2026-11-23T07:59", "2026-11-23T08:00", id="the same morning"),
        pytest.param("day", "2026-11-23T08:00", "2026-11-24T08:00", id="a moment too late"),
        pytest.param("day", "2026-11-27T12:00", "2026-11-30T08:00", id="over a weekend"),
        pytest.param("day", "2026-12-24T12:00", "2026-12-29T08:00", id="over Christmas"),
        pytest.param("week", "2026-11-25T12:00", "2026-11-30T08:00", id="the next week"),
        pytest.param("week", "2026-11-30T07:00", "2026-11-30T08:00", id="the same Monday"),
        pytest.param("week", "2026-12-22T12:00", "2026-12-29T08:00", id="a Monday that is a bank holiday"),
    ],
)
def test_digests_go_on_working_days(every: str, came: str, goes: str) -> None:
    digest = next(way.digest for way in kind_of("nomination-decided").ways if way.digest and way.digest.every == every)
    assert isinstance(digest, Digest)
    moments = (datetime.fromisoformat(text).replace(tzinfo=LONDON) for text in (came, goes))
    assert digest.after(next(moments)) == next(moments)


def test_what_came_while_somebody_read_is_still_new(sessions: Sessions, coordinator: Actor) -> None:
    tell(sessions, coordinator, "nomination:1", "nomination:2")
    with sessions.begin() as db:
        post(db, [coordinator.account_id], "nomination-given", "nomination:1:owner:1", "sevenoaks")
        meanwhile = update(Mail).where(Mail.template == "nomination-given")
        db.execute(meanwhile.values(created_at=MONDAY + timedelta(seconds=1)))
        assert mark_read(db, coordinator, MONDAY, MONDAY) == 2
        assert [each.text for each in news(db, coordinator)] == ["1 nomination was handed to you"]
        assert [each.new for each in notices(db, coordinator)] == [True, False, False]


@pytest.fixture
def browser(origin: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=origin) as client:
        yield client


@pytest.fixture
def nominator(application: FastAPI, browser: httpx.Client, request: pytest.FixtureRequest) -> str:
    """A nominator who is signed in at the browser."""
    address = f"{request.node.name[:40]}@school.example"
    account = make(application, address, ("sevenoaks", "nominator"))
    sign_in(browser, address)
    return account


def posted(application: FastAPI, account: str, template: Template = "nomination-decided") -> None:
    with application.state.sessions.begin() as db:
        post(db, [account], template, f"decision:{account}", "sevenoaks")


def test_somebody_chooses_on_a_page_of_their_own(application: FastAPI, browser: httpx.Client, nominator: str) -> None:
    page = browser.get("/account/notices").text
    assert "News about what you nominated" in page
    assert "New nominations" not in page, "that is for coordinators"
    assert "They protect your account" in page
    assert send(browser, "/account/notices", news="weekly").headers["location"] == "/account/notices?done=true"
    assert 'value="weekly" checked' in browser.get("/account/notices?done=true").text
    wrong = send(browser, "/account/notices", news="never")
    assert (wrong.status_code, "Choose one of the ways" in wrong.text) == (422, True)
    send(browser, "/account/notices", account="page", new="page")
    with application.state.sessions() as db:
        assert ways_of(db, nominator) == {"news": "weekly"}


def test_what_is_new_stands_on_the_start_page_until_it_is_marked_as_read(
    application: FastAPI, browser: httpx.Client, nominator: str
) -> None:
    assert "New since you were last here" not in browser.get("/").text
    posted(application, nominator)
    assert "1 piece of news about what you nominated" in browser.get("/").text
    listed = browser.get("/notices").text
    assert listed.count("govuk-tag") == 1
    assert "There is news about a nomination you made" in listed
    assert "Not sent yet" in listed
    until = datetime.now(UTC).isoformat()
    assert send(browser, "/notices", "/notices/read", until=until, back="notices").headers["location"] == "/notices"
    assert "New since you were last here" not in browser.get("/").text
    assert "govuk-tag" not in browser.get("/notices").text


def test_mails_about_ones_own_account_are_on_no_page(
    application: FastAPI, browser: httpx.Client, nominator: str
) -> None:
    posted(application, nominator, "password-changed")
    assert "There is nothing yet" in browser.get("/notices").text
    assert PASSWORD not in browser.get("/account/notices").text
