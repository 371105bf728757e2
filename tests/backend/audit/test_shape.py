"""Nothing that could be words goes into the audit: it is refused by its shape, and not repeated."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.orm import Session

from backend import audit
from backend.audit.shape import NotACode, is_code_or_count, must_be_codes
from tests.backend.threads.people import draft, somebody

ID, OTHER_ID = "6f1b9a52-3c0d-4a57-9d1e-5b7c2f6a8e90", "0d3c7e14-92ab-4f68-8b25-a1e6d4c90f37"
PERSONAL = [
    "Kayleigh",
    "Kayleigh Example",
    "kayleigh example",
    "O'Brien",
    "Zoë",
    "k.example@mail.example",
    "07700 900123",
    "07700900123",
    "01632-960200",
    "TN13 1AA",
    "tn131aa",
    "1 High Street",
    "2014-05-06",
    "06/05/2014",
    "192.0.2.17",
    "excluded for three days in March",
    "She is afraid.",
    "a" * 61,
]
CODES: list[Any] = [
    None,
    True,
    3,
    "",
    "given",
    "not_yet",
    "sevenoaks",
    "kingston-richmond",
    "other_stream",
    "2013",
    "0.1.0",
    "backup-2026-11-22",
    "coordinator,duty",
    "FD-7KXM2PQ4",
    ID,
    f"{ID},{OTHER_ID}",
    "f" * 64,
]


@pytest.mark.parametrize("words", PERSONAL)
@pytest.mark.parametrize("part", ["action", "kind", "id", "programme", "code"])
def test_what_could_be_words_is_refused_and_not_repeated(part: str, words: str) -> None:
    entry = {"action": "read", "kind": "nomination", "id": "FD-1", "programme": "sevenoaks", "code": "x"}
    if (part, words) == ("action", "kayleigh example"):
        words = words.title()  # Actions are written in words, in the program: test_calls sees to that.
    entry[part] = words
    with pytest.raises(NotACode) as refused:
        must_be_codes(entry["action"], entry["kind"], entry["id"], entry["programme"], {"code": entry["code"]})
    assert words not in str(refused.value)


@pytest.mark.parametrize("code", [7_700_900_123, 1.5, ["FD-1"], {"name": 1}, b"x"])
def test_numbers_that_are_no_counts_and_anything_nested_is_refused(code: Any) -> None:
    assert not is_code_or_count(code)


def test_the_name_of_a_code_is_a_code_too() -> None:
    with pytest.raises(NotACode):
        must_be_codes("read", "nomination", "FD-1", None, {"Kayleigh Example": 1})


@pytest.mark.parametrize("code", CODES)
def test_codes_counts_and_ids_are_taken(code: Any) -> None:
    must_be_codes("read", "nomination", "FD-1", None, {"code": code})


def test_a_refused_entry_stops_the_deed(db: Session) -> None:
    with pytest.raises(NotACode):
        audit.record(db, None, "read", "nomination", "Kayleigh Example", None)


def test_the_ids_that_rows_have_are_taken(db: Session) -> None:
    nominator = somebody(db, "nominator", "sevenoaks")
    for _ in range(50):
        thread = draft(db, nominator, "sevenoaks")
        audit.record(db, nominator, "read", "thread", thread.id, thread.programme, by=nominator.account_id)
