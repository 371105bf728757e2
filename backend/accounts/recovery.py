"""Getting back into an account. Everybody is answered alike; the worker looks whether there is one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.orm import Session

from backend import audit
from backend.accounts import attempts
from backend.accounts.accounts import email_index
from backend.accounts.identities import provider_of
from backend.accounts.links import row_of
from backend.accounts.models import Account, Recovery
from backend.accounts.passwords import hash_password
from backend.accounts.sessions import end_all
from backend.database.base import utc_now

LASTS = timedelta(minutes=30)
AN_HOUR = timedelta(hours=1)
FREE_IN_AN_HOUR = 3
"""Mails that an address gets in an hour, whoever asks for them."""
KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Answer:
    """What an account that somebody wants to get back into is told: a link, or to ask its organisation."""

    recovery_id: str
    account_id: str
    elsewhere: bool


def ask(db: Session, email: str, address: str) -> None:
    """Note that somebody at a network address wants to get into the account of an e-mail address.

    Nothing here depends on whether there is such an account, so neither words nor time tell a stranger. Raises TooMany
    after too many from the network address.
    """
    attempts.count_request(db, address)
    now = utc_now()
    db.execute(delete(Recovery).where(Recovery.asked_at < now - KEPT))
    index = email_index(db, email)
    recent = (Recovery.email_index == index, Recovery.asked_at > now - AN_HOUR)
    if (db.scalar(select(func.count()).where(*recent)) or 0) < FREE_IN_AN_HOUR:
        db.add(Recovery(email_index=index))
        db.flush()


def is_unanswered() -> ColumnElement[bool]:
    """What the worker has yet to look at."""
    return Recovery.answered_at.is_(None)


def answer(db: Session, now: datetime) -> list[Answer]:
    """Look at what was asked for; what to send to whom. For unknown, closed and public accounts: nothing."""
    answers = []
    # Claimed in one statement: another worker looks at others.
    claimed = update(Recovery).where(is_unanswered()).values(answered_at=now).returning(Recovery)
    for recovery in db.scalars(claimed).all():
        account = db.scalar(select(Account).where(Account.email_index == recovery.email_index))
        if account is None or account.closed_at is not None or account.demo:
            continue
        elsewhere = not account.password_hash and bool(provider_of(db, account.id))
        if not account.password_hash and not elsewhere:
            continue
        recovery.account_id = None if elsewhere else account.id
        audit.record(db, None, "recovery_asked", "account", account.id, None, elsewhere=elsewhere)
        answers.append(Answer(recovery.id, account.id, elsewhere))
    db.flush()
    return answers


def account_of_link(db: Session, token: str) -> Account | None:
    """Whose password a link may set now; None for one that is used, too old or not ours."""
    row = row_of(db, "recovery", token)
    recovery = db.get(Recovery, row) if row else None
    if recovery is None or recovery.used_at is not None or utc_now() - recovery.asked_at >= LASTS:
        return None
    account = db.get(Account, recovery.account_id) if recovery.account_id else None
    usable = account is not None and account.closed_at is None and account.password_hash
    return account if usable else None


def set_password(db: Session, token: str, password: str) -> Account | None:
    """Set the password through a link, once, and end every sign-in; None when the link no longer works.

    Nobody is signed in by it, and a second factor stays: a mailbox alone opens no account that has one.
    """
    account = account_of_link(db, token)
    row = row_of(db, "recovery", token)
    if account is None or row is None:
        return None
    now = utc_now()
    used = update(Recovery).where(Recovery.id == row, Recovery.used_at.is_(None)).values(used_at=now)
    if db.execute(used.returning(Recovery.id)).scalar_one_or_none() is None:
        return None
    # Other links that were asked for in the same half hour are worth nothing any more.
    db.execute(update(Recovery).where(Recovery.account_id == account.id).values(used_at=now))
    account.password_hash = hash_password(password)
    end_all(db, account.id)
    audit.record(db, None, "password_recovered", "account", account.id, None)
    db.flush()
    return account
