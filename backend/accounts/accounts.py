"""Accounts: making them, finding them, and seeing one as an Actor."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from sqlalchemy import ColumnElement, bindparam, select
from sqlalchemy.orm import Session

from backend.access.actor import Actor, Role
from backend.accounts.models import Account, AccountRole, Agency
from backend.accounts.passwords import hash_password
from backend.database.base import new_id
from backend.keys import ACCOUNTS_KEY, CannotOpen, KeyDestroyed, blind_index, destroy, new_data_key, seal, unseal

DAMAGED_NAME = "name cannot be read"
"""Shown in place of a name that was changed or moved in the database."""
ERASED_NAME = "name was erased"
"""Shown in place of the name of a family's account that was closed."""
NAMELESS = "nameless"
"""Stands where other accounts have the blind index of their address."""


def create_account(
    db: Session,
    *,
    email: str,
    display_name: str,
    password: str | None,
    roles: Iterable[tuple[str, Role]],
    job_title: str | None = None,
    agency: str | None = None,
    demo: bool = False,
    break_glass: bool = False,
    of_a_family: bool = False,
) -> Account:
    """Make an account. ``roles`` are pairs of programme code and role; the agency is made when it is new.

    Without a password nobody can sign in by one. ``of_a_family``: it will speak as a family only; so does one whose
    roles all do.
    """
    account_id, held = new_id(), sorted(set(roles))
    own_key_id = new_data_key(db) if of_a_family or (held and all(role == "family" for _, role in held)) else None
    key = own_key_id or ACCOUNTS_KEY
    account = Account(
        id=account_id,
        email_index=email_index(db, email),
        email=seal(db, key, email.strip(), table="accounts", column="email", row=account_id),
        display_name=seal(db, key, display_name, table="accounts", column="display_name", row=account_id),
        job_title=job_title,
        agency=agency_named(db, agency) if agency else None,
        password_hash="" if password is None else hash_password(password),
        demo=demo,
        break_glass=break_glass,
        roles=[AccountRole(programme=programme, role=role) for programme, role in held],
        own_key_id=own_key_id,
    )
    db.add(account)
    db.flush()
    return account


def create_nameless(db: Session, display_name: str, roles: Iterable[tuple[str, Role]]) -> Account:
    """Make a family's account to which nobody can sign in: it has no address and no password (a chat on Telegram)."""
    made = create_account(
        db, email=f"{NAMELESS} {new_id()}", display_name=display_name, password=None, roles=roles, of_a_family=True
    )
    made.email_index = f"{NAMELESS} {made.id}"
    made.email = seal(db, _key_of(made), "", table="accounts", column="email", row=made.id)
    db.flush()
    return made


def is_nameless() -> ColumnElement[bool]:
    """Accounts made by :func:`create_nameless`; no administrator has anything to do with them."""
    return Account.email_index.startswith(f"{NAMELESS} ")


def find_account(db: Session, email: str) -> Account | None:
    """The account of an e-mail address, however it is typed."""
    return db.scalar(select(Account).where(Account.email_index == email_index(db, email)))


def email_of(db: Session, account_id: str) -> str | None:
    """The e-mail address of an open account, to write to it; None when it is closed or unknown, or has none."""
    account = db.get(Account, account_id)
    if account is None or account.closed_at is not None:
        return None
    return str(unseal(db, _key_of(account), account.email, table="accounts", column="email", row=account.id)) or None


def name_of(db: Session, account_id: str) -> str | None:
    """The display name of an account, to show who did something; None when it is unknown."""
    account = db.get(Account, account_id)
    return None if account is None else _name(db, account)


def names_of(db: Session, account_ids: Iterable[str]) -> dict[str, str]:
    """The display names of some accounts by id, looked up in one go; unknown ids are left out."""
    wanted = {each for each in account_ids if each}
    if not wanted:
        return {}
    found = db.execute(select(Account.id, Account.display_name, Account.own_key_id).where(Account.id.in_(wanted)))
    return {account: _opened_name(db, account, sealed, own or ACCOUNTS_KEY) for account, sealed, own in found}


def holders(db: Session, role: Role, programme: str) -> list[str]:
    """Ids of the open accounts that hold a role in a programme."""
    held = (
        select(Account.id)
        .join(AccountRole)
        .where(AccountRole.role == role, AccountRole.programme == programme, Account.closed_at.is_(None))
    )
    return list(db.scalars(held.order_by(Account.id)))


def as_actor(db: Session, account: Account, session_id: str, *, limited: bool = False) -> Actor:
    """An account as the one who acts; ``limited``: without its roles."""
    return Actor(
        account_id=account.id,
        display_name=_name(db, account),
        job_title=account.job_title,
        agency=account.agency.name if account.agency else None,
        roles=frozenset(() if limited else ((held.programme, cast(Role, held.role)) for held in account.roles)),
        session_id=session_id,
        limited=limited,
    )


_BY_ID = (
    select(
        Account.id,
        Account.display_name,
        Account.own_key_id,
        Account.job_title,
        Agency.name,
        AccountRole.programme,
        AccountRole.role,
    )
    .outerjoin(Agency, Agency.id == Account.agency_id)
    .outerjoin(AccountRole, AccountRole.account_id == Account.id)
    .where(Account.id == bindparam("account"))
)
"""An account with each of its roles; asked several times in each turn of a talk, hence made once."""


def actor_of(db: Session, account_id: str) -> Actor | None:
    """An account as the one who acts, without a session; None for an unknown id."""
    found = db.execute(_BY_ID, {"account": account_id}).all()
    if not found:
        return None
    known, sealed, own_key_id, job_title, agency, _, _ = found[0]
    return Actor(
        account_id=known,
        display_name=_opened_name(db, known, sealed, own_key_id or ACCOUNTS_KEY),
        job_title=job_title,
        agency=agency,
        roles=frozenset((programme, cast(Role, role)) for *_, programme, role in found if role is not None),
        session_id="",
    )


def email_index(db: Session, email: str) -> str:
    """The blind index under which an e-mail address is found."""
    return blind_index(db, email, kind="account-email", programme=None)


def _name(db: Session, account: Account) -> str:
    return _opened_name(db, account.id, account.display_name, _key_of(account))


def _opened_name(db: Session, account_id: str, sealed: bytes, key: str) -> str:
    try:
        return str(unseal(db, key, sealed, table="accounts", column="display_name", row=account_id))
    except KeyDestroyed:
        return ERASED_NAME
    except CannotOpen:
        # A name that somebody forged is not shown; nor does it keep anybody from the duty list or the queue.
        return DAMAGED_NAME


def agency_named(db: Session, name: str) -> Agency:
    """The agency of this name, new where there is none."""
    known = db.scalar(select(Agency).where(Agency.name == name))
    if known is None:
        known = Agency(name=name)
        db.add(known)
        db.flush()
    return known


def rename(db: Session, account: Account, display_name: str, job_title: str | None) -> None:
    """Give an account the name that others see."""
    key = _key_of(account)
    account.display_name = seal(db, key, display_name, table="accounts", column="display_name", row=account.id)
    account.job_title = job_title or account.job_title


def erase_own(db: Session, account: Account) -> bool:
    """Destroy name and address of a family's account, here and in backups; whether it was one.

    The address can be used for a new account afterwards.
    """
    if account.own_key_id is None:
        return False
    destroy(db, account.own_key_id)
    # What is left of them opens for nobody; the index would still tell whoever guesses the address.
    account.email_index, account.email, account.display_name = f"erased {account.id}", b"", b""
    db.flush()
    return True


def _key_of(account: Account) -> str:
    return account.own_key_id or ACCOUNTS_KEY
