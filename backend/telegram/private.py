"""Links to the page on which somebody writes what is too private for a chat: made, found, used once. Callers commit.

What is written there is a message of the talk like any other, read for danger by the door first; but nothing of it is
said again on Telegram (``backend.telegram.unspoken``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit import record
from backend.database.base import new_id
from backend.errors import Conflict, NotFound
from backend.handovers.asking import heard
from backend.handovers.record import open_of
from backend.telegram.chats import actor_for_chat
from backend.telegram.models import PrivateLink
from backend.threads import buttons
from backend.threads.conversations import begin_page_thread, newest_page_thread, speaker
from backend.threads.languages import language_of, speaking
from backend.threads.models import Thread
from backend.threads.notices import notice_text
from backend.threads.record import add_message, ensure_key, find_thread, language_of_talk, open_question_of
from backend.threads.shapes import Button, Heard, IncomingMessage
from backend.threads.tokens import new_token, token_hash

PAGE = "/private/"
PRIVATE = "private"
"""The key in a message's body that says that nothing of it is to be said again in the chat."""
WRITTEN = "private-written"
_OVER = "This link does not work any more."


@dataclass(frozen=True, slots=True)
class MadeLink:
    """The page's address, and for how many minutes it opens."""

    url: str
    minutes: int


def make_link(db: Session, chat: str, origin: str, now: datetime) -> MadeLink:
    """A link for a chat's talk, which is begun where there is none; the one before ends. Conflict after too many."""
    actor = actor_for_chat(db, chat)
    thread = newest_page_thread(db, actor)
    if thread is None or thread.state not in ("open", "submitted"):
        thread = begin_page_thread(db, actor, "telegram")
    made = select(func.count()).where(PrivateLink.thread_id == thread.id)
    if (db.scalar(made) or 0) >= _policy()["most"]:
        raise Conflict("Too many links were made in this conversation.")
    still_open = select(PrivateLink).where(PrivateLink.thread_id == thread.id, PrivateLink.state == "open")
    for before in db.scalars(still_open):
        _end(before, "ended")
    token, minutes = new_token(), int(_policy()["minutes"])
    link = PrivateLink(
        id=new_id(),
        thread_id=thread.id,
        token_hash=token_hash(token),
        state="open",
        made_at=now,
        ends_at=now + timedelta(minutes=minutes),
    )
    db.add(link)
    db.flush()
    record(db, actor, "made", "private_link", link.id, thread.programme)
    language = language_of_talk(db, thread)
    return MadeLink(f"{origin}{PAGE}{token}" + (f"?lang={language}" if language else ""), minutes)


def find_link(db: Session, token: str, now: datetime) -> tuple[PrivateLink, Thread] | None:
    """The link of a token with its talk, while it opens the page; None for any other, invented ones included."""
    link = db.scalar(select(PrivateLink).where(PrivateLink.token_hash == token_hash(token)))
    if link is None or link.state != "open" or now >= link.ends_at:
        return None
    thread = find_thread(db, link.thread_id)
    return (link, thread) if thread.state in ("open", "submitted") else None


def speaker_by_link(db: Session, token: str, now: datetime) -> Actor:
    """Who writes by a link. NotFound for one that opens nothing."""
    found = find_link(db, token, now)
    if found is None:
        raise NotFound(_OVER)
    return speaker(db, found[1])


def take_words(db: Session, message: IncomingMessage, now: datetime) -> Heard:
    """Keep what was written on the page, once, and tell the chat that it came: there the talk goes on.

    Nobody is asked to answer it here (``handed_over``): danger in it is answered by the door, on the page.
    """
    found = find_link(db, message.credential.value, now)
    if found is None:
        raise NotFound(_OVER)
    link, thread = found
    thread = find_thread(db, thread.id, lock=True)
    ensure_key(db, thread)
    body = {"text": message.text, "reading": message.reading, "press": None, PRIVATE: True}
    handover = open_of(db, thread)
    body["question"] = None if handover is not None else _answered(db, thread)
    kept = add_message(db, thread, "in", body=body, delivery=message.delivery)
    _end(link, "used")
    record(db, speaker(db, thread), "used", "private_link", link.id, thread.programme)
    if handover is not None:
        heard(db, thread, handover, kept.n)
    _tell_chat(db, thread, go_on=handover is None)
    return Heard(
        thread=thread.id,
        message=kept.n,
        duplicate=False,
        replies=None,
        press=None,
        audience="family",
        programme=thread.programme,
        handed_over=True,
        language=language_of_talk(db, thread),
    )


def _answered(db: Session, thread: Thread) -> dict[str, Any] | None:
    """The open question, if words of one's own may answer it: a "yes" to anything else is said in the chat."""
    question = open_question_of(db, thread)
    return question if question and question["id"] in _policy()["answers"] else None


def _tell_chat(db: Session, thread: Thread, *, go_on: bool) -> None:
    with speaking(spoken := language_of(language_of_talk(db, thread))):
        text = notice_text(WRITTEN, "family")
    body: dict[str, Any] = {"text": text}
    if go_on:
        title = "Go on"
        button = Button(title=spoken.button(title) if spoken else title, payload="intent:resume")
        body["buttons"] = [buttons.issue(db, thread, button)]
    add_message(db, thread, "out", kind="reply", body=body)


def _end(link: PrivateLink, state: str) -> None:
    link.state, link.token_hash = state, None


@cache
def _policy() -> dict[str, Any]:
    policy: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    return policy
