"""Room as the record has it: those the programme had before count beside those nominated here."""

from __future__ import annotations

from sqlalchemy import update
from sqlalchemy.orm import Session

from backend.database.base import utc_now
from backend.nominations.judging import capacity
from backend.nominations.models import Nomination
from backend.nominations.service import open_nomination
from backend.nominations.submission import submit
from backend.programmes import load_programme
from backend.routing import room
from tests.backend.threads.people import draft, somebody
from tests.backend.threads.talking import CONTENT

SEVENOAKS = load_programme("sevenoaks")


def test_thirteen_places_are_left_before_the_first_nomination_and_fip_is_full(db: Session) -> None:
    there_is = room(SEVENOAKS.stream("fip"), SEVENOAKS, capacity(db, "sevenoaks"))
    assert there_is["allocation"] == {"total": 101, "used": 88, "left": 13}
    assert (there_is["held"], there_is["places"], there_is["full"]) == (11, 11, True)


def test_every_open_or_accepted_nomination_takes_a_place_and_a_closed_one_gives_it_back(db: Session) -> None:
    nominator = somebody(db, "nominator", "sevenoaks")
    for taken in range(1, 4):
        submit(db, draft(db, nominator, "sevenoaks").id, utc_now())
        assert capacity(db, "sevenoaks").allocation_used == 88 + taken
    for status, used in (("awaiting_information", 91), ("accepted", 91), ("returned", 88), ("withdrawn", 88)):
        db.execute(update(Nomination).values(status=status))
        assert capacity(db, "sevenoaks").allocation_used == used


def test_the_fourteenth_family_is_told_that_it_waits(db: Session) -> None:
    nominator, coordinator = somebody(db, "nominator", "sevenoaks"), somebody(db, "coordinator", "sevenoaks")
    # A stream with room of its own, so that only the programme's allocation can make a family wait.
    content = CONTENT | {"assessment_in_place": False}
    references = [submit(db, draft(db, nominator, "sevenoaks", content).id, utc_now()).reference for _ in range(14)]
    routes = [open_nomination(db, coordinator, reference)["route"] for reference in references]
    assert [route["path"] for route in routes] == ["checkpoint"] * 13 + ["waiting-list"]
    said = open_nomination(db, nominator, references[-1])["next_step"]
    assert said.startswith("All places of the programme are taken right now. The family has a place on the waiting")
    assert "taken" not in open_nomination(db, nominator, references[0])["next_step"]


def test_a_programme_whose_file_counts_nobody_begins_at_nothing(db: Session) -> None:
    nothing = capacity(db, "kingston-richmond")
    assert (nothing.allocation_used, dict(nothing.held)) == (0, {})
