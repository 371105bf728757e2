"""Delivering what is due: each mail is claimed, sent, and marked, by as many workers as there are.

A mail goes at once, in a digest with others, or stays on the page, as its account chose (``kinds.yml``).
"""

from __future__ import annotations

import smtplib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage

import structlog
from sqlalchemy import ColumnElement, and_, case, select, update
from sqlalchemy.orm import Session

from backend.accounts.models import Account
from backend.database.base import new_id
from backend.database.engine import Sessions
from backend.errors import CannotOpen
from backend.outbox.choices import way_for, ways_of
from backend.outbox.kinds import ON_PAGE, kinds
from backend.outbox.letters import digest_letter, letter
from backend.outbox.models import Mail
from backend.outbox.post_office import PostOffice

AT_ONCE = 20
LEASE = timedelta(minutes=2)
"""How long a claimed mail is left to whoever claimed it; longer than a mail server may take."""
FIRST_WAIT = timedelta(seconds=10)
LONGEST_WAIT = timedelta(hours=1)
GIVE_UP = timedelta(days=7)

_log = structlog.get_logger()


def is_due(now: datetime) -> ColumnElement[bool]:
    """Mails to try now."""
    return and_(Mail.sent_at.is_(None), Mail.given_up_at.is_(None), Mail.next_try_at <= now)


def deliver(sessions: Sessions, office: PostOffice, public_url: str, now: datetime) -> int:
    """Send what is due; how many messages were sent. Danger goes before everything that was there earlier."""
    danger_first = case((Mail.template.in_(kinds()["danger"].templates), 0), else_=1)
    query = select(Mail.id).where(is_due(now)).order_by(danger_first, Mail.next_try_at).limit(AT_ONCE)
    with sessions.begin() as db:
        due = list(db.scalars(query))
    return sum(_deliver(sessions, office, public_url, mail, now) for mail in due)


def wait_after(attempts: int) -> timedelta:
    """How long to wait after so many failed attempts."""
    return min(FIRST_WAIT * int(2 ** min(attempts - 1, 20)), LONGEST_WAIT)


@dataclass(frozen=True, slots=True)
class _Post:
    """A message that is ready to be sent, with the mails that are in it and the way they go."""

    message: EmailMessage
    mails: list[str]
    way: str
    since: datetime
    """When it was due first: from then on it is tried for days."""
    attempts: int


def _deliver(sessions: Sessions, office: PostOffice, public_url: str, mail_id: str, now: datetime) -> bool:
    # No transaction is open while the mail server is waited for: on SQLite everybody else would wait too.
    with sessions.begin() as db:
        post = _prepared(db, mail_id, public_url, now)
    if post is None:
        return False
    try:
        office.take(post.message)
    except (OSError, smtplib.SMTPException) as error:
        # Only the kind of error: a server's words may repeat an address.
        _log.warning("mail_not_taken", mail=mail_id, attempts=post.attempts, error=type(error).__name__)
        if now - post.since > GIVE_UP:
            # The way says that nobody took it back: it stays on the page.
            _mark(sessions, post.mails, given_up_at=now, way=post.way)
        else:
            _mark(sessions, post.mails, next_try_at=now + wait_after(post.attempts))
        return False
    _mark(sessions, post.mails, sent_at=now, way=post.way)
    return True


def _prepared(db: Session, mail_id: str, public_url: str, now: datetime) -> _Post | None:
    """Claim a mail, and with it what goes in the same digest; None where nothing is to be sent now.

    How its account wants to hear of it is looked up at every try: a choice holds from the moment it is made.
    """
    mail = _claim(db, mail_id, now)
    if mail is None:
        return None
    chosen = ways_of(db, mail.account_id)
    way = way_for(mail, chosen)
    if way.code == ON_PAGE:
        mail.way, mail.sent_at = ON_PAGE, now
        return None
    due = way.digest.after(mail.created_at) if way.digest else mail.created_at
    if due > now and way.digest:
        # Not tried yet, only put by until the digest.
        mail.next_try_at, mail.attempts = due, mail.attempts - 1
        return None
    mails = _gathered(db, mail, chosen, now) if way.digest else [mail]
    try:
        message = digest_letter(db, mails, public_url) if way.digest else letter(db, mail, public_url)
    except CannotOpen:
        # One damaged address must not hold up the mails of others.
        _log.error("mail_address_damaged", mail=mail_id)
        for each in mails:
            each.next_try_at = now + LONGEST_WAIT
        return None
    if message is None:
        for each in mails:
            each.given_up_at = now
        return None
    return _Post(message, [each.id for each in mails], way.code, due, mail.attempts)


def _claim(db: Session, mail_id: str, now: datetime) -> Mail | None:
    # Whoever gathers a digest is alone with this account's mails, or two workers would send two halves of it.
    owner = select(Mail.account_id).where(Mail.id == mail_id).scalar_subquery()
    db.execute(select(Account.id).where(Account.id == owner).with_for_update(key_share=True))
    # One statement decides between two workers.
    claim = update(Mail).where(Mail.id == mail_id, is_due(now))
    claimed = db.execute(claim.values(next_try_at=now + LEASE, attempts=Mail.attempts + 1).returning(Mail.id))
    return db.get(Mail, mail_id, populate_existing=True) if claimed.scalar_one_or_none() else None


def _gathered(db: Session, first: Mail, chosen: Mapping[str, str], now: datetime) -> list[Mail]:
    """A claimed mail with all that goes in its digest, claimed as well.

    What was once in a digest stays in it: sent again after a crash it is the same message, which a reader's mail
    program knows.
    """
    beside = select(Mail).where(Mail.account_id == first.account_id, Mail.id != first.id, is_due(now))
    beside = beside.where(Mail.digest_id.is_(None) if first.digest_id is None else Mail.digest_id == first.digest_id)
    mails = [first]
    for mail in db.scalars(beside.order_by(Mail.created_at, Mail.id)):
        digest = way_for(mail, chosen).digest
        if digest and digest.after(mail.created_at) <= now:
            mail.next_try_at, mail.attempts = now + LEASE, mail.attempts + 1
            mails.append(mail)
    digest_id = first.digest_id or new_id()
    for mail in mails:
        mail.digest_id = digest_id
    return mails


def _mark(sessions: Sessions, mails: Sequence[str], **values: datetime | str | None) -> None:
    with sessions.begin() as db:
        db.execute(update(Mail).where(Mail.id.in_(mails)).values(**values))
