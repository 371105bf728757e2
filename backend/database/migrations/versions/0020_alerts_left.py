"""When something was last done about an alert, and when it was told that nobody has closed it."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from backend.database import base

revision: str = "0020"
down_revision: str | None = "0019"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("alerts", sa.Column("handled_at", base.UtcDateTime(), nullable=True))
    op.add_column("alerts", sa.Column("left_told_at", base.UtcDateTime(), nullable=True))
    op.execute(
        "UPDATE alerts SET handled_at = COALESCE("
        "(SELECT MAX(at) FROM alert_notes WHERE alert_notes.alert_id = alerts.id), acknowledged_at)"
    )


def downgrade() -> None:
    op.drop_column("alerts", "left_told_at")
    op.drop_column("alerts", "handled_at")
