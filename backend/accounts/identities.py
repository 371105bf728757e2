"""From who a provider says somebody is to an account of ours: linked once, by invitation or verified address."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from backend import audit
from backend.accounts import second_factor
from backend.accounts.accounts import create_account, find_account
from backend.accounts.invitations import accept, is_waiting, open_invitation, open_invitations_of
from backend.accounts.models import Account, Identity
from backend.accounts.provider_client import Identity as Shown
from backend.accounts.providers import Provider
from backend.accounts.sessions import end_all
from backend.errors import NotSignedIn
from backend.keys import blind_index


class NoAccountHere(NotSignedIn):
    """The provider knows them, and we have no account for them."""

    code = "no_account"
    wording = (
        "Your organisation has signed you in, but there is no account for you in Front Door. "
        "Ask the programme's administrator to invite you."
    )
    keeps_changes = True


def account_for(db: Session, provider: Provider, shown: Shown, invitation: str | None) -> Account:
    """The account of whoever a provider sent back, linked now if need be. Raises NoAccountHere.

    ``invitation``: the id of one whose link they followed.
    """
    invited = open_invitation(db, invitation) if invitation else None
    known = db.scalar(
        select(Identity).where(Identity.issuer == shown.issuer, Identity.subject_index == _subject(db, shown))
    )
    account = db.get(Account, known.account_id) if known else None
    if account is not None:
        if account.closed_at is not None:
            raise NoAccountHere
        if invited is not None:
            accept(db, invited, account)
        return account
    if invited is not None and is_waiting(db, invited.account):
        accept(db, invited, invited.account, name=shown.name)
        _link(db, shown, invited.account)
        return invited.account
    account = _by_address(db, shown) or _by_domain(db, provider, shown)
    if account is None:
        raise NoAccountHere
    for waiting in open_invitations_of(db, account.id):
        accept(db, waiting, account, name=shown.name)
    _link(db, shown, account)
    return account


def provider_of(db: Session, account_id: str) -> list[str]:
    """Issuers of the sign-ins that an account is linked to."""
    return list(db.scalars(select(Identity.issuer).where(Identity.account_id == account_id)))


def unlink(db: Session, account_id: str) -> None:
    """Let an account be nobody at any provider."""
    db.execute(delete(Identity).where(Identity.account_id == account_id))


def _by_address(db: Session, shown: Shown) -> Account | None:
    """An account that an administrator made for the verified address.

    Not one that is linked already, to whichever provider: an address may pass to somebody else, who must not inherit an
    account with it, and one organisation has no say over whom another vouches for.
    """
    account = find_account(db, shown.email) if shown.email else None
    if account is None or account.closed_at is not None or account.demo or account.break_glass:
        return None
    return None if provider_of(db, account.id) else account


def _by_domain(db: Session, provider: Provider, shown: Shown) -> Account | None:
    if not shown.email or find_account(db, shown.email) is not None:
        return None
    domain = shown.email.rpartition("@")[2].casefold()
    rules = [rule for rule in provider.new_accounts if rule.domain == domain]
    if not rules:
        return None
    account = create_account(
        db,
        email=shown.email,
        display_name=shown.name or shown.email,
        password=None,
        roles=[(rule.programme, "nominator") for rule in rules],
        agency=rules[0].agency,
    )
    for rule in rules:
        audit.record(db, None, "account-made", "account", account.id, rule.programme, role="nominator", by="domain")
    return account


def _link(db: Session, shown: Shown, account: Account) -> None:
    """From now on the organisation says who this is: what proved it before no longer does."""
    db.add(Identity(account_id=account.id, issuer=shown.issuer, subject_index=_subject(db, shown)))
    account.password_hash = ""  # nosec B105 # no password fits an empty hash
    second_factor.remove(db, account.id)
    end_all(db, account.id)
    db.flush()
    audit.record(db, None, "identity_linked", "account", account.id, None)


def _subject(db: Session, shown: Shown) -> str:
    # Providers tell capital letters apart in subjects, blind indexes of words do not: hexadecimal digits keep them.
    exact = f"{shown.issuer} {shown.subject}".encode().hex()
    return blind_index(db, exact, kind="provider-subject", programme=None)
