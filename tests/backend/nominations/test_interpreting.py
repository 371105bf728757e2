"""That an interpreter is wanted reaches the coordinator: in the nomination, and as a flag of the queue."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.orm import Session

from backend.database.base import utc_now
from backend.nominations.interpreting import interpreter_for
from backend.nominations.service import QueueFilter, open_nomination, queue
from backend.nominations.submission import submit
from tests.backend.threads.people import draft, somebody
from tests.backend.threads.talking import CONTENT


@pytest.mark.parametrize(
    ("content", "languages"),
    [
        ({}, None),
        ({"language": "Polish"}, None),
        ({"language": "Polish", "interpreter_wanted": False}, None),
        ({"language": "Polish", "interpreter_wanted": True}, "Polish"),
        ({"interpreter_wanted": True}, "a language that was not named"),
        ({"language": "English", "interpreter_wanted": True}, "a language that was not named"),
        ({"language": "Slovak", "interpreter_wanted": True, "talk_in": "sk"}, "Slovak"),
        ({"language": "Romani", "interpreter_wanted": True, "written_in": ["sk"]}, "Slovak and Romani"),
    ],
)
def test_for_which_languages_to_find_one(content: dict[str, Any], languages: str | None) -> None:
    assert interpreter_for(content) == languages


@pytest.mark.parametrize("role", ["nominator", "family"])
def test_the_nomination_and_the_queue_say_so_whoever_asked_for_one(db: Session, role: Any) -> None:
    who, coordinator = somebody(db, role, "sevenoaks"), somebody(db, "coordinator", "sevenoaks")
    content = CONTENT | {"language": "Slovak", "interpreter_wanted": True}
    reference = submit(db, draft(db, who, "sevenoaks", content).id, utc_now()).reference

    seen = open_nomination(db, coordinator, reference)
    [row] = queue(db, coordinator, QueueFilter(), now=utc_now())

    assert (seen["interpreter"], seen["interpreter_wanted"]) == ("Slovak", True)
    assert row.interpreter == "Slovak"
