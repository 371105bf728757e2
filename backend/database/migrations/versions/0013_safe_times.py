"""When a chat may be written to, until when a message waits for that, and links to the page for what is too private."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from backend.database import base

revision: str = "0013"
down_revision: str | None = "0012"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("telegram_chats", sa.Column("safe", sa.LargeBinary(), nullable=True))
    op.add_column("telegram_sendings", sa.Column("not_before", base.UtcDateTime(), nullable=True))
    op.create_table(
        "private_links",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("thread_id", sa.String(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("made_at", base.UtcDateTime(), nullable=False),
        sa.Column("ends_at", base.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["thread_id"], ["threads.id"], name=op.f("fk_private_links_thread_id_threads")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_private_links")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_private_links_token_hash")),
    )
    op.create_index(op.f("ix_private_links_thread_id"), "private_links", ["thread_id"], unique=False)
    op.create_index(op.f("ix_private_links_ends_at"), "private_links", ["ends_at"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_private_links_ends_at"), table_name="private_links")
    op.drop_index(op.f("ix_private_links_thread_id"), table_name="private_links")
    op.drop_table("private_links")
    op.drop_column("telegram_sendings", "not_before")
    op.drop_column("telegram_chats", "safe")
