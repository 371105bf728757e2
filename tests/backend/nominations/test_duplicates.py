"""A family nominated twice: a coordinator sees it, with why; nobody else does; what only looks alike is not said."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.audit.models import AuditEntry
from backend.database.base import utc_now
from backend.nominations.queue import queue
from backend.nominations.record import find_nomination
from backend.nominations.service import open_nomination
from backend.nominations.shapes import QueueFilter
from backend.nominations.similar import is_similar
from backend.nominations.stopping import stop
from backend.nominations.submission import submit
from tests.backend.threads.people import draft, somebody
from tests.backend.threads.talking import CONTENT

PEOPLE = CONTENT["people"]


def sent(db: Session, programme: str = "sevenoaks", **changes: Any) -> str:
    nominator = somebody(db, "nominator", programme)
    return submit(db, draft(db, nominator, programme, CONTENT | changes).id, utc_now()).reference


def reasons(db: Session, reference: str, other: str, programme: str = "sevenoaks") -> list[str]:
    """Why a coordinator is told that two nominations may be of one family."""
    seen = open_nomination(db, somebody(db, "coordinator", programme), reference)
    found = {each["reference"]: each["reasons"] for each in seen["possible_duplicates"]}
    return list(found.get(other, []))


@pytest.mark.parametrize(
    ("people", "postcode", "why"),
    [
        (PEOPLE, "TN13 1AA", ["name-and-birth", "birth-and-postcode", "birth-and-first-name", "surname-and-postcode"]),
        ([{"name": "Della Quilfether", "age": 34}], "TN13 1AA", ["similar-name-and-postcode"]),
        ([{"name": "Della", "age": 35}], "tn131aa", ["similar-name-and-postcode"]),
        ([{"name": "Edward Marsh", "date_of_birth": "2014-05-06"}], "TN13 1AA", ["birth-and-postcode"]),
        ([{"name": "Ned Marsh", "date_of_birth": "2014-05-06"}], "TN15 6AA", ["birth-and-first-name"]),
        ([{"name": "Grace Quillfeather"}], "TN13 1AA", ["surname-and-postcode"]),
        ([{"name": "Della Quillfeather", "age": 34}], "TN15 6AA", []),
        ([{"name": "Olga Marsh", "age": 34}], "TN13 1AA", []),
        ([{"name": "Della", "age": 61}], "TN13 1AA", []),
    ],
)
def test_why_two_may_be_one_family(db: Session, people: list[dict[str, Any]], postcode: str, why: list[str]) -> None:
    first = sent(db)
    second = sent(db, people=people, postcode=postcode)
    assert reasons(db, second, first) == why
    assert reasons(db, first, second) == why, "seen from the earlier one, too"


def test_only_coordinators_see_it_in_the_queue(db: Session) -> None:
    alone = sent(db, people=[{"name": "Olga Marsh"}], postcode="TN15 6AA")
    first = sent(db)
    second = sent(db, people=[{"name": "Della Quilfether"}])

    def marked(role: Any) -> dict[str, bool | None]:
        rows = queue(db, somebody(db, role, "sevenoaks"), QueueFilter(), now=utc_now())
        return {row.reference: row.possible_duplicate for row in rows}

    assert marked("coordinator") == {alone: False, first: True, second: True}
    assert set(marked("analyst").values()) == {None}


def test_looking_into_another_record_is_audited(db: Session) -> None:
    sent(db)
    sent(db, people=[{"name": "Della Quilfether"}])
    db.commit()
    entries = db.scalars(select(AuditEntry).where(AuditEntry.action == "read", AuditEntry.object_kind == "nomination"))
    assert [entry.detail for entry in entries] == [{"by": "recognising"}]


def test_a_family_that_ended_is_no_longer_recognised(db: Session) -> None:
    first = sent(db)
    second = sent(db, people=[{"name": "Della Quilfether"}])
    seen = open_nomination(db, somebody(db, "coordinator", "sevenoaks"), first)
    assert [each["reference"] for each in seen["possible_duplicates"]] == [second]
    stop(db, str(find_nomination(db, first).thread_id), "withdrawn", utc_now())
    assert reasons(db, second, first) == []


def test_another_programmes_family_is_not_looked_at(db: Session) -> None:
    first = sent(db)
    there = sent(db, "kingston-richmond", people=[{"name": "Della Quilfether"}])
    assert reasons(db, there, first, "kingston-richmond") == []


def test_similar_is_neither_everybody_nor_nobody() -> None:
    assert is_similar([{"name": "Kieran O’Neil"}], [{"name": "Kieran O'Neill"}])
    assert not is_similar([{"name": "Kieran Smith"}], [{"name": "Kiera Jones"}])
    assert not is_similar([{"relation": "mum"}], [{"relation": "mum"}])
