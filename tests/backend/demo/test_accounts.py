"""The demonstration's accounts are there, once, and each may do what it is for."""

from __future__ import annotations

from sqlalchemy import func, select

from backend.access.actor import ROLES
from backend.accounts.models import Account, AccountRole
from backend.accounts.sign_in import sign_in
from backend.database.engine import Sessions
from backend.demo.accounts import PASSWORD, ensure_demo


def test_each_account_holds_its_role_in_every_programme(sessions: Sessions) -> None:
    with sessions.begin() as db:
        ensure_demo(db, ["sevenoaks", "kingston-richmond"])
    with sessions.begin() as db:
        for role in ROLES:
            actor = sign_in(db, f"{role}@demo.example", PASSWORD, "203.0.113.7", "bearer").actor
            assert actor.roles == {("sevenoaks", role), ("kingston-richmond", role)}
        nominator = sign_in(db, "nominator@demo.example", PASSWORD, "203.0.113.7", "bearer").actor
    assert nominator.display_name
    assert nominator.job_title
    assert nominator.agency


def test_starting_again_changes_nothing_and_a_new_programme_is_added(sessions: Sessions) -> None:
    for programmes in (["sevenoaks"], ["sevenoaks"], ["sevenoaks", "maidstone"]):
        with sessions.begin() as db:
            ensure_demo(db, programmes)
    with sessions() as db:
        assert db.scalar(select(func.count()).select_from(Account)) == len(ROLES)
        assert db.scalar(select(func.count()).select_from(AccountRole)) == 2 * len(ROLES)


def test_all_are_marked_as_the_demonstrations(sessions: Sessions) -> None:
    with sessions.begin() as db:
        ensure_demo(db, ["sevenoaks"])
    with sessions() as db:
        assert db.scalars(select(Account.demo).distinct()).all() == [True]
