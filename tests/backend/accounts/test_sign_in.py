"""Signing in with a password, the brake on guessing, and how long a sign-in lasts."""

from __future__ import annotations

from datetime import timedelta
from time import process_time

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from backend.accounts.accounts import create_account, email_of, find_account, holders, name_of
from backend.accounts.attempts import (
    FREE_FOR_ACCOUNT,
    FREE_FOR_ADDRESS,
    PAUSE_FOR_ACCOUNT,
    PAUSE_FOR_ADDRESS,
    at,
    count_failure,
)
from backend.accounts.models import Account, SignedInSession, SignInAttempt
from backend.accounts.sessions import actor_for_bearer, actor_for_cookie, csrf_for, end
from backend.accounts.sign_in import SignInRefused, sign_in
from backend.audit.models import AuditEntry
from backend.database.base import utc_now
from backend.database.engine import Sessions
from backend.errors import NotSignedIn, Refused, TooMany

PASSWORD = "correct horse battery"
HOME = "203.0.113.7"


@pytest.fixture
def priya(sessions: Sessions) -> str:
    """The account of a school's pastoral lead; gives its id."""
    with sessions.begin() as db:
        return create_account(
            db,
            email="priya@school.example",
            display_name="Priya Shah",
            password=PASSWORD,
            roles=[("sevenoaks", "nominator"), ("kingston-richmond", "nominator")],
            job_title="Pastoral lead",
            agency="Meadow Park School",
        ).id


def attempt(sessions: Sessions, email: str, password: str, address: str = HOME) -> type[Exception] | None:
    """Try once, as the route does: a refusal is kept. Gives the kind of refusal."""
    with sessions() as db:
        try:
            sign_in(db, email, password, address, "cookie")
        except (SignInRefused, TooMany) as refusal:
            db.commit()
            return type(refusal)
        db.commit()
    return None


@pytest.mark.usefixtures("priya")
def test_who_signs_in_is_known_by_name_role_and_agency(db: Session) -> None:
    actor = sign_in(db, " Priya@School.example ", PASSWORD, HOME, "bearer").actor
    assert (actor.display_name, actor.job_title, actor.agency) == ("Priya Shah", "Pastoral lead", "Meadow Park School")
    assert actor.programmes("nominator") == {"sevenoaks", "kingston-richmond"}
    assert actor.may("nominator", "sevenoaks")
    assert not actor.may("coordinator", "sevenoaks")
    assert not actor.may("nominator", "maidstone")


@pytest.mark.usefixtures("priya")
@pytest.mark.parametrize(
    ("email", "password"),
    [("priya@school.example", "wrong"), ("priya@school.example", ""), ("nobody@school.example", PASSWORD)],
)
def test_a_wrong_password_and_an_unknown_address_are_told_alike(db: Session, email: str, password: str) -> None:
    with pytest.raises(SignInRefused, match=r"^The email address or the password is not right\.$"):
        sign_in(db, email, password, HOME, "cookie")


def test_an_unknown_address_takes_as_long_as_a_wrong_password(db: Session, priya: str) -> None:
    def shortest(email: str) -> float:
        took = []
        for number in range(4):
            began = process_time()
            with pytest.raises(SignInRefused):
                sign_in(db, email, "wrong", f"192.0.2.{number}", "cookie")
            took.append(process_time() - began)
        return min(took)

    with pytest.raises(SignInRefused):
        sign_in(db, "warm@up.example", "wrong", HOME, "cookie")
    known, unknown = shortest("priya@school.example"), shortest("nobody@school.example")
    # Without the hash of nobody's password the second would take a twentieth.
    assert unknown > known / 2


def test_a_closed_account_cannot_sign_in_nor_go_on(sessions: Sessions, priya: str) -> None:
    with sessions.begin() as db:
        token = sign_in(db, "priya@school.example", PASSWORD, HOME, "bearer").session_token
    with sessions.begin() as db:
        db.execute(update(Account).where(Account.id == priya).values(closed_at=utc_now()))
    with sessions() as db, pytest.raises(NotSignedIn):
        actor_for_bearer(db, token)
    assert attempt(sessions, "priya@school.example", PASSWORD) is SignInRefused


def later(sessions: Sessions, by: timedelta) -> None:
    """As if all failures had been so much earlier."""
    with sessions.begin() as db:
        for failure in db.scalars(select(SignInAttempt)):
            failure.at -= by


@pytest.mark.usefixtures("priya")
def test_guessing_at_an_account_makes_that_address_wait_and_its_owner_elsewhere_signs_in(sessions: Sessions) -> None:
    for _ in range(FREE_FOR_ACCOUNT):
        assert attempt(sessions, "priya@school.example", "guess", "192.0.2.1") is SignInRefused
    assert attempt(sessions, "Priya@School.example ", "guess", "192.0.2.1") is TooMany
    assert attempt(sessions, "priya@school.example", PASSWORD, HOME) is None
    assert attempt(sessions, "priya@school.example", "guess", "192.0.2.1") is TooMany


@pytest.mark.usefixtures("priya")
def test_a_bystander_at_the_same_address_keeps_the_right_password_out_for_half_a_minute_only(
    sessions: Sessions,
) -> None:
    for _ in range(FREE_FOR_ACCOUNT):
        attempt(sessions, "priya@school.example", "guess")
    assert attempt(sessions, "priya@school.example", PASSWORD) is TooMany
    later(sessions, PAUSE_FOR_ACCOUNT)
    assert attempt(sessions, "priya@school.example", PASSWORD) is None


@pytest.mark.usefixtures("priya")
def test_guessing_on_gets_one_attempt_in_each_pause(sessions: Sessions) -> None:
    for _ in range(FREE_FOR_ACCOUNT):
        attempt(sessions, "priya@school.example", "guess")
    for _ in range(3):
        later(sessions, PAUSE_FOR_ACCOUNT)
        assert attempt(sessions, "priya@school.example", "guess") is SignInRefused
        assert attempt(sessions, "priya@school.example", "guess") is TooMany


@pytest.mark.usefixtures("priya")
def test_a_clock_that_is_put_back_shuts_nobody_out_for_an_hour_and_guessing_is_still_slowed(sessions: Sessions) -> None:
    for _ in range(FREE_FOR_ACCOUNT):
        attempt(sessions, "priya@school.example", "guess")
    later(sessions, -timedelta(hours=1))
    for _ in range(FREE_FOR_ACCOUNT):
        assert attempt(sessions, "priya@school.example", "guess") is SignInRefused
    assert attempt(sessions, "priya@school.example", "guess") is TooMany


def test_an_unknown_account_is_slowed_alike(sessions: Sessions) -> None:
    for _ in range(FREE_FOR_ACCOUNT):
        assert attempt(sessions, "nobody@school.example", "guess") is SignInRefused
    assert attempt(sessions, "nobody@school.example", "guess") is TooMany


@pytest.mark.usefixtures("priya")
@pytest.mark.parametrize(
    ("guessing", "same"),
    [(HOME, HOME), (HOME, f"::ffff:{HOME}"), ("2001:db8:1:2::1", "2001:db8:1:2:ffff::7")],
    ids=["IPv4", "IPv4 in IPv6", "IPv6"],
)
def test_guessing_at_many_accounts_slows_the_address_and_shuts_nobody_behind_it_out(
    sessions: Sessions, guessing: str, same: str
) -> None:
    with sessions.begin() as db:
        for number in range(FREE_FOR_ADDRESS):
            count_failure(db, at(db, f"somebody{number}@school.example", guessing))
    assert attempt(sessions, "priya@school.example", PASSWORD, same) is TooMany
    assert attempt(sessions, "priya@school.example", PASSWORD, "198.51.100.9") is None
    later(sessions, PAUSE_FOR_ADDRESS)
    assert attempt(sessions, "priya@school.example", PASSWORD, same) is None


@pytest.mark.usefixtures("priya")
def test_failures_are_forgotten_after_a_quarter_of_an_hour(sessions: Sessions) -> None:
    for _ in range(FREE_FOR_ACCOUNT):
        attempt(sessions, "priya@school.example", "guess")
    later(sessions, timedelta(minutes=16))
    for _ in range(FREE_FOR_ACCOUNT):
        assert attempt(sessions, "priya@school.example", "guess") is SignInRefused


@pytest.mark.usefixtures("priya")
def test_a_right_password_forgives_the_accounts_failures(sessions: Sessions) -> None:
    for _ in range(3):
        for _ in range(FREE_FOR_ACCOUNT - 1):
            assert attempt(sessions, "priya@school.example", "guess") is SignInRefused
        assert attempt(sessions, "priya@school.example", PASSWORD) is None


@pytest.mark.usefixtures("priya")
def test_a_forms_token_belongs_to_its_session(db: Session) -> None:
    mine, yours = (sign_in(db, "priya@school.example", PASSWORD, HOME, "cookie") for _ in range(2))
    assert actor_for_cookie(db, mine.session_token, mine.csrf, needs_csrf=True) == mine.actor
    assert actor_for_cookie(db, mine.session_token, None, needs_csrf=False) == mine.actor
    for wrong in (yours.csrf, "", None, mine.session_token):
        with pytest.raises(Refused):
            actor_for_cookie(db, mine.session_token, wrong, needs_csrf=True)
    assert mine.csrf == csrf_for(db, mine.session_token)


@pytest.mark.usefixtures("priya")
def test_a_cookie_is_no_bearer_token_and_the_other_way_round(db: Session) -> None:
    cookie = sign_in(db, "priya@school.example", PASSWORD, HOME, "cookie")
    bearer = sign_in(db, "priya@school.example", PASSWORD, HOME, "bearer")
    with pytest.raises(NotSignedIn):
        actor_for_bearer(db, cookie.session_token)
    with pytest.raises(NotSignedIn):
        actor_for_cookie(db, bearer.session_token, bearer.csrf, needs_csrf=True)


@pytest.mark.usefixtures("priya")
@pytest.mark.parametrize(
    ("passed", "counts"),
    [
        ({"seen_at": timedelta(hours=7, minutes=59)}, True),
        ({"seen_at": timedelta(hours=8, minutes=1)}, False),
        ({"expires_at": timedelta(seconds=1)}, False),
    ],
)
def test_a_sign_in_ends_after_a_working_day_unused_and_after_a_day_at_the_latest(
    db: Session, passed: dict[str, timedelta], counts: bool
) -> None:
    token = sign_in(db, "priya@school.example", PASSWORD, HOME, "bearer").session_token
    db.commit()
    db.execute(update(SignedInSession).values({name: utc_now() - ago for name, ago in passed.items()}))
    db.expire_all()
    if counts:
        assert actor_for_bearer(db, token).display_name == "Priya Shah"
    else:
        with pytest.raises(NotSignedIn):
            actor_for_bearer(db, token)


@pytest.mark.usefixtures("priya")
def test_using_it_keeps_a_session_alive(db: Session) -> None:
    token = sign_in(db, "priya@school.example", PASSWORD, HOME, "bearer").session_token
    for _ in range(3):
        db.execute(update(SignedInSession).values(seen_at=utc_now() - timedelta(hours=7)))
        db.expire_all()
        actor_for_bearer(db, token)
    assert utc_now() - db.scalars(select(SignedInSession.seen_at)).one() < timedelta(minutes=1)


@pytest.mark.usefixtures("priya")
def test_after_signing_out_the_token_is_worth_nothing(db: Session) -> None:
    held = sign_in(db, "priya@school.example", PASSWORD, HOME, "bearer")
    end(db, held.actor.session_id)
    db.expire_all()
    with pytest.raises(NotSignedIn):
        actor_for_bearer(db, held.session_token)


def test_refusals_are_audited_with_the_account_they_were_tried_on(sessions: Sessions, priya: str) -> None:
    for email in ("priya@school.example", "nobody@school.example"):
        attempt(sessions, email, "guess")
    with sessions() as db:
        entries = db.scalars(select(AuditEntry).order_by(AuditEntry.seq)).all()
    assert [(entry.action, entry.object_id) for entry in entries] == [
        ("sign_in_refused", priya),
        ("sign_in_refused", "unknown"),
    ]


def test_neither_names_nor_addresses_nor_tokens_nor_passwords_stand_in_the_tables(
    sessions: Sessions, priya: str
) -> None:
    with sessions.begin() as db:
        held = sign_in(db, "priya@school.example", PASSWORD, HOME, "cookie")
    attempt(sessions, "priya@school.example", "another guess")
    with sessions() as db:
        tables = ("accounts", "account_roles", "sessions", "sign_in_attempts", "agencies", "audit_entries")
        everything = str([db.execute(text(f"SELECT * FROM {table}")).all() for table in tables])  # noqa: S608
    for secret in ("Priya", "priya", held.session_token, held.csrf, PASSWORD, "another guess", HOME):
        assert secret not in everything


def test_who_is_told_of_something_is_found_by_role(sessions: Sessions, priya: str) -> None:
    with sessions.begin() as db:
        duty = create_account(
            db, email="jo@council.example", display_name="Jo Marsh", password=PASSWORD, roles=[("sevenoaks", "duty")]
        ).id
    with sessions() as db:
        assert holders(db, "duty", "sevenoaks") == [duty]
        assert holders(db, "duty", "kingston-richmond") == []
        assert email_of(db, duty) == "jo@council.example"
        assert name_of(db, duty) == "Jo Marsh"
        found = find_account(db, "PRIYA@school.example")
        assert found is not None
        assert found.id == priya
        assert find_account(db, "priya@school.example.org") is None
