"""Signing in: the password, the second factor, and a brake on guessing either."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sqlalchemy.orm import Session

from backend import audit
from backend.access.actor import Actor
from backend.accounts import attempts, second_factor
from backend.accounts.accounts import find_account
from backend.accounts.models import Account
from backend.accounts.passwords import hash_password, is_outdated, is_password
from backend.accounts.sessions import (
    Circumstances,
    Kind,
    actor_for_bearer,
    actor_for_cookie,
    begin,
    csrf_for,
)
from backend.errors import NotSignedIn

__all__ = ["SignInRefused", "SignedIn", "actor_for_bearer", "actor_for_cookie", "sign_in"]


class SignInRefused(NotSignedIn):
    """Wrong address or password. Told alike for an account that does not exist; the attempt is counted."""

    code = "sign_in_refused"
    wording = "The email address or the password is not right."
    keeps_changes = True


class CodeRefused(NotSignedIn):
    """The password was right and the second factor's code was not; the attempt is counted."""

    code = "code_refused"
    wording = "The code is not right or was used before. Wait for the next one and enter that."
    keeps_changes = True


class CodeNeeded(NotSignedIn):
    """The password was right; the account has a second factor as well."""

    code = "code_needed"
    wording = "This account has a second factor. Send the code of your authenticator app as the field code."
    keeps_changes = True

    def __init__(self, account: Account) -> None:
        super().__init__()
        self.account = account


class FactorMissing(NotSignedIn):
    """The password was right; the account's roles ask for a second factor and it has none yet."""

    code = "second_factor_missing"
    wording = "Your role needs a second factor. Sign in on the pages first and set one up."


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A sign-in that succeeded: the token to keep, the token for forms, and who it is."""

    session_token: str = field(repr=False)
    csrf: str = field(repr=False)
    actor: Actor


def sign_in(
    db: Session,
    email: str,
    password: str,
    address: str,
    kind: Kind,
    *,
    code: str | None = None,
    factor_demanded: bool = False,
    browser: str | None = None,
) -> SignedIn:
    """Sign somebody in from a network address.

    ``factor_demanded``: roles that ask for a second factor get nowhere without one. Raises SignInRefused, CodeNeeded,
    CodeRefused, FactorMissing (a program cannot set a factor up), or TooMany soon after too many failures.
    """
    here = attempts.at(db, email, address)
    attempts.brake(db, here)
    account = find_account(db, email)
    usable = account is not None and account.closed_at is None
    if not is_password(password, account.password_hash if account and usable else None) or account is None:
        attempts.count_failure(db, here)
        audit.record(db, None, "sign_in_refused", "account", account.id if account else "unknown", None)
        raise SignInRefused
    attempts.forgive(db, here)
    if is_outdated(account.password_hash):
        account.password_hash = hash_password(password)
    came = Circumstances(browser=browser)
    if second_factor.is_on(db, account.id):
        if not code:
            raise CodeNeeded(account)
        take_code(db, account.id, code, address)
        came = replace(came, how="code")
    elif factor_demanded and second_factor.is_required(account):
        if kind == "bearer":
            raise FactorMissing
        came = replace(came, limited=True)
    return signed_in_as(db, account, kind, came)


def take_code(db: Session, account_id: str, code: str, address: str) -> None:
    """Take the code of a second factor or a recovery code. Raises CodeRefused, or TooMany after too many."""
    here = attempts.at_code(db, account_id, address)
    attempts.brake_codes(db, here)
    shown = second_factor.check(db, account_id, code)
    if shown is None:
        attempts.count_failure(db, here)
        audit.record(db, None, "code_refused", "account", account_id, None)
        raise CodeRefused
    attempts.forgive(db, here)
    if shown == "recovery_code":
        left = second_factor.recovery_codes_left(db, account_id)
        audit.record(db, None, "recovery_code_used", "account", account_id, None, left=left)


def signed_in_as(db: Session, account: Account, kind: Kind, came: Circumstances) -> SignedIn:
    """A new sign-in of an account that has proved itself."""
    token = begin(db, account, kind, came)
    lookup = actor_for_bearer(db, token) if kind == "bearer" else actor_for_cookie(db, token, None, needs_csrf=False)
    return SignedIn(token, csrf_for(db, token), lookup)
