"""Answering those who cannot sign in: the mail that leads back into an account, or to the organisation behind it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from backend.accounts.recovery import answer
from backend.outbox.service import post


def send_links(db: Session, now: datetime) -> int:
    """Post a mail for each account that somebody wants to get back into; how many."""
    return sum(
        post(
            db,
            [found.account_id],
            "recovery-elsewhere" if found.elsewhere else "recovery",
            f"recovery:{found.recovery_id}",
            None,
        )
        for found in answer(db, now)
    )
