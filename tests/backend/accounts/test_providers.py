"""Signing in with an organisation, against a provider in its own process that can also lie."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import func, select

from backend.accounts.accounts import create_account, find_account
from backend.accounts.invitations import invite
from backend.accounts.links import token_for
from backend.accounts.models import Account, Identity
from backend.accounts.provider_client import ProviderClient
from backend.accounts.providers import NewAccounts, Provider, WrongProvider, read_providers
from backend.application import create_application
from backend.audit.models import AuditEntry
from backend.database.base import utc_now
from tests.backend.accounts.provider_process import SECRET
from tests.backend.accounts.providing import RunningProvider, go_there, running_provider, sign_in_there
from tests.backend.serving import served, settings_for

PASSWORD = "correct horse battery"
_number = count()


@dataclass
class Council:
    """A backend whose organisation signs people in."""

    origin: str
    application: FastAPI
    provider: RunningProvider

    def employs(self, *, break_glass: bool = False) -> tuple[str, str]:
        """An account made by an administrator, whose address the provider has verified: subject and address."""
        subject = f"person-{next(_number)}"
        email = f"{subject}@council.example"
        with self.application.state.sessions.begin() as db:
            create_account(
                db,
                email=email,
                display_name="Sam Reed",
                password=PASSWORD,
                roles=[("sevenoaks", "coordinator")],
                break_glass=break_glass,
            )
        self.provider.knows(subject, email=email, email_verified=True, name="Sam Reed")
        return subject, email

    def accounts(self) -> int:
        """How many accounts there are."""
        with self.application.state.sessions() as db:
            return db.scalar(select(func.count()).select_from(Account)) or 0


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Council]:
    """One council with two providers: its own, and one that is away."""
    with running_provider() as provider:
        known = Provider(
            code="council",
            name="Example Council",
            issuer=provider.origin,
            client_id="front-door",
            client_secret=SECRET,
            new_accounts=(NewAccounts("oak.example", "sevenoaks", "Oak School"),),
        )
        away = replace(known, code="away", name="Away Council", issuer="http://127.0.0.1:9", new_accounts=())
        settings = replace(settings_for(tmp_path_factory.mktemp("council")), providers=(known, away))
        application = create_application(settings)
        with served(application) as origin:
            application.state.settings = replace(settings, public_url=origin)
            yield Council(origin, application, provider)


@pytest.fixture
def browser(council: Council) -> Iterator[httpx.Client]:
    """A browser without cookies; the provider is honest again afterwards."""
    with httpx.Client(base_url=council.origin, headers={"Accept": "text/html,*/*"}) as client:
        yield client
    council.provider.lies("nothing")


def is_signed_in(browser: httpx.Client) -> bool:
    return browser.get("/account").status_code == 200


def csrf_in(page: httpx.Response) -> str:
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', page.text)
    assert found, page.text
    return found[1]


def local_sign_in(browser: httpx.Client, email: str) -> httpx.Response:
    form = {"username": email, "password": PASSWORD, "csrf": csrf_in(browser.get("/sign-in"))}
    return browser.post("/sign-in", data=form)


def test_the_sign_in_page_offers_each_organisation(browser: httpx.Client) -> None:
    page = browser.get("/sign-in", params={"next": "/queue"}).text
    assert "Sign in with Example Council" in page
    assert 'href="/sign-in/with/council?next=/queue"' in page


def test_an_account_that_an_administrator_made_is_found_by_its_verified_address_once(
    council: Council, browser: httpx.Client
) -> None:
    subject, email = council.employs()
    before = council.accounts()
    back = sign_in_there(browser, subject, next="/queue")
    assert (back.status_code, back.headers["location"]) == (303, "/queue")
    page = browser.get("/account").text
    assert "Sam Reed" in page
    assert "Example Council" in page
    assert council.accounts() == before
    # From now on the organisation vouches: the password is gone, and the address no longer matters.
    with httpx.Client(base_url=council.origin) as other:
        assert local_sign_in(other, email).status_code == 422
        council.provider.knows(subject, email="changed@council.example", email_verified=True)
        assert sign_in_there(other, subject).headers["location"] == "/"


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "nobody-here@council.example", "email_verified": True},
        {"email_verified": True},
        {},
    ],
    ids=["unknown address", "no address", "nothing said"],
)
def test_no_account_comes_from_thin_air(council: Council, browser: httpx.Client, claims: dict[str, object]) -> None:
    council.provider.knows("stranger", **claims)
    before = council.accounts()
    page = sign_in_there(browser, "stranger")
    assert page.status_code == 422
    assert "there is no account for you in Front Door" in page.text
    assert council.accounts() == before
    assert not is_signed_in(browser)


@pytest.mark.parametrize("verified", [False, None, "true", 1])
def test_an_address_that_the_provider_has_not_verified_opens_nothing(
    council: Council, browser: httpx.Client, verified: object
) -> None:
    _, email = council.employs()
    council.provider.knows("impostor", email=email, email_verified=verified)
    assert sign_in_there(browser, "impostor").status_code == 422
    assert not is_signed_in(browser)


def test_whoever_gets_the_address_later_does_not_get_the_account(council: Council, browser: httpx.Client) -> None:
    subject, email = council.employs()
    sign_in_there(browser, subject)
    council.provider.knows("successor", email=email, email_verified=True)
    with httpx.Client(base_url=council.origin) as other:
        assert sign_in_there(other, "successor").status_code == 422
        assert not is_signed_in(other)


def test_no_organisation_vouches_for_whom_another_one_does(council: Council, browser: httpx.Client) -> None:
    subject, email = council.employs()
    with council.application.state.sessions.begin() as db:
        account = find_account(db, email)
        assert account is not None
        db.add(Identity(account_id=account.id, issuer="https://login.elsewhere.example", subject_index="0" * 64))
    assert sign_in_there(browser, subject).status_code == 422
    assert not is_signed_in(browser)


def test_an_organisation_vouches_for_addresses_of_its_own_domains_alone(
    council: Council, browser: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    subject, email = council.employs()
    school = replace(council.application.state.providers["council"].provider, domains=())
    monkeypatch.setitem(council.application.state.providers._clients, "council", ProviderClient(school))
    assert sign_in_there(browser, subject).status_code == 422
    assert local_sign_in(browser, email).status_code == 303, "the account is still its owner's"
    council.provider.knows("pupil-office", email="office@oak.example", email_verified=True)
    with httpx.Client(base_url=council.origin) as other:
        assert sign_in_there(other, "pupil-office").status_code == 303


def test_a_domain_rule_makes_nominators_and_nothing_more(council: Council, browser: httpx.Client) -> None:
    council.provider.knows("teacher", email="t@OAK.example", email_verified=True, name="Tess Hale")
    council.provider.knows("lookalike", email="t@notoak.example", email_verified=True)
    assert sign_in_there(browser, "teacher").status_code == 303
    with council.application.state.sessions() as db:
        made = find_account(db, "t@oak.example")
        assert made is not None
        assert [(held.programme, held.role) for held in made.roles] == [("sevenoaks", "nominator")]
        assert made.agency is not None
        assert made.agency.name == "Oak School"
    with httpx.Client(base_url=council.origin) as other:
        assert sign_in_there(other, "lookalike").status_code == 422


@pytest.mark.parametrize(
    "lie",
    [
        "wrong-nonce", "no-nonce", "wrong-issuer", "wrong-audience", "another-client-too", "expired", "from-the-future",
        "no-subject", "no-signature", "signed-with-the-secret", "signed-by-somebody-else", "key-nobody-knows",
        "no-token",
    ],
)  # fmt: skip
def test_a_token_that_proves_nothing_signs_nobody_in(council: Council, browser: httpx.Client, lie: str) -> None:
    subject, _ = council.employs()
    council.provider.lies(lie)
    page = sign_in_there(browser, subject)
    assert page.status_code == 422
    assert "We could not sign you in with your organisation" in page.text
    assert not is_signed_in(browser)
    council.provider.lies("nothing")
    assert sign_in_there(browser, subject).status_code == 303


@pytest.mark.parametrize("lie", ["clock-a-minute-behind", "clock-a-minute-ahead"])
def test_a_clock_that_is_a_minute_wrong_keeps_nobody_out(council: Council, browser: httpx.Client, lie: str) -> None:
    subject, _ = council.employs()
    council.provider.lies(lie)
    assert sign_in_there(browser, subject).status_code == 303


def test_a_provider_may_change_its_key_at_any_time(council: Council, browser: httpx.Client) -> None:
    subject, _ = council.employs()
    assert sign_in_there(browser, subject).status_code == 303
    council.provider.changes_its_key()
    assert sign_in_there(browser, subject).status_code == 303


def test_an_answer_counts_once(council: Council, browser: httpx.Client) -> None:
    subject, _ = council.employs()
    back = go_there(browser, subject)
    step = browser.cookies.get("frontdoor-step") or ""
    assert browser.get(back).status_code == 303
    again = httpx.get(back, cookies={"frontdoor-step": step})
    assert again.status_code == 422
    assert "frontdoor=" not in again.headers.get("set-cookie", "").replace("frontdoor-form=", "")


def test_an_answer_counts_only_in_the_browser_that_asked(council: Council, browser: httpx.Client) -> None:
    subject, _ = council.employs()
    back = go_there(browser, subject)
    with httpx.Client(base_url=council.origin) as victim:
        assert victim.get(back).status_code == 422
        go_there(victim, subject)
        assert victim.get(back).status_code == 422, "the state is another browser's"
        assert not is_signed_in(victim)


@pytest.mark.parametrize(
    ("change", "to"),
    [(r"state=[^&]+", "state=guessed"), (r"code=[^&]+", "code=guessed"), (r"code=[^&]+", "error=access_denied"),
     (r"$", "&iss=https://elsewhere.example"), (r"/council\?", "/away?")],
    ids=["state", "code", "refused there", "mix-up", "another provider"],
)  # fmt: skip
def test_an_answer_that_was_changed_signs_nobody_in(
    council: Council, browser: httpx.Client, change: str, to: str
) -> None:
    subject, _ = council.employs()
    back = go_there(browser, subject)
    assert browser.get(re.sub(change, to, back, count=1)).status_code == 422
    assert not is_signed_in(browser)


def test_a_session_planted_before_is_worth_nothing_after(council: Council, browser: httpx.Client) -> None:
    attacker, _ = council.employs()
    with httpx.Client(base_url=council.origin) as other:
        sign_in_there(other, attacker)
        planted = other.cookies.get("frontdoor") or ""
    victim, _ = council.employs()
    browser.cookies.set("frontdoor", planted, domain="127.0.0.1")
    assert sign_in_there(browser, victim).status_code == 303
    values = {cookie.value for cookie in browser.cookies.jar if cookie.name == "frontdoor"}
    assert planted not in values
    assert httpx.get(f"{council.origin}/account", cookies={"frontdoor": planted}).status_code == 303


def test_while_a_provider_is_away_it_is_said_and_a_break_glass_account_gets_in(
    council: Council, browser: httpx.Client
) -> None:
    subject, email = council.employs(break_glass=True)
    page = browser.get("/sign-in/with/away")
    assert page.status_code == 503
    assert "The sign-in of Away Council does not answer at the moment" in page.text
    assert local_sign_in(browser, email).headers["location"] == "/"
    # It stays local: the organisation cannot take it over by its address.
    with httpx.Client(base_url=council.origin) as other:
        assert sign_in_there(other, subject).status_code == 422


def test_an_invitation_is_taken_up_by_whoever_the_organisation_says(council: Council, browser: httpx.Client) -> None:
    with council.application.state.sessions.begin() as db:
        invitation = invite(db, None, "new.lead@council.example", [("maidstone", "lead")], None)
        link = token_for(db, "invitation", invitation.id)
    council.provider.knows("newcomer", name="Noor Ali")
    assert sign_in_there(browser, "newcomer", invitation=link).status_code == 303
    page = browser.get("/account").text
    assert "Noor Ali" in page
    assert "Programme lead" in page
    with httpx.Client(base_url=council.origin) as other:
        council.provider.knows("latecomer", name="Late Comer")
        assert sign_in_there(other, "latecomer", invitation=link).status_code == 422


def test_a_closed_account_stays_closed(council: Council, browser: httpx.Client) -> None:
    subject, email = council.employs()
    assert sign_in_there(browser, subject).status_code == 303
    with council.application.state.sessions.begin() as db:
        account = find_account(db, email)
        assert account is not None
        account.closed_at = utc_now()
    assert not is_signed_in(browser)
    assert sign_in_there(browser, subject).status_code == 422


def test_signing_out_here_offers_to_sign_out_there(council: Council, browser: httpx.Client) -> None:
    subject, _ = council.employs()
    sign_in_there(browser, subject)
    out = browser.post("/sign-out", data={"csrf": csrf_in(browser.get("/account"))})
    assert out.headers["location"] == "/signed-out/council"
    page = browser.get("/signed-out/council").text
    assert "You are still signed in with Example Council" in page
    there = browser.get("/sign-out/with/council")
    assert there.headers["location"].startswith(f"{council.provider.origin}/oauth2/end_session?client_id=front-door")
    assert httpx.get(there.headers["location"]).status_code == 200
    assert not is_signed_in(browser)


def test_neither_subject_nor_address_stand_in_the_audit_or_the_tables(council: Council, browser: httpx.Client) -> None:
    subject, email = council.employs()
    sign_in_there(browser, subject)
    with council.application.state.sessions() as db:
        entries = str([(entry.object_id, entry.detail) for entry in db.scalars(select(AuditEntry))])
        raw = db.connection().exec_driver_sql("SELECT * FROM identities").all()
    assert subject not in entries + str(raw)
    assert email not in entries + str(raw)


def test_providers_are_read_from_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("kept apart\n")
    file = tmp_path / "providers.yml"
    file.write_text(
        "providers:\n"
        "  - {code: council, name: Example Council, issuer: 'https://login.council.example/v2.0', client_id: abc,\n"
        f"     client_secret_file: {secret}, verified_claim: xms_edov,\n"
        "     new_accounts: [{domain: oak.example, programme: sevenoaks, agency: Oak School}]}\n"
        "  - {code: health, name: Health, issuer: 'https://id.health.example', client_id: x, client_secret: y}\n"
    )
    council, health = read_providers({"FRONTDOOR_OIDC_FILE": str(file)})
    assert (council.client_secret, council.verified_claim) == ("kept apart", "xms_edov")
    assert council.new_accounts == (NewAccounts("oak.example", "sevenoaks", "Oak School"),)
    assert (health.code, health.verified_claim) == ("health", "email_verified")
    assert "kept apart" not in repr(council)
    assert council.vouches_for("head@Oak.example")
    assert not council.vouches_for("lead@council.example"), "of several, each vouches for the domains it names"


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"FRONTDOOR_OIDC_ISSUER": "https://id.example"}, "FRONTDOOR_OIDC_NAME, FRONTDOOR_OIDC_CLIENT_ID"),
        (
            {
                "FRONTDOOR_OIDC_ISSUER": "http://id.example",
                "FRONTDOOR_OIDC_NAME": "n",
                "FRONTDOOR_OIDC_CLIENT_ID": "c",
                "FRONTDOOR_OIDC_CLIENT_SECRET": "s",
            },
            "must be an https:// address",
        ),
        ({"FRONTDOOR_OIDC_FILE": os.devnull}, "needs a list called providers"),
        ({"FRONTDOOR_OIDC_FILE": "/nowhere/at/all.yml"}, "cannot be read as YAML"),
    ],
)
def test_a_provider_that_cannot_be_used_is_told_in_a_sentence(environment: dict[str, str], told: str) -> None:
    with pytest.raises(WrongProvider, match=told):
        read_providers(environment)
