"""Markers in our replies: what only the record knows is put in here, after Rasa, which never sees it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy.orm import Session

from backend.consent.links import address_of
from backend.errors import Invalid
from backend.nominations.telling import status_text
from backend.telegram.unspoken import sayable
from backend.threads.conversations import speaker
from backend.threads.languages import spoken
from backend.threads.models import Thread
from backend.threads.notices import notice_text
from backend.threads.record import content_of
from backend.threads.summary import conditions_line, summary
from backend.threads.understood import Item, lines

_MARKER = re.compile(r"\[\[([a-z]+)\]\]")
UNDERSTOOD = "understood"
"""The marker that is replaced by a line for each item that the reply names."""


def fill(db: Session, thread: Thread, text: str | None, names: list[str], items: Iterable[Item] = ()) -> str | None:
    """The text with ``[[summary]]``, ``[[reference]]`` and the other markers replaced by what only the record knows.

    Only what ``names`` asks for; ``items`` are those that the reply tells.
    """
    if text is None:
        return None
    if not isinstance(names, list):
        raise Invalid("A reply asks for markers that are no list.")
    if not all(isinstance(name, str) and (name in _FILLERS or name == UNDERSTOOD) for name in names):
        raise Invalid("A reply asks for a marker that does not exist.")

    def filled(marker: re.Match[str]) -> str:
        name = marker[1]
        if name not in names:
            return marker[0]
        return lines(items) if name == UNDERSTOOD else _FILLERS[name](db, thread)

    # In one go: a marker that somebody wrote in their story is only their words.
    return _MARKER.sub(filled, text)


def must_be_so(thread: Thread, custom: dict[str, Any]) -> None:
    """Raise Invalid for a reply that says of its talk what the record does not: its author may be wrong, or lie."""
    if custom.get("reference") not in (None, thread.reference):
        raise Invalid("A reply names a reference that is not this conversation's.")
    if custom.get("outcome") == "submitted" and thread.reference is None:
        raise Invalid("A reply says that something was sent which was not.")


def _summary(db: Session, thread: Thread) -> str:
    content, left_out = sayable(db, thread, content_of(db, thread))
    told = summary(content, thread.audience, speaker(db, thread).display_name)
    return f"{told}\n{notice_text('private-kept', thread.audience)}" if left_out else told


def _status(db: Session, thread: Thread) -> str:
    text, language = status_text(db, thread), spoken()
    return text if language is None else language.as_far_as_worded(text)


def _reference(_db: Session, thread: Thread) -> str:
    return thread.reference or ""


def _conditions(db: Session, thread: Thread) -> str:
    return conditions_line(content_of(db, thread).get("consent") or {})


_FILLERS: dict[str, Callable[[Session, Thread], str]] = {
    "summary": _summary,
    "status": _status,
    "reference": _reference,
    "conditions": _conditions,
    "link": address_of,
}
