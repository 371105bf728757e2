"""A letter to a family that asked for help on Telegram: it waits for a time that they named, and is never mailed."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from backend.database.base import utc_now
from backend.decisions.service import decide
from backend.decisions.shapes import NewDecision
from backend.letters.service import Opened, begin, open_letter, send
from backend.nominations.due import LONDON
from backend.nominations.submission import submit
from backend.telegram.chats import actor_for_chat, set_state
from backend.telegram.unasked import unasked
from backend.threads.record import find_thread, keep_content
from backend.threads.service import hear
from backend.web.letter_safety import safety_lines, when_it_is_read
from tests.backend.telegram.test_chats import CHAT, message
from tests.backend.threads.people import somebody
from tests.backend.threads.talking import CONTENT


def sent_to_chat(db: Session, now: datetime) -> Opened:
    """A family on Telegram that may be written to in three days from 10 to 11, accepted, and its letter, sent."""
    windows = [{"days": [(now.astimezone(LONDON) + timedelta(days=3)).weekday()], "from": "10:00", "until": "11:00"}]
    heard = hear(db, actor_for_chat(db, CHAT), message("We need help"))
    thread = find_thread(db, heard.thread)
    thread.programme = "sevenoaks"
    people = [{"name": "Della Quillfeather", "age": 34, "relation": "self"}, {"name": "Ned", "age": 12}]
    keep_content(db, thread, CONTENT | {"people": people, "contact": {"times": windows, "voicemail": "never"}})
    reference = submit(db, thread.id, now).reference
    coordinator = somebody(db, "coordinator", "sevenoaks")
    decide(db, coordinator, reference, NewDecision(kind="accept", reason="Both hold.", version=1))
    letter = begin(db, coordinator, reference, "nominator", now)
    send(db, coordinator, reference, letter, 1, "chat", now)
    return open_letter(db, coordinator, reference, letter, now)


def test_it_waits_for_a_safe_time_which_the_coordinator_reads(db: Session) -> None:
    now = utc_now()
    opened = sent_to_chat(db, now)
    assert unasked(db, now) == []
    until = when_it_is_read(db, opened)
    assert isinstance(until, datetime)
    assert until.astimezone(LONDON).hour == 10
    assert any("10:00 to 11:00" in line for line in safety_lines(db, opened))
    assert any("The answer is yes." in each.message.text for each in unasked(db, until))


def test_the_coordinator_reads_that_it_did_not_reach_the_chat(db: Session) -> None:
    opened = sent_to_chat(db, utc_now())
    set_state(db, CHAT, "blocked")
    assert when_it_is_read(db, opened) == "lost"
