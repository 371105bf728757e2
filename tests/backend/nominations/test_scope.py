"""Who sees which nomination, and how much of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from backend.access import Actor, Role
from backend.alerts.service import raise_alert
from backend.alerts.shapes import NewAlert
from backend.database.base import new_id, utc_now
from backend.decisions.models import Decision
from backend.errors import NotFound, Refused
from backend.nominations.models import ConsentRecord, Nomination
from backend.nominations.service import QueueFilter, open_nomination, own_nominations, queue
from backend.nominations.submission import submit
from tests.backend.threads.people import draft, somebody
from tests.backend.threads.talking import CONTENT, Talk, signed_in

PRIVATE = ("Quillfeather", "Larkspur", "TN13", "07700")


def sent(db: Session, nominator: Actor, programme: str = "sevenoaks") -> str:
    return submit(db, draft(db, nominator, programme).id, utc_now()).reference


def test_the_queue_shows_a_coordinator_their_programmes_only(db: Session) -> None:
    nominator = somebody(db, "nominator", "sevenoaks", "kingston-richmond", agency="Thames Housing")
    here, there = sent(db, nominator), sent(db, nominator, "kingston-richmond")
    coordinator = somebody(db, "coordinator", "sevenoaks")

    [row] = queue(db, coordinator, QueueFilter(), now=utc_now())

    assert (row.reference, row.programme, row.nominator_agency) == (here, "sevenoaks", "Thames Housing")
    assert queue(db, coordinator, QueueFilter(programme="kingston-richmond"), now=utc_now()) == []
    with pytest.raises(NotFound):
        open_nomination(db, coordinator, there)


@pytest.mark.parametrize("table", ["decision", "consent"])
def test_the_schema_lets_nothing_hang_on_another_programmes_nomination(db: Session, table: str) -> None:
    nominator = somebody(db, "nominator", "sevenoaks")
    sent(db, nominator)
    nomination = db.query(Nomination).one().id
    common = {"nomination_id": nomination, "programme": "kingston-richmond"}
    rows = {
        "decision": Decision(
            **common,
            nomination_version=1,
            kind="accept",
            status="accepted",
            decider_id=nominator.account_id,
            decider_role="coordinator",
        ),
        "consent": ConsentRecord(**common, n=9, state="given", body=b""),
    }
    db.add(rows[table])
    with pytest.raises(IntegrityError):
        db.flush()


def test_a_family_cannot_be_shared_between_programmes(db: Session) -> None:
    sent(db, somebody(db, "nominator", "sevenoaks"))
    with pytest.raises(IntegrityError):
        db.execute(text("UPDATE nominations SET programme = 'kingston-richmond'"))


def test_a_nominator_sees_their_own_words_and_no_judgement(origin: str) -> None:
    reference = Talk(origin).nominated()
    seen = signed_in(origin, "nominator").get(f"/api/nominations/{reference}").json()
    assert seen["story"] == CONTENT["story"]
    assert seen["status_text"] == "Waiting for a first decision."
    assert "working day" in seen["next_step"]
    for hidden in ("assessment", "route", "needs", "known_before", "alerts", "history", "version"):
        assert hidden not in seen


def test_a_family_is_told_in_its_own_words_what_happens(origin: str) -> None:
    reference = Talk(origin, "family").nominated()
    seen = signed_in(origin, "family").get(f"/api/nominations/{reference}").json()
    assert seen["status_text"] == "A person is going to read what you told us."
    assert seen["programme_name"] == "Working with Families"
    assert "troubled" not in str(seen).lower()
    assert "assessment" not in seen


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("coordinator", 200),
        ("chair", 200),
        ("lead", 200),
        ("analyst", 200),
        ("nominator", 200),
        ("family", 404),
        ("duty", 403),
        ("administrator", 403),
        ("auditor", 403),
    ],
)
def test_who_may_open_a_nomination(origin: str, who: str, status: int) -> None:
    reference = Talk(origin).nominated()
    seen = signed_in(origin, who).get(f"/api/nominations/{reference}")
    assert seen.status_code == status
    assert any(word in seen.text for word in PRIVATE) == (status == 200)


@pytest.mark.parametrize(("who", "status"), [("chair", 200), ("nominator", 403), ("auditor", 403), ("duty", 403)])
def test_who_may_see_the_queue(origin: str, who: str, status: int) -> None:
    Talk(origin).nominated()
    seen = signed_in(origin, who).get("/api/nominations")
    assert seen.status_code == status
    assert not any(word in seen.text for word in PRIVATE)


def test_an_account_that_sees_no_family_cannot_tell_which_references_exist(db: Session) -> None:
    sent(db, somebody(db, "nominator", "sevenoaks"))
    for reference in (db.query(Nomination).one().reference, "FD-22222222"):
        with pytest.raises(Refused):
            open_nomination(db, somebody(db, "auditor", "sevenoaks"), reference)


def test_another_nominator_of_the_same_school_does_not_see_it(db: Session) -> None:
    reference = sent(db, somebody(db, "nominator", "sevenoaks"))
    colleague = somebody(db, "nominator", "sevenoaks")
    with pytest.raises(NotFound):
        open_nomination(db, colleague, reference)
    assert own_nominations(db, colleague) == []


def test_only_coordinators_learn_that_a_family_is_known(db: Session) -> None:
    role: Role
    school, police = somebody(db, "nominator", "sevenoaks"), somebody(db, "nominator", "sevenoaks")
    coordinator = somebody(db, "coordinator", "sevenoaks")
    first, second = sent(db, school), sent(db, police)

    assert open_nomination(db, coordinator, first)["known_before"] == []
    assert open_nomination(db, coordinator, second)["known_before"] == [first]
    for role in ("chair", "lead", "analyst"):
        assert open_nomination(db, somebody(db, role, "sevenoaks"), second)["known_before"] is None
    assert first not in str(open_nomination(db, police, second))


def test_a_family_known_to_one_programme_is_not_known_to_another(db: Session) -> None:
    nominator = somebody(db, "nominator", "sevenoaks", "kingston-richmond")
    sent(db, nominator)
    there = sent(db, nominator, "kingston-richmond")
    coordinator = somebody(db, "coordinator", "kingston-richmond")
    assert open_nomination(db, coordinator, there)["known_before"] == []


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (QueueFilter(), 1),
        (QueueFilter(status="received"), 1),
        (QueueFilter(status="accepted"), 0),
        (QueueFilter(verdict="eligible"), 1),
        (QueueFilter(verdict="needs_information"), 0),
        (QueueFilter(stream="fip"), 0),
        (QueueFilter(overdue=True), 0),
        (QueueFilter(reference="fd"), 1),
        (QueueFilter(reference="FD-%"), 1),
        (QueueFilter(reference="FD-22222222"), 0),
    ],
)
def test_the_queue_is_narrowed(db: Session, filters: QueueFilter, found: int) -> None:
    sent(db, somebody(db, "nominator", "sevenoaks"))
    coordinator = somebody(db, "coordinator", "sevenoaks")
    assert len(queue(db, coordinator, filters, now=utc_now())) == found


def test_a_nomination_is_found_by_the_beginning_of_its_reference(db: Session) -> None:
    nominator, coordinator = somebody(db, "nominator", "sevenoaks"), somebody(db, "coordinator", "sevenoaks")
    sent(db, nominator)
    wanted = sent(db, nominator)
    found = queue(db, coordinator, QueueFilter(reference=f" {wanted[:9].lower()}"), now=utc_now())
    assert [row.reference for row in found] == [wanted]


def test_what_waits_too_long_is_overdue(db: Session) -> None:
    sent(db, somebody(db, "nominator", "sevenoaks"))
    coordinator = somebody(db, "coordinator", "sevenoaks")
    later = utc_now() + timedelta(days=7)
    assert [row.overdue for row in queue(db, coordinator, QueueFilter(), now=utc_now())] == [False]
    assert [row.overdue for row in queue(db, coordinator, QueueFilter(overdue=True), now=later)] == [True]


def test_danger_comes_first_in_the_queue(db: Session) -> None:
    nominator, coordinator = somebody(db, "nominator", "sevenoaks"), somebody(db, "coordinator", "sevenoaks")
    sent(db, nominator)
    later = draft(db, nominator, "sevenoaks")
    urgent = submit(db, later.id, utc_now()).reference
    alert = {"id": new_id(), "at": utc_now(), "thread": later.id, "level": "urgent", "source": "message"}
    raise_alert(db, NewAlert.model_validate(alert))
    sent(db, nominator)

    rows = queue(db, coordinator, QueueFilter(), now=utc_now())

    assert [row.urgent_alert for row in rows] == [True, False, False]
    assert rows[0].reference == urgent
