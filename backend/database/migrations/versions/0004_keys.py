"""What turning over the master key needs: each wrapped key names its master key; the service's own keys are rows."""

from collections.abc import Sequence
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from backend.database import base

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

DERIVED_BEFORE = ("accounts", "index", "tokens", "spool")


def upgrade() -> None:
    op.add_column("data_keys", sa.Column("master", sa.String(), nullable=True))
    made = op.create_table(
        "system_keys",
        sa.Column("use", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=True),
        sa.Column("master", sa.String(), nullable=True),
        sa.Column("created_at", base.UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("use", "version", name=op.f("pk_system_keys")),
    )
    if _is_in_use():
        # What is sealed so far was sealed with keys derived from the master key. No key is at hand here: the first
        # process that has it wraps these rows (backend.keys.system_keys).
        now = datetime.now(UTC)
        op.bulk_insert(
            made,
            [{"use": use, "version": 1, "wrapped": None, "master": None, "created_at": now} for use in DERIVED_BEFORE],
        )


def downgrade() -> None:
    op.drop_table("system_keys")
    op.drop_column("data_keys", "master")


def _is_in_use() -> bool:
    bind = op.get_bind()
    return any(
        bind.execute(sa.text(f"SELECT 1 FROM {table} LIMIT 1")).first()  # noqa: S608 - two names of ours  # nosec B608
        for table in ("accounts", "data_keys")
    )
