"""Checks of the whole audit: made by the worker each day and by the command, kept, and shown to auditors."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from backend.audit.anchors import Anchor, is_ours, keys_of, sealed
from backend.audit.models import AuditCheck
from backend.audit.restores import restores
from backend.audit.verifying import Finding, Verdict, Why, verify
from backend.database.base import utc_now

EVERY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome of a check that the service vouches for."""

    at: datetime
    entries: int
    hash: str
    finding: Finding | None


def check(
    db: Session, anchors: Iterable[Anchor] = (), *, now: datetime | None = None, stopped: Callable[[], bool] = bool
) -> Verdict | None:
    """Verify the whole chain against anchors and all checks that were made before, and keep the outcome.

    Anchors that know more than a backup that was restored since are left out (:mod:`backend.audit.restores`).
    None when ``stopped`` says so before the end. The session must not have begun to write: verifying takes its time.
    """
    keys, earlier, past = keys_of(db), [*_vouched(db)], restores(db)
    engine = cast(Engine, db.get_bind())
    db.commit()
    given = [each for each in anchors if not any(restore.explains(each) for restore in past)]
    vouched = [(each.entries, each.hash) for each in given if is_ours(keys, each)]
    verdict = verify(engine, [*vouched, *earlier], stopped=stopped)
    if verdict is None:
        return None
    false = next((each for each in given if not is_ours(keys, each)), None)
    if false is not None and verdict.finding is None:
        verdict = Verdict(verdict.entries, verdict.hash, Finding(false.entries, "false-anchor"))
    keep(db, verdict, now or utc_now())
    return verdict


def keep(db: Session, verdict: Verdict, now: datetime) -> None:
    """Keep an outcome, with the seal by which it is told from one that somebody wrote into the database."""
    why = f"{verdict.finding.why}:{verdict.finding.seq}:{verdict.finding.since}" if verdict.finding else None
    row = AuditCheck(at=now, entries=verdict.entries, hash=verdict.hash, why=why)
    row.mac = _seal(keys_of(db)[0], row)
    db.add(row)
    db.flush()


def newest_check(db: Session) -> Checked | None:
    """The newest check that is ours; None where there is none."""
    keys = keys_of(db)
    rows = db.scalars(select(AuditCheck).order_by(AuditCheck.id.desc()).limit(50))
    ours = next((row for row in rows if _is_ours(keys, row)), None)
    return None if ours is None else Checked(ours.at, ours.entries, ours.hash, _finding(ours.why))


def is_due(db: Session, now: datetime) -> bool:
    """Whether the last check that is ours is a day old or older."""
    newest = newest_check(db)
    return newest is None or newest.at <= now - EVERY


def _vouched(db: Session) -> list[tuple[int, str]]:
    """What checks that found nothing wrong had seen: a chain that was rewritten does not fit them."""
    keys = keys_of(db)
    rows = db.scalars(select(AuditCheck).where(AuditCheck.why.is_(None)).order_by(AuditCheck.id))
    return [(row.entries, row.hash) for row in rows if row.entries and _is_ours(keys, row)]


def _seal(key: bytes, row: AuditCheck) -> str:
    return sealed(key, "check", row.entries, row.hash, row.at, row.why)


def _is_ours(keys: list[bytes], row: AuditCheck) -> bool:
    return any(hmac.compare_digest(row.mac, _seal(key, row)) for key in keys)


def _finding(why: str | None) -> Finding | None:
    if why is None:
        return None
    code, seq, since = why.split(":")
    return Finding(int(seq), cast(Why, code), int(since))
