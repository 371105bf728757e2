"""Many nominations at once, straight into the tables: as many as a queue has after years, with what its pages show."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from backend.accounts.accounts import find_account
from backend.alerts.models import Alert
from backend.database.base import Base, new_id
from backend.decisions.models import Decision
from backend.keys.data_keys import wrap_data_key
from backend.keys.models import DataKey
from backend.keys.sealing import close, place
from backend.keys.system_keys import ring_of
from backend.matching import SCHEME
from backend.nominations.due import due_at
from backend.nominations.family_models import FamilyPair
from backend.nominations.models import Family, FamilyMark, Judgement, Nomination
from backend.nominations.record import judgement_body, judgements_of
from backend.programmes import load_programmes
from tests.backend.threads.talking import CONTENT

_AT_ONCE = 1_000
_STATUSES = ("received",) * 4 + ("awaiting_information",) * 2 + ("accepted",) * 3 + ("returned",)
_WITH_OPEN_ALERTS = 200
_LETTERS = str.maketrans("0123456789", "BCDFGHJKMN")
_DAYS = 400
"""Over which they came in."""


def seed(db: Session, count: int, now: datetime) -> None:
    """Add nominations to all programmes, made like one that is there already. Callers commit.

    A third of the open ones has an owner, one in fifty may be of the same family as another, one in fifty came with an
    alert, of which the first few are still open, however many there are. The same in every run but for ids and keys.
    """
    chance = random.Random(2026)  # noqa: S311
    model = db.scalars(select(Nomination).limit(1)).one()
    body = judgement_body(db, model, judgements_of(db, model)[-1])
    coordinator = find_account(db, "coordinator@demo.example")
    assert coordinator is not None
    for start in range(0, count, _AT_ONCE):
        rows: dict[type[Base], list[dict[str, Any]]] = {
            table: [] for table in (DataKey, Family, FamilyMark, Nomination, Judgement, Decision, Alert)
        }
        for number in range(start, min(start + _AT_ONCE, count)):
            for table, row in _one(db, chance, model, body, number=number, coordinator=coordinator.id, now=now):
                rows[table].append(row)
        for table, each in rows.items():
            if each:
                db.execute(insert(table), each)
        pairs = [_pair(row) for row in zip(rows[Nomination][::50], rows[Nomination][2::50], strict=False)]
        db.execute(insert(FamilyPair), [pair for pair in pairs if pair])
    db.execute(update(Family).values(scheme=SCHEME))


def _one(
    db: Session,
    chance: random.Random,
    model: Nomination,
    body: dict[str, Any],
    *,
    number: int,
    coordinator: str,
    now: datetime,
) -> Iterator[tuple[type[Base], dict[str, Any]]]:
    nomination, key_id, family = new_id(), new_id(), new_id()
    key, data_key = os.urandom(32), DataKey(id=key_id, created_at=now)
    wrap_data_key(ring_of(db).current, data_key, key)
    programme = sorted(load_programmes())[number % 2 * 3]
    status = _STATUSES[number % len(_STATUSES)]
    # What is decided came long ago, what waits came lately.
    days = chance.random() * (_DAYS if status in ("accepted", "returned") else 20)
    received = now - timedelta(days=days)
    decided = None if status == "received" else min(received + timedelta(days=2), now)
    sealed = {
        column: close(key, value, place("nominations", column, nomination))
        for column, value in (("content", CONTENT), ("nominator", {"kind": "professional", "agency": "Meadow Park"}))
    }
    yield DataKey, {name: getattr(data_key, name) for name in ("id", "wrapped", "master", "created_at")}
    yield (
        Family,
        {"id": family, "programme": programme, "data_key_id": key_id, "created_at": received, "scheme": SCHEME},
    )
    for kind in ("name-and-birth", "birth-and-postcode", "surname-and-postcode"):
        yield (
            FamilyMark,
            {"family_id": family, "kind": kind, "value_index": os.urandom(32).hex(), "programme": programme},
        )
    yield (
        Nomination,
        {
            "id": nomination,
            "reference": f"FD-{number:08d}".translate(_LETTERS),
            "programme": programme,
            "programme_version": load_programmes()[programme].version,
            "family_id": family,
            "account_id": model.account_id,
            "audience": "professional",
            "channel": "web",
            "status": status,
            "verdict": chance.choice(("eligible", "needs_information", "not_eligible")),
            "stream": None if status == "returned" else load_programmes()[programme].streams[0].code,
            "path": chance.choice(("waiting-list", "coordinator", None)),
            "safety": "none",
            "data_key_id": key_id,
            "version": 1 if status == "received" else 2,
            "received_at": received,
            "due_at": due_at(received),
            "decided_at": decided,
            "moved_at": decided or received,
            "owner_id": coordinator if number % 3 == 0 and status in ("received", "awaiting_information") else None,
            "owned_at": received if number % 3 == 0 else None,
            "priority": _priority(programme, chance),
            "priority_rank": chance.randrange(40_000),
            "out_of_area": False,
            **sealed,
        },
    )
    judgement = new_id()
    yield (
        Judgement,
        {
            "id": judgement,
            "nomination_id": nomination,
            "programme": programme,
            "n": 1,
            "programme_version": load_programmes()[programme].version,
            "cause": "submission",
            "verdict": "eligible",
            "body": close(key, body, place("judgements", "body", judgement)),
            "at": received,
        },
    )
    if decided is not None:
        yield (
            Decision,
            {
                "id": new_id(),
                "nomination_id": nomination,
                "programme": programme,
                "nomination_version": 1,
                "kind": "ask" if status == "awaiting_information" else "accept",
                "status": status,
                "decider_id": coordinator,
                "decider_role": "coordinator",
                "at": decided,
            },
        )
    if number % 50 == 0:
        yield from _alert(number, programme, coordinator, received, now)


def _priority(programme: str, chance: random.Random) -> list[dict[str, Any]]:
    return [
        {"code": part.code, "value": "likely" if part.measure == "turnaround" else chance.randrange(7), "ranks": True}
        for part in load_programmes()[programme].priority_parts
    ]


def _alert(
    number: int, programme: str, coordinator: str, received: datetime, now: datetime
) -> Iterator[tuple[type[Base], dict[str, Any]]]:
    is_open = number < _WITH_OPEN_ALERTS
    key = DataKey(id=new_id(), created_at=now)
    yield DataKey, {"id": key.id, "wrapped": None, "master": None, "created_at": now}
    over = None if is_open else received + timedelta(minutes=5)
    yield (
        Alert,
        {
            "id": new_id(),
            "programme": programme,
            "level": "urgent",
            "reasons": ["fear"],
            "source": "message",
            "data_key_id": key.id,
            "at": received,
            "received_at": received,
            "acknowledged_at": over,
            "acknowledged_by": None if is_open else coordinator,
            "closed_at": over,
            "closed_by": None if is_open else coordinator,
            "outcome": None if is_open else "advice-given",
        },
    )


def _pair(two: tuple[dict[str, Any], dict[str, Any]]) -> dict[str, Any] | None:
    first, second = two
    if first["programme"] != second["programme"]:
        return None
    codes = {"codes": ["same-name"]}
    return {
        "first_id": first["id"], "second_id": second["id"], "programme": first["programme"],
        "finding": "same", "weight": 20.0, "reasons": codes, "found_at": first["received_at"],
    }  # fmt: skip
