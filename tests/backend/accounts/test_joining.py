"""Being invited, getting back in, and looking after one's sign-ins, as people do it on the pages."""

from __future__ import annotations

import re
from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import event, select, text, update

from backend.accounts.accounts import find_account
from backend.accounts.attempts import FREE_FOR_ACCOUNT
from backend.accounts.models import Invitation, Recovery
from backend.audit.models import AuditEntry
from backend.database.base import utc_now
from backend.outbox.models import Mail
from tests.backend.accounts.pages import PASSWORD, csrf_in, link_in, mails, make, send, sign_in
from tests.backend.accounts.test_second_factor import next_code, set_up

SIGN_IN = re.compile(r'name="sign_in" value="([0-9a-f]{64})"')
NEW = "kettle under violet rain"


@pytest.fixture
def administrator(application: FastAPI, browser: httpx.Client) -> httpx.Client:
    """A browser in which an administrator of Sevenoaks is signed in, with a second factor."""
    with application.state.sessions() as db:
        known = find_account(db, "admin@council.example")
    if known is None:
        make(application, "admin@council.example", ("sevenoaks", "administrator"))
    else:
        with application.state.sessions.begin() as db:
            db.execute(text("DELETE FROM second_factors"))
    sign_in(browser, "admin@council.example")
    set_up(browser)
    return browser


def invite(administrator: httpx.Client, application: FastAPI, email: str, *roles: str, **more: str) -> str:
    """Invite somebody on the page; the link in their mail."""
    sent = send(administrator, "/accounts/invite", email=email, programme="sevenoaks", roles=list(roles), **more)
    assert (sent.status_code, sent.headers["location"]) == (303, "/accounts?done=invited")
    with application.state.sessions() as db:
        account = find_account(db, email)
        assert account is not None
    return link_in(mails(application, account.id)[-1])


def test_an_invitation_is_taken_up_once_with_a_password_of_ones_own(
    application: FastAPI, administrator: httpx.Client, other: httpx.Client
) -> None:
    link = invite(administrator, application, "tess@oak.example", "nominator", agency="Oak School")
    assert "tess@oak.example" in administrator.get("/accounts").text
    page = other.get(link)
    assert "for Oak School" in page.text
    assert "Nominator" in page.text
    assert sign_in(other, "tess@oak.example").status_code == 422, "an invitation alone is no account to sign in to"
    refused = send(other, link, name="Tess Hale", password="Password123456!")
    assert refused.status_code == 422
    assert "Many people would think" in refused.text
    assert send(other, link, name="", password=NEW).status_code == 422
    taken = send(other, link, name="Tess Hale", job_title="Teacher", password=NEW)
    assert (taken.status_code, taken.headers["location"]) == (303, "/sign-in?done=ready")
    assert sign_in(other, "tess@oak.example", NEW).headers["location"] == "/"
    account = other.get("/account").text
    for shown in ("Tess Hale", "Teacher", "Oak School", "Nominator"):
        assert shown in account
    assert other.get(link).status_code == 410
    assert other.post(link, data={"name": "X", "password": NEW}).status_code == 410


def test_the_mail_of_an_invitation_holds_the_link_and_no_name(
    application: FastAPI, administrator: httpx.Client
) -> None:
    invite(administrator, application, "words@oak.example", "nominator", agency="Elm School")
    with application.state.sessions() as db:
        account = find_account(db, "words@oak.example")
        assert account is not None
        stored = str(db.execute(text("SELECT * FROM mails")).all()) + str(
            db.execute(text("SELECT id, account_id, invited_by, roles FROM invitations")).all()
        )
    told = mails(application, account.id)[-1]
    for hidden in ("words", "Elm School", "Sam Reed", "Sevenoaks", "nominator"):
        assert hidden not in told
    assert link_in(told).rpartition(".")[2] not in stored, "the database alone opens nothing"


def test_an_invitation_ends_when_it_is_taken_back_or_after_a_week(
    application: FastAPI, administrator: httpx.Client, other: httpx.Client
) -> None:
    link = invite(administrator, application, "back@oak.example", "nominator")
    with application.state.sessions() as db:
        row = link.split("/")[-1].split(".")[0]
        assert db.get(Invitation, row) is not None
    taken = send(administrator, "/accounts", f"/accounts/invitations/{row}/revoke")
    assert taken.headers["location"] == "/accounts?done=revoked"
    assert other.get(link).status_code == 410
    late = invite(administrator, application, "late@oak.example", "nominator")
    row = late.split("/")[-1].split(".")[0]
    with application.state.sessions.begin() as db:
        db.execute(update(Invitation).where(Invitation.id == row).values(expires_at=utc_now() - timedelta(seconds=1)))
    assert other.get(late).status_code == 410
    assert other.get(f"/invitation/{row}.{'0' * 64}").status_code == 410


def test_somebody_who_has_an_account_gets_the_roles_and_keeps_the_password(
    application: FastAPI, administrator: httpx.Client, other: httpx.Client
) -> None:
    make(application, "already@oak.example", ("maidstone", "nominator"))
    link = invite(administrator, application, "already@oak.example", "nominator")
    assert 'name="password"' not in other.get(link).text
    assert send(other, link, password="taken over in passing").status_code == 303
    assert sign_in(other, "already@oak.example", "taken over in passing").status_code == 422
    sign_in(other, "already@oak.example")
    assert other.get("/account").text.count("Nominator") == 2


def test_an_administrator_invites_to_their_own_programmes_only(administrator: httpx.Client) -> None:
    refused = send(administrator, "/accounts/invite", email="x@y.example", programme="maidstone", roles=["nominator"])
    assert refused.status_code == 422
    assert "Choose one of your programmes" in refused.text
    assert "maidstone" not in administrator.get("/accounts/invite").text


def test_asking_to_get_back_in_is_answered_alike_for_everybody(application: FastAPI, browser: httpx.Client) -> None:
    make(application, "known@council.example", ("sevenoaks", "nominator"))
    pages = [send(browser, "/recover", username=email) for email in ("known@council.example", "no@council.example")]
    assert [page.status_code for page in pages] == [200, 200]
    bodies = {page.text for page in pages}
    assert len(bodies) == 1
    with application.state.sessions() as db:
        assert not db.scalars(select(Mail).where(Mail.template == "recovery")).all(), "nothing is looked up here"


def test_asking_is_the_same_work_for_an_account_as_for_none(application: FastAPI, browser: httpx.Client) -> None:
    make(application, "worked@council.example", ("sevenoaks", "nominator"))
    done: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        done.append(statement)

    work: list[list[str]] = []
    for email in ("worked@council.example", "nobody@council.example"):
        page = browser.get("/recover")
        event.listen(application.state.engine, "before_cursor_execute", note)
        assert browser.post("/recover", data={"csrf": csrf_in(page), "username": email}).status_code == 200
        event.remove(application.state.engine, "before_cursor_execute", note)
        work.append(done.copy())
        done.clear()
    assert work[0] == work[1]
    assert any("recoveries" in statement for statement in work[0])
    assert not any("accounts" in statement for statement in work[0])


def test_a_link_sets_a_password_once_ends_every_sign_in_and_signs_nobody_in(
    application: FastAPI, browser: httpx.Client, other: httpx.Client
) -> None:
    account = make(application, "lost@council.example", ("sevenoaks", "nominator"))
    sign_in(browser, "lost@council.example")
    send(other, "/recover", username="LOST@council.example")
    link = link_in(mails(application, account)[-1])
    assert other.get(link).status_code == 200
    assert other.get(link).status_code == 200, "mail programs open links; only sending the form uses it up"
    assert send(other, link, password="short").status_code == 422
    done = send(other, link, password=NEW)
    assert (done.status_code, done.headers["location"]) == (303, "/sign-in?done=changed")
    assert other.get("/account").status_code == 303
    assert browser.get("/account").status_code == 303, "signed out everywhere"
    assert other.get(link).status_code == 410
    assert sign_in(other, "lost@council.example").status_code == 422
    assert sign_in(other, "lost@council.example", NEW).status_code == 303
    assert "password of your account was changed" in mails(application, account)[-1]


def test_a_link_ends_after_half_an_hour_and_with_its_sisters(application: FastAPI, browser: httpx.Client) -> None:
    account = make(application, "late@council.example", ("sevenoaks", "nominator"))
    for _ in range(2):
        send(browser, "/recover", username="late@council.example")
    first, second = (link_in(told) for told in mails(application, account))
    assert first != second
    send(browser, first, password=NEW)
    assert browser.get(second).status_code == 410
    send(browser, "/recover", username="late@council.example")
    links = [link_in(told) for told in mails(application, account) if "/recover/" in told]
    (third,) = set(links) - {first, second}
    assert browser.get(third).status_code == 200
    with application.state.sessions.begin() as db:
        db.execute(update(Recovery).values(asked_at=utc_now() - timedelta(minutes=31)))
    assert browser.get(third).status_code == 410


def test_recovery_does_not_get_around_the_second_factor(
    application: FastAPI, browser: httpx.Client, other: httpx.Client
) -> None:
    account = make(application, "guarded@council.example", ("sevenoaks", "coordinator"))
    sign_in(browser, "guarded@council.example")
    secret, _ = set_up(browser)
    send(other, "/recover", username="guarded@council.example")
    send(other, link_in(mails(application, account)[-1]), password=NEW)
    assert sign_in(other, "guarded@council.example", NEW).headers["location"] == "/sign-in/code"
    assert other.get("/queue").status_code == 303
    assert send(other, "/sign-in/code", code=next_code(secret)).status_code == 303


def test_three_mails_an_hour_are_enough_and_nobody_learns_that_there_are_no_more(
    application: FastAPI, browser: httpx.Client
) -> None:
    account = make(application, "flooded@council.example", ("sevenoaks", "nominator"))
    for _ in range(6):
        assert send(browser, "/recover", username="flooded@council.example").status_code == 200
    assert len(mails(application, account)) == 3


def test_the_demonstrations_accounts_get_no_link(application: FastAPI, browser: httpx.Client) -> None:
    send(browser, "/recover", username="nominator@demo.example")
    with application.state.sessions() as db:
        demo = find_account(db, "nominator@demo.example")
        assert demo is not None
    assert mails(application, demo.id) == []


def test_people_see_where_they_are_signed_in_and_end_it(
    application: FastAPI, browser: httpx.Client, other: httpx.Client
) -> None:
    make(application, "two@school.example", ("sevenoaks", "nominator"))
    for each in (browser, other):
        sign_in(each, "two@school.example")
    page = browser.get("/account/sign-ins").text
    assert "Firefox on a computer" in page
    elsewhere = SIGN_IN.findall(page)
    assert len(elsewhere) == 2
    (this,) = SIGN_IN.findall(page.split("(this one)")[1])[:1]
    (there,) = set(elsewhere) - {this}
    ended = send(browser, "/account/sign-ins", "/account/sign-ins/end", sign_in=there)
    assert ended.headers["location"] == "/account/sign-ins?done=true"
    assert other.get("/account").status_code == 303
    assert browser.get("/account").status_code == 200
    make(application, "stranger@school.example", ("sevenoaks", "nominator"))
    sign_in(other, "stranger@school.example")
    theirs = SIGN_IN.findall(other.get("/account/sign-ins").text)
    assert send(browser, "/account/sign-ins", "/account/sign-ins/end", sign_in=theirs[0]).status_code == 404
    assert other.get("/account").status_code == 200
    everywhere = send(browser, "/account/sign-ins", "/account/sign-ins/end-all")
    assert everywhere.headers["location"] == "/sign-in?done=everywhere"
    assert browser.get("/account").status_code == 303


def test_a_new_password_signs_out_everywhere_else(
    application: FastAPI, browser: httpx.Client, other: httpx.Client
) -> None:
    make(application, "change@school.example", ("sevenoaks", "nominator"))
    for each in (browser, other):
        sign_in(each, "change@school.example")
    assert "not your password now" in send(browser, "/account/password", current="wrong", password=NEW).text
    assert (
        send(browser, "/account/password", current=PASSWORD, password=NEW).headers["location"]
        == "/account?done=password"
    )
    assert browser.get("/account").status_code == 200
    assert other.get("/account").status_code == 303


def test_whoever_finds_a_screen_open_cannot_guess_the_password_at_leisure(
    application: FastAPI, browser: httpx.Client
) -> None:
    make(application, "open@school.example", ("sevenoaks", "nominator"))
    sign_in(browser, "open@school.example")
    guesses = [send(browser, "/account/password", current="guess", password=NEW) for _ in range(FREE_FOR_ACCOUNT + 1)]
    assert [guess.status_code for guess in guesses] == [422] * FREE_FOR_ACCOUNT + [429]
    begin = send(browser, "/account/second-factor", "/account/second-factor/begin", password=PASSWORD)
    assert begin.status_code == 429


def test_signing_in_again_ends_what_the_browser_was_signed_in_with(application: FastAPI, browser: httpx.Client) -> None:
    make(application, "twice@school.example", ("sevenoaks", "nominator"))
    sign_in(browser, "twice@school.example")
    before = browser.cookies.get("frontdoor") or ""
    sign_in(browser, "twice@school.example")
    assert httpx.get(f"{browser.base_url}/account", cookies={"frontdoor": before}).status_code == 303


def test_administrators_see_their_own_programmes_accounts_and_no_others(
    application: FastAPI, administrator: httpx.Client
) -> None:
    mine = make(application, "mine@council.example", ("sevenoaks", "coordinator"))
    theirs = make(application, "theirs@council.example", ("maidstone", "coordinator"))
    listed = "".join(administrator.get("/accounts", params={"page": page}).text for page in (1, 2))
    assert mine in listed
    assert theirs not in listed
    assert administrator.get(f"/accounts/{theirs}").status_code == 404
    for change in ("roles", "close", "second-factor"):
        refused = send(administrator, "/accounts", f"/accounts/{theirs}/{change}", programme="sevenoaks")
        assert refused.status_code == 404


def test_a_role_that_is_taken_away_ends_with_the_next_step(
    application: FastAPI, administrator: httpx.Client, other: httpx.Client
) -> None:
    account = make(application, "narrow@council.example", ("sevenoaks", "nominator"))
    sign_in(other, "narrow@council.example")
    assert other.get("/chat").status_code == 200
    page = f"/accounts/{account}"
    send(administrator, page, f"{page}/roles", programme="sevenoaks", roles=["family"])
    assert other.get("/my-nominations").status_code == 200
    send(administrator, page, f"{page}/roles", programme="sevenoaks", roles=[])
    assert other.get("/chat").status_code == 403
    assert other.get("/account").status_code == 200


def test_a_closed_account_is_signed_out_and_opens_nothing(
    application: FastAPI, administrator: httpx.Client, other: httpx.Client
) -> None:
    account = make(application, "leaver@council.example", ("sevenoaks", "nominator"))
    sign_in(other, "leaver@council.example")
    page = f"/accounts/{account}"
    assert send(administrator, page, f"{page}/close").headers["location"] == "/accounts?done=closed"
    assert other.get("/account").status_code == 303
    assert sign_in(other, "leaver@council.example").status_code == 422
    send(other, "/recover", username="leaver@council.example")
    assert [told for told in mails(application, account) if "/recover/" in told] == []
    # Invited again they begin anew.
    link = invite(administrator, application, "leaver@council.example", "nominator")
    assert send(other, link, name="Sam Reed", password=NEW).status_code == 303
    assert sign_in(other, "leaver@council.example", NEW).status_code == 303


def test_an_account_that_another_programme_uses_too_is_not_closed_by_one_of_them(
    application: FastAPI, administrator: httpx.Client, other: httpx.Client
) -> None:
    account = make(application, "shared@council.example", ("sevenoaks", "nominator"), ("maidstone", "nominator"))
    page = administrator.get(f"/accounts/{account}").text
    assert "Another programme works with this account too" in page
    assert "Maidstone" not in page
    assert send(administrator, f"/accounts/{account}", f"/accounts/{account}/close").status_code == 409
    assert sign_in(other, "shared@council.example").status_code == 303


def test_a_lost_second_factor_is_taken_away_told_and_audited(
    application: FastAPI, administrator: httpx.Client, other: httpx.Client
) -> None:
    account = make(application, "phone@council.example", ("sevenoaks", "duty"))
    sign_in(other, "phone@council.example")
    set_up(other)
    page = f"/accounts/{account}"
    assert send(administrator, page, f"{page}/second-factor").status_code == 303
    assert other.get("/account").status_code == 303
    assert "An administrator took the second factor" in mails(application, account)[-1]
    assert sign_in(other, "phone@council.example").headers["location"] == "/account/second-factor"
    with application.state.sessions() as db:
        entry = db.scalars(select(AuditEntry).where(AuditEntry.action == "second_factor_reset")).one()
        assert entry.object_id == account
        assert entry.actor_id is not None


def test_nobody_changes_their_own_roles_and_the_demonstration_stays(
    application: FastAPI, administrator: httpx.Client
) -> None:
    for email in ("admin@council.example", "nominator@demo.example"):
        with application.state.sessions() as db:
            account = find_account(db, email)
            assert account is not None
        for change in ("roles", "close", "second-factor"):
            refused = send(administrator, "/accounts", f"/accounts/{account.id}/{change}", programme="sevenoaks")
            assert refused.status_code == 409, (email, change)


def test_the_audit_of_all_this_holds_no_address_and_no_name(application: FastAPI, administrator: httpx.Client) -> None:
    invite(administrator, application, "audited@oak.example", "nominator", agency="Ash School")
    with application.state.sessions() as db:
        entries = db.scalars(select(AuditEntry)).all()
    everything = str([(entry.action, entry.object_id, entry.detail) for entry in entries])
    assert "invited" in everything
    for hidden in ("audited", "@", "Ash", "Reed"):
        assert hidden not in everything
