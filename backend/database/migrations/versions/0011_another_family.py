"""Which talk goes on in the place of another, and from which one a talk about another family was begun."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0011"
down_revision: str | None = "0010"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("threads", sa.Column("continued_by", sa.String(), nullable=True))
    op.add_column("threads", sa.Column("follows", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("threads", "follows")
    op.drop_column("threads", "continued_by")
