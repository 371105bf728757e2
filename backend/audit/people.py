"""Who the accounts in the audit are, as far as an auditor may know: staff by name, families never."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.accounts.accounts import name_of
from backend.accounts.models import AccountRole

FAMILY = "A family member"
CLOSED = "A closed account"
MOST = 500


def names(db: Session, accounts: Iterable[str]) -> dict[str, str]:
    """What each account is called: a member of staff's name; of whoever asks for help themselves, that they do."""
    wanted = set(accounts)
    held = db.execute(select(AccountRole.account_id, AccountRole.role).where(AccountRole.account_id.in_(wanted))).all()
    staff = {account for account, role in held if role != "family"}
    families = {account for account, _ in held} - staff
    return {
        account: (name_of(db, account) or CLOSED) if account in staff else FAMILY if account in families else CLOSED
        for account in wanted
    }


def staff_of(db: Session, programmes: frozenset[str]) -> list[tuple[str, str]]:
    """Ids and names of those who work in the programmes, by name; at most 500."""
    held = select(AccountRole.account_id).where(AccountRole.programme.in_(programmes), AccountRole.role != "family")
    known = names(db, db.scalars(held.distinct().order_by(AccountRole.account_id).limit(MOST)))
    return sorted(known.items(), key=lambda each: (each[1].casefold(), each[0]))
