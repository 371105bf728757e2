"""Every letter of every programme: whole, sourced, without a gap, and read by families at the age of nine."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, get_args

import pytest
from sqlalchemy.orm import Session

from backend.database.base import utc_now
from backend.letters.drafting import PARTS, draft, wording
from backend.letters.kinds import Kind
from backend.letters.readers import Reader
from backend.letters.text import Text
from backend.nominations.models import Passing
from backend.nominations.passed import passing_of
from backend.programmes import load_programmes
from tests.actions.test_reading_age import NINE, grade, is_measured
from tests.backend.letters.writing import MOTHER, Case
from tests.backend.threads.talking import CONTENT

POSTCODES = {
    "sevenoaks": "TN13 1AA", "maidstone": "ME14 1AA", "kingston-richmond": "KT1 1AA", "rotherham": "S60 1AA",
    "tonbridge-malling": "TN9 1AA", "supporting-families": "EX1 1AA",
}  # fmt: skip
STATUS = {"accepted": "accepted", "waiting": "accepted", "information": "awaiting_information", "declined": "returned",
          "passed": "returned", "ended": "closed"}  # fmt: skip
READERS: list[Any] = ["professional", "family", "household"]


def letter(case: Case, kind: Kind, audience: Any) -> Text:
    """The letter as it is offered about a nomination that stands so."""
    row = case.row
    row.status = STATUS[kind]
    row.stream = load_programmes()[row.programme].streams[0].code
    if kind == "passed" and passing_of(case.db, row, "to") is None:
        other = "maidstone" if row.programme != "maidstone" else "sevenoaks"
        passing = Passing(
            id=f"{row.id}:to", nomination_id=row.id, programme=row.programme, direction="to", other_programme=other,
            other_reference="FD-7KXM2PQ4", account_id=case.coordinator.account_id,
        )  # fmt: skip
        case.db.add(passing)
        case.db.flush()
    reader = Reader("person-1" if audience == "household" else "nominator", MOTHER, MOTHER, (), None, audience)
    return draft(case.db, row, reader, kind, utc_now())


@pytest.mark.parametrize("programme", sorted(load_programmes()))
def test_every_letter_says_all_it_should_and_families_read_it_at_nine(db: Session, programme: str) -> None:
    case = Case(db, None, programme=programme, postcode=POSTCODES[programme])
    for kind in get_args(Kind):
        for audience in READERS:
            text = letter(case, kind, audience)
            said = {part.code: part.text for part in text.parts}
            assert tuple(said) == PARTS
            assert all(said[code] for code in PARTS if code != "reason"), (kind, audience)
            whole = text.plain()
            assert "{" not in whole
            assert "troubled" not in whole.casefold()
            if audience != "professional":
                # The council's name at the end is its own; what is measured is what we say.
                assert grade(whole.removesuffix(text.ending)) <= NINE, (kind, grade(whole), whole)


def test_each_sentence_to_families_is_easy() -> None:
    texts = [each["family"] for kind in get_args(Kind) for each in wording()[kind].values()]
    texts += [
        wording()[code][who]
        for code in ("ask", "disagree")
        for who in ("family", "household")
        if who in wording()[code]
    ]
    texts += [notes["family"] for kinds in wording()["programmes"].values() for notes in kinds.values()]
    assert grade("\n".join(texts)) <= NINE
    assert {text: grade(text) for text in texts if is_measured(text) and grade(text) > NINE} == {}


def test_what_programmes_add_names_a_document_of_theirs() -> None:
    for code, kinds in wording()["programmes"].items():
        documents = load_programmes()[code].data["documents"]
        for kind, note in kinds.items():
            assert kind in get_args(Kind)
            assert note["source"]["document"] in documents
            assert note["source"]["section"]


def test_the_day_is_the_stages_where_it_sets_one_that_is_still_to_come(db: Session) -> None:
    case = Case(db, people=CONTENT["people"])
    case.row.stage_due_at = utc_now() + timedelta(days=400)
    due = case.row.stage_due_at
    [when] = [part.text for part in case.opened(case.begin()).text.parts if part.code == "when"]
    assert str(due.year) in when
