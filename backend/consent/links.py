"""Links by which a family answers for itself: made, found again, taken back. Callers commit."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit import record
from backend.consent.models import ConsentLink
from backend.database.base import new_id
from backend.errors import Conflict, Invalid
from backend.keys import seal, unseal
from backend.programmes import load_programme
from backend.threads.conversations import speaker
from backend.threads.models import Thread
from backend.threads.record import find_thread
from backend.threads.tokens import new_token, token_hash

MOST = 20
"""Links of one talk; nobody needs more, and a loop would."""
PAGE = "/agree/"


def make_link(db: Session, thread_id: str, origin: str, now: datetime, *, renew: bool = False) -> ConsentLink:
    """The talk's link, made if there is none that can be used; with ``renew`` a new one, and the one before ends.

    Raises Conflict for a talk that is over or has had too many, Invalid where no programme's wording is known.
    """
    thread = find_thread(db, thread_id, lock=True)
    if thread.state != "open":
        raise Conflict("This conversation has ended.")
    if thread.programme is None:
        raise Invalid("It is not known yet which programme this is for.")
    before = newest(db, thread.id)
    if before is not None and is_usable(before, thread, now):
        if not renew:
            return before
        end(before, "revoked")
    if before is not None and before.n >= MOST:
        raise Conflict("Too many links were made in this conversation.")
    return _made(db, thread, origin, now, n=before.n + 1 if before else 1)


def _made(db: Session, thread: Thread, origin: str, now: datetime, *, n: int) -> ConsentLink:
    programme = load_programme(thread.programme or "")
    token = new_token()
    link = ConsentLink(
        id=new_id(),
        thread_id=thread.id,
        n=n,
        programme=programme.code,
        programme_version=programme.version,
        token_hash=token_hash(token),
        state="open",
        made_at=now,
        ends_at=now + timedelta(days=programme.data["consent"]["link"]["days"]),
    )
    keep_body(db, thread, link, {"url": f"{origin}{PAGE}{token}"})
    db.add(link)
    thread.version += 1
    db.flush()
    record(db, speaker(db, thread), "made", "consent_link", link.id, link.programme)
    return link


def take_back(db: Session, thread_id: str, by: Actor | None) -> bool:
    """End the talk's link before anybody used it; whether there was one to end."""
    thread = find_thread(db, thread_id, lock=True)
    link = newest(db, thread.id)
    if link is None or link.state != "open":
        return False
    end(link, "revoked")
    thread.version += 1
    record(db, by or speaker(db, thread), "revoked", "consent_link", link.id, link.programme)
    return True


def end(link: ConsentLink, state: str) -> None:
    """Let a link open nothing any more, and keep nothing of it but what it was and when."""
    link.state, link.token_hash, link.body = state, None, None


def newest(db: Session, thread_id: str) -> ConsentLink | None:
    """The talk's last link, which is the one that counts."""
    return db.scalars(select(ConsentLink).where(_of(thread_id)).order_by(ConsentLink.n.desc()).limit(1)).first()


def answered(db: Session, thread_id: str) -> list[ConsentLink]:
    """The links of a talk by which a family answered, in order."""
    return list(
        db.scalars(
            select(ConsentLink).where(_of(thread_id), ConsentLink.answered_at.is_not(None)).order_by(ConsentLink.n)
        )
    )


def _of(thread_id: str) -> ColumnElement[bool]:
    return ConsentLink.thread_id == thread_id


def is_usable(link: ConsentLink, thread: Thread, now: datetime) -> bool:
    """Whether a family can still answer by it."""
    return link.state == "open" and now < link.ends_at and thread.state == "open"


def state_of(link: ConsentLink, thread: Thread, now: datetime) -> str:
    """``open``, ``given``, ``refused``, ``withdrawn``, ``revoked`` or ``ended``."""
    return "ended" if link.state == "open" and not is_usable(link, thread, now) else link.state


def address_of(db: Session, thread: Thread) -> str:
    """The address of the talk's link, for whoever hands it on; empty where there is none."""
    link = newest(db, thread.id)
    return str(body_of(db, thread, link).get("url", "")) if link is not None and link.state == "open" else ""


def keep_body(db: Session, thread: Thread, link: ConsentLink, body: dict[str, Any]) -> None:
    link.body = seal(db, thread.data_key_id, body, table="consent_links", column="body", row=link.id)


def body_of(db: Session, thread: Thread, link: ConsentLink) -> dict[str, Any]:
    if link.body is None:
        return {}
    return dict(unseal(db, thread.data_key_id, link.body, table="consent_links", column="body", row=link.id))
