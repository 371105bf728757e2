"""What people read about how a nomination stands, where they look for it."""

from __future__ import annotations

from sqlalchemy import update
from sqlalchemy.orm import Session

from backend.database.base import utc_now
from backend.nominations.models import Nomination
from backend.nominations.service import open_nomination, own_nominations
from backend.nominations.submission import submit
from backend.nominations.telling import explanation_lines
from backend.web.nomination_view import nomination_view
from tests.backend.threads.people import draft, somebody
from tests.backend.threads.talking import CONTENT, Talk, signed_in

ABUSE = {"code": "domestic_abuse_victim", "status": "asserted", "words": "he hits me", "said_by": "family"}
POLICE = {"code": "adult_offence", "status": "asserted", "words": None, "said_by": "police"}


def test_who_nominated_reads_how_the_criteria_stand_until_somebody_has_decided(db: Session) -> None:
    nominator = somebody(db, "nominator", "sevenoaks")
    submit(db, draft(db, nominator, "sevenoaks").id, utc_now())
    [row] = own_nominations(db, nominator)
    assert "School attendance, exclusion or behaviour: holds." in row.explanation
    assert "Crime or anti-social behaviour: is not known yet." in row.explanation
    assert not any("Family Intervention" in line for line in row.explanation)
    db.execute(update(Nomination).values(status="returned"))
    db.expire_all()
    assert own_nominations(db, nominator)[0].explanation == []


def test_what_a_data_set_showed_is_not_told_to_who_nominated(db: Session) -> None:
    nominator = somebody(db, "nominator", "sevenoaks")
    content = CONTENT | {"indicators": [*CONTENT["indicators"], POLICE]}
    submit(db, draft(db, nominator, "sevenoaks", content).id, utc_now())
    assert "Crime or anti-social behaviour: is not known yet." in own_nominations(db, nominator)[0].explanation


def test_a_family_reads_what_was_heard_but_nothing_that_is_private(db: Session) -> None:
    family = somebody(db, "family", "kingston-richmond")
    content = CONTENT | {"indicators": [*CONTENT["indicators"], ABUSE]}
    submit(db, draft(db, family, "kingston-richmond", content).id, utc_now())
    db.execute(update(Nomination).values(audience="family"))
    db.expire_all()
    lines = explanation_lines(db, db.query(Nomination).one(), whole=True)
    assert lines[0].startswith("What we were told")
    text = " ".join(lines)
    assert len(lines) > 1
    assert not any(word in text for word in ("safe with", "hurt", "scared", "abuse", "hits"))


def test_the_chat_says_what_is_still_to_ask(origin: str) -> None:
    talk = Talk(origin)
    talk.nominated()
    status = talk.say({"text": "[[status]]", "custom": {"fill": ["status"]}})[0]["text"]
    row = signed_in(origin, "nominator").get("/api/own-nominations").json()[0]
    assert row["explanation"][0] in status


def test_a_coordinator_reads_the_count_the_coordinator_and_the_money_asked_for(db: Session) -> None:
    nominator, coordinator = somebody(db, "nominator", "rotherham"), somebody(db, "coordinator", "rotherham")
    content = CONTENT | {"postcode": "S60 1AA", "language": "Slovak"}
    reference = submit(db, draft(db, nominator, "rotherham", content).id, utc_now()).reference
    seen = open_nomination(db, coordinator, reference)
    seen["route"]["requests"] = [{"budget": "discretionary", "name": "Small fund", "decided_by": "coordinator"}]
    view = nomination_view(seen, shows_known=True)
    assert view["counted_lines"] == ["2 of 3 national criteria hold; at least 2 must."]
    assert seen["route"]["coordinator"]["reason"]
    assert view["request_lines"] == ["Small fund: asked for, the coordinator decides."]


def test_shared_workers_and_a_share_that_has_no_room_are_said(db: Session) -> None:
    nominator, coordinator = somebody(db, "nominator", "sevenoaks"), somebody(db, "coordinator", "sevenoaks")
    offence = {"code": "youth_offence", "status": "asserted", "words": "arrested", "said_by": "professional"}
    content = CONTENT | {"indicators": [*CONTENT["indicators"], offence]}
    reference = submit(db, draft(db, nominator, "sevenoaks", content).id, utc_now()).reference
    view = nomination_view(open_nomination(db, coordinator, reference), shows_known=True)
    said = " ".join(view["capacity_lines"])
    assert "It is meant for 20% of the programme's families: 20, 9 more than it has places for." in said
    assert "shared between 3 districts" in said
