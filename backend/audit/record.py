"""Adding to the audit.

Entries wait in the session and are written when it commits: the chain is serialised, and taking its lock last keeps it
short and lets no two transactions wait for each other. What is undone leaves no entry.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import closing
from typing import Any

from sqlalchemy import event, select, text
from sqlalchemy.orm import Session, SessionTransaction

from backend.access.actor import Actor
from backend.audit.models import AuditEntry
from backend.database.base import utc_now

BEGINNING = "0" * 64
"""The hash before the first entry."""
_WAITING = "audit entries"
_LOCK = 0x46_44_41_55
"""PostgreSQL advisory lock of the chain; SQLite has one writer anyway."""

Code = str | int | bool | None


def record(  # noqa: PLR0917
    db: Session,
    actor: Actor | None,
    action: str,
    kind: str,
    id: str,  # noqa: A002
    programme: str | None,
    **codes: Code,
) -> None:
    """Note that somebody did or read something; kept if, and only if, the transaction is.

    ``action`` is a verb ("read", "accepted"), ``kind`` and ``id`` name the object, ``codes`` are codes, counts and ids.
    Words that people wrote or said do not belong here: nothing personal can ever be taken out of the audit again.
    """
    waiting = db.info.setdefault(_WAITING, [])
    waiting.append(
        {
            "at": utc_now(),
            "actor_id": actor.account_id if actor else None,
            "action": action,
            "object_kind": kind,
            "object_id": id,
            "programme": programme,
            "detail": dict(codes),
        }
    )
    # A session that only read has no transaction of its own to commit yet.
    db.connection()


def chained(previous: str, seq: int, entry: dict[str, Any]) -> str:
    """The hash of an entry after the one whose hash is ``previous``, 64 hexadecimal characters."""
    plain = {**entry, "seq": seq, "at": entry["at"].isoformat(), "previous": previous}
    return hashlib.sha256(json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def first_broken(db: Session) -> int | None:
    """The number of the first entry that was changed or is missing; None while the chain holds."""
    previous, expected = BEGINNING, 1
    in_order = select(AuditEntry).order_by(AuditEntry.seq).execution_options(yield_per=500)
    with closing(db.scalars(in_order)) as entries:
        for entry in entries:
            fields = {name: getattr(entry, name) for name in _FIELDS}
            if entry.seq != expected or entry.hash != chained(previous, entry.seq, fields):
                return expected
            previous, expected = entry.hash, expected + 1
    return None


_FIELDS = ("at", "actor_id", "action", "object_kind", "object_id", "programme", "detail")


@event.listens_for(Session, "before_commit")
def _write(db: Session) -> None:
    if db.in_nested_transaction() or not db.info.get(_WAITING):
        return
    db.flush()
    if db.get_bind().dialect.name == "postgresql":
        db.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    last = db.scalars(select(AuditEntry).order_by(AuditEntry.seq.desc()).limit(1)).first()
    seq, previous = (last.seq, last.hash) if last else (0, BEGINNING)
    for entry in db.info.pop(_WAITING):
        seq += 1
        previous = chained(previous, seq, entry)
        db.add(AuditEntry(seq=seq, hash=previous, **entry))
    db.flush()


@event.listens_for(Session, "after_soft_rollback")
def _forget(db: Session, undone: SessionTransaction) -> None:
    if undone.parent is None:
        db.info.pop(_WAITING, None)
