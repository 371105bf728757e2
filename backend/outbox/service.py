"""Putting mails into the outbox, in the transaction of what they tell about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from backend.database.base import utc_now
from backend.outbox.models import Mail

Template = Literal[
    "nomination-waiting",
    "nomination-decided",
    "nomination-moved",
    "information-added",
    "nomination-withdrawn",
    "nomination-ended",
    "nomination-given",
    "nomination-still",
    "stage-overdue",
    "family-answered",
    "draft-ending",
    "request-waiting",
    "person-wanted",
    "person-still-wanted",
    "alert",
    "audit-broken",
    "alert-escalated",
    "alert-open",
    "invitation",
    "recovery",
    "recovery-elsewhere",
    "password-changed",
    "second-factor-changed",
    "second-factor-reset",
]
_ENDS_WITH_CONSENT = (
    "nomination-waiting",
    "nomination-decided",
    "nomination-moved",
    "information-added",
    "nomination-given",
    "nomination-still",
    "stage-overdue",
)
"""Mails that would be untrue once nothing more is done with what they are about."""


def post(db: Session, accounts: Iterable[str], template: Template, cause: str, programme: str | None) -> int:
    """Put a mail for each account into the outbox; how many are new. One cause is told to an account once.

    ``cause`` names what it is about by ids and codes ("alert:<id>"); it is never shown to anybody.
    """
    told = select(Mail.account_id).where(Mail.cause == cause, Mail.template == template)
    new = sorted(set(accounts) - set(db.scalars(told)))
    db.add_all(Mail(account_id=account, template=template, cause=cause, programme=programme) for account in new)
    db.flush()
    return len(new)


def drop(db: Session, *causes: str, every_template: bool = False) -> int:
    """Give up the mails about some causes that nobody has sent yet; how many.

    Only those that end with consent, unless ``every_template``: that something was withdrawn is told all the same.
    """
    about = or_(*(or_(Mail.cause == cause, Mail.cause.startswith(f"{cause}:", autoescape=True)) for cause in causes))
    unsent = update(Mail).where(about, Mail.sent_at.is_(None), Mail.given_up_at.is_(None))
    if not every_template:
        unsent = unsent.where(Mail.template.in_(_ENDS_WITH_CONSENT))
    dropped = db.execute(unsent.values(given_up_at=utc_now()).returning(Mail.id))
    return len(dropped.all())
