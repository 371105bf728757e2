"""Buttons of our replies: payloads go out as tokens and come back as presses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from backend.database.base import utc_now
from backend.keys import seal, unseal
from backend.threads.models import ButtonToken, Thread
from backend.threads.record import open_question_of
from backend.threads.shapes import Button, Press
from backend.threads.tokens import may_be_token, new_token, press_of, token_hash

_ADD_TOKEN = insert(ButtonToken)


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button that was pressed."""

    press: Press
    title: str
    stale: bool
    """It answered a question that is no longer the open one."""


def issue(db: Session, thread: Thread, button: Button) -> dict[str, str]:
    """The button as it is delivered: its payload replaced by a token that stands for it in this thread only."""
    return issue_all(db, thread, [button])[0]


def issue_all(db: Session, thread: Thread, buttons: Sequence[Button]) -> list[dict[str, str]]:
    """Buttons of one message as they are delivered, see :func:`issue`."""
    if not buttons:
        return []
    question, now = open_question_of(db, thread), utc_now()
    tokens = [new_token() for _ in buttons]
    rows = []
    for token, button in zip(tokens, buttons, strict=True):
        hashed = token_hash(token)
        body = {"payload": button.payload, "title": button.title, "question": question}
        sealed = seal(db, thread.data_key_id, body, table="button_tokens", column="body", row=f"{thread.id}:{hashed}")
        rows.append({"thread_id": thread.id, "token_hash": hashed, "body": sealed, "issued_at": now})
    db.execute(_ADD_TOKEN, rows)
    return [{"title": button.title, "payload": token} for token, button in zip(tokens, buttons, strict=True)]


def pressed(db: Session, thread: Thread, text: str) -> Pressed | None:
    """The press that a text is, or None: it is one only if it is a token of this thread."""
    if not may_be_token(text):
        return None
    hashed = token_hash(text)
    token = db.get(ButtonToken, (thread.id, hashed))
    if token is None:
        return None
    row = f"{thread.id}:{hashed}"
    body: dict[str, Any] = unseal(db, thread.data_key_id, token.body, table="button_tokens", column="body", row=row)
    press = press_of(body["payload"])
    if press is None:
        return None
    stale = press.kind == "answer" and body["question"] != open_question_of(db, thread)
    return Pressed(press, body["title"], stale)
