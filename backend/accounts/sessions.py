"""What an account is signed in with: made at sign-in, looked up by the hash of its token, ended."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Session

from backend.access.actor import Actor
from backend.accounts.accounts import actor_of
from backend.accounts.models import Account, SignedInSession
from backend.accounts.second_factor import is_required
from backend.database.base import utc_now
from backend.errors import NotSignedIn, Refused
from backend.keys.keyring import Keyring

Kind = Literal["cookie", "bearer"]
How = Literal["password", "code", "provider"]
IDLE = timedelta(hours=8)
"""A working day: nobody signs in twice in a day, and a computer left alone is signed out by the next."""
LONGEST = timedelta(hours=24)
_BY_ID = (
    select(
        SignedInSession.kind,
        SignedInSession.account_id,
        SignedInSession.expires_at,
        SignedInSession.seen_at,
        SignedInSession.how,
        SignedInSession.limited,
        Account.closed_at,
    )
    .join(Account, Account.id == SignedInSession.account_id)
    .where(SignedInSession.id == bindparam("session"))
)
"""Asked with every request, hence made once."""
_NOTED_EVERY = timedelta(minutes=1)
"""How exactly the last use is known; writing it at each request would make every reader a writer."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """How somebody came to be signed in."""

    how: How = "password"
    provider: str | None = None
    """Code of the organisation's sign-in."""
    browser: str | None = None
    """In coarse words."""
    limited: bool = False
    """Without roles until a second factor is set up."""


def begin(db: Session, account: Account, kind: Kind, came: Circumstances | None = None) -> str:
    """Sign an account in and answer the new token. A token from before the sign-in is never taken over."""
    came = came or Circumstances()
    token = secrets.token_urlsafe(32)
    now = utc_now()
    db.execute(delete(SignedInSession).where(SignedInSession.expires_at < now))
    db.add(
        SignedInSession(
            id=hash_of(token),
            account=account,
            kind=kind,
            created_at=now,
            seen_at=now,
            expires_at=now + LONGEST,
            how=came.how,
            provider=came.provider,
            browser=came.browser,
            limited=came.limited,
        )
    )
    db.flush()
    return token


def end(db: Session, session_id: str) -> None:
    """Sign out: the token is worth nothing from now on."""
    db.execute(delete(SignedInSession).where(SignedInSession.id == session_id))


def end_token(db: Session, token: str | None) -> None:
    """End whatever a browser was signed in with before: two sign-ins in one browser are never both meant."""
    if token:
        end(db, hash_of(token))


def end_of(db: Session, account_id: str, session_id: str) -> bool:
    """End one sign-in of an account; False when it is not the account's."""
    mine = (SignedInSession.id == session_id, SignedInSession.account_id == account_id)
    ended = db.execute(delete(SignedInSession).where(*mine).returning(SignedInSession.id))
    return ended.scalar_one_or_none() is not None


def end_all(db: Session, account_id: str, but: str | None = None) -> int:
    """End every sign-in of an account, ``but`` one; how many."""
    gone = delete(SignedInSession).where(SignedInSession.account_id == account_id)
    if but is not None:
        gone = gone.where(SignedInSession.id != but)
    return len(db.execute(gone.returning(SignedInSession.id)).all())


def open_sessions(db: Session, account_id: str) -> list[SignedInSession]:
    """Where an account is signed in, the newest first."""
    now = utc_now()
    mine = select(SignedInSession).where(SignedInSession.account_id == account_id)
    newest = db.scalars(mine.order_by(SignedInSession.created_at.desc()))
    return [session for session in newest if not _ended(session.expires_at, session.seen_at, now)]


def widen(db: Session, session_id: str) -> None:
    """Give a limited sign-in its roles, once the second factor is set up."""
    session = db.get(SignedInSession, session_id)
    if session is not None:
        session.limited, session.how = False, "code"
        db.flush()


def actor_for_bearer(db: Session, token: str, *, factor_demanded: bool = False) -> Actor:
    """Who holds a bearer token; ``factor_demanded`` as for signing in. Raises NotSignedIn."""
    return _actor(db, token, "bearer", factor_demanded=factor_demanded)


def actor_for_cookie(
    db: Session,
    token: str,
    csrf: str | None,
    *,
    needs_csrf: bool,
    factor_demanded: bool = False,
    by_itself: bool = False,
) -> Actor:
    """Whose browser sent a session cookie; ``by_itself``: without anybody's doing, so that it counts as no use.

    Raises NotSignedIn, or Refused when a needed ``csrf`` is wrong.
    """
    actor = _actor(db, token, "cookie", factor_demanded=factor_demanded, by_itself=by_itself)
    if needs_csrf and not hmac.compare_digest((csrf or "").encode(), csrf_for(db, token).encode()):
        raise Refused("This page is out of date. Go back, load it again, and try once more.")
    return actor


def csrf_for(db: Session, token: str) -> str:
    """The token that forms of this session send back: nobody without the cookie can compute or guess it."""
    ring: Keyring = db.info["keyring"]
    return hmac.digest(ring.tokens, f"csrf {token}".encode(), "sha256").hex()


def _actor(db: Session, token: str, kind: Kind, *, factor_demanded: bool, by_itself: bool = False) -> Actor:
    id, now = hash_of(token), utc_now()  # noqa: A001
    session = db.execute(_BY_ID, {"session": id}).first()
    if session is None or session.kind != kind or session.closed_at is not None:
        raise NotSignedIn
    if _ended(session.expires_at, session.seen_at, now):
        raise NotSignedIn
    if not by_itself and now - session.seen_at > _NOTED_EVERY:
        db.execute(update(SignedInSession).where(SignedInSession.id == id).values(seen_at=now))
    actor = actor_of(db, session.account_id)
    if actor is None:
        raise NotSignedIn
    # A role that asks for a second factor may have been given after the password alone was shown.
    asked = factor_demanded and session.how == "password" and is_required(db.get_one(Account, session.account_id))
    limited = session.limited or asked
    return replace(actor, session_id=id, limited=limited, roles=frozenset() if limited else actor.roles)


def _ended(expires_at: datetime, seen_at: datetime, now: datetime) -> bool:
    return now >= expires_at or now - seen_at >= IDLE


def hash_of(token: str) -> str:
    """Under which a random token is kept."""
    # The token is 256 random bits: a plain hash cannot be guessed backwards, so no slow one is needed.
    return hashlib.sha256(token.encode()).hexdigest()
