"""What a family answers by its link, and what follows for the talk. Callers commit."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.audit import record
from backend.consent.links import end, is_usable, keep_body
from backend.consent.models import ConsentLink
from backend.consent.wording import wording
from backend.outbox.service import post
from backend.threads import buttons
from backend.threads.models import Thread
from backend.threads.notices import add_notice
from backend.threads.record import add_message, content_of, erase, find_thread, keep_open_question
from backend.threads.shapes import Button
from backend.threads.tokens import token_hash

METHOD = "link"
"""How a family that answered by its link was asked, as the events of its consent say."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was filled in. Nothing of it but ``agrees`` is told in the nominator's talk, unless ``shared``."""

    agrees: bool
    purposes: dict[str, bool]
    """The programme's further purposes, by code."""
    name: str
    reach: str
    """A number or an e-mail address; may be empty."""
    note: str
    """When and how it is safe."""
    condition: str
    shared: bool
    """Whether whoever handed the link on may read name and contact."""
    language: str | None = None
    """The code of the language in which it was read and answered; None is English."""


def link_for(db: Session, token: str, now: datetime) -> tuple[ConsentLink, Thread] | None:
    """The link of an address and its talk, locked, while it can be used; None for any other, whatever it once was."""
    link = db.scalar(select(ConsentLink).where(ConsentLink.token_hash == token_hash(token)))
    if link is None:
        return None
    thread = find_thread(db, link.thread_id, lock=True)
    db.refresh(link)
    return (link, thread) if link.token_hash is not None and is_usable(link, thread, now) else None


def answer(db: Session, link: ConsentLink, thread: Thread, given: Answer, now: datetime) -> None:
    """Keep a family's answer, and let the talk go on or stop. After a yes the link can only take it back."""
    agreed_by = _agreed_by(content_of(db, thread).get("consent") or {})
    if given.agrees:
        link.state = "given"
    else:
        end(link, "refused")
    link.answered_at, link.after = now, thread.last_n
    record(db, None, "answered", "consent_link", link.id, link.programme, state=link.state)
    post(db, [thread.account_id], "family-answered", f"consent:{link.id}", link.programme)
    if not given.agrees and (agreed_by is None or same_person(given.name, agreed_by)):
        stop(db, thread, "family-refused")
        return
    keep_body(db, thread, link, asdict(given))
    if agreed_by is None:
        _go_on(db, thread)
    else:
        add_notice(db, thread, "family-agreed-too" if given.agrees else "family-refused-too")
    thread.version += 1
    thread.touched_at = now
    db.flush()


def stop(db: Session, thread: Thread, notice: str) -> None:
    """Nobody agrees (any more): what was told is erased. That the family answered stays, without a word of it."""
    record(db, None, "stopped", "thread", thread.id, thread.programme, reason="refused", by=METHOD)
    erase(db, thread, "stopped")
    add_notice(db, thread, notice)


def _go_on(db: Session, thread: Thread) -> None:
    """Nothing is asked any more until the nominator goes on: whatever they write next is heard as news."""
    keep_open_question(db, thread, None)
    said = wording()["agreed"]
    offered = [
        buttons.issue(db, thread, Button(title=said["go_on"], payload="answer:go_on")),
        buttons.issue(db, thread, Button(title=said["another"], payload="answer:another_link")),
    ]
    body = {"text": said["text"], "buttons": offered, "custom": {"consent": "given"}}
    add_message(db, thread, "out", kind="reply", body=body)


def _agreed_by(consent: dict[str, Any]) -> str | None:
    """Who had agreed before, empty where nobody said who; None where nobody had."""
    if consent.get("state") != "given":
        return None
    named = (str(event.get("by") or "") for event in consent.get("events") or [] if event.get("state") == "given")
    return next(filter(None, named), "")


def same_person(one: str, other: str) -> bool:
    """Whether two names may be one person's: one has all the words of the other."""
    first, second = set(one.casefold().split()), set(other.casefold().split())
    return bool(first and second) and (first <= second or second <= first)
