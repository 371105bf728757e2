"""Nominations that were passed on to another programme, or came from one."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from backend.database import base

revision: str = "0014"
down_revision: str | None = "0013"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "passings",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("nomination_id", sa.String(), nullable=False),
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("other_programme", sa.String(), nullable=False),
        sa.Column("other_reference", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("at", base.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_passings_account_id_accounts")),
        sa.ForeignKeyConstraint(
            ["nomination_id", "programme"],
            ["nominations.id", "nominations.programme"],
            name=op.f("fk_passings_nomination_id_programme_nominations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passings")),
    )
    op.create_index(op.f("ix_passings_nomination_id"), "passings", ["nomination_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_passings_nomination_id"), table_name="passings")
    op.drop_table("passings")
