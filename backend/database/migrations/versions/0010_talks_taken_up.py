"""When somebody went back to an earlier talk of theirs on the chat page."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from backend.database import base

revision: str = "0010"
down_revision: str | None = "0009"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("threads", sa.Column("taken_up_at", base.UtcDateTime(), nullable=True))


def downgrade() -> None:
    op.drop_column("threads", "taken_up_at")
