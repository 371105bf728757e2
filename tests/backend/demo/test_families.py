"""The demonstration's families: underway at different stages, once, and without a place that anybody else needs."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.accounts.accounts import as_actor, find_account
from backend.command.demo_families import plant_families
from backend.database.base import utc_now
from backend.demo.accounts import ensure_demo
from backend.nominations.judging import capacity
from backend.nominations.models import Nomination
from backend.nominations.service import QueueFilter, queue
from backend.paths.service import path_of
from backend.programmes import load_programmes
from backend.routing.capacity import is_full


def test_families_are_underway_at_different_stages_and_planted_once(db: Session) -> None:
    ensure_demo(db, load_programmes())
    planted = plant_families(db)
    assert planted >= 8
    assert plant_families(db) == 0
    account = find_account(db, "coordinator@demo.example")
    assert account
    coordinator = as_actor(db, account, session_id="")
    rows = queue(db, coordinator, QueueFilter(), now=utc_now())
    assert {row.status for row in rows} == {"accepted", "closed"}
    assert len({row.stage for row in rows}) >= 6
    for row in rows:
        times = [step.at for step in path_of(db, coordinator, row.reference).steps]
        assert times == sorted(times)
        assert times[-1] <= utc_now() + timedelta(seconds=1)


def test_nobody_elses_route_depends_on_them(db: Session) -> None:
    ensure_demo(db, load_programmes())
    plant_families(db)
    for code in db.scalars(select(Nomination.programme).distinct()):
        programme, now = load_programmes()[code], capacity(db, code)
        assert not [stream.code for stream in programme.streams if is_full(stream, programme, now)]
        assert programme.allocation_total is None
    assert capacity(db, "sevenoaks").allocation_used == 54 + 34


def test_a_database_without_the_demonstrations_accounts_gets_none(db: Session) -> None:
    assert plant_families(db) == 0
    assert db.scalar(select(Nomination.id)) is None
