"""Putting mails into the outbox, in the transaction of what they tell about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.outbox.models import Mail

Template = Literal["nomination-waiting", "nomination-decided", "information-added", "alert", "alert-escalated"]


def post(db: Session, accounts: Iterable[str], template: Template, cause: str, programme: str | None) -> int:
    """Put a mail for each account into the outbox; how many are new. One cause is told to an account once.

    ``cause`` names what it is about by ids and codes ("alert:<id>"); it is never shown to anybody.
    """
    told = select(Mail.account_id).where(Mail.cause == cause, Mail.template == template)
    new = sorted(set(accounts) - set(db.scalars(told)))
    db.add_all(Mail(account_id=account, template=template, cause=cause, programme=programme) for account in new)
    db.flush()
    return len(new)
