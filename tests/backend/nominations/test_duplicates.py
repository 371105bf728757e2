"""A family nominated twice: a coordinator sees it, with why; nobody else does; what only looks alike is not said."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit.models import AuditEntry
from backend.database.base import utc_now
from backend.nominations.candidates import candidates
from backend.nominations.families import recognise_waiting
from backend.nominations.family_models import FamilyPair
from backend.nominations.models import Family, FamilyMark
from backend.nominations.queue import queue
from backend.nominations.record import find_nomination
from backend.nominations.service import open_nomination
from backend.nominations.shapes import QueueFilter
from backend.nominations.stopping import stop
from backend.nominations.submission import submit
from backend.rights.correcting import Correction, correct
from tests.backend.threads.people import draft, somebody
from tests.backend.threads.talking import CONTENT

PEOPLE = CONTENT["people"]
NED = {"name": "Ned Quillfeather", "age": 12, "date_of_birth": "2014-05-06", "relation": "son"}


def sent(db: Session, programme: str = "sevenoaks", **changes: Any) -> str:
    nominator = somebody(db, "nominator", programme)
    return submit(db, draft(db, nominator, programme, CONTENT | changes).id, utc_now()).reference


def seen(db: Session, reference: str, other: str, programme: str = "sevenoaks") -> dict[str, Any] | None:
    """What a coordinator is told of another nomination."""
    opened = open_nomination(db, somebody(db, "coordinator", programme), reference)
    return next((each for each in opened["possible_duplicates"] if each["reference"] == other), None)


@pytest.mark.parametrize(
    ("people", "where", "finding", "reason"),
    [
        (PEOPLE, {}, "same", "born-same"),
        ([{"name": "Adele Quilfether", "age": 34}, NED], {}, "same", "first-name-short"),
        ([{"name": "Quillfeather Della", "age": 35}], {"postcode": "tn131aa"}, "same", "first-name-swapped"),
        (PEOPLE, {"postcode": "TN15 6AA", "address": "5 Far Away"}, "same", "surname-same"),
        ([PEOPLE[0], {**NED, "date_of_birth": "2014-06-05"}], {"postcode": None}, "same", "born-turned"),
        (
            [{"name": "Peter Quillfeather", "age": 41, "relation": "dad"}, NED],
            {"postcode": "TN15 6AA", "address": "5 Far Away"},
            "related",
            "born-same",
        ),
    ],
)
def test_why_two_may_be_one_family(
    db: Session, people: list[dict[str, Any]], where: dict[str, Any], finding: str, reason: str
) -> None:
    first = sent(db)
    second = sent(db, people=people, **where)
    for reference, other, earlier in ((second, first, True), (first, second, False)):
        told = seen(db, reference, other)
        assert told is not None, "from the earlier one, too"
        assert told["finding"] == finding
        assert reason in told["reasons"]
        assert told["earlier"] is earlier
        assert told["verdict"] is None


@pytest.mark.parametrize(
    ("people", "postcode"),
    [
        ([{"name": "Della Quillfeather", "age": 34}], "TN15 6AA"),
        ([{"name": "Olga Nowak", "age": 34}], "TN13 1AA"),
        ([{"name": "Della", "age": 61}], "TN13 1AA"),
    ],
)
def test_what_only_looks_alike_is_not_said(db: Session, people: list[dict[str, Any]], postcode: str) -> None:
    first = sent(db)
    second = sent(db, people=people, postcode=postcode, address=None, contact=None)
    assert seen(db, second, first) is None


def test_only_the_same_family_counts_as_known_before(db: Session) -> None:
    first = sent(db)
    again = sent(db)
    father = {"name": "Peter Quillfeather", "age": 41, "relation": "dad"}
    related = sent(db, people=[father, NED], postcode="TN15 6AA", address="5 Far Away")
    coordinator = somebody(db, "coordinator", "sevenoaks")
    assert open_nomination(db, coordinator, again)["known_before"] == [first]
    assert open_nomination(db, coordinator, related)["known_before"] == []


def test_only_coordinators_see_it_in_the_queue(db: Session) -> None:
    alone = sent(db, people=[{"name": "Olga Nowak"}], postcode="TN15 6AA")
    first = sent(db)
    second = sent(db, people=[{"name": "Della Quilfether", "age": 34}, NED])

    def marked(role: Any) -> dict[str, bool | None]:
        rows = queue(db, somebody(db, role, "sevenoaks"), QueueFilter(), now=utc_now())
        return {row.reference: row.possible_duplicate for row in rows}

    assert marked("coordinator") == {alone: False, first: True, second: True}
    assert set(marked("analyst").values()) == {None}


def test_looking_into_another_record_is_audited(db: Session) -> None:
    first = sent(db)
    sent(db)
    db.commit()
    compared = select(AuditEntry).where(AuditEntry.action == "compared", AuditEntry.object_kind == "nomination")
    [entry] = db.scalars(compared)
    assert entry.object_id == find_nomination(db, first).id
    assert entry.detail == {"by": "recognising"}
    assert entry.actor_id is None


def test_a_family_that_ended_is_no_longer_recognised(db: Session) -> None:
    first = sent(db)
    second = sent(db)
    assert seen(db, first, second) is not None
    stop(db, str(find_nomination(db, first).thread_id), "withdrawn", utc_now())
    assert seen(db, second, first) is None
    assert db.scalars(select(FamilyPair)).all() == []
    ended = find_nomination(db, first).family_id
    assert db.scalars(select(FamilyMark).where(FamilyMark.family_id == ended)).all() == []


def test_another_programmes_family_is_not_looked_at(db: Session) -> None:
    first = sent(db)
    there = sent(db, "kingston-richmond")
    assert candidates(db, find_nomination(db, there)) == []
    assert seen(db, there, first, "kingston-richmond") is None


def test_it_is_found_again_once_a_name_was_put_right(db: Session) -> None:
    first = sent(db)
    stranger = {"name": "Olga Nowak", "age": 50, "relation": "mum"}
    second = sent(db, people=[stranger], postcode="TN13 1AA", address=None)
    assert seen(db, second, first) is None
    lead = somebody(db, "lead", "sevenoaks")
    _put_right(db, lead, second, "people.0.name", "Della Quillfeather")
    _put_right(db, lead, second, "people.0.age", "34")
    told = seen(db, second, first)
    assert told is not None
    assert told["finding"] == "same"
    _put_right(db, lead, second, "people.0.name", "Olga Nowak")
    assert seen(db, second, first) is None, "what was wrong is no longer said"


def _put_right(db: Session, by: Actor, reference: str, field: str, value: str) -> None:
    correct(db, find_nomination(db, reference, lock=True), Correction(field, value, "told so", None), by, utc_now())


def test_what_was_never_compared_is_compared_later(db: Session) -> None:
    """As after an upgrade, which takes away marks of kinds that find nobody any more."""
    first, second = sent(db), sent(db)
    for table in (FamilyPair, FamilyMark):
        for row in db.scalars(select(table)):
            db.delete(row)
    db.execute(update(Family).values(scheme=0))
    db.flush()
    assert seen(db, second, first) is None
    assert recognise_waiting(db) == 2
    assert seen(db, second, first) is not None
    assert recognise_waiting(db) == 0


def test_damage_to_another_record_keeps_nobody_from_sending(db: Session) -> None:
    first = sent(db)
    nomination = find_nomination(db, first)
    assert nomination.content is not None
    nomination.content = nomination.content[:-1] + bytes([nomination.content[-1] ^ 1])
    db.flush()
    second = sent(db)
    assert seen(db, second, first) is None


def test_nothing_kept_of_a_pair_is_anybodys_name_or_birth(db: Session) -> None:
    sent(db)
    sent(db)
    [pair] = db.scalars(select(FamilyPair))
    kept = f"{pair.reasons} {pair.finding} {pair.weight}"
    for name in ("Della", "Quillfeather", "2014", "TN13"):
        assert name not in kept
