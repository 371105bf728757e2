"""How long things are kept: the programme's file for what is about a family, ``service.yml`` for the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from backend.eligibility.dates import months_before
from backend.programmes import load_programmes
from backend.programmes.build import keeping
from backend.programmes.model import Keeping

FAMILY_KINDS = (
    "draft", "stopped", "waiting", "unanswered", "returned", "withdrawn", "accepted", "closed", "alert",
)  # fmt: skip
"""Kinds of data about families, each with a period in every programme's file."""


@dataclass(frozen=True, slots=True)
class ServiceKind:
    """A kind of data that belongs to no programme."""

    code: str
    keeping: Keeping
    by: str
    """What ends it."""


def oldest_kept(kept: Keeping, now: datetime) -> datetime | None:
    """The moment before which a thing of this kind is due; None where time alone erases nothing."""
    if kept.number is None:
        return None
    if kept.unit == "days":
        return now - timedelta(days=kept.number)
    months = kept.number * (12 if kept.unit == "years" else 1)
    at = now.astimezone(UTC)
    return datetime.combine(months_before(at.date(), months), at.timetz())


def family_keeping(kind: str, programme: str | None) -> Keeping:
    """The period of a kind in a programme. Where none is known yet, the shortest of all programmes."""
    programmes = load_programmes()
    if programme is not None and programme in programmes:
        return programmes[programme].retention[kind]
    now = datetime(2026, 1, 1, tzinfo=UTC)
    all_kept = [each.retention[kind] for each in programmes.values()]
    return max(all_kept, key=lambda kept: oldest_kept(kept, now) or datetime.min.replace(tzinfo=UTC))


@cache
def service_kinds() -> Mapping[str, ServiceKind]:
    """What is kept of the service, by code."""
    return {code: ServiceKind(code, keeping(entry), entry["by"]) for code, entry in _read("service.yml").items()}


def service_oldest(code: str, now: datetime) -> datetime:
    """The moment before which a thing of the service is due; long ago where time alone erases nothing."""
    return oldest_kept(service_kinds()[code].keeping, now) or datetime.min.replace(tzinfo=UTC)


@cache
def hold_reasons() -> Mapping[str, Mapping[str, str]]:
    """Why a record may be held: ``name``, ``law`` and what is ``told``, by code."""
    reasons: Mapping[str, Mapping[str, str]] = _read("holds.yml")["reasons"]
    return reasons


@cache
def longest_until_review() -> timedelta:
    """How far away the review of a hold may be."""
    return timedelta(days=_read("holds.yml")["longest_until_review_days"])


def _read(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    return data
