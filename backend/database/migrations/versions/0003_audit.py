"""What the audit needs beyond its chain: checks of it, an index to find entries by day, no replacing of entries."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from backend.database import base

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_REFUSE = "BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END"


def upgrade() -> None:
    op.create_table(
        "audit_checks",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", base.UtcDateTime(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=True),
        sa.Column("mac", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_checks")),
    )
    op.create_index(op.f("ix_audit_entries_at"), "audit_entries", ["at"], unique=False)
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER audit_checks_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checks"
            " FOR EACH STATEMENT EXECUTE FUNCTION audit_entries_keep()"
        )
        return
    for word in ("update", "delete"):
        op.execute(f"CREATE TRIGGER audit_checks_no_{word} BEFORE {word.upper()} ON audit_checks {_REFUSE}")
    for table, key in (("audit_entries", "seq"), ("audit_checks", "id")):
        op.execute(
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}"  # noqa: S608 - names of ours  # nosec B608
            f" WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key}) {_REFUSE}"
        )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER audit_entries_no_replace")
    op.drop_index(op.f("ix_audit_entries_at"), table_name="audit_entries")
    op.drop_table("audit_checks")
