"""Requests for money of a programme's budgets, and what was decided about them."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from backend.database import base

revision: str = "0025"
down_revision: str | None = "0024"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "budget_requests",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("nomination_id", sa.String(), nullable=False),
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("budget", sa.String(), nullable=False),
        sa.Column("pence", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column("asker_id", sa.String(), nullable=False),
        sa.Column("asked_at", base.UtcDateTime(), nullable=False),
        sa.Column("decider_id", sa.String(), nullable=True),
        sa.Column("decided_at", base.UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["asker_id"], ["accounts.id"], name=op.f("fk_budget_requests_asker_id_accounts")),
        sa.ForeignKeyConstraint(["decider_id"], ["accounts.id"], name=op.f("fk_budget_requests_decider_id_accounts")),
        sa.ForeignKeyConstraint(
            ["nomination_id", "programme"],
            ["nominations.id", "nominations.programme"],
            name=op.f("fk_budget_requests_nomination_id_programme_nominations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget_requests")),
    )
    op.create_index(op.f("ix_budget_requests_nomination_id_asked_at"), "budget_requests", ["nomination_id", "asked_at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_budget_requests_nomination_id_asked_at"), table_name="budget_requests")
    op.drop_table("budget_requests")
