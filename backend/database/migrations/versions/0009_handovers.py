"""Talks in which a person is wanted instead of the assistant."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from backend.database import base

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

OPEN = sa.text("ended_at IS NULL")


def upgrade() -> None:
    op.create_table(
        "handovers",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("thread_id", sa.String(), nullable=False),
        sa.Column("programme", sa.String(), nullable=True),
        sa.Column("asked_at", base.UtcDateTime(), nullable=False),
        sa.Column("waits_since", base.UtcDateTime(), nullable=True),
        sa.Column("due_at", base.UtcDateTime(), nullable=True),
        sa.Column("late_at", base.UtcDateTime(), nullable=True),
        sa.Column("taken_by", sa.String(), nullable=True),
        sa.Column("taken_at", base.UtcDateTime(), nullable=True),
        sa.Column("ended_at", base.UtcDateTime(), nullable=True),
        sa.Column("ended_why", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["taken_by"], ["accounts.id"], name=op.f("fk_handovers_taken_by_accounts")),
        sa.ForeignKeyConstraint(["thread_id"], ["threads.id"], name=op.f("fk_handovers_thread_id_threads")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handovers")),
    )
    op.create_index(op.f("ix_handovers_thread_id"), "handovers", ["thread_id"])
    op.create_index(op.f("ix_handovers_ended_at_due_at"), "handovers", ["ended_at", "due_at"])
    # One at a time in a talk, whoever asks at once.
    op.create_index(
        "uq_handovers_open_thread_id",
        "handovers",
        ["thread_id"],
        unique=True,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )


def downgrade() -> None:
    op.drop_index("uq_handovers_open_thread_id", table_name="handovers")
    op.drop_index(op.f("ix_handovers_ended_at_due_at"), table_name="handovers")
    op.drop_index(op.f("ix_handovers_thread_id"), table_name="handovers")
    op.drop_table("handovers")
