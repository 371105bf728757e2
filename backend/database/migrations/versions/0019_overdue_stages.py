"""When it was told that a stage of a path is overdue, and lists of such nominations from an index alone."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from backend.database import base

revision: str = "0019"
down_revision: str | None = "0018"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

BEFORE = (
    "programme", "status", "due_at", "received_at", "moved_at", "decided_at", "owner_id", "safety",
    "thread_id", "priority_rank", "verdict", "stream", "path", "paused_at", "id",
)  # fmt: skip
QUEUE = (*BEFORE[:-1], "stage", "stage_due_at", "id")
TOLD = "ix_nominations_stage_told_at_stage_due_at"


def upgrade() -> None:
    op.add_column("nominations", sa.Column("stage_told_at", base.UtcDateTime(), nullable=True))
    op.create_index(op.f(TOLD), "nominations", ["stage_told_at", "stage_due_at"])
    op.drop_index("ix_nominations_queue", table_name="nominations")
    op.create_index("ix_nominations_queue", "nominations", QUEUE)


def downgrade() -> None:
    op.drop_index("ix_nominations_queue", table_name="nominations")
    op.create_index("ix_nominations_queue", "nominations", BEFORE)
    op.drop_index(op.f(TOLD), table_name="nominations")
    op.drop_column("nominations", "stage_told_at")
