"""``python -m tests.bench_queue``: the list pages with 200 nominations and with many, side by side.

Both sizes are served at once and asked in turns, so that whatever else the machine does falls on both. A page may take
three times as long with 20,000 as with 200. By itself it is quick, as a part of ``make bench``: 2,000 nominations,
three rounds, SQLite. ``--full`` takes 20,000, seven rounds, SQLite and PostgreSQL; ``--many N``, ``--rounds N`` and
``--kind`` say it one by one; ``--out FOLDER`` says where ``queue.md`` goes.
"""

from __future__ import annotations

import argparse
import logging
import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import httpx
import structlog
from sqlalchemy import text

from backend.database.base import utc_now
from backend.nominations.lists import LISTS
from tests.backend.serving import backend_in, bearer
from tests.browser.records import nominate
from tests.postgresql import server
from tests.queue_seeded import seed

FEW, SOME, MANY = 200, 2_000, 20_000
LIMIT = 3.0
PAGES = (
    "/",
    *(f"/queue?list={name}" for name in LISTS),
    *(f"/queue?sort={name}" for name in ("priority", "safety", "moved", "received", "status")),
    "/queue?page=400",
    "/queue?status=accepted&programme=sevenoaks",
    "/duty",
)


@dataclass
class Timed:
    """Milliseconds of one page, by round."""

    few: list[float] = field(default_factory=list)
    many: list[float] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        return statistics.median(self.many) / statistics.median(self.few)


@contextmanager
def queue_of(count: int, folder: Path, url: str | None) -> Iterator[httpx.Client]:
    """A backend with so many nominations, and a coordinator who is signed in."""
    with backend_in(folder, url) as (origin, application):
        structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
        nominate(origin)
        with application.state.sessions.begin() as db:
            seed(db, count - 1, utc_now())
        with application.state.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("ANALYZE"))
        with httpx.Client(base_url=origin, headers=bearer(origin, "coordinator"), timeout=300) as client:
            yield client


def measure(kind: str, many: int, rounds: int) -> dict[str, Timed]:
    """Time every page with both sizes, ``rounds`` times in turns after one that is not counted."""
    with ExitStack() as running:
        urls: tuple[str | None, str | None] = (None, None)
        if kind == "postgresql":
            address = running.enter_context(server())
            urls = _databases(address)
        folders = [Path(running.enter_context(tempfile.TemporaryDirectory())) for _ in range(2)]
        few = running.enter_context(queue_of(FEW, folders[0], urls[0]))
        lots = running.enter_context(queue_of(many, folders[1], urls[1]))
        pages = {page: Timed() for page in PAGES}
        for turn in range(rounds + 1):
            for page, timed in pages.items():
                for client, times in ((few, timed.few), (lots, timed.many)):
                    took = _milliseconds(client, page)
                    if turn:
                        times.append(took)
    return pages


def table(kind: str, many: int, pages: dict[str, Timed]) -> str:
    """The figures as a table in Markdown."""
    rows = [
        f"| {page} | {statistics.median(timed.few):.0f} | {statistics.median(timed.many):.0f} | {timed.ratio:.1f} |"
        for page, timed in pages.items()
    ]
    worst = max(timed.ratio for timed in pages.values())
    head = f"| page, {kind} | ms with {FEW} | ms with {many:,} | ratio |\n|---|---|---|---|"
    return "\n".join([head, *rows, f"\nThe greatest ratio is {worst:.1f}; {LIMIT:.0f} is aimed at."])


def main() -> None:
    """Measure and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--many", type=int)
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--kind", choices=("sqlite", "postgresql"), action="append")
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    many, rounds = asked.many or (MANY if asked.full else SOME), asked.rounds or (7 if asked.full else 3)
    tables = []
    for kind in asked.kind or (("sqlite", "postgresql") if asked.full else ("sqlite",)):
        tables.append(table(kind, many, measure(kind, many, rounds)))
        print(tables[-1], flush=True)
    if asked.out is not None:
        load = os.getloadavg()[0]
        about = (
            f"# Lists of many nominations\n\n`python -m tests.bench_queue`, {datetime.now(UTC):%d %B %Y}, "
            f"{rounds} rounds in turns, load {load:.0f} on {os.cpu_count()} cores.\n"
        )
        (asked.out / "queue.md").write_text("\n\n".join([about, *tables]) + "\n", encoding="utf-8")


def _milliseconds(client: httpx.Client, page: str) -> float:
    began = time.perf_counter()
    client.get(page).raise_for_status()
    return (time.perf_counter() - began) * 1000


def _databases(address: str) -> tuple[str, str]:
    import psycopg

    with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
        for name in ("few", "many"):
            connection.execute(f"CREATE DATABASE {name}")
    first, second = (f"{address}/{name}".replace("postgresql://", "postgresql+psycopg://") for name in ("few", "many"))
    return first, second


if __name__ == "__main__":
    main()
