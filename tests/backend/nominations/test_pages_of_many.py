"""The list pages ask the database as often for many rows as for few, and never more than twenty times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import event, select

from backend.database.base import utc_now
from backend.handovers.asking import hand_over
from backend.nominations.lists import LISTS
from backend.nominations.models import Nomination
from tests.backend.serving import backend_in, bearer
from tests.browser.records import nominate, raise_alert
from tests.queue_seeded import seed

MOST_QUERIES = 20
PAGES = [
    "/",
    "/duty",
    "/queue?sort=priority&page=2",
    *(f"/queue?list={name}" for name in LISTS),
    "/api/nominations?list=unassigned",
    "/api/alerts",
    "/api/handovers",
]
PAST = re.compile(r"BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|PRAGMA")


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, FastAPI]]:
    """A backend with two hundred nominations, thirty open alerts and a dozen people who want to talk to a person."""
    folder: Path = tmp_path_factory.mktemp("full")
    with backend_in(folder) as (origin, application):
        references = [nominate(origin) for _ in range(12)]
        for n in range(30):
            raise_alert(origin, f"He is at the door {n}", "urgent")
        with application.state.sessions.begin() as db:
            seed(db, 200, utc_now())
            for reference in references:
                talk = db.scalars(select(Nomination.thread_id).where(Nomination.reference == reference)).one()
                hand_over(db, str(talk), 1, utc_now())
        yield origin, application


@contextmanager
def statements(application: FastAPI) -> Iterator[list[str]]:
    """What was asked of the database meanwhile."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not PAST.match(statement):
            asked.append(statement)

    event.listen(application.state.engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(application.state.engine, "before_cursor_execute", note)


@pytest.fixture(scope="module")
def coordinator(full: tuple[str, FastAPI]) -> dict[str, str]:
    return bearer(full[0], "coordinator")


@pytest.mark.parametrize("path", PAGES)
def test_no_list_asks_the_database_more_than_twenty_times(
    full: tuple[str, FastAPI], coordinator: dict[str, str], path: str
) -> None:
    origin, application = full
    with statements(application) as asked:
        answer = httpx.get(origin + path, headers=coordinator, timeout=60)
    assert answer.status_code == 200
    assert 0 < len(asked) <= MOST_QUERIES, "\n".join(asked)


def test_every_page_of_the_queue_is_reached_and_none_is_twice(
    full: tuple[str, FastAPI], coordinator: dict[str, str]
) -> None:
    seen: list[str] = []
    for number in range(1, 10):
        page = httpx.get(f"{full[0]}/queue?page={number}", headers=coordinator, timeout=60).text
        seen += re.findall(r'href="/nominations/(FD-[0-9A-Z]+)"', page)
    assert len(seen) == len(set(seen)) == 212
    assert "page 9 of 9" in page


def test_what_was_seeded_opens_like_any_other(full: tuple[str, FastAPI], coordinator: dict[str, str]) -> None:
    answer = httpx.get(f"{full[0]}/api/nominations/FD-BBBBBBBC", headers=coordinator, timeout=60)
    assert answer.json()["story"]
