"""The whole backend on both databases: it starts again on what it left, and serves many at once."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx

from backend.application import create_application
from tests.backend.serving import bearer, served, settings_for


def test_it_starts_again_on_what_it_left(tmp_path: Path, database_url: str) -> None:
    settings = settings_for(tmp_path, database_url)
    with served(create_application(settings)) as origin:
        token = bearer(origin, "coordinator")
    with served(create_application(settings)) as origin:
        assert httpx.get(f"{origin}/health").json()["status"] == "ok"
        assert httpx.get(f"{origin}/api/nominations", headers=token).status_code == 200


def test_many_at_once_are_all_served(tmp_path: Path, database_url: str) -> None:
    with served(create_application(settings_for(tmp_path, database_url))) as origin, httpx.Client() as client:
        token = bearer(origin, "coordinator")

        def ask(_: int) -> int:
            return client.get(f"{origin}/api/nominations", headers=token).status_code

        with ThreadPoolExecutor(24) as people:
            assert Counter(people.map(ask, range(120))) == {200: 120}
