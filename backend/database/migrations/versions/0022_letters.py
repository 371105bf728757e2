"""Letters about what was decided, and each version of them; what they say and to whom is sealed."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from backend.database import base

revision: str = "0022"
down_revision: str | None = "0021"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "letters",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("nomination_id", sa.String(), nullable=False),
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("about_version", sa.Integer(), nullable=False),
        sa.Column("recipient", sa.LargeBinary(), nullable=True),
        sa.Column("last_n", sa.Integer(), nullable=False),
        sa.Column("begun_by", sa.String(), nullable=False),
        sa.Column("begun_at", base.UtcDateTime(), nullable=False),
        sa.Column("sent_way", sa.String(), nullable=True),
        sa.Column("sent_by", sa.String(), nullable=True),
        sa.Column("sent_at", base.UtcDateTime(), nullable=True),
        sa.Column("message_n", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["begun_by"], ["accounts.id"], name=op.f("fk_letters_begun_by_accounts")),
        sa.ForeignKeyConstraint(["sent_by"], ["accounts.id"], name=op.f("fk_letters_sent_by_accounts")),
        sa.ForeignKeyConstraint(
            ["nomination_id", "programme"],
            ["nominations.id", "nominations.programme"],
            name=op.f("fk_letters_nomination_id_programme_nominations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letters")),
    )
    op.create_index(op.f("ix_letters_nomination_id_begun_at"), "letters", ["nomination_id", "begun_at"])
    op.create_table(
        "letter_versions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("letter_id", sa.String(), nullable=False),
        sa.Column("nomination_id", sa.String(), nullable=False),
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("editor_id", sa.String(), nullable=False),
        sa.Column("at", base.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_letter_versions_letter_id_letters")),
        sa.ForeignKeyConstraint(["editor_id"], ["accounts.id"], name=op.f("fk_letter_versions_editor_id_accounts")),
        sa.ForeignKeyConstraint(
            ["nomination_id", "programme"],
            ["nominations.id", "nominations.programme"],
            name=op.f("fk_letter_versions_nomination_id_programme_nominations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_versions")),
    )
    op.create_index(op.f("ix_letter_versions_letter_id_n"), "letter_versions", ["letter_id", "n"], unique=True)
    op.create_index(op.f("ix_letter_versions_nomination_id"), "letter_versions", ["nomination_id"])


def downgrade() -> None:
    op.drop_table("letter_versions")
    op.drop_table("letters")
