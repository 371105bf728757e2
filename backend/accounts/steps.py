"""Sign-ins that are half done: kept here, sealed, under the hash of a token that only the browser has."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any, Literal

from sqlalchemy import delete
from sqlalchemy.orm import Session

from backend.accounts.models import SignInStep
from backend.accounts.sessions import hash_of
from backend.database.base import utc_now
from backend.keys import ACCOUNTS_KEY, seal, unseal

Kind = Literal["code", "provider"]
LASTS = timedelta(minutes=10)
TRIES = 5


def begin_step(db: Session, kind: Kind, body: dict[str, Any]) -> str:
    """Keep what is needed to go on and answer the browser's token. What has run out is cleared away."""
    now = utc_now()
    db.execute(delete(SignInStep).where(SignInStep.expires_at < now))
    token = secrets.token_urlsafe(32)
    row = hash_of(token)
    sealed = seal(db, ACCOUNTS_KEY, body, table="sign_in_steps", column="body", row=row)
    db.add(SignInStep(id=row, kind=kind, body=sealed, expires_at=now + LASTS))
    db.flush()
    return token


def open_step(db: Session, kind: Kind, token: str | None) -> dict[str, Any] | None:
    """What was kept; None when it has run out, was used up or never was."""
    step = db.get(SignInStep, hash_of(token)) if token else None
    if step is None or step.kind != kind or step.expires_at < utc_now() or step.tries >= TRIES:
        return None
    body: dict[str, Any] = unseal(db, ACCOUNTS_KEY, step.body, table="sign_in_steps", column="body", row=step.id)
    return body


def count_try(db: Session, token: str) -> None:
    """Remember a wrong answer; after a few the sign-in begins anew."""
    step = db.get(SignInStep, hash_of(token))
    if step is not None:
        step.tries += 1
        db.flush()


def use_up(db: Session, token: str) -> bool:
    """End a step, so that nobody goes on from it twice; False when somebody else was faster."""
    used = db.execute(delete(SignInStep).where(SignInStep.id == hash_of(token)).returning(SignInStep.id))
    return used.scalar_one_or_none() is not None
