"""Delivering what is due: each mail is claimed, sent, and marked, by as many workers as there are."""

from __future__ import annotations

import smtplib
from datetime import datetime, timedelta

import structlog
from sqlalchemy import ColumnElement, and_, select, update
from sqlalchemy.orm import Session

from backend.database.engine import Sessions
from backend.errors import CannotOpen
from backend.outbox.letters import letter
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
    """Send what is due; how many were sent."""
    with sessions.begin() as db:
        due = list(db.scalars(select(Mail.id).where(is_due(now)).order_by(Mail.next_try_at).limit(AT_ONCE)))
    return sum(_deliver(sessions, office, public_url, mail, now) for mail in due)


def wait_after(attempts: int) -> timedelta:
    """How long to wait after so many failed attempts."""
    return min(FIRST_WAIT * int(2 ** min(attempts - 1, 20)), LONGEST_WAIT)


def _deliver(sessions: Sessions, office: PostOffice, public_url: str, mail_id: str, now: datetime) -> bool:
    # No transaction is open while the mail server is waited for: on SQLite everybody else would wait too.
    with sessions.begin() as db:
        mail = _claim(db, mail_id, now)
        if mail is None:
            return False
        try:
            message = letter(db, mail, public_url)
        except CannotOpen:
            # One damaged address must not hold up the mails of others.
            _log.error("mail_address_damaged", mail=mail_id)
            mail.next_try_at = now + LONGEST_WAIT
            return False
        if message is None:
            mail.given_up_at = now
            return False
        created, attempts = mail.created_at, mail.attempts
    try:
        office.take(message)
    except (OSError, smtplib.SMTPException) as error:
        # Only the kind of error: a server's words may repeat an address.
        _log.warning("mail_not_taken", mail=mail_id, attempts=attempts, error=type(error).__name__)
        given_up = now if now - created > GIVE_UP else None
        _mark(sessions, mail_id, next_try_at=now + wait_after(attempts), given_up_at=given_up)
        return False
    _mark(sessions, mail_id, sent_at=now)
    return True


def _claim(db: Session, mail_id: str, now: datetime) -> Mail | None:
    # One statement decides between two workers.
    claim = update(Mail).where(Mail.id == mail_id, is_due(now))
    claimed = db.execute(claim.values(next_try_at=now + LEASE, attempts=Mail.attempts + 1).returning(Mail.id))
    return db.get(Mail, mail_id, populate_existing=True) if claimed.scalar_one_or_none() else None


def _mark(sessions: Sessions, mail_id: str, **values: datetime | None) -> None:
    with sessions.begin() as db:
        db.execute(update(Mail).where(Mail.id == mail_id).values(**values))
