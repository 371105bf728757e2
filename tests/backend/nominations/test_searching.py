"""Finding by name, postcode and reference over sealed records; what is typed is kept nowhere."""

from __future__ import annotations

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit.models import AuditEntry
from backend.database.base import utc_now
from backend.errors import Refused
from backend.nominations.record import find_nomination
from backend.nominations.searching import Found, search
from backend.nominations.stopping import stop
from tests.backend.nominations.test_duplicates import sent
from tests.backend.serving import bearer
from tests.backend.threads.people import somebody
from tests.backend.threads.talking import Talk

OTHERS = [{"name": "Seán O’Brien-Nowak", "age": 40}, {"name": "Kathryn Nowak", "age": 9}]


@pytest.fixture
def sam(db: Session) -> Actor:
    return somebody(db, "coordinator", "sevenoaks")


def found(db: Session, by: Actor, typed: str) -> Found:
    return search(db, by, typed, now=utc_now())


@pytest.mark.parametrize(
    ("typed", "exact"),
    [
        ("Sean O'Brien", 1),
        ("nowak", 1),
        ("NOWAK, kathryn", 1),
        ("Nowack", 0),
        ("Catherine Nowak", 0),
        ("Katie", 0),
        ("Shaun Obrian", 0),
        ("tn15  6aa", 1),
    ],
)
def test_a_family_is_found_as_it_is_written_and_as_it_sounds(db: Session, sam: Actor, typed: str, exact: int) -> None:
    sent(db)
    wanted = sent(db, people=OTHERS, postcode="TN15 6AA")
    seen = found(db, sam, typed)
    assert [row.reference for row in seen.rows] == [wanted]
    assert seen.exact == exact


def test_what_is_written_so_comes_before_what_sounds_alike(db: Session, sam: Actor) -> None:
    written = sent(db, people=[{"name": "Kay Smith"}])
    sounds = sent(db, people=[{"name": "Kay Smyth"}])
    assert [row.reference for row in found(db, sam, "smith").rows] == [written, sounds]
    assert [row.reference for row in found(db, sam, "smyth").rows] == [sounds, written]


@pytest.mark.parametrize("typed", ["Della Nowak", "TN15 6", "TN15 6AB", "x", "'; --", "%", "Quill"])
def test_nothing_else_is_found(db: Session, sam: Actor, typed: str) -> None:
    sent(db)
    sent(db, people=OTHERS, postcode="TN15 6AA")
    assert found(db, sam, typed).rows == []


def test_a_reference_or_its_beginning_is_found_by_whoever_reads(db: Session, sam: Actor) -> None:
    reference = sent(db)
    for by in (sam, somebody(db, "chair", "sevenoaks"), somebody(db, "analyst", "sevenoaks")):
        for typed in (reference, reference.lower(), reference.removeprefix("FD-"), reference[:9]):
            assert [row.reference for row in found(db, by, typed).rows] == [reference]


def test_names_and_postcodes_are_for_coordinators_of_the_programme(db: Session) -> None:
    """They would tell whether a family is known."""
    sent(db)
    for by in (somebody(db, "analyst", "sevenoaks"), somebody(db, "coordinator", "maidstone")):
        assert found(db, by, "Quillfeather").rows == found(db, by, "TN13 1AA").rows == []
    with pytest.raises(Refused):
        found(db, somebody(db, "nominator", "sevenoaks"), "Quillfeather")


def test_who_ended_is_found_by_reference_alone(db: Session, sam: Actor) -> None:
    reference = sent(db)
    stop(db, str(find_nomination(db, reference).thread_id), "withdrawn", utc_now())
    assert found(db, sam, "Quillfeather").rows == found(db, sam, "TN13 1AA").rows == []
    assert [row.status for row in found(db, sam, reference).rows] == ["withdrawn"]


def test_that_somebody_searched_is_audited_and_what_for_is_not(db: Session, sam: Actor) -> None:
    sent(db)
    found(db, sam, "Quillfeather")
    found(db, sam, "TN13 1AA")
    db.commit()
    entries = list(db.scalars(select(AuditEntry).where(AuditEntry.action == "searched").order_by(AuditEntry.seq)))
    assert [entry.detail for entry in entries] == [{"by": "name", "count": 1}, {"by": "postcode", "count": 1}]
    assert {entry.actor_id for entry in entries} == {sam.account_id}


def test_programs_search_by_the_queues_address(origin: str, application: FastAPI) -> None:
    reference = Talk(origin).nominated()
    headers = bearer(origin, "coordinator")
    answer = httpx.get(f"{origin}/api/nominations", params={"find": reference}, headers=headers).raise_for_status()
    assert [row["reference"] for row in answer.json()["nominations"]] == [reference]
    by_name = httpx.get(f"{origin}/api/nominations", params={"find": "Quilfether"}, headers=headers).json()
    assert reference in {row["reference"] for row in by_name["nominations"]}
    nobody = httpx.get(f"{origin}/api/nominations", params={"find": "Nobody Atall"}, headers=headers).json()
    assert nobody["nominations"] == []
