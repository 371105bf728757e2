"""The table of the audit, which refuses to be changed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import DDL, event
from sqlalchemy.orm import Mapped, mapped_column

from backend.database.base import Base


class AuditEntry(Base):
    """Something that was done or read. ``hash`` covers the entry and the hash before it."""

    __tablename__ = "audit_entries"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    actor_id: Mapped[str | None] = mapped_column(index=True)
    """The account; None for the software itself."""
    action: Mapped[str]
    object_kind: Mapped[str]
    object_id: Mapped[str] = mapped_column(index=True)
    programme: Mapped[str | None] = mapped_column(index=True)
    detail: Mapped[dict[str, Any]]
    hash: Mapped[str]


KEEP_SQLITE = [
    f"CREATE TRIGGER audit_entries_no_{word} BEFORE {word.upper()} ON audit_entries"
    " BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END"
    for word in ("update", "delete")
]
KEEP_POSTGRESQL = [
    "CREATE OR REPLACE FUNCTION audit_entries_keep() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN RAISE EXCEPTION 'the audit is only ever added to'; END $$",
    "CREATE TRIGGER audit_entries_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries"
    " FOR EACH STATEMENT EXECUTE FUNCTION audit_entries_keep()",
]
"""Statements that make the table append-only; the migration runs the same ones."""

for _dialect, _statements in (("sqlite", KEEP_SQLITE), ("postgresql", KEEP_POSTGRESQL)):
    for _statement in _statements:
        _keep = DDL(_statement)  # type: ignore[no-untyped-call]
        event.listen(AuditEntry.__table__, "after_create", _keep.execute_if(dialect=_dialect))
