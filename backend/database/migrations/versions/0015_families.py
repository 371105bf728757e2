"""What was found of two nominations, what a person said of it, and by which marks a family was compared."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from backend.database import base

revision: str = "0015"
down_revision: str | None = "0014"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("families", sa.Column("scheme", sa.Integer(), server_default="0", nullable=False))
    op.create_index(op.f("ix_families_scheme"), "families", ["scheme"], unique=False)
    # Marks of other kinds than today's find nobody; the worker makes new ones.
    op.execute("DELETE FROM family_marks")
    op.create_table(
        "family_pairs",
        sa.Column("first_id", sa.String(), nullable=False),
        sa.Column("second_id", sa.String(), nullable=False),
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("finding", sa.String(), nullable=True),
        sa.Column("weight", sa.Double(), nullable=False),
        sa.Column("reasons", base.JsonValue, nullable=False),
        sa.Column("found_at", base.UtcDateTime(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=True),
        *_of_two_nominations("family_pairs"),
        sa.PrimaryKeyConstraint("first_id", "second_id", name=op.f("pk_family_pairs")),
    )
    op.create_index(op.f("ix_family_pairs_second_id"), "family_pairs", ["second_id"], unique=False)
    op.create_index(op.f("ix_family_pairs_programme_verdict"), "family_pairs", ["programme", "verdict"], unique=False)
    op.create_table(
        "family_acts",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("first_id", sa.String(), nullable=False),
        sa.Column("second_id", sa.String(), nullable=False),
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("at", base.UtcDateTime(), nullable=False),
        *_of_two_nominations("family_acts"),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_family_acts_account_id_accounts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_family_acts")),
    )
    op.create_index(op.f("ix_family_acts_first_id_second_id"), "family_acts", ["first_id", "second_id"], unique=False)
    op.create_index(op.f("ix_family_acts_second_id"), "family_acts", ["second_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_family_acts_second_id"), table_name="family_acts")
    op.drop_index(op.f("ix_family_acts_first_id_second_id"), table_name="family_acts")
    op.drop_table("family_acts")
    op.drop_index(op.f("ix_family_pairs_programme_verdict"), table_name="family_pairs")
    op.drop_index(op.f("ix_family_pairs_second_id"), table_name="family_pairs")
    op.drop_table("family_pairs")
    op.drop_index(op.f("ix_families_scheme"), table_name="families")
    op.drop_column("families", "scheme")


def _of_two_nominations(table: str) -> tuple[sa.ForeignKeyConstraint, ...]:
    return tuple(
        sa.ForeignKeyConstraint(
            [f"{which}_id", "programme"],
            ["nominations.id", "nominations.programme"],
            name=op.f(f"fk_{table}_{which}_id_programme_nominations"),
        )
        for which in ("first", "second")
    )
