"""The date of a consent event beside what is sealed of it, so that it stays when the family is erased."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("consent_records", sa.Column("date", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("consent_records", "date")
