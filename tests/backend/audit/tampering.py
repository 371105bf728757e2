"""What somebody with the database's own rights can do to the audit, past every trigger."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.orm import Session

from backend.audit.chain import BEGINNING, chained
from backend.audit.models import AuditEntry

TABLE: Any = AuditEntry.__table__


def without_guard(db: Session, *statements: Any) -> None:
    """Run statements with the audit's triggers out of the way."""
    if db.get_bind().dialect.name == "postgresql":
        db.execute(text("ALTER TABLE audit_entries DISABLE TRIGGER USER"))
        db.execute(text("ALTER TABLE audit_checks DISABLE TRIGGER USER"))
    else:
        triggers = text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit%'")
        for name in db.scalars(triggers).all():
            db.execute(text(f"DROP TRIGGER {name}"))
    for statement in statements:
        db.execute(statement)


def put_in(db: Session, at: int) -> None:
    """Push an entry in at a number; those after it move up, with their old hashes."""
    after = db.execute(select(TABLE).where(TABLE.c.seq >= at).order_by(TABLE.c.seq)).mappings().all()
    without_guard(db, delete(TABLE).where(TABLE.c.seq >= at))
    first = dict(after[0])
    db.execute(insert(TABLE), [first | {"object_id": "FD-9", "hash": chained(first["hash"], at, first)}])
    db.execute(insert(TABLE), [dict(row) | {"seq": row["seq"] + 1} for row in after])


def write_anew(db: Session, **changes: Any) -> None:
    """Change the second entry and compute every hash again: the chain itself is without a flaw."""
    rows = [dict(row) for row in db.execute(select(TABLE).order_by(TABLE.c.seq)).mappings()]
    rows[1] |= changes
    previous = BEGINNING
    without_guard(db)
    for row in rows:
        previous = chained(previous, row["seq"], row)
        db.execute(update(TABLE).where(TABLE.c.seq == row["seq"]).values(**changes_of(row), hash=previous))


def changes_of(row: dict[str, Any]) -> dict[str, Any]:
    """A row's values without its number and hash."""
    return {name: value for name, value in row.items() if name not in ("seq", "hash")}
