"""Taking consent back destroys what was told; what is left says that there was a nomination, and nothing of whom."""

from __future__ import annotations

import os
import subprocess
import sys
from base64 import b64encode
from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.alerts.service import open_alerts, raise_alert
from backend.audit.models import AuditEntry
from backend.database.base import utc_now
from backend.database.engine import Sessions, make_engine, session_factory
from backend.database.migrate import upgrade
from backend.decisions.service import decide
from backend.decisions.shapes import NewDecision
from backend.errors import CannotOpen, Conflict, KeyDestroyed
from backend.keys import Keyring, unseal
from backend.keys.models import DataKey
from backend.nominations.erasing import erase_family
from backend.nominations.json_shape import NominationJson, OwnNominationJson
from backend.nominations.models import FamilyMark, Nomination
from backend.nominations.record import find_nomination
from backend.nominations.service import QueueFilter, judge_again, open_nomination, queue
from backend.nominations.stopping import stop
from backend.nominations.submission import submit
from backend.threads.models import ThreadMessage
from tests.backend.alerts.test_alerts import alert
from tests.backend.threads.people import draft, somebody
from tests.backend.threads.talking import Talk, signed_in

TOLD = ("Quillfeather", "Larkspur", "TN13", "07700", "excluded", "Priya", "home visit", "Meadow", "school will")


def test_withdrawing_erases_the_family_for_everybody_and_leaves_dates(sessions: Sessions) -> None:
    with sessions.begin() as db:
        nominator, coordinator = somebody(db, "nominator", "sevenoaks"), somebody(db, "coordinator", "sevenoaks")
        thread = draft(db, nominator, "sevenoaks")
        reference = submit(db, thread.id, utc_now()).reference
        decide(db, coordinator, reference, NewDecision(kind="ask", reason="The school will know?", version=1))
    with sessions.begin() as db:
        kept = db.scalars(select(Nomination)).one()
        sealed, key, row = kept.content, kept.data_key_id, kept.id
        stop(db, thread.id, "withdrawn", utc_now())
    with sessions.begin() as db:
        stop(db, thread.id, "withdrawn", utc_now())  # again: nothing happens

    with sessions() as db:
        seen = open_nomination(db, coordinator, reference)
        own = open_nomination(db, nominator, reference)
        NominationJson.model_validate(seen)
        OwnNominationJson.model_validate(own)
        for view in (seen, own):
            assert not [told for told in TOLD if told in str(view)]
            assert (view["status"], view["consent"]["state"]) == ("withdrawn", "withdrawn")
        assert seen["erased_at"]
        assert [(event["purpose"], event["state"], event["date"]) for event in seen["consent"]["events"]] == [
            ("nomination", "given", "2026-11-19"),
            (None, "withdrawn", utc_now().date().isoformat()),
        ]
        assert [(decision["kind"], decision["reason"]) for decision in seen["decisions"]] == [("ask", None)]
        [listed] = queue(db, coordinator, QueueFilter(status="withdrawn"), now=utc_now())
        assert (listed.reference, listed.nominator_agency) == (reference, None)
        destroyed = db.get(DataKey, key)
        assert destroyed is not None
        assert destroyed.wrapped is None
        assert sealed is not None
        with pytest.raises(KeyDestroyed):
            unseal(db, key, sealed, table="nominations", column="content", row=row)
        assert db.scalars(select(FamilyMark)).all() == []
        assert [message.body for message in db.scalars(select(ThreadMessage)) if message.body] == []
        done = [(entry.action, entry.detail.get("why")) for entry in db.scalars(select(AuditEntry))]
        assert done.count(("erased", "consent-withdrawn")) == 1
        assert submit(db, thread.id, utc_now()).status == "withdrawn"
        with pytest.raises(Conflict):
            judge_again(db, coordinator, reference, "2013")


def test_an_alert_stays_for_the_duty_officer(db: Session) -> None:
    nominator, duty = somebody(db, "nominator", "sevenoaks"), somebody(db, "duty", "sevenoaks")
    thread = draft(db, nominator, "sevenoaks")
    submit(db, thread.id, utc_now())
    raise_alert(db, alert(thread=thread.id, text="He has a knife"))
    stop(db, thread.id, "withdrawn", utc_now())
    assert [row.words for row in open_alerts(db, duty)] == ["He has a knife"]


def test_the_talk_goes_on_without_keeping_a_word(origin: str, application: FastAPI) -> None:
    talk = Talk(origin)
    talk.nominated()
    talk.post(f"/internal/threads/{talk.thread}/stop", {"reason": "withdrawn"})
    version = talk.view()["version"]
    asked = {"version": version, "open_question": {"id": "story"}}
    assert talk.client("PATCH", f"/internal/threads/{talk.thread}/draft", json=asked).status_code == 200
    assert talk.say({"text": "It is withdrawn."}) == [{"text": "It is withdrawn."}]
    talk.hear("The Quillfeathers live at 7 Larkspur Rise", reading={"answer": None})
    view = talk.view()
    assert view["state"] == "withdrawn"
    assert "Quillfeather" not in str(view)
    page = signed_in(origin, "nominator").get("/chat")
    assert page.status_code == 200


KEY = os.urandom(32)


def erase(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": os.environ["PATH"],
        "FRONTDOOR_DATA": str(folder),
        "FRONTDOOR_MASTER_KEY": b64encode(KEY).decode(),
    }
    command = [str(Path(sys.executable).with_name("frontdoor")), "erase", *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_whoever_runs_the_service_erases_by_reference(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'frontdoor.sqlite'}")
    upgrade(engine)
    sessions = session_factory(engine, Keyring.of(KEY))
    with sessions.begin() as db:
        reference = submit(db, draft(db, somebody(db, "nominator", "sevenoaks"), "sevenoaks").id, utc_now()).reference
    first, again = (erase(tmp_path, reference.lower(), "--reason", "asked-for") for _ in range(2))
    assert (first.returncode, first.stdout) == (0, f"{reference} is erased.\n")
    assert (again.returncode, again.stdout) == (0, f"{reference} was erased before.\n")
    with sessions() as db:
        nomination = find_nomination(db, reference)
        assert (nomination.status, nomination.content) == ("withdrawn", None)
        [entry] = db.scalars(select(AuditEntry).where(AuditEntry.action == "erased")).all()
        assert entry.detail == {"why": "asked-for"}
        assert erase_family(db, nomination, "asked-for", None) is False
    engine.dispose()
    assert erase(tmp_path, "FD-BBBBBBBB", "--reason", "asked-for").stderr == (
        "Error: There is no nomination with this reference.\n"
    )
    assert "Invalid value for '--reason'" in erase(tmp_path, reference, "--reason", "Mrs Quill asked").stderr


@pytest.mark.parametrize("column", ["content", "nominator"])
def test_a_nomination_whose_words_were_taken_out_is_said_to_be_damaged_and_not_shown_empty(
    db: Session, column: str
) -> None:
    """It must look neither erased nor like a family of which nobody told anything."""
    nominator, coordinator = somebody(db, "nominator", "sevenoaks"), somebody(db, "coordinator", "sevenoaks")
    reference = submit(db, draft(db, nominator, "sevenoaks").id, utc_now()).reference
    setattr(find_nomination(db, reference), column, None)
    db.flush()
    with pytest.raises(CannotOpen):
        open_nomination(db, coordinator, reference)
