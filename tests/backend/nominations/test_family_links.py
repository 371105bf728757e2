"""What a coordinator says of two nominations: linked, merged, taken back; counted, audited, and told to nobody else."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit.models import AuditEntry
from backend.database.base import utc_now
from backend.decisions.service import decide
from backend.decisions.shapes import NewDecision
from backend.errors import Conflict, Invalid, NotFound
from backend.nominations.family_links import merged_with, say
from backend.nominations.family_models import FamilyAct, FamilyPair
from backend.nominations.judging import capacity
from backend.nominations.queue import queue
from backend.nominations.record import find_nomination
from backend.nominations.service import open_nomination
from backend.nominations.shapes import QueueFilter
from backend.nominations.side_by_side import side_by_side
from backend.nominations.stopping import stop
from backend.nominations.submission import submit
from backend.outbox.models import Mail
from tests.backend.nominations.test_duplicates import PEOPLE, sent
from tests.backend.threads.people import draft, somebody


@pytest.fixture
def sam(db: Session) -> Actor:
    return somebody(db, "coordinator", "sevenoaks")


def verdict(db: Session, sam: Actor, one: str, other: str) -> str | None:
    opened = open_nomination(db, sam, one)["possible_duplicates"]
    return next((each["verdict"] for each in opened if each["reference"] == other), None)


def waits(db: Session, sam: Actor) -> set[str]:
    rows = queue(db, sam, QueueFilter(), now=utc_now())
    return {row.reference for row in rows if row.possible_duplicate}


def test_what_is_said_is_seen_from_both_and_waits_for_nobody_any_more(db: Session, sam: Actor) -> None:
    first, second = sent(db), sent(db)
    assert waits(db, sam) == {first, second}
    say(db, sam, second, first, "same")
    assert verdict(db, sam, first, second) == verdict(db, sam, second, first) == "same"
    assert waits(db, sam) == set()
    assert open_nomination(db, sam, second)["known_before"] == [first]
    say(db, sam, first, second, "not-same")
    assert open_nomination(db, sam, second)["known_before"] == []


def test_taking_it_back_leaves_it_as_it_was_found(db: Session, sam: Actor) -> None:
    first, second = sent(db), sent(db)
    say(db, sam, first, second, "not-same")
    say(db, sam, first, second, "undone")
    assert verdict(db, sam, first, second) is None
    assert waits(db, sam) == {first, second}


def test_a_person_may_see_what_the_software_did_not(db: Session, sam: Actor) -> None:
    first = sent(db)
    other = sent(db, people=[{"name": "Olga Nowak", "age": 50}], postcode="TN15 6AA", address=None, contact=None)
    say(db, sam, first, other, "related")
    assert verdict(db, sam, other, first) == "related"
    say(db, sam, first, other, "undone")
    assert db.scalars(select(FamilyPair)).all() == []


def test_a_merged_family_takes_one_place_and_two_once_it_is_undone(db: Session, sam: Actor) -> None:
    before = capacity(db, "sevenoaks").allocation_used
    first, second, third = sent(db), sent(db), sent(db)
    for reference in (first, second):
        decide(db, sam, reference, _accepted(db, reference))
    held = capacity(db, "sevenoaks").held["fip"]
    assert capacity(db, "sevenoaks").allocation_used == before + 3
    say(db, sam, first, second, "merged")
    say(db, sam, second, third, "merged")
    assert capacity(db, "sevenoaks").held["fip"] == held - 1
    assert capacity(db, "sevenoaks").allocation_used == before + 1
    merged = [each.reference for each in merged_with(db, find_nomination(db, third))]
    assert merged == [first, second], "by way of the second"
    say(db, sam, first, second, "undone")
    assert capacity(db, "sevenoaks").allocation_used == before + 2
    assert [each.reference for each in merged_with(db, find_nomination(db, third))] == [second]


def _accepted(db: Session, reference: str) -> NewDecision:
    version = find_nomination(db, reference).version
    return NewDecision(kind="other_stream", stream="fip", reason="The most intensive help fits.", version=version)


def test_it_is_in_the_history_with_who_said_it(db: Session, sam: Actor) -> None:
    first, second = sent(db), sent(db)
    say(db, sam, first, second, "same")
    say(db, sam, first, second, "same")
    say(db, sam, first, second, "undone")
    told = [event for event in open_nomination(db, sam, second)["history"] if str(event["what"]).startswith("family-")]
    assert [event["what"] for event in told] == ["family-same", "family-undone"], "again changes nothing"
    assert {event["by"] for event in told} == {sam.display_name}
    assert {event["detail"] for event in told} == {first}
    analyst = open_nomination(db, somebody(db, "analyst", "sevenoaks"), second)
    assert not [event for event in analyst["history"] if str(event["what"]).startswith("family-")]


def test_looking_and_saying_are_audited_for_both_records(db: Session, sam: Actor) -> None:
    first, second = sent(db), sent(db)
    side_by_side(db, sam, first, second)
    say(db, sam, first, second, "same")
    db.commit()
    entries = list(db.scalars(select(AuditEntry).where(AuditEntry.actor_id == sam.account_id)))
    ids = {find_nomination(db, each).id for each in (first, second)}
    for action in ("compared", "linked"):
        assert {entry.object_id for entry in entries if entry.action == action} == ids
    assert {entry.detail.get("what") for entry in entries if entry.action == "linked"} == {"same"}


def test_whoever_nominated_never_hears_of_it(db: Session, sam: Actor) -> None:
    sent(db)
    nominator = somebody(db, "nominator", "sevenoaks", "maidstone")
    told = submit(db, draft(db, nominator, "sevenoaks").id, utc_now())
    alone = submit(db, draft(db, nominator, "maidstone").id, utc_now())  # where nobody is known
    [first] = open_nomination(db, sam, told.reference)["known_before"]
    before = open_nomination(db, nominator, told.reference)
    mails = set(db.scalars(select(Mail.id)))
    for what in ("same", "merged", "related", "not-same", "undone"):
        say(db, sam, told.reference, first, what)
        assert open_nomination(db, nominator, told.reference) == before
    assert set(db.scalars(select(Mail.id))) == mails, "nobody is written to"
    assert first not in str(before)
    assert set(before) == set(open_nomination(db, nominator, alone.reference)), "and nothing is there that is not else"


def test_others_may_neither_look_nor_say(db: Session, sam: Actor) -> None:
    first, second = sent(db), sent(db)
    elsewhere = sent(db, "maidstone")
    for actor in (
        somebody(db, "analyst", "sevenoaks"),
        somebody(db, "nominator", "sevenoaks"),
        somebody(db, "coordinator", "maidstone"),
    ):
        with pytest.raises(NotFound):
            side_by_side(db, actor, first, second)
        with pytest.raises(NotFound):
            say(db, actor, first, second, "same")
    both = somebody(db, "coordinator", "sevenoaks", "maidstone")
    for one, other in ((first, elsewhere), (elsewhere, first), (first, first), (first, "FD-22222222")):
        with pytest.raises(NotFound):
            say(db, both, one, other, "same")
    with pytest.raises(Invalid):
        say(db, sam, first, second, "enemies")


def test_what_ended_or_waits_for_an_objection_is_left_alone(db: Session, sam: Actor) -> None:
    first, second = sent(db), sent(db)
    find_nomination(db, first).paused_at = utc_now()
    with pytest.raises(Conflict):
        side_by_side(db, sam, first, second)
    find_nomination(db, first).paused_at = None
    say(db, sam, first, second, "merged")
    stop(db, str(find_nomination(db, first).thread_id), "withdrawn", utc_now())
    for table in (FamilyPair, FamilyAct):
        assert db.scalars(select(table)).all() == [], "nothing joins it to anybody any more"
    with pytest.raises(NotFound):
        side_by_side(db, sam, first, second)


def test_side_by_side_says_who_may_be_whom_and_what_became_of_it(db: Session, sam: Actor) -> None:
    first = sent(db)
    decide(db, sam, first, _accepted(db, first))
    second = sent(db, people=[{**PEOPLE[0], "name": "Della Quilfether"}, {"name": "Ivy Quillfeather", "age": 1}])
    seen = side_by_side(db, sam, second, first)
    assert (seen.finding, seen.verdict) == ("same", None)
    assert seen.weight >= seen.threshold
    assert (seen.other.status, seen.other.stream) == ("accepted", "fip")
    shown = [((row.one or {}).get("name"), (row.other or {}).get("name")) for row in seen.people]
    assert shown == [
        ("Della Quilfether", "Della Quillfeather"),
        ("Ivy Quillfeather", None),
        (None, "Ned Quillfeather"),
    ]
    assert {reason.code for reason in seen.people[0].reasons} >= {"first-name-same", "surname-sound"}
    assert "home-same" in {reason.code for reason in seen.household}
