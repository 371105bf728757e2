"""What stays after an erasure and why, said truthfully to whoever asked."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.alerts.models import Alert
from backend.keys.models import DataKey
from backend.nominations.models import Nomination
from backend.programmes import load_programme
from backend.retention.holding import active_hold
from backend.retention.policy import hold_reasons

_ALWAYS = ("dates", "consent-dates", "audit", "backups")


def kept_codes(db: Session, nomination: Nomination) -> list[str]:
    """Codes of what an erasure leaves of this nomination; ``hold:<reason>`` while a legal hold keeps all of it."""
    codes = list(_ALWAYS)
    if nomination.audience == "family" and nomination.account_id is not None:
        codes.append("account")
    hold = active_hold(db, nomination)
    if hold is not None:
        codes.insert(0, f"hold:{hold.reason}")
    readable = (
        select(Alert.id)
        .join(DataKey, DataKey.id == Alert.data_key_id)
        .where(Alert.thread_id == nomination.thread_id, Alert.level != "none", DataKey.destroyed_at.is_(None))
    )
    if nomination.thread_id is not None and db.scalars(readable.limit(1)).first() is not None:
        codes.insert(0, "safety-alerts")
    return codes


def kept_sentences(codes: list[str], programme: str, audience: str) -> list[str]:
    """A sentence for each code; why a hold keeps it is its reason's own sentence."""
    years = load_programme(programme).retention["alert"].number
    found = []
    for code in codes:
        name, _, reason = code.partition(":")
        why = hold_reasons()[reason]["told"] if reason else ""
        found.append(str(wording()["kept"][name][audience]).format(why=why, alert_years=years))
    return found


@cache
def wording() -> dict[str, Any]:
    """The wording file."""
    words: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("wording.yml").read_text(encoding="utf-8"))
    return words
