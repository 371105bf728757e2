"""Chats on Telegram, the updates that are done with, and what was sent."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from backend.database import base

revision: str = "0012"
down_revision: str | None = "0011"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "telegram_chats",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("chat_index", sa.String(), nullable=False),
        sa.Column("chat", sa.LargeBinary(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("data_key_id", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created_at", base.UtcDateTime(), nullable=False),
        sa.Column("touched_at", base.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_telegram_chats_account_id_accounts"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["data_key_id"], ["data_keys.id"], name=op.f("fk_telegram_chats_data_key_id_data_keys")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_telegram_chats")),
        sa.UniqueConstraint("account_id", name=op.f("uq_telegram_chats_account_id")),
        sa.UniqueConstraint("chat_index", name=op.f("uq_telegram_chats_chat_index")),
    )
    op.create_index(op.f("ix_telegram_chats_touched_at"), "telegram_chats", ["touched_at"], unique=False)
    op.create_table(
        "telegram_updates",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("at", base.UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_telegram_updates")),
    )
    op.create_index(op.f("ix_telegram_updates_at"), "telegram_updates", ["at"], unique=False)
    op.create_table(
        "telegram_sendings",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("at", base.UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_telegram_sendings")),
    )
    op.create_index(op.f("ix_telegram_sendings_at"), "telegram_sendings", ["at"], unique=False)


def downgrade() -> None:
    for table, column in (("telegram_sendings", "at"), ("telegram_updates", "at"), ("telegram_chats", "touched_at")):
        op.drop_index(op.f(f"ix_{table}_{column}"), table_name=table)
        op.drop_table(table)
