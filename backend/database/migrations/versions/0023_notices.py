"""How people want to hear of what, how a mail went and in which digest, and what they marked as read."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from backend.database import base

revision: str = "0023"
down_revision: str | None = "0022"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("mails", sa.Column("way", sa.String(), nullable=True))
    op.add_column("mails", sa.Column("digest_id", sa.String(), nullable=True))
    op.add_column("mails", sa.Column("read_at", base.UtcDateTime(), nullable=True))
    op.create_index(op.f("ix_mails_account_id_read_at"), "mails", ["account_id", "read_at"])
    # What was told before there was a page of it is news to nobody.
    op.execute("UPDATE mails SET read_at = created_at")
    op.create_table(
        "notice_choices",
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_notice_choices_account_id_accounts"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("account_id", "kind", name=op.f("pk_notice_choices")),
    )


def downgrade() -> None:
    op.drop_table("notice_choices")
    op.drop_index(op.f("ix_mails_account_id_read_at"), table_name="mails")
    for column in ("read_at", "digest_id", "way"):
        op.drop_column("mails", column)
