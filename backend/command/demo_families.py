"""The demonstration's families: invented, underway at different stages, so that whoever looks finds work on the way.

They are in programmes whose streams have no number of places, so that nobody else's route depends on them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.accounts.accounts import as_actor, find_account
from backend.database.base import utc_now
from backend.decisions.service import decide
from backend.decisions.shapes import NewDecision
from backend.demo import accounts
from backend.nominations.importing import take_in
from backend.nominations.models import Nomination
from backend.paths.service import move
from backend.paths.shapes import NewStep

FILE = Path(accounts.__file__).with_name("families.jsonl")
_WHY = "Agreed with those who help the family."


def plant_families(db: Session, now: datetime | None = None) -> int:
    """Put the families into a database that has no nomination yet; how many. Again: nothing happens. Callers commit."""
    account = find_account(db, "coordinator@demo.example")
    if account is None or not account.demo or db.scalar(select(Nomination.id).limit(1)) is not None:
        return 0
    families = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    coordinator = as_actor(db, account, session_id="")
    for family in families:
        _plant(db, coordinator, family, now or utc_now())
    return len(families)


def _plant(db: Session, coordinator: Actor, family: Mapping[str, Any], now: datetime) -> None:
    begun = now - timedelta(weeks=family["weeks_ago"])
    went = [step if isinstance(step, list) else [step, _WHY] for step in family["went"]]
    each = (now - begun) / (len(went) + 2)
    reference = take_in(db, family["programme"], family, begun).reference
    decision = NewDecision(kind="other_stream", stream=family["stream"], reason=_WHY, version=1)
    version = decide(db, coordinator, reference, decision, begun + each).version
    for place, (to, reason, *written) in enumerate(went, 2):
        told = {"to": to, "reason": reason, "version": version, "written_down": written[0] if written else {}}
        version = move(db, coordinator, reference, NewStep.model_validate(told), begun + place * each).version
