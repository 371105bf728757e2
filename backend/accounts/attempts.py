"""The brake on guessing passwords: failures make the next attempt wait, and lock nobody out.

Failures are counted for an account from an address, so that a stranger's guesses never stop its owner elsewhere, and
for an address over all accounts, generously, because a whole council may come from one. Past a limit there is a short
pause after each failure: a list of stolen passwords becomes useless, the right password works a moment later. An
account alone is not counted: whoever has many addresses could keep a duty officer out, and against them stands the
length that passwords must have.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address

from sqlalchemy import ColumnElement, delete, func, or_, select
from sqlalchemy.orm import Session

from backend.accounts.models import SignInAttempt
from backend.database.base import utc_now
from backend.errors import TooMany
from backend.keys import blind_index

WINDOW = timedelta(minutes=15)
"""How long a failure is remembered."""
CLOCKS_MAY_DIFFER = timedelta(minutes=1)
"""Between two machines that serve one database."""
FREE_FOR_ACCOUNT = 10
PAUSE_FOR_ACCOUNT = timedelta(seconds=30)
"""So that one address can try 40 passwords on an account in a quarter of an hour."""
FREE_FOR_ADDRESS = 100
PAUSE_FOR_ADDRESS = timedelta(seconds=3)
"""Beyond what a whole office mistypes: some 400 attempts in a quarter of an hour, over all accounts."""

FREE_CODES = 10
"""Wrong codes for an account in a quarter of an hour, from anywhere: whoever guesses codes knows the password already.
960 a day against three right codes in a million at any time: an even chance takes most of a year."""
FREE_REQUESTS = 30
"""Requests to get back into an account, from one network address in a quarter of an hour, over all accounts."""

TOO_MANY = "Too many attempts to sign in. Wait half a minute, then try again."
"""The same for both limits and for accounts that do not exist: it tells a guesser nothing."""
TOO_MANY_CODES = "Too many wrong codes. Wait a quarter of an hour, then try again."


@dataclass(frozen=True, slots=True)
class Place:
    """Whose account is tried, and from where; blind indexes, so that neither is kept."""

    account_here: str
    address: str


def at(db: Session, email: str, address: str) -> Place:
    """The place of an attempt."""
    network = _network(address)
    return Place(
        account_here=blind_index(db, f"{email.strip()} {network}", kind="sign-in-from", programme=None),
        address=blind_index(db, network, kind="network-address", programme=None),
    )


def at_code(db: Session, account_id: str, address: str) -> Place:
    """The place of an attempt with a second factor's code: the account alone, wherever it comes from."""
    return Place(
        account_here=blind_index(db, account_id, kind="code-for", programme=None),
        address=blind_index(db, _network(address), kind="network-address", programme=None),
    )


def brake_codes(db: Session, here: Place) -> None:
    """Raise TooMany while too many wrong codes are remembered."""
    recent = (SignInAttempt.subject == here.account_here, ~_is_forgotten(utc_now()))
    if (db.scalar(select(func.count()).where(*recent)) or 0) >= FREE_CODES:
        raise TooMany(TOO_MANY_CODES)


def count_request(db: Session, address: str) -> None:
    """Count a request to get back into an account. Raises TooMany after many from one network address."""
    subject = blind_index(db, _network(address), kind="recovery-from", programme=None)
    db.execute(delete(SignInAttempt).where(_is_forgotten(utc_now())))
    if (db.scalar(select(func.count()).where(SignInAttempt.subject == subject)) or 0) >= FREE_REQUESTS:
        raise TooMany("Too many requests from where you are. Wait a quarter of an hour, then try again.")
    db.add(SignInAttempt(subject=subject))


def brake(db: Session, here: Place) -> None:
    """Raise TooMany while the pause after too many failures lasts. What is turned away is not counted."""
    now = utc_now()
    db.execute(delete(SignInAttempt).where(_is_forgotten(now)))
    for subject, free, pause in (
        (here.account_here, FREE_FOR_ACCOUNT, PAUSE_FOR_ACCOUNT),
        (here.address, FREE_FOR_ADDRESS, PAUSE_FOR_ADDRESS),
    ):
        counted = select(func.count(), func.max(SignInAttempt.at)).where(SignInAttempt.subject == subject)
        failures, last = db.execute(counted).one()
        if failures >= free and now - last < pause:
            raise TooMany(TOO_MANY)


def count_failure(db: Session, here: Place) -> None:
    """Remember that the password was wrong."""
    db.add_all(SignInAttempt(subject=subject) for subject in (here.account_here, here.address))


def forgive(db: Session, here: Place) -> None:
    """Forget the account's failures from this address: its owner is there."""
    db.execute(delete(SignInAttempt).where(SignInAttempt.subject == here.account_here))


def _is_forgotten(now: datetime) -> ColumnElement[bool]:
    # What seems to come from the future came before the clock was put back: it would keep its pause for that long.
    return or_(SignInAttempt.at < now - WINDOW, SignInAttempt.at > now + CLOCKS_MAY_DIFFER)


def _network(address: str) -> str:
    """The address as it is counted: a household has billions of IPv6 addresses, all with the same first half."""
    try:
        read = ip_address(address)
    except ValueError:
        return address
    if isinstance(read, IPv6Address):
        return str(read.ipv4_mapped or IPv6Address(int(read) >> 64 << 64))
    return str(read)
