"""What a coordinator sees beside a letter: the safe ways of reaching its reader, and when it is read."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from backend.database.base import utc_now
from backend.letters.service import Opened
from backend.nominations.interpreting import interpreter_for
from backend.nominations.record import content_of, find_nomination
from backend.telegram.delivery import held, not_delivered
from backend.telegram.safe_times import lines, safe_of
from backend.threads.record import find_thread
from backend.web.words import word


def safety_lines(db: Session, opened: Opened) -> list[str]:
    """How the record says that the reader is reached, as it was told; none for a professional."""
    nomination = find_nomination(db, opened.reference)
    if opened.letter.reader == "nominator" and nomination.audience == "professional":
        return []
    content = content_of(db, nomination)
    contact = content.get("contact") or {}
    named = [f"{word(key, 'letter_contact')}: {contact[key]}" for key in ("phone", "email", "person", "note")
             if contact.get(key)]  # fmt: skip
    conditions = [f"They agreed on a condition: “{each['words']}”"
                  for each in (content.get("consent") or {}).get("conditions") or []]  # fmt: skip
    thread = find_thread(db, nomination.thread_id) if nomination.thread_id else None
    times = lines(safe_of(db, thread)) if thread is not None else []
    spoken = interpreter_for(content)
    language = [f"This letter is in English. Find an interpreter: {spoken}"] if spoken else []
    return [*named, *times, *conditions, *language]


def when_it_is_read(db: Session, opened: Opened) -> str | datetime | None:
    """Of a letter in a chat: ``lost`` where it did not reach it, or until when it waits; else None."""
    nomination = find_nomination(db, opened.reference)
    if opened.letter.message_n is None or nomination.thread_id is None:
        return None
    thread = find_thread(db, nomination.thread_id)
    if opened.letter.message_n in not_delivered(db, thread):
        return "lost"
    return held(db, thread, utc_now()).get(opened.letter.message_n)
