"""Whoever left a draft is told before it goes, and finds it again by its days."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select, update

from backend.access import Actor
from backend.database.base import utc_now
from backend.database.engine import Sessions
from backend.outbox.letters import letter
from backend.outbox.models import Mail
from backend.programmes import load_programmes
from backend.retention.job import run
from backend.retention.left import left_on_page
from backend.threads.models import Thread, ThreadMessage
from backend.threads.page import page_thread
from tests.backend.threads.people import draft, somebody

DAY = timedelta(days=1)


def left_by(sessions: Sessions, role: str) -> Actor:
    """Somebody who leaves a draft on the page."""
    with sessions.begin() as db:
        actor = somebody(db, role, "sevenoaks")  # type: ignore[arg-type]
        draft(db, actor, "sevenoaks").page = True
    return actor


def told(sessions: Sessions, actor: Actor) -> int:
    with sessions() as db:
        mine = select(Mail).where(Mail.template == "draft-ending", Mail.account_id == actor.account_id)
        return len(db.scalars(mine).all())


def test_a_professional_is_told_once_a_week_before_and_not_earlier(sessions: Sessions) -> None:
    now, nominator = utc_now(), left_by(sessions, "nominator")
    run(sessions, now + 20 * DAY)
    assert told(sessions, nominator) == 0
    for days in (22, 23, 27):
        run(sessions, now + days * DAY)
    assert told(sessions, nominator) == 1
    with sessions.begin() as db:
        [mail] = db.scalars(select(Mail).where(Mail.template == "draft-ending"))
        message = letter(db, mail, "https://front-door.example")
        assert message is not None
        text = f"{message['Subject']} {message.get_content()}"
        assert "will be deleted in about a week" in text
        for private in ("Quillfeather", "Ned", "TN13", mail.cause.split(":")[1]):
            assert private not in text
        # They come back, and leave it again.
        db.execute(update(Thread).values(touched_at=now + 27 * DAY))
    run(sessions, now + 50 * DAY)
    assert told(sessions, nominator) == 2


def test_a_family_gets_no_mail_and_reads_it_on_the_page(sessions: Sessions) -> None:
    now, family = utc_now(), left_by(sessions, "family")
    run(sessions, now + 23 * DAY)
    assert told(sessions, family) == 0
    with sessions() as db:
        [before] = left_on_page(db, family, now + 20 * DAY)
        [soon] = left_on_page(db, family, now + 23 * DAY)
        assert (before.ends_soon, soon.ends_soon) == (False, True)
        assert soon.until is not None
        assert abs(soon.until - (now + 28 * DAY)) < timedelta(minutes=1)


def test_afterwards_the_talk_says_that_it_ended(sessions: Sessions) -> None:
    now, nominator = utc_now(), left_by(sessions, "nominator")
    run(sessions, now + 29 * DAY)
    with sessions() as db:
        [thread] = db.scalars(select(Thread))
        assert thread.state == "stopped"
        assert all(message.body is None for message in db.scalars(select(ThreadMessage)))
        shown = page_thread(db, nominator)
        assert "nobody came back to it in time" in shown.messages[-1].text
        assert left_on_page(db, nominator, now) == []


def test_every_programme_says_how_long_before() -> None:
    kept = {code: each.retention["draft"] for code, each in load_programmes().items()}
    assert [code for code, each in kept.items() if not 0 < (each.tell_days_before or 0) < (each.number or 0)] == []
