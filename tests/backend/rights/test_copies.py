"""A copy for one person: what is theirs is in it, what is others' is not, until somebody has looked and released it."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.accounts.models import AccountRole
from backend.alerts.service import raise_alert
from backend.audit.models import AuditEntry
from backend.database.base import utc_now
from backend.errors import NotFound
from backend.nominations.record import find_nomination
from backend.nominations.service import open_nomination
from backend.nominations.stopping import withdraw_consent
from backend.rights.copies import Copy, copy_for, note_given, people_of
from backend.rights.package import file_name, packed
from backend.rights.redaction import redaction
from tests.backend.alerts.test_alerts import alert
from tests.backend.rights.test_answering import Case
from tests.backend.threads.people import somebody
from tests.backend.threads.talking import CONTENT

PEOPLE = [
    {"name": "Della Quillfeather", "age": 34, "relation": "mother"},
    {"name": "Ned Quillfeather", "age": 12, "date_of_birth": "2014-05-06", "relation": "son", "school": "Hillview"},
    {"name": "Gareth Stoat", "age": 41, "relation": "father"},
]
FACTS = [
    {"code": "fixed_term_exclusion", "status": "asserted", "person": "Ned", "words": "Ned bit a teacher",
     "said_by": "professional"},
    {"code": "domestic_abuse_victim", "status": "asserted", "person": "Della", "words": "Gareth hits her",
     "said_by": "professional"},
    {"code": "nobody_working", "status": "asserted", "words": "no one works", "said_by": "professional"},
]  # fmt: skip
TOLD: dict[str, Any] = {
    **CONTENT,
    "people": PEOPLE,
    "indicators": FACTS,
    "agencies": ["Harbour Refuge"],
    "story": "Gareth Stoat (born 06/05/1985, 07700 900123) shouts. Ned's teacher, x@school.example, is worried.",
}
GONE = "[another person]"
THEIRS = (
    "Della", "Ned", "Larkspur", "TN13", "07700", "Priya", "Refuge", "hits", "bit a teacher", "Hillview", "2014-05-06",
    "Meadow", "knife", "teacher", "Domestic", "abuse",
)  # fmt: skip


def made(db: Session) -> tuple[Case, Copy]:
    """A family in which one parent hurts the other, and the copy that this parent asks for."""
    case = Case(db, content=TOLD)
    raise_alert(db, alert(thread=case.thread, text="He has a knife"))
    return case, copy_for(db, case.coordinator, case.reference, "Gareth Stoat", utc_now())


def read(packed_copy: bytes) -> tuple[str, dict[str, Any]]:
    with zipfile.ZipFile(io.BytesIO(packed_copy)) as file:
        assert sorted(file.namelist()) == ["copy.html", "copy.json"]
        return file.read("copy.html").decode(), json.loads(file.read("copy.json"))


def test_who_hurts_the_others_learns_nothing_of_them_from_his_copy(db: Session) -> None:
    _, copy = made(db)
    page, plain = read(packed(copy))
    for text in (page, json.dumps(plain)):
        assert not [word for word in THEIRS if word in text]
    assert "Gareth Stoat" in page
    labels = {entry["label"] for entry in plain["entries"]}
    assert {"Name", "Age", "Nobody in the household works", "Criteria"} <= labels
    assert "Alert" not in labels
    assert "other people" in page
    assert file_name(copy) == f"{copy.reference}-copy-3.zip"


def test_everything_held_back_is_listed_for_whoever_looks(db: Session) -> None:
    _, copy = made(db)
    held = {entry.id: entry.held for entry in copy.held()}
    assert held["person-1"] == held["fact-1"] == held["fact-1-words"] == "other-person"
    assert held["fact-3-words"] == held["story"] == held["agency-1"] == held["message-1"] == "words-of-another"
    assert held["home-address"] == held["home-phone"] == "where-they-live"
    assert (held["nominator"], held["alert-1"], held["consent-1-people"]) == ("nominator", "safety", "other-person")
    assert all(entry.text for entry in copy.held())


@pytest.mark.parametrize("person", [None, "Gareth Stoat", "Gareth"])
@pytest.mark.parametrize("code", ["domestic_abuse_victim", "domestic_abuse_perpetrator", "sexual_exploitation_risk"])
def test_that_somebody_told_of_abuse_is_held_back_whoever_the_fact_is_about(
    db: Session, code: str, person: str | None
) -> None:
    fact = {"code": code, "status": "asserted", "said_by": "professional", "person": person}
    case = Case(db, content={**TOLD, "indicators": [fact]})
    copy = copy_for(db, case.coordinator, case.reference, "Gareth Stoat", utc_now())
    page, plain = read(packed(copy))
    assert not [word for word in ("abuse", "exploit") if word in (page + str(plain)).casefold()]
    assert {entry.id: entry.held for entry in copy.held()}["fact-1"] == "private"


def test_a_fact_that_fits_a_brother_too_is_held_back(db: Session) -> None:
    sons = [{"name": name, "age": 12, "relation": "son"} for name in ("Ned Quillfeather", "Ted Quillfeather")]
    facts = [
        {"code": "fixed_term_exclusion", "status": "asserted", "said_by": "professional", "person": person}
        for person in ("son", "Quillfeather", "Ned", "ned quillfeather")
    ]
    case = Case(db, content={**TOLD, "people": sons, "indicators": facts})
    copy = copy_for(db, case.coordinator, case.reference, "1", utc_now())
    held = {entry.id for entry in copy.held() if entry.id.startswith("fact-")}
    assert held == {"fact-1", "fact-2"}


def test_that_a_reader_is_on_duty_too_is_not_told(db: Session) -> None:
    case, _ = made(db)
    db.add(AccountRole(account_id=case.lead.account_id, programme="sevenoaks", role="duty"))
    open_nomination(db, case.lead, case.reference)
    db.commit()
    copy = copy_for(db, case.coordinator, case.reference, "3", utc_now())
    assert "Lead" in [entry.label for entry in copy.given()]
    assert "Duty" not in str(copy.given())


def test_what_is_released_is_given_without_the_others_in_it(db: Session) -> None:
    _, copy = made(db)
    _, plain = read(packed(copy, ["story", "fact-3-words"]))
    texts = [entry["text"] for entry in plain["entries"]]
    expected = "Gareth Stoat (born 06/05/1985, [another person]) shouts. [another person] teacher, [another person], is"
    assert f"{expected} worried." in texts
    assert "no one works" in texts
    assert "Ned" not in str(plain)


def test_a_mother_gets_what_was_told_about_her(db: Session) -> None:
    case, _ = made(db)
    _, plain = read(packed(copy_for(db, case.lead, case.reference, "1", utc_now()), ["home-address", "fact-2"]))
    assert {"Della Quillfeather", "7 Larkspur Rise"} <= {entry["text"] for entry in plain["entries"]}
    labels = str([entry["label"] for entry in plain["entries"]])
    assert "domestic abuse" in labels.lower()
    assert "Gareth" not in str(plain)


def test_the_copy_says_who_opened_the_record(db: Session) -> None:
    case, _ = made(db)
    for _ in range(2):
        open_nomination(db, case.lead, case.reference)
    db.commit()
    copy = copy_for(db, case.coordinator, case.reference, "3", utc_now())
    readers = {entry.label: entry.text for entry in copy.entries if entry.section == "Who opened the record"}
    today = utc_now().date().isoformat()
    assert readers["Lead"] == f"2 times, last on {today}"
    assert "Person" not in str(readers)


def test_making_a_copy_is_for_some_and_is_noted(db: Session) -> None:
    case, copy = made(db)
    assert people_of(db, case.coordinator, case.reference)[2] == (3, "Gareth Stoat")
    for other in (case.sender, case.administrator, case.duty, somebody(db, "coordinator", "rotherham")):
        with pytest.raises(NotFound):
            copy_for(db, other, case.reference, "1", utc_now())
    with pytest.raises(NotFound, match="names 3 people") as told:
        copy_for(db, case.coordinator, case.reference, "Nobody Known", utc_now())
    assert "Gareth" not in told.value.message
    note_given(db, case.coordinator, copy, ["story", "invented"])
    db.commit()
    [entry] = db.scalars(select(AuditEntry).where(AuditEntry.action == "copied"))
    assert (entry.actor_id, entry.detail) == (case.coordinator.account_id, {"person": 3, "released": 1})


def test_of_what_a_hold_keeps_only_a_lead_makes_a_copy_and_of_what_was_erased_nobody(db: Session) -> None:
    case, _ = made(db)
    case.hold(db)
    withdraw_consent(db, find_nomination(db, case.reference), case.coordinator, "told-the-coordinator", utc_now())
    with pytest.raises(NotFound):
        copy_for(db, case.coordinator, case.reference, "3", utc_now())
    _, plain = read(packed(copy_for(db, case.lead, case.reference, "3", utc_now())))
    assert "Kept because" in str(plain)
    gone = Case(db)
    withdraw_consent(db, find_nomination(db, gone.reference), gone.coordinator, "told-the-coordinator", utc_now())
    with pytest.raises(NotFound):
        copy_for(db, gone.lead, gone.reference, "1", utc_now())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ned's coat", "[another person] coat"),
        ("NED QUILLFEATHER ran", "[another person] ran"),
        ("the Quillfeathers and Quillfeather", "the Quillfeathers and Quillfeather"),
        ("needed, Nedda", "needed, Nedda"),
        ("Jo came, Jo Marsh too", "Jo came, [another person] too"),
        ("born 2014-05-06 or 6/5/14 or 06.05.2014", "born [another person] or [another person] or [another person]"),
        ("born 6 May 2014, on the 6th of May, May 6th", f"born {GONE}, on the {GONE}, {GONE}"),
        ("born 6-5-2014; they may 60 times", f"born {GONE}; they may 60 times"),
        ("ring +44 7700 900123", "ring [another person]"),
        ("2 of 3, 54 in year 1", "2 of 3, 54 in year 1"),
    ],
)
def test_others_are_taken_out_and_nothing_else(text: str, left: str) -> None:
    redact = redaction([PEOPLE[1]], ["Jo Marsh", None], "Della Quillfeather")
    assert redact(text) == left
