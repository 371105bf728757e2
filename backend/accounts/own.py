"""What people change about their own account: password, second factor, where they are signed in."""

from __future__ import annotations

from sqlalchemy.orm import Session

from backend import audit
from backend.access.actor import Actor
from backend.accounts import attempts, second_factor, sessions
from backend.accounts.models import Account
from backend.accounts.passwords import hash_password, is_password
from backend.accounts.sign_in import take_code
from backend.errors import NotFound, Refused

DEMO = "This account belongs to the demonstration and stays as it is, for others use it too."


def account_of(db: Session, actor: Actor) -> Account:
    """The actor's account."""
    account = db.get(Account, actor.account_id)
    if account is None:
        raise NotFound
    return account


def changeable(db: Session, actor: Actor) -> Account:
    """The actor's account, if it is theirs to change. Raises Refused for a shared account of the demonstration."""
    account = account_of(db, actor)
    if account.demo:
        raise Refused(DEMO)
    return account


def is_own_password(db: Session, account: Account, password: str, address: str) -> bool:
    """Whether it is the account's password, asked again before something weighty.

    Raises TooMany soon after too many failures: whoever found a screen open must not guess at leisure.
    """
    here = attempts.at(db, f"own password {account.id}", address)
    attempts.brake(db, here)
    right = is_password(password, account.password_hash or None)
    if not right:
        attempts.count_failure(db, here)
        audit.record(db, None, "sign_in_refused", "account", account.id, None)
    return right


def change_password(db: Session, actor: Actor, password: str) -> None:
    """Set a new password and end every other sign-in."""
    account = changeable(db, actor)
    account.password_hash = hash_password(password)
    ended = sessions.end_all(db, account.id, but=actor.session_id)
    audit.record(db, actor, "password_changed", "account", account.id, None, sessions_ended=ended)


def switch_factor_on(db: Session, actor: Actor, code: str) -> list[str] | None:
    """Confirm the proposed factor: recovery codes to show once, or None for a wrong code. Others are signed out."""
    codes = second_factor.confirm(db, actor.account_id, code)
    if codes is not None:
        sessions.end_all(db, actor.account_id, but=actor.session_id)
        sessions.widen(db, actor.session_id)
        audit.record(db, actor, "second_factor_on", "account", actor.account_id, None)
    return codes


def replace_recovery_codes(db: Session, actor: Actor, code: str, address: str) -> list[str]:
    """New recovery codes against a code of the factor. Raises CodeRefused, or TooMany."""
    take_code(db, actor.account_id, code, address)
    audit.record(db, actor, "recovery_codes_made", "account", actor.account_id, None)
    return second_factor.new_recovery_codes(db, actor.account_id)


def switch_factor_off(db: Session, actor: Actor, code: str, address: str, *, demanded: bool) -> None:
    """Take the factor away against a code of it. Raises Refused where a role asks for it, CodeRefused, or TooMany."""
    account = changeable(db, actor)
    if demanded and second_factor.is_required(account):
        raise Refused("Your role needs a second factor, so it cannot be switched off.")
    take_code(db, account.id, code, address)
    second_factor.remove(db, account.id)
    sessions.end_all(db, account.id, but=actor.session_id)
    audit.record(db, actor, "second_factor_off", "account", account.id, None)


def sign_out_one(db: Session, actor: Actor, session_id: str) -> None:
    """End one sign-in of one's own. Raises NotFound."""
    if not sessions.end_of(db, actor.account_id, session_id):
        raise NotFound
    audit.record(db, actor, "session_ended", "account", actor.account_id, None)


def sign_out_everywhere(db: Session, actor: Actor) -> None:
    """End every sign-in of one's own, this one too."""
    ended = sessions.end_all(db, actor.account_id)
    audit.record(db, actor, "sessions_ended", "account", actor.account_id, None, ended=ended)
