"""Sevenoaks' first year, taken in from a file and worked through the queue, ends in the paper's six groups."""

from __future__ import annotations

import base64
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from click.testing import CliRunner
from fastapi import FastAPI

from backend.command.importing import import_
from backend.programmes import load_programme
from tests.backend.serving import bearer

FAMILIES = Path(__file__).with_name("sevenoaks-first-year.jsonl")
"""54 invented families; ``became`` says in which of the paper's groups each one ended."""
VISITED = ("allocated", "first-visit")
WAYS: dict[str, tuple[str, tuple[str, ...]]] = {
    "fip": ("fip", ("log", *VISITED)),
    "family-support-worker": ("family-support-worker", ("log", *VISITED)),
    "moved-out-of-area": ("family-support-worker", ("moved-away",)),
    "no-longer-meets-criteria": ("family-support-worker", ("last-visit",)),
    "pbr-claimed": ("family-support-worker", ("log", "result-claimed")),
    "awaiting-light-touch-or-lead-worker": ("fip-light", ("log", "waiting-for-worker")),
}
"""The stream that was decided and the stages that followed, by group."""
WRITTEN = {"moved-away": {"where": "Another district", "consent": "with"}}


def group_of(row: dict[str, Any]) -> str:
    """In which of the paper's groups a family of the queue is."""
    if row["stage"] in ("last-visit", "no-longer-meets"):
        return "no-longer-meets-criteria"
    ended = {"moved-away": "moved-out-of-area", "result-claimed": "pbr-claimed"}
    waiting = {"waiting-for-worker": "awaiting-light-touch-or-lead-worker"}
    return str((ended | waiting).get(row["stage"], row["stream"]))


@pytest.fixture
def environment(application: FastAPI, monkeypatch: pytest.MonkeyPatch) -> FastAPI:
    """The command's settings are those of the served backend."""
    settings = application.state.settings
    monkeypatch.setenv("FRONTDOOR_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("FRONTDOOR_DATA", str(settings.data))
    monkeypatch.setenv("FRONTDOOR_MASTER_KEY", base64.b64encode(settings.master_key).decode())
    return application


@pytest.fixture
def coordinator(origin: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=origin, headers=bearer(origin, "coordinator"), timeout=60) as client:
        yield client


def act(client: httpx.Client, reference: str, what: str, **body: Any) -> dict[str, Any]:
    answer = client.post(f"/api/nominations/{reference}/{what}", json=body)
    assert answer.status_code == 201, answer.text
    done: dict[str, Any] = answer.json()
    return done


def work_through(client: httpx.Client, family: dict[str, Any]) -> None:
    """Take a family forward and move it on, as a coordinator does, with what the group it ended in asks for."""
    reference = family["reference"]
    stream, stages = WAYS[family["became"]]
    done = act(
        client, reference, "decisions", kind="other_stream", stream=stream, reason="As the LOG saw it.", version=1
    )
    at = client.get(f"/api/nominations/{reference}/steps").json()["stage"]["code"]
    # Once the allocation is used up a family begins on the waiting list and is checked like every other.
    way = [*(["data-check"] if at == "waiting-list" and stages[0] == "log" else []), *stages]
    for stage in way:
        step = {"to": stage, "reason": "As the paper says.", "written_down": WRITTEN.get(stage, {})}
        done = act(client, reference, "steps", **step, version=done["version"])


def test_the_first_year_ends_in_the_papers_six_groups(environment: FastAPI, coordinator: httpx.Client) -> None:
    families = [json.loads(line) for line in FAMILIES.read_text(encoding="utf-8").splitlines()]
    taken = CliRunner().invoke(import_, [str(FAMILIES), "--programme", "sevenoaks"])
    assert taken.exit_code == 0, taken.output
    assert "54 kept, 0 there before, 0 not kept" in taken.output

    for family in families:
        work_through(coordinator, family)

    rows = coordinator.get("/api/nominations", params={"programme": "sevenoaks"}).json()["nominations"]
    [year, *_] = load_programme("sevenoaks").data["allocation"]["years"]
    paper = {entry["code"]: entry["families"] for entry in year["dispositions"]}
    groups = Counter(group_of(row) for row in rows)
    assert groups == Counter(paper) == Counter(
        {"fip": 11, "family-support-worker": 11, "moved-out-of-area": 2, "no-longer-meets-criteria": 16,
         "pbr-claimed": 2, "awaiting-light-touch-or-lead-worker": 12}
    )  # fmt: skip
    active = {entry["code"] for entry in year["dispositions"] if entry["active"]}
    assert sum(groups[group] for group in active) == 34
    closed = [row for row in rows if row["status"] == "closed"]
    assert Counter(group_of(row) for row in closed) == {"moved-out-of-area": 2, "pbr-claimed": 2}
    # Nobody was skipped ahead: every family that was allocated had been checked and had been at the LOG.
    for row in rows:
        steps = coordinator.get(f"/api/nominations/{row['reference']}/steps").json()["steps"]
        if "allocated" in (been := [step["to_stage"] for step in steps]):
            assert been.index("data-check") < been.index("log") < been.index("allocated")

    again = CliRunner().invoke(import_, [str(FAMILIES), "--programme", "sevenoaks"])
    assert "0 kept, 54 there before, 0 not kept" in again.output
