"""Adding to the audit.

Entries wait in the session and are written when it commits: the chain is serialised, and taking its lock last keeps it
short and lets no two transactions wait for each other. What is undone, wholly or back to a savepoint, leaves no entry.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import event, insert, select, text
from sqlalchemy.orm import Session, SessionTransaction

from backend.access.actor import Actor
from backend.audit.chain import BEGINNING, chained
from backend.audit.models import AuditEntry
from backend.audit.shape import Code, must_be_codes
from backend.database.base import utc_now

_WAITING = "audit entries"
_SAVEPOINTS = "audit entries before each savepoint"
_LAST = select(AuditEntry.seq, AuditEntry.hash).order_by(AuditEntry.seq.desc()).limit(1)
_ADD = insert(AuditEntry)
_LOCK = 0x46_44_41_55
"""PostgreSQL advisory lock of the chain; SQLite has one writer anyway."""


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
    Raises NotACode for anything else: nothing personal can ever be taken out of the audit again.
    """
    must_be_codes(action, kind, id, programme, codes)
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


@event.listens_for(Session, "before_commit")
def _write(db: Session) -> None:
    if db.in_nested_transaction() or not db.info.get(_WAITING):
        return
    db.flush()
    if db.get_bind().dialect.name == "postgresql":
        # Whoever had the lock has committed, so the next statement sees its entries: engines read committed.
        db.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    last = db.execute(_LAST).first()
    seq, previous = last or (0, BEGINNING)
    rows: list[dict[str, Any]] = []
    for entry in db.info[_WAITING]:
        seq += 1
        previous = chained(previous, seq, entry)
        rows.append({**entry, "seq": seq, "hash": previous})
    db.execute(_ADD, rows)
    db.info.pop(_WAITING)


@event.listens_for(Session, "after_transaction_create")
def _remember(db: Session, begun: SessionTransaction) -> None:
    if begun.nested:
        db.info.setdefault(_SAVEPOINTS, {})[begun] = len(db.info.get(_WAITING, ()))


@event.listens_for(Session, "after_soft_rollback")
def _go_back(db: Session, undone: SessionTransaction) -> None:
    before = db.info.get(_SAVEPOINTS, {}).get(undone)
    if before is not None:
        del db.info.get(_WAITING, [])[before:]


@event.listens_for(Session, "after_transaction_end")
def _forget(db: Session, ended: SessionTransaction) -> None:
    # Rolled back or merely closed: what still waits belongs to a transaction that was not kept.
    if ended.parent is None:
        db.info.pop(_WAITING, None)
        db.info.pop(_SAVEPOINTS, None)
