"""Signing in: the password, and a brake on guessing it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from backend import audit
from backend.access.actor import Actor
from backend.accounts import attempts
from backend.accounts.accounts import find_account
from backend.accounts.passwords import hash_password, is_outdated, is_password
from backend.accounts.sessions import Kind, actor_for_bearer, actor_for_cookie, begin, csrf_for
from backend.errors import NotSignedIn

__all__ = ["SignInRefused", "SignedIn", "actor_for_bearer", "actor_for_cookie", "sign_in"]


class SignInRefused(NotSignedIn):
    """Wrong address or password. Told alike for an account that does not exist; the attempt is counted."""

    code = "sign_in_refused"
    wording = "The email address or the password is not right."
    keeps_changes = True


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A sign-in that succeeded: the token to keep, the token for forms, and who it is."""

    session_token: str = field(repr=False)
    csrf: str = field(repr=False)
    actor: Actor


def sign_in(db: Session, email: str, password: str, address: str, kind: Kind) -> SignedIn:
    """Sign somebody in from a network address. Raises SignInRefused, or TooMany soon after too many failures."""
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
    token = begin(db, account, kind)
    lookup = actor_for_bearer(db, token) if kind == "bearer" else actor_for_cookie(db, token, None, needs_csrf=False)
    return SignedIn(token, csrf_for(db, token), lookup)
