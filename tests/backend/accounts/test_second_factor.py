"""A second factor as somebody sets it up, uses it, loses it, and as somebody else tries to get around it."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime, timedelta

import httpx
import pyotp
import pytest
from fastapi import FastAPI
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from backend.accounts import second_factor
from backend.accounts.accounts import as_actor, create_account
from backend.accounts.administration import set_roles
from backend.accounts.attempts import FREE_CODES
from backend.accounts.models import Account, SecondFactor
from backend.accounts.sign_in import CodeRefused, take_code
from backend.audit.models import AuditEntry
from backend.errors import TooMany
from tests.backend.accounts.pages import PASSWORD, mails, make, send, sign_in

NOON = datetime(2026, 7, 1, 12, 0, 5, tzinfo=UTC)


def set_up(browser: httpx.Client) -> tuple[str, list[str]]:
    """Set a factor up on the pages: the secret and the recovery codes."""
    assert send(browser, "/account/second-factor", "/account/second-factor/begin", password=PASSWORD).status_code == 303
    page = browser.get("/account/second-factor")
    key = re.search(r'fd-key">([A-Z2-7 ]+)<', page.text)
    assert key, page.text
    secret = key[1].replace(" ", "")
    done = send(browser, "/account/second-factor", "/account/second-factor/confirm", code=pyotp.TOTP(secret).now())
    assert done.status_code == 200, done.text
    return secret, re.findall(r'<li class="fd-key">([A-Z0-9-]+)</li>', done.text)


def next_code(secret: str) -> str:
    """The code after the one shown now: a telephone that is a little fast."""
    return pyotp.TOTP(secret).at(datetime.now(UTC) + timedelta(seconds=30))


def test_a_coordinator_gets_nowhere_before_the_factor_is_set_up(application: FastAPI, browser: httpx.Client) -> None:
    account = make(application, "first@council.example", ("sevenoaks", "coordinator"))
    assert sign_in(browser, "first@council.example").headers["location"] == "/account/second-factor"
    assert browser.get("/").headers["location"] == "/account/second-factor"
    assert browser.get("/queue").status_code == 403
    assert "Your role needs a second factor" in browser.get("/account/second-factor").text
    _, codes = set_up(browser)
    assert len(set(codes)) == 10
    assert browser.get("/queue").status_code == 200
    assert "second factor of your account was switched on or off" in mails(application, account)[-1]


def test_a_role_given_to_somebody_who_is_signed_in_waits_for_the_factor_too(
    application: FastAPI, browser: httpx.Client
) -> None:
    account = make(application, "promoted@council.example", ("sevenoaks", "nominator"))
    administrator = make(application, "promotes@council.example", ("sevenoaks", "administrator"))
    assert sign_in(browser, "promoted@council.example").headers["location"] == "/"
    form = {"username": "promoted@council.example", "password": PASSWORD}
    bearer = {"Authorization": f"Bearer {browser.post('/api/token', data=form).json()['access_token']}"}
    with application.state.sessions.begin() as db:
        set_roles(
            db,
            as_actor(db, db.get_one(Account, administrator), "none"),
            account,
            "sevenoaks",
            ["nominator", "coordinator"],
        )
    assert browser.get("/queue").status_code == 403
    assert browser.get("/api/nominations", headers={**bearer, "Accept": "application/json"}).status_code == 403
    assert browser.get("/").headers["location"] == "/account/second-factor"
    set_up(browser)
    assert browser.get("/queue").status_code == 200


def test_the_picture_for_the_app_is_there_until_it_is_confirmed_and_never_again(
    application: FastAPI, browser: httpx.Client
) -> None:
    make(application, "picture@council.example", ("sevenoaks", "coordinator"))
    sign_in(browser, "picture@council.example")
    assert browser.get("/account/second-factor/picture.svg").status_code == 404
    send(browser, "/account/second-factor", "/account/second-factor/begin", password=PASSWORD)
    picture = browser.get("/account/second-factor/picture.svg")
    assert (picture.status_code, picture.headers["content-type"]) == (200, "image/svg+xml")
    assert "style=" not in picture.text
    assert picture.headers["cache-control"] == "no-store"
    secret, _ = set_up(browser)
    assert browser.get("/account/second-factor/picture.svg").status_code == 404
    assert secret not in browser.get("/account/second-factor").text.replace(" ", "")


def test_signing_in_takes_password_and_code(application: FastAPI, browser: httpx.Client, other: httpx.Client) -> None:
    make(application, "both@council.example", ("sevenoaks", "coordinator"))
    sign_in(browser, "both@council.example")
    secret, _ = set_up(browser)
    assert sign_in(other, "both@council.example").headers["location"] == "/sign-in/code"
    assert other.get("/queue").status_code == 303, "the password alone opens nothing"
    assert send(other, "/sign-in/code", code="000000").status_code == 422
    right = next_code(secret)
    done = send(other, "/sign-in/code", code=f"{right[:3]} {right[3:]}")
    assert (done.status_code, done.headers["location"]) == (303, "/")
    assert other.get("/queue").status_code == 200
    # The same code again, in another browser, is worth nothing.
    with httpx.Client(base_url=other.base_url) as third:
        sign_in(third, "both@council.example")
        assert "was used before" in send(third, "/sign-in/code", code=right).text


def test_each_recovery_code_lets_in_once(application: FastAPI, browser: httpx.Client, other: httpx.Client) -> None:
    make(application, "paper@council.example", ("sevenoaks", "coordinator"))
    sign_in(browser, "paper@council.example")
    _, codes = set_up(browser)
    sign_in(other, "paper@council.example")
    assert send(other, "/sign-in/code", code=codes[3].lower()).status_code == 303
    assert "9 recovery codes left" in other.get("/account").text
    with httpx.Client(base_url=other.base_url) as third:
        sign_in(third, "paper@council.example")
        assert send(third, "/sign-in/code", code=codes[3]).status_code == 422
        assert third.get("/account").status_code == 303
    with application.state.sessions() as db:
        kept = str(db.execute(text("SELECT * FROM recovery_codes")).all())
        secrets = str(db.execute(text("SELECT * FROM second_factors")).all())
    plain = codes[0].replace("-", "")
    assert plain not in kept
    assert codes[0] not in kept
    assert hashlib.sha256(plain.encode()).hexdigest() in kept
    assert "paper" not in secrets


def test_half_a_sign_in_is_worth_nothing_after_five_wrong_codes_or_a_new_password(
    application: FastAPI, browser: httpx.Client, other: httpx.Client
) -> None:
    make(application, "half@council.example", ("sevenoaks", "coordinator"))
    sign_in(browser, "half@council.example")
    secret, _ = set_up(browser)
    sign_in(other, "half@council.example")
    page = other.get("/sign-in/code")
    assert page.status_code == 200
    for _ in range(5):
        send_again = send(other, "/sign-in/code", code="000000") if other.get("/sign-in/code").is_success else page
        assert send_again.status_code == 422
    assert other.get("/sign-in/code").headers["location"] == "/sign-in"
    with httpx.Client(base_url=other.base_url) as third:
        sign_in(third, "half@council.example")
        form = third.get("/sign-in/code")
        changed = send(browser, "/account/password", current=PASSWORD, password="another quiet morning walk")
        assert changed.status_code == 303
        csrf = re.search(r'name="csrf" value="([0-9a-f]+)"', form.text)
        assert csrf
        late = third.post("/sign-in/code", data={"csrf": csrf[1], "code": next_code(secret)})
        assert "Sign in again" in late.text
        assert third.get("/account").status_code == 303


def test_a_program_sends_the_code_along(application: FastAPI, browser: httpx.Client) -> None:
    make(application, "program@council.example", ("sevenoaks", "coordinator"))
    form = {"username": "program@council.example", "password": PASSWORD}
    assert browser.post("/api/token", data=form).json()["error"]["code"] == "second_factor_missing"
    sign_in(browser, "program@council.example")
    secret, _ = set_up(browser)
    with httpx.Client(base_url=browser.base_url) as program:
        assert program.post("/api/token", data=form).json()["error"]["code"] == "code_needed"
        assert program.post("/api/token", data={**form, "code": "123456"}).json()["error"]["code"] == "code_refused"
        held = program.post("/api/token", data={**form, "code": next_code(secret)})
        assert held.json()["token_type"] == "bearer"


def test_nominators_and_the_demonstration_are_not_asked_for_one(application: FastAPI, browser: httpx.Client) -> None:
    make(application, "teacher@school.example", ("sevenoaks", "nominator"))
    assert sign_in(browser, "teacher@school.example").headers["location"] == "/"
    demo = {"username": "coordinator@demo.example", "password": "front-door-demo"}
    assert httpx.post(f"{browser.base_url}/api/token", data=demo).status_code == 200
    refused = httpx.Client(base_url=browser.base_url, headers={"Accept": "text/html"})
    with refused as demo_browser:
        sign_in(demo_browser, "coordinator@demo.example", "front-door-demo")
        page = demo_browser.get("/account/second-factor")
        assert "belongs to the demonstration" in page.text


def test_a_nominator_may_switch_it_on_and_off_and_a_coordinator_not_off(
    application: FastAPI, browser: httpx.Client, other: httpx.Client
) -> None:
    make(application, "free@school.example", ("sevenoaks", "nominator"))
    sign_in(browser, "free@school.example")
    _, codes = set_up(browser)
    off = "/account/second-factor/off"
    assert send(browser, "/account/second-factor", off, code="000000").status_code == 422
    assert send(browser, "/account/second-factor", off, code=codes[0]).headers["location"] == "/account?done=factor-off"
    assert sign_in(other, "free@school.example").headers["location"] == "/"
    make(application, "bound@council.example", ("sevenoaks", "duty"))
    with httpx.Client(base_url=browser.base_url) as third:
        sign_in(third, "bound@council.example")
        _, codes = set_up(third)
        assert "cannot be switched off" in send(third, "/account/second-factor", off, code=codes[0]).text


def test_new_recovery_codes_end_the_old_ones(application: FastAPI, browser: httpx.Client, other: httpx.Client) -> None:
    make(application, "again@council.example", ("sevenoaks", "coordinator"))
    sign_in(browser, "again@council.example")
    secret, old = set_up(browser)
    made = send(browser, "/account/second-factor", "/account/second-factor/codes", code=next_code(secret))
    new = re.findall(r'<li class="fd-key">([A-Z0-9-]+)</li>', made.text)
    assert len(new) == 10
    sign_in(other, "again@council.example")
    assert send(other, "/sign-in/code", code=old[0]).status_code == 422
    assert send(other, "/sign-in/code", code=new[0]).status_code == 303


@pytest.fixture
def holder(db: Session) -> tuple[str, str]:
    """An account with a factor, on either database: its id and its secret."""
    account = create_account(
        db, email="a@b.example", display_name="A", password=PASSWORD, roles=[("sevenoaks", "coordinator")]
    )
    secret = second_factor.propose(db, account.id)
    return account.id, secret


def at(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Let the factor's clock show a moment so many seconds after noon."""
    monkeypatch.setattr(second_factor, "utc_now", lambda: NOON + timedelta(seconds=seconds))


def test_a_telephone_may_be_half_a_minute_fast_or_slow_and_no_more(
    db: Session, holder: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    account, secret = holder
    totp = pyotp.TOTP(secret)
    at(monkeypatch, 0)
    assert second_factor.confirm(db, account, totp.at(NOON)) is not None
    for later, clock in ((120, -60), (120, 60), (120, 600)):
        at(monkeypatch, later)
        assert second_factor.check(db, account, totp.at(NOON + timedelta(seconds=later + clock))) is None
    at(monkeypatch, 240)
    assert second_factor.check(db, account, totp.at(NOON + timedelta(seconds=240 - 30))) == "code"
    assert second_factor.check(db, account, totp.at(NOON + timedelta(seconds=240 + 30))) == "code"
    assert second_factor.check(db, account, totp.at(NOON + timedelta(seconds=240))) is None, "older than the last used"


def test_codes_are_taken_once(db: Session, holder: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    account, secret = holder
    code = pyotp.TOTP(secret).at(NOON)
    at(monkeypatch, 0)
    assert second_factor.check(db, account, code) is None, "not yet confirmed"
    codes = second_factor.confirm(db, account, code)
    assert codes is not None
    assert second_factor.check(db, account, code) is None
    assert second_factor.check(db, account, codes[0]) == "recovery_code"
    assert second_factor.check(db, account, codes[0]) is None
    for nonsense in ("", "12345", "1234567", "١٢٣٤٥٦", "abcdef"):
        assert second_factor.check(db, account, nonsense) is None


def test_guessing_codes_stops_after_ten_from_anywhere(
    db: Session, holder: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    account, secret = holder
    totp = pyotp.TOTP(secret)
    at(monkeypatch, 0)
    second_factor.confirm(db, account, totp.at(NOON))
    at(monkeypatch, 60)
    for number in range(FREE_CODES):
        with pytest.raises(CodeRefused):
            take_code(db, account, "000000", f"203.0.113.{number}")
    with pytest.raises(TooMany):
        take_code(db, account, totp.at(NOON + timedelta(seconds=60)), "198.51.100.7")
    refused = db.scalars(select(SecondFactor.last_step)).one()
    assert refused is not None
    db.commit()
    actions = db.scalars(select(AuditEntry.action)).all()
    assert actions.count("code_refused") == FREE_CODES
