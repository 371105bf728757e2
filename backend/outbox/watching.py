"""Watching over the audit: verified each day, anchored outside the database, and auditors told when it is broken."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import structlog
from sqlalchemy import select

from backend.accounts.models import Account, AccountRole
from backend.audit.anchors import Anchor, AnchorUnreadable, anchor_at, append_to, read_from
from backend.audit.checks import check, is_due
from backend.audit.verifying import Finding
from backend.database.base import utc_now
from backend.database.engine import Sessions
from backend.outbox.service import post

LOOK_EVERY_SECONDS = 300.0
_log = structlog.get_logger()


def watch(sessions: Sessions, anchors: Path | None, stopped: threading.Event) -> None:
    """Look every few minutes whether a check is due, until ``stopped``. A long audit takes a while: not in the way."""
    while not stopped.is_set():
        try:
            check_if_due(sessions, anchors, utc_now(), stopped.is_set)
        except Exception as error:
            # Whatever it is, it must not end the watch; the database may be away, or the file's disk.
            _log.error("audit_not_checked", error=type(error).__name__)
        stopped.wait(LOOK_EVERY_SECONDS)


def check_if_due(
    sessions: Sessions, anchors: Path | None, now: datetime, stopped: Callable[[], bool] = bool
) -> Finding | None:
    """Verify the audit once a day; while it holds, add an anchor to the file, otherwise tell the auditors.

    Answers what was found. Raises OSError or AnchorUnreadable where the file cannot be used; the check is kept.
    """
    with sessions() as db:
        if not is_due(db, now):
            return None
        known, problem = _known(anchors)
        verdict = check(db, known, now=now, stopped=stopped)
        if verdict is None:
            return None
        if verdict.finding is not None:
            auditors = select(AccountRole.account_id).join(Account).where(AccountRole.role == "auditor")
            post(
                db,
                db.scalars(auditors.where(Account.closed_at.is_(None))),
                "audit-broken",
                f"audit:{now:%Y-%m-%d}",
                None,
            )
            _log.error("audit_broken", entry=verdict.finding.seq, why=verdict.finding.why)
        made = anchor_at(db, verdict.entries, verdict.hash, now)
        db.commit()
    if problem is not None:
        raise problem
    if anchors is not None and verdict.finding is None:
        append_to(anchors, made)
    _log.info("audit_checked", entries=verdict.entries, anchored=anchors is not None and verdict.finding is None)
    return verdict.finding


def _known(anchors: Path | None) -> tuple[list[Anchor], OSError | AnchorUnreadable | None]:
    # A file that cannot be read must not keep the audit from being checked at all.
    try:
        return (read_from(anchors) if anchors is not None and anchors.exists() else []), None
    except (OSError, AnchorUnreadable) as problem:
        return [], problem
