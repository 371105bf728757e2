"""Accounts and drafts straight in the database, for tests that need two at the same moment."""

from __future__ import annotations

import itertools
from typing import Any

from sqlalchemy.orm import Session

from backend.access import Actor, Role
from backend.accounts.accounts import as_actor, create_account
from backend.threads.conversations import thread_for
from backend.threads.models import Thread
from backend.threads.record import add_message, keep_content
from tests.backend.threads.talking import CONTENT

_numbers = itertools.count(1)


def somebody(db: Session, role: Role, *programmes: str, agency: str | None = "Meadow Park School") -> Actor:
    """A new account with one role in some programmes, as an actor."""
    number = next(_numbers)
    account = create_account(
        db,
        email=f"{role}{number}@council.example",
        display_name=f"Person {number}",
        password=None,  # nobody signs in with it, and a hash takes its time
        roles=[(programme, role) for programme in programmes],
        agency=agency,
    )
    return as_actor(db, account, session_id="")


def draft(db: Session, actor: Actor, programme: str, content: dict[str, Any] = CONTENT) -> Thread:
    """A talk with a draft that is ready to be sent."""
    thread = thread_for(db, actor, "web", f"conversation {next(_numbers)}", programme)
    add_message(db, thread, "in", body={"text": content.get("story"), "reading": {}, "press": None, "question": None})
    keep_content(db, thread, content)
    db.flush()
    return thread
