"""Counting how full the streams are, and what came on which day, without a look at the sealed columns."""

from collections.abc import Sequence

from alembic import op

revision: str = "0018"
down_revision: str | None = "0017"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_index(op.f("ix_nominations_programme_received_at"), "nominations", ["programme", "received_at"])
    op.create_index("ix_nominations_rooms", "nominations", ["programme", "status", "stream", "path", "stage", "id"])


def downgrade() -> None:
    op.drop_index("ix_nominations_rooms", table_name="nominations")
    op.drop_index(op.f("ix_nominations_programme_received_at"), table_name="nominations")
