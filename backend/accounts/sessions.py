"""What an account is signed in with: made at sign-in, looked up by the hash of its token, ended."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import delete
from sqlalchemy.orm import Session

from backend.access.actor import Actor
from backend.accounts.accounts import as_actor
from backend.accounts.models import Account, SignedInSession
from backend.database.base import utc_now
from backend.errors import NotSignedIn, Refused
from backend.keys.keyring import Keyring

Kind = Literal["cookie", "bearer"]
IDLE = timedelta(hours=8)
"""A working day: nobody signs in twice in a day, and a computer left alone is signed out by the next."""
LONGEST = timedelta(hours=24)
_NOTED_EVERY = timedelta(minutes=1)
"""How exactly the last use is known; writing it at each request would make every reader a writer."""


def begin(db: Session, account: Account, kind: Kind) -> str:
    """Sign an account in and answer the new token. A token from before the sign-in is never taken over."""
    token = secrets.token_urlsafe(32)
    now = utc_now()
    db.execute(delete(SignedInSession).where(SignedInSession.expires_at < now))
    db.add(
        SignedInSession(
            id=_hash(token), account=account, kind=kind, created_at=now, seen_at=now, expires_at=now + LONGEST
        )
    )
    db.flush()
    return token


def end(db: Session, session_id: str) -> None:
    """Sign out: the token is worth nothing from now on."""
    db.execute(delete(SignedInSession).where(SignedInSession.id == session_id))


def actor_for_bearer(db: Session, token: str) -> Actor:
    """Who holds a bearer token. Raises NotSignedIn."""
    return _actor(db, token, "bearer")


def actor_for_cookie(db: Session, token: str, csrf: str | None, *, needs_csrf: bool) -> Actor:
    """Whose browser sent a session cookie. Raises NotSignedIn, or Refused when a needed ``csrf`` is wrong."""
    actor = _actor(db, token, "cookie")
    if needs_csrf and not hmac.compare_digest((csrf or "").encode(), csrf_for(db, token).encode()):
        raise Refused("This page is out of date. Go back, load it again, and try once more.")
    return actor


def csrf_for(db: Session, token: str) -> str:
    """The token that forms of this session send back: nobody without the cookie can compute or guess it."""
    ring: Keyring = db.info["keyring"]
    return hmac.digest(ring.tokens, f"csrf {token}".encode(), "sha256").hex()


def _actor(db: Session, token: str, kind: Kind) -> Actor:
    session = db.get(SignedInSession, _hash(token))
    now = utc_now()
    if session is None or session.kind != kind or _ended(session, now) or session.account.closed_at is not None:
        raise NotSignedIn
    if now - session.seen_at > _NOTED_EVERY:
        session.seen_at = now
    return as_actor(db, session.account, session.id)


def _ended(session: SignedInSession, now: datetime) -> bool:
    return now >= session.expires_at or now - session.seen_at >= IDLE


def _hash(token: str) -> str:
    # The token is 256 random bits: a plain hash cannot be guessed backwards, so no slow one is needed.
    return hashlib.sha256(token.encode()).hexdigest()
