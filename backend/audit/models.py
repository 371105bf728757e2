"""The tables of the audit, which refuse to be changed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import DDL, event
from sqlalchemy.orm import Mapped, mapped_column

from backend.database.base import Base, utc_now


class AuditEntry(Base):
    """Something that was done or read. ``hash`` covers the entry and the hash before it."""

    __tablename__ = "audit_entries"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(index=True)
    actor_id: Mapped[str | None] = mapped_column(index=True)
    """The account; None for the software itself."""
    action: Mapped[str]
    object_kind: Mapped[str]
    object_id: Mapped[str] = mapped_column(index=True)
    programme: Mapped[str | None] = mapped_column(index=True)
    detail: Mapped[dict[str, Any]]
    hash: Mapped[str]


class AuditCheck(Base):
    """A check of the whole chain: how far it went and what it found, sealed against being made up."""

    __tablename__ = "audit_checks"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    at: Mapped[datetime] = mapped_column(default=utc_now)
    entries: Mapped[int]
    """How many entries there were; of a broken chain, how many hold."""
    hash: Mapped[str]
    """Of the last entry that holds."""
    why: Mapped[str | None]
    """What is wrong with the entry after those that hold, as a code; None while the chain holds."""
    mac: Mapped[str]


TABLES = (AuditEntry.__tablename__, AuditCheck.__tablename__)
"""What an account that runs the application may add to and read, and nothing else."""

_SQLITE = "BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END"
KEEP_SQLITE = {
    "audit_entries": [
        f"CREATE TRIGGER audit_entries_no_{word} BEFORE {word.upper()} ON audit_entries {_SQLITE}"
        for word in ("update", "delete")
    ],
    "audit_checks": [
        f"CREATE TRIGGER audit_checks_no_{word} BEFORE {word.upper()} ON audit_checks {_SQLITE}"
        for word in ("update", "delete")
    ],
}
for _table, _key in (("audit_entries", "seq"), ("audit_checks", "id")):
    # INSERT OR REPLACE deletes what it replaces without asking the triggers for deletions.
    KEEP_SQLITE[_table].append(
        f"CREATE TRIGGER {_table}_no_replace BEFORE INSERT ON {_table}"  # noqa: S608 - names of ours  # nosec B608
        f" WHEN EXISTS (SELECT 1 FROM {_table} WHERE {_key} = NEW.{_key}) {_SQLITE}"
    )
KEEP_POSTGRESQL = {
    table: [
        "CREATE OR REPLACE FUNCTION audit_entries_keep() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'the audit is only ever added to'; END $$",
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
        " FOR EACH STATEMENT EXECUTE FUNCTION audit_entries_keep()",
    ]
    for table in TABLES
}
"""Statements that make the tables append-only; the migrations run the same ones."""

for _dialect, _statements in (("sqlite", KEEP_SQLITE), ("postgresql", KEEP_POSTGRESQL)):
    for _model in (AuditEntry, AuditCheck):
        for _statement in _statements[_model.__tablename__]:
            _keep = DDL(_statement)  # type: ignore[no-untyped-call]
            event.listen(_model.__table__, "after_create", _keep.execute_if(dialect=_dialect))
