"""What a restored database needs before anybody is served: nobody is signed in, nothing is left of who was erased."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from backend.accounts.accounts import erase_own
from backend.accounts.models import Account, Invitation, Recovery, RecoveryCode, SignedInSession, SignInStep
from backend.alerts.models import Alert
from backend.keys import destroy
from backend.keys.models import DataKey
from backend.nominations.erasing import erase_family
from backend.nominations.models import Nomination
from backend.retention.models import LegalHold
from backend.threads.models import Thread
from backend.threads.record import erase


def end_what_was_open(db: Session, now: datetime) -> None:
    """End every session, half-done sign-in, link and recovery code: what was used up meanwhile must not work again."""
    for table in (SignedInSession, SignInStep, RecoveryCode):
        db.execute(delete(table))
    open_links = update(Recovery).where(Recovery.used_at.is_(None))
    db.execute(open_links.values(used_at=now, answered_at=func.coalesce(Recovery.answered_at, now)))
    waiting = update(Invitation).where(Invitation.accepted_at.is_(None), Invitation.revoked_at.is_(None))
    db.execute(waiting.values(revoked_at=now))


def clean(db: Session, now: datetime) -> int:
    """Erase again what was erased after the backup was taken; how many nominations, talks and alerts.

    Without their keys nothing of them can be read anyway; this takes away what says so, and what marks them.
    """
    gone = select(DataKey.id).where(DataKey.wrapped.is_(None), DataKey.destroyed_at.is_(None))
    keys = list(db.scalars(gone))
    nominations = list(db.scalars(select(Nomination).where(Nomination.data_key_id.in_(gone))))
    talks = list(db.scalars(select(Thread).where(Thread.data_key_id.in_(gone))))
    alerts = list(db.scalars(select(Alert).where(Alert.data_key_id.in_(gone))))
    accounts = list(db.scalars(select(Account).where(Account.own_key_id.in_(gone))))
    # A hold that stood then was lifted before the family could be erased.
    db.execute(
        update(LegalHold)
        .where(LegalHold.nomination_id.in_([each.id for each in nominations]), LegalHold.lifted_at.is_(None))
        .values(lifted_at=now)
    )
    for nomination in nominations:
        erase_family(db, nomination, "erased-before", None)
    erased = {nomination.thread_id for nomination in nominations}
    alone = [thread for thread in talks if thread.id not in erased]
    for thread in alone:
        erase(db, thread, "stopped")
    for alert in alerts:
        alert.words = alert.note = None
    for account in accounts:
        erase_own(db, account)
        account.closed_at, account.password_hash = account.closed_at or now, ""  # nosec B105 # nothing fits it
        account.roles.clear()
    for key in keys:
        destroy(db, key)
    return len(nominations) + len(alone) + len(alerts)
