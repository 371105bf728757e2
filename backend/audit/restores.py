"""Restores of the database, as the audit tells them.

A restored database is older than anchors that were made since its backup: the entries they know went with the rest. The
entry of the restore says so, sealed, so that nobody who cuts the audit off can explain it that way.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.audit.anchors import Anchor, keys_of, sealed
from backend.audit.models import AuditEntry
from backend.audit.record import record
from backend.database.base import utc_now

ACTION = "restored"


@dataclass(frozen=True, slots=True)
class Restore:
    """When a backup was restored, to the end of the minute, and the number of the last entry that came back with it."""

    at: datetime
    entries: int

    def explains(self, anchor: Anchor) -> bool:
        """Whether what an anchor knows and the audit does not is what the restore lost."""
        return anchor.at <= self.at and anchor.entries > self.entries


def record_restore(db: Session, backup: str, entries: int, cleaned: int) -> None:
    """Note that a backup was restored whose last entry is number ``entries``."""
    minute = int(utc_now().timestamp()) // 60
    proof = sealed(keys_of(db)[0], ACTION, backup, entries, minute)
    record(db, None, "restored", "backup", backup, None, entries=entries, cleaned=cleaned, minute=minute, proof=proof)


def restores(db: Session) -> list[Restore]:
    """The restores that the service itself noted, oldest first."""
    keys = keys_of(db)
    told = select(AuditEntry).where(AuditEntry.action == ACTION, AuditEntry.object_kind == "backup")
    rows = db.scalars(told.order_by(AuditEntry.seq))
    return [_told(row) for row in rows if _is_ours(keys, row)]


def in_words(done: Sequence[Restore], anchors: Iterable[Anchor]) -> Iterator[str]:
    """What each restore means for the anchors, a sentence or two each."""
    given = list(anchors)
    for restore in done:
        late = sum(restore.explains(anchor) for anchor in given)
        yield (
            f"The database was restored from a backup on {restore.at:%-d %B %Y at %H:%M} UTC: what followed entry"
            f" {restore.entries:,} of that time is gone."
            + (f" {late} of the anchors know some of it and cannot be held against this audit." if late else "")
            + " If nobody restored it, treat the audit as cut off."
        )


def _told(row: AuditEntry) -> Restore:
    # By the sealed minute, not by the entry's own time: that anybody could put off who writes the chain anew.
    return Restore(datetime.fromtimestamp(60 * (row.detail["minute"] + 1), UTC), int(row.detail["entries"]))


def _is_ours(keys: Iterable[bytes], row: AuditEntry) -> bool:
    detail = row.detail
    proof, entries, minute = str(detail.get("proof")), detail.get("entries"), detail.get("minute")
    return (
        isinstance(entries, int)
        and isinstance(minute, int)
        and any(hmac.compare_digest(proof, sealed(key, ACTION, row.object_id, entries, minute)) for key in keys)
    )
