"""The accounts of the demonstration. Their password is public: a production start refuses while one exists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sqlalchemy.orm import Session

from backend.access.actor import Role
from backend.accounts.accounts import create_account, find_account
from backend.accounts.models import AccountRole

PASSWORD: Final = "front-door-demo"  # noqa: S105
"""Printed in the README on purpose."""

# name before @demo.example, role, display name, job title, agency
PEOPLE: Final[tuple[tuple[str, Role, str, str | None, str | None], ...]] = (
    ("nominator", "nominator", "Priya Shah", "Pastoral lead", "Meadow Park School"),
    ("family", "family", "Demo parent", None, None),
    ("coordinator", "coordinator", "Sam Adeyemi", "Family support coordinator", "Demo Council"),
    ("duty", "duty", "Jo Marsh", "Duty officer", "Demo Council"),
    ("chair", "chair", "Alex Byrne", "Chair of the meeting", "Demo Council"),
    ("lead", "lead", "Rowan Ellis", "Programme lead", "Demo Council"),
    ("analyst", "analyst", "Mina Farouk", "Data analyst", "Demo Council"),
    ("administrator", "administrator", "Chris Doyle", "Administrator", "Demo Council"),
    ("auditor", "auditor", "Lee Tanner", "Auditor", "Demo Council"),
)


def ensure_demo(db: Session, programmes: Iterable[str]) -> None:
    """Make what is missing of the demonstration: each account, with its role in each programme (codes)."""
    codes = sorted(set(programmes))
    for name, role, display_name, job_title, agency in PEOPLE:
        email = f"{name}@demo.example"
        account = find_account(db, email)
        if account is None:
            create_account(
                db,
                email=email,
                display_name=display_name,
                password=PASSWORD,
                roles=[(code, role) for code in codes],
                job_title=job_title,
                agency=agency,
                demo=True,
            )
        elif account.demo:
            held = {entry.programme for entry in account.roles if entry.role == role}
            account.roles.extend(AccountRole(programme=code, role=role) for code in codes if code not in held)
    db.flush()
