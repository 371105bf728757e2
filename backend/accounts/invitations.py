"""Invitations: roles that wait for somebody, taken up through a link that works once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import cast

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from backend import audit
from backend.access.actor import Actor, Role
from backend.accounts.accounts import agency_named, create_account, find_account, rename
from backend.accounts.links import row_of
from backend.accounts.models import Account, AccountRole, Identity, Invitation
from backend.accounts.passwords import hash_password
from backend.database.base import utc_now
from backend.errors import NotFound

LASTS = timedelta(days=7)


def invite(
    db: Session, actor: Actor | None, email: str, roles: Iterable[tuple[str, Role]], agency: str | None
) -> Invitation:
    """Invite an address to roles (programme code and role). The mail is for the caller to post.

    Raises NotFound for a programme of which ``actor`` is no administrator; None is the command line.
    """
    held: dict[str, list[str]] = {}
    for programme, role in sorted(set(roles)):
        if actor is not None:
            actor.must_be(programme, "administrator")
        held.setdefault(programme, []).append(role)
    account = find_account(db, email)
    if account is None:
        family = all(role == "family" for names in held.values() for role in names)
        account = create_account(
            db, email=email, display_name=email.strip(), password=None, roles=(), of_a_family=family
        )
    elif account.closed_at is not None:
        account.closed_at, account.password_hash = None, ""
        account.roles.clear()
        db.execute(delete(Identity).where(Identity.account_id == account.id))
    invitation = Invitation(
        account=account,
        invited_by=actor.account_id if actor else None,
        agency=agency_named(db, agency) if agency else None,
        roles=held,
        expires_at=utc_now() + LASTS,
    )
    db.add(invitation)
    db.flush()
    for programme, names in held.items():
        for name in names:
            audit.record(db, actor, "invited", "account", account.id, programme, role=name)
    return invitation


def is_waiting(db: Session, account: Account) -> bool:
    """Whether the account was only ever invited: nothing proves yet whose it is."""
    linked = db.scalar(select(Identity.id).where(Identity.account_id == account.id).limit(1))
    return not account.password_hash and linked is None and not account.roles


def invitation_of_link(db: Session, token: str) -> Invitation | None:
    """The invitation behind a link, while it can be taken up."""
    row = row_of(db, "invitation", token)
    return open_invitation(db, row) if row else None


def open_invitation(db: Session, row: str) -> Invitation | None:
    """An invitation while it can be taken up: not used, not taken back, not too old."""
    invitation = db.get(Invitation, row)
    return invitation if invitation is not None and _is_open(invitation) else None


def open_invitations_of(db: Session, account_id: str) -> list[Invitation]:
    """All that an account can take up."""
    of_account = select(Invitation).where(Invitation.account_id == account_id).order_by(Invitation.created_at)
    return [invitation for invitation in db.scalars(of_account) if _is_open(invitation)]


def invitations_in(db: Session, programmes: Iterable[str]) -> list[Invitation]:
    """What can still be taken up in some programmes, the newest first."""
    wanted = set(programmes)
    waiting = select(Invitation).where(
        Invitation.accepted_at.is_(None), Invitation.revoked_at.is_(None), Invitation.expires_at > utc_now()
    )
    newest = db.scalars(waiting.order_by(Invitation.created_at.desc()))
    return [invitation for invitation in newest if wanted & set(invitation.roles)]


def accept(
    db: Session,
    invitation: Invitation,
    account: Account,
    *,
    name: str | None = None,
    job_title: str | None = None,
    password: str | None = None,
) -> None:
    """Give the account what it was invited to. ``password`` is set only where there was none to sign in with.

    Raises NotFound when somebody was faster: one statement decides between two.
    """
    unused = update(Invitation).where(
        Invitation.id == invitation.id, Invitation.accepted_at.is_(None), Invitation.revoked_at.is_(None)
    )
    if db.execute(unused.values(accepted_at=utc_now()).returning(Invitation.id)).scalar_one_or_none() is None:
        raise NotFound
    if is_waiting(db, account):
        if name:
            rename(db, account, name, job_title)
        if password is not None:
            account.password_hash = hash_password(password)
    if invitation.agency is not None and account.agency_id is None:
        account.agency = invitation.agency
    held = {(entry.programme, entry.role) for entry in account.roles}
    for programme, roles in invitation.roles.items():
        for role in roles:
            if (programme, role) not in held:
                account.roles.append(AccountRole(programme=programme, role=cast(Role, role)))
            audit.record(db, None, "invitation_accepted", "account", account.id, programme, role=role)
    db.flush()


def revoke(db: Session, actor: Actor, row: str) -> None:
    """Take an invitation back. Raises NotFound for one that is not of the administrator's programmes."""
    invitation = open_invitation(db, row)
    mine = actor.programmes("administrator")
    if invitation is None or not set(invitation.roles) <= mine:
        raise NotFound
    invitation.revoked_at = utc_now()
    for programme in invitation.roles:
        audit.record(db, actor, "invitation_revoked", "account", invitation.account_id, programme)


def _is_open(invitation: Invitation) -> bool:
    return invitation.accepted_at is None and invitation.revoked_at is None and utc_now() < invitation.expires_at
