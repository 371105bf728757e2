"""Changing a draft: whole, once, against the version that was read."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, update
from sqlalchemy.orm import Session

from backend.assessment.deciding import still_deciding
from backend.audit import record
from backend.eligibility import Nomination, NominationInvalid, judge
from backend.errors import Conflict, Invalid
from backend.nominations.due import LONDON
from backend.programmes import load_programme
from backend.threads.conversations import programmes_of, speaker
from backend.threads.models import Thread, ThreadMessage
from backend.threads.record import (
    content_of,
    ensure_key,
    find_thread,
    judgement_of,
    keep_content,
    keep_judgement,
    keep_open_question,
)
from backend.threads.shapes import DraftPatch, DraftPut
from backend.threads.view import elsewhere, is_out_of_area

_MARK = (
    update(ThreadMessage)
    .where(
        ThreadMessage.thread_id == bindparam("thread"),
        ThreadMessage.n == bindparam("number"),
        ThreadMessage.direction == "in",
    )
    .values(kind=bindparam("mark"))
    .execution_options(synchronize_session=False)
)
"""Asked in every turn, hence made once."""


def put_draft(db: Session, thread_id: str, put: DraftPut, now: datetime) -> dict[str, Any]:
    """Keep new content, judge it, and answer the new version with the assessment.

    What was sent is not changed any more, only added to: of a submitted talk the marks and the question are kept, the
    content stays as it was. Raises Conflict when the version moved or the talk was stopped, Invalid for a programme in
    which the person may not nominate.
    """
    thread = find_thread(db, thread_id, lock=True)
    content = put.content.model_dump(mode="json")
    _must_take(thread, put)
    if thread.state == "open":
        thread.programme = _programme(db, thread, put.programme or put.content.programme)
        content["programme"] = thread.programme
        judgement = _judgement(thread, content, now)
        keep_content(db, thread, content)
        keep_judgement(db, thread, judgement)
    else:
        content, judgement = content_of(db, thread), judgement_of(db, thread)
    ensure_key(db, thread)
    keep_open_question(db, thread, put.open_question)
    thread.version += 1
    thread.touched_at = now
    db.flush()  # all of the thread in one statement
    _mark(db, thread, put.marks)
    record(db, speaker(db, thread), "changed", "thread", thread.id, thread.programme)
    return {
        "version": thread.version,
        "assessment": judgement,
        "out_of_area": is_out_of_area(thread.programme, content),
        "elsewhere": elsewhere(thread.programme, content),
        "programme": thread.programme,
    }


def patch_draft(db: Session, thread_id: str, patch: DraftPatch, now: datetime) -> dict[str, Any]:
    """Record which question is asked next. Raises Conflict when the version moved."""
    thread = find_thread(db, thread_id, lock=True)
    if thread.version != patch.version:
        raise Conflict
    if thread.state != "stopped":
        ensure_key(db, thread)
        keep_open_question(db, thread, patch.open_question)
    thread.version += 1
    thread.touched_at = now
    db.flush()
    return {"version": thread.version}


def _must_take(thread: Thread, put: DraftPut) -> None:
    if thread.version != put.version:
        raise Conflict
    if thread.state == "stopped":
        raise Conflict("This conversation was stopped: nothing more can be kept in it.")


def _programme(db: Session, thread: Thread, code: str | None) -> str | None:
    if code is None:
        return thread.programme
    if code not in programmes_of(speaker(db, thread)):
        raise Invalid("There is no such programme in which this person may nominate.")
    return code


def _judgement(thread: Thread, content: dict[str, Any], now: datetime) -> dict[str, Any] | None:
    """What the rules say of the draft so far, and which answers could change where it goes. How much room there is is
    not asked: that counts who waits, each turn."""
    if thread.programme is None:
        return None
    try:
        nomination = Nomination.from_json(content)
    except NominationInvalid as problem:
        raise Invalid(str(problem)) from None
    programme, today = load_programme(thread.programme), now.astimezone(LONDON).date()
    judged = judge(nomination, programme, today)
    return {
        "verdict": judged.verdict,
        "missing": list(judged.missing),
        "criteria": [result.to_json() for result in judged.results],
        "deciding": list(still_deciding(nomination, judged, programme, today)),
    }


def _mark(db: Session, thread: Thread, marks: dict[int, Any]) -> None:
    for n, kind in marks.items():
        db.execute(_MARK, {"thread": thread.id, "number": n, "mark": kind})
