"""What is due is erased, what is held is not, and afterwards nobody can read what is gone."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.alerts.models import Alert
from backend.alerts.service import acknowledge, open_alerts, raise_alert
from backend.audit.models import AuditEntry
from backend.database.base import utc_now
from backend.database.engine import Sessions
from backend.decisions.service import decide
from backend.decisions.shapes import NewDecision
from backend.keys.models import DataKey
from backend.nominations.models import FamilyMark, Nomination
from backend.nominations.record import content_of, find_nomination
from backend.nominations.service import open_nomination
from backend.nominations.stopping import stop
from backend.nominations.submission import submit
from backend.outbox.models import Mail
from backend.retention.check import still_readable
from backend.retention.holds import lift_hold, place_hold
from backend.retention.job import LONGEST_GAP, look, newest_run, run, run_daily
from backend.retention.models import RetentionRun
from backend.rights.requests import ask
from backend.threads.models import Thread
from backend.threads.record import add_message, ensure_key
from tests.backend.alerts.test_alerts import alert
from tests.backend.threads.people import draft, somebody

YEAR = timedelta(days=366)


def nominated(db: Session, kind: str | None = None, programme: str = "sevenoaks") -> tuple[str, Actor]:
    """A nomination, decided if ``kind`` says how; its reference, and a coordinator of its programme."""
    nominator, coordinator = somebody(db, "nominator", programme), somebody(db, "coordinator", programme)
    reference = submit(db, draft(db, nominator, programme).id, utc_now()).reference
    if kind:
        decide(db, coordinator, reference, NewDecision(kind=kind, reason="As we said.", version=1))  # type: ignore[arg-type]
    return reference, coordinator


def rows(sessions: Sessions) -> dict[str, tuple[int, int, dict[str, int]]]:
    """The newest run's numbers by kind: due, erased, held."""
    with sessions() as db:
        kept = newest_run(db)
        assert kept is not None
        return {row["kind"]: (row["due"], row["erased"], row["held"]) for row in kept.rows}


def test_each_kind_is_erased_in_its_own_time_and_not_before(sessions: Sessions) -> None:
    now = utc_now()
    with sessions.begin() as db:
        returned, _ = nominated(db, "return")
        asked, _ = nominated(db, "ask")
        accepted, _ = nominated(db, "accept")
        waiting, _ = nominated(db)
        draft(db, somebody(db, "nominator", "sevenoaks"), "sevenoaks")

    run(sessions, now + timedelta(days=27))
    assert rows(sessions) == {}
    run(sessions, now + timedelta(days=29))
    assert rows(sessions) == {"draft": (1, 1, {})}
    run(sessions, now + timedelta(days=190))
    assert rows(sessions)["unanswered"] == (1, 1, {})
    run(sessions, now + YEAR)
    assert rows(sessions)["returned"] == (1, 1, {})
    run(sessions, now + 30 * YEAR)
    assert not {"accepted", "waiting", "returned", "unanswered"} & set(rows(sessions))

    with sessions() as db:
        erased = {each.reference: each.erased_at is not None for each in db.scalars(select(Nomination))}
        assert erased == {returned: True, asked: True, accepted: False, waiting: False}
        assert find_nomination(db, returned).ended_why == "time-is-up"


def test_a_run_is_told_in_numbers_and_audited_and_proves_itself(sessions: Sessions) -> None:
    with sessions.begin() as db:
        nominated(db, "return")
        held, _ = nominated(db, "return")
        lead = somebody(db, "lead", "sevenoaks")
        hold(db, lead, held)
    later = utc_now() + YEAR
    with sessions() as db:
        report = look(db, later)
        assert report.totals() == {"due": 2, "erased": 0, "held": 1}
        assert len(still_readable(db, later)) == 1
        assert db.scalars(select(RetentionRun)).all() == []

    done = run(sessions, later)
    assert done.readable == 0
    assert rows(sessions)["returned"] == (2, 1, {"legal-hold": 1})
    with sessions() as db:
        assert still_readable(db, later) == []
        [entry] = db.scalars(select(AuditEntry).where(AuditEntry.action == "erased what was due"))
        assert entry.detail == {**done.totals(), "readable": 0}
        assert entry.detail["held"] == 1


def hold(db: Session, lead: Actor, reference: str) -> str:
    now = utc_now()
    review = (now + timedelta(days=90)).date()
    placed = place_hold(db, lead, reference, reason="inquiry", words="Asked for", review_on=review, now=now)
    return placed.id


def test_what_somebody_asked_about_or_nobody_has_seen_waits(sessions: Sessions) -> None:
    now = utc_now()
    with sessions.begin() as db:
        asked, coordinator = nominated(db, "return")
        ask(db, coordinator, asked, kind="access", by="Della", how="phone", words="All of it", now=now)
        alarmed, _ = nominated(db, "return")
        raise_alert(db, alert(thread=find_nomination(db, alarmed).thread_id))
    run(sessions, now + YEAR)
    assert rows(sessions)["returned"] == (2, 0, {"open-request": 1, "open-alert": 1})


def test_alerts_go_after_six_years_and_never_while_nobody_has_acknowledged_them(sessions: Sessions) -> None:
    now = utc_now()
    with sessions.begin() as db:
        duty = somebody(db, "duty", "sevenoaks")
        seen, unseen = raise_alert(db, alert()), raise_alert(db, alert())
        acknowledge(db, duty, seen, "Rang the hub")
    run(sessions, now + 5 * YEAR)
    assert "alert" not in rows(sessions)
    run(sessions, now + 6 * YEAR + timedelta(days=2))
    assert rows(sessions)["alert"] == (1, 1, {})
    with sessions() as db:
        gone = db.get_one(Alert, seen)
        assert (gone.words, gone.note, gone.level) == (None, None, "immediate")
        assert db.get_one(DataKey, gone.data_key_id).wrapped is None
        assert [row.id for row in open_alerts(db, duty)] == [unseen]
        assert open_alerts(db, duty)[0].words


def test_a_hold_keeps_what_was_said_about_danger_too(sessions: Sessions) -> None:
    """An inquiry wants the alert more than anything; its own six years must not end it meanwhile."""
    late = utc_now() + 6 * YEAR + timedelta(days=2)
    with sessions.begin() as db:
        reference, _ = nominated(db, "accept")
        duty, lead = somebody(db, "duty", "sevenoaks"), somebody(db, "lead", "sevenoaks")
        seen = raise_alert(db, alert(thread=find_nomination(db, reference).thread_id))
        acknowledge(db, duty, seen, "Rang the hub")
        placed = hold(db, lead, reference)
    with sessions() as db:
        assert look(db, late).to_json()[0]["held"] == {"legal-hold": 1}
    assert run(sessions, late).readable == 0
    assert rows(sessions)["alert"] == (1, 0, {"legal-hold": 1})
    with sessions.begin() as db:
        assert open_alerts(db, duty, acknowledged=True)[0].words
        lift_hold(db, lead, placed, late)
    run(sessions, late)
    assert rows(sessions)["alert"] == (1, 1, {})


def test_a_draft_of_a_programme_that_is_no_more_goes_too(sessions: Sessions) -> None:
    with sessions.begin() as db:
        thread = draft(db, somebody(db, "nominator", "sevenoaks"), "sevenoaks")
        thread.programme, name = "closed-down", thread.id
    run(sessions, utc_now() + timedelta(days=29))
    with sessions() as db:
        assert db.get_one(DataKey, db.get_one(Thread, name).data_key_id).wrapped is None


def test_what_is_said_after_a_talk_was_stopped_goes_too(sessions: Sessions) -> None:
    with sessions.begin() as db:
        thread = draft(db, somebody(db, "nominator", "sevenoaks"), "sevenoaks")
        stop(db, thread.id, "refused", utc_now())
        ensure_key(db, thread)
        add_message(db, thread, "out", kind="reply", body={"text": "How to ask the Quillfeathers"})
        name = thread.id
    run(sessions, utc_now() + timedelta(days=29))
    assert rows(sessions)["stopped"] == (1, 1, {})
    with sessions() as db:
        stopped = db.get_one(Thread, name)
        assert stopped.state == "stopped"
        assert db.get_one(DataKey, stopped.data_key_id).wrapped is None


def test_rows_and_files_of_the_service_go(sessions: Sessions, tmp_path: Path) -> None:
    now = utc_now()
    with sessions.begin() as db:
        nominated(db)
        db.execute(update(Mail).values(sent_at=now))
    mail = tmp_path / "mail"
    mail.mkdir()
    for name, age in (("old.eml", 8), ("new.eml", 1)):
        (mail / name).write_text("Subject: x")
        moment = (now - timedelta(days=age)).timestamp()
        os.utime(mail / name, (moment, moment))
    run(sessions, now, tmp_path)
    assert rows(sessions) == {"demo_mails": (1, 1, {})}
    assert [file.name for file in mail.iterdir()] == ["new.eml"]
    run(sessions, now + timedelta(days=91))
    assert rows(sessions)["mails"] == (1, 1, {})
    with sessions() as db:
        assert db.scalars(select(Mail)).all() == []


def test_the_worker_runs_once_a_day_and_not_on_a_clock_that_jumped(sessions: Sessions) -> None:
    now = utc_now()
    assert run_daily(sessions, now) is not None
    assert run_daily(sessions, now + timedelta(hours=23)) is None
    assert run_daily(sessions, now + timedelta(hours=25)) is not None
    with sessions.begin() as db:
        nominated(db, "return")
    assert run_daily(sessions, now + 10 * YEAR) is None
    assert run_daily(sessions, now + LONGEST_GAP) is not None
    with sessions() as db:
        assert content_of(db, db.scalars(select(Nomination)).one())


@pytest.mark.parametrize("spoilt", ["key", "mark", "remains", "withdrawn"])
def test_the_check_finds_what_an_erasure_forgot(sessions: Sessions, spoilt: str) -> None:
    now = utc_now()
    with sessions.begin() as db:
        reference, _ = nominated(db)
        nomination = find_nomination(db, reference)
        family, key, content = nomination.family_id, nomination.data_key_id, nomination.content
        mark = db.scalars(select(FamilyMark).where(FamilyMark.family_id == family)).first()
        assert mark is not None
        lost = FamilyMark(family_id=family, kind=mark.kind, value_index=mark.value_index, programme="sevenoaks")
        if spoilt == "withdrawn":
            nomination.status = "withdrawn"
        else:
            stop(db, str(nomination.thread_id), "withdrawn", now)
            assert still_readable(db, now) == []
        match spoilt:
            case "key":
                db.execute(update(DataKey).where(DataKey.id == key).values(wrapped=b"left"))
            case "mark":
                db.expunge(mark)
                db.add(lost)
            case "remains":
                db.execute(update(Nomination).values(content=content))
    with sessions() as db:
        assert [found.kind for found in still_readable(db, now)] == [spoilt]


def test_a_hold_outlasts_time_and_the_record_goes_when_it_is_lifted_and_due(sessions: Sessions) -> None:
    with sessions.begin() as db:
        reference, coordinator = nominated(db, "return")
        lead = somebody(db, "lead", "sevenoaks")
        placed = hold(db, lead, reference)
    later: datetime = utc_now() + YEAR
    run(sessions, later)
    with sessions.begin() as db:
        assert open_nomination(db, coordinator, reference)["story"]
        assert lift_hold(db, lead, placed, later) is False
    run(sessions, later + timedelta(minutes=1))
    with sessions() as db:
        assert find_nomination(db, reference).erased_at
