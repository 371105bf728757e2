"""At which stage of its programme's path a nomination is, and the steps by which it came there."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from backend.database import base

revision: str = "0017"
down_revision: str | None = "0016"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("nominations", sa.Column("stage", sa.String(), nullable=True))
    op.add_column("nominations", sa.Column("stage_since", base.UtcDateTime(), nullable=True))
    op.add_column("nominations", sa.Column("stage_due_at", base.UtcDateTime(), nullable=True))
    op.create_table(
        "path_steps",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("nomination_id", sa.String(), nullable=False),
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("from_stage", sa.String(), nullable=True),
        sa.Column("to_stage", sa.String(), nullable=True),
        sa.Column("nomination_version", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("mover_id", sa.String(), nullable=False),
        sa.Column("mover_role", sa.String(), nullable=False),
        sa.Column("at", base.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["mover_id"], ["accounts.id"], name=op.f("fk_path_steps_mover_id_accounts")),
        sa.ForeignKeyConstraint(
            ["nomination_id", "programme"],
            ["nominations.id", "nominations.programme"],
            name=op.f("fk_path_steps_nomination_id_programme_nominations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_path_steps")),
    )
    op.create_index(op.f("ix_path_steps_nomination_id_n"), "path_steps", ["nomination_id", "n"], unique=True)


def downgrade() -> None:
    op.drop_index(op.f("ix_path_steps_nomination_id_n"), table_name="path_steps")
    op.drop_table("path_steps")
    for column in ("stage_due_at", "stage_since", "stage"):
        op.drop_column("nominations", column)
