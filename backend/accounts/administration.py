"""What administrators do with the accounts of their programmes. No family's data is anywhere near."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from backend import audit
from backend.access.actor import Actor, Role
from backend.accounts import second_factor, sessions
from backend.accounts.accounts import erase_own, is_nameless
from backend.accounts.identities import unlink
from backend.accounts.models import Account, AccountRole, Invitation
from backend.database.base import utc_now
from backend.errors import NotFound, Refused

NOT_YOURSELF = "Somebody else has to do this for you."
ELSEWHERE = "Another programme works with this account too, so only its administrators and yours together can do this."


def accounts_of(db: Session, actor: Actor) -> list[Account]:
    """Open accounts with a role in a programme that the actor administers."""
    mine = actor.programmes("administrator")
    held = select(AccountRole.account_id).where(AccountRole.programme.in_(mine))
    found = db.scalars(select(Account).where(Account.id.in_(held), Account.closed_at.is_(None), ~is_nameless()))
    audit.record(db, actor, "listed", "accounts", "all", None)
    return list(found.unique())


def account_for(db: Session, actor: Actor, account_id: str) -> Account:
    """One of these accounts. Raises NotFound."""
    account = db.get(Account, account_id)
    if account is None or account.closed_at is not None or not roles_in_reach(actor, account):
        raise NotFound
    return account


def roles_in_reach(actor: Actor, account: Account) -> list[tuple[str, str]]:
    """The account's roles in the actor's own programmes, as programme and role; those elsewhere are not told."""
    mine = actor.programmes("administrator")
    return sorted((held.programme, held.role) for held in account.roles if held.programme in mine)


def is_whole(actor: Actor, account: Account) -> bool:
    """Whether the account works in the actor's programmes only, so that all of it is theirs to change."""
    return len(roles_in_reach(actor, account)) == len(account.roles)


def set_roles(db: Session, actor: Actor, account_id: str, programme: str, roles: Iterable[Role]) -> None:
    """Let an account hold exactly these roles in a programme; effective with its next request. Raises NotFound."""
    actor.must_be(programme, "administrator")
    account = account_for(db, actor, account_id)
    _may_change(actor, account)
    wanted, held = set(roles), {entry.role: entry for entry in account.roles if entry.programme == programme}
    for role in sorted(held.keys() - wanted):
        account.roles.remove(held[role])
        audit.record(db, actor, "role_taken", "account", account.id, programme, role=role)
    for role in sorted(wanted - held.keys()):
        account.roles.append(AccountRole(programme=programme, role=role))
        audit.record(db, actor, "role_given", "account", account.id, programme, role=role)
    db.flush()


def close(db: Session, actor: Actor, account_id: str) -> None:
    """Close an account of the actor's programmes. Raises NotFound or Refused."""
    account = account_for(db, actor, account_id)
    _may_change(actor, account, whole=True)
    end(db, account, actor)


def end(db: Session, account: Account, by: Actor | None) -> None:
    """Close an account: it is signed out everywhere and opens nothing any more. What it did stays on record.

    A family's account loses its name and address as well; staff's stay beside what they did. ``by`` None: whoever runs
    the service.
    """
    erased = all(held.role == "family" for held in account.roles) and erase_own(db, account)
    account.closed_at = utc_now()
    account.password_hash = ""  # nosec B105 # no password fits an empty hash
    account.roles.clear()
    second_factor.remove(db, account.id)
    unlink(db, account.id)
    db.execute(delete(Invitation).where(Invitation.account_id == account.id, Invitation.accepted_at.is_(None)))
    ended = sessions.end_all(db, account.id)
    audit.record(db, by, "account_closed", "account", account.id, None, sessions_ended=ended, erased=erased)


def reset_factor(db: Session, actor: Actor, account_id: str) -> None:
    """Take a second factor away from somebody who has lost it, and sign them out. Telling them is the caller's."""
    account = account_for(db, actor, account_id)
    _may_change(actor, account, whole=True)
    second_factor.remove(db, account.id)
    ended = sessions.end_all(db, account.id)
    audit.record(db, actor, "second_factor_reset", "account", account.id, None, sessions_ended=ended)


def _may_change(actor: Actor, account: Account, *, whole: bool = False) -> None:
    if account.id == actor.account_id:
        raise Refused(NOT_YOURSELF)
    if account.demo:
        raise Refused("The demonstration's accounts stay as they are.")
    if whole and not is_whole(actor, account):
        raise Refused(ELSEWHERE)
