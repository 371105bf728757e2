"""Who has a nomination, when it last moved, how it ranks; saved filters; what was done about an alert and its end."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from backend.database import base

revision: str = "0016"
down_revision: str | None = "0015"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

QUEUE = (
    "programme", "status", "due_at", "received_at", "moved_at", "decided_at", "owner_id", "safety",
    "thread_id", "priority_rank", "verdict", "stream", "path", "paused_at", "id",
)  # fmt: skip


def upgrade() -> None:
    with op.batch_alter_table("nominations") as nominations:
        nominations.add_column(sa.Column("owner_id", sa.String(), nullable=True))
        nominations.add_column(sa.Column("owned_at", base.UtcDateTime(), nullable=True))
        nominations.add_column(sa.Column("moved_at", base.UtcDateTime(), nullable=True))
        nominations.add_column(sa.Column("still_told_at", base.UtcDateTime(), nullable=True))
        nominations.add_column(sa.Column("priority", base.JsonValue, nullable=True))
        nominations.add_column(sa.Column("priority_rank", sa.BigInteger(), nullable=True))
        nominations.create_foreign_key(op.f("fk_nominations_owner_id_accounts"), "accounts", ["owner_id"], ["id"])
    op.execute("UPDATE nominations SET moved_at = COALESCE(decided_at, received_at)")
    with op.batch_alter_table("nominations") as nominations:
        nominations.alter_column("moved_at", existing_type=base.UtcDateTime(), nullable=False)
    op.create_index(op.f("ix_nominations_owner_id_status"), "nominations", ["owner_id", "status"])
    op.create_index("ix_nominations_queue", "nominations", QUEUE)
    op.create_index(op.f("ix_decisions_programme_at"), "decisions", ["programme", "at"])
    _saved_filters()
    _alerts()


def _saved_filters() -> None:
    op.create_table(
        "saved_filters",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("chosen", base.JsonValue, nullable=False),
        sa.Column("created_at", base.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_saved_filters_account_id_accounts"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_filters")),
    )
    op.create_index(op.f("ix_saved_filters_account_id"), "saved_filters", ["account_id"])


def _alerts() -> None:
    with op.batch_alter_table("alerts") as alerts:
        alerts.add_column(sa.Column("step", sa.Integer(), server_default=sa.text("0"), nullable=False))
        alerts.add_column(sa.Column("closed_at", base.UtcDateTime(), nullable=True))
        alerts.add_column(sa.Column("closed_by", sa.String(), nullable=True))
        alerts.add_column(sa.Column("outcome", sa.String(), nullable=True))
        alerts.create_foreign_key(op.f("fk_alerts_closed_by_accounts"), "accounts", ["closed_by"], ["id"])
    op.execute("UPDATE alerts SET step = 1 WHERE escalated_at IS NOT NULL")
    # Until now an alert was over once somebody had acknowledged it.
    op.execute(
        "UPDATE alerts SET closed_at = acknowledged_at, closed_by = acknowledged_by, outcome = 'before-outcomes'"
        " WHERE acknowledged_at IS NOT NULL"
    )
    op.create_index(op.f("ix_alerts_closed_at"), "alerts", ["closed_at"])
    op.create_table(
        "alert_notes",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("alert_id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("at", base.UtcDateTime(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_alert_notes_account_id_accounts")),
        sa.ForeignKeyConstraint(["alert_id"], ["alerts.id"], name=op.f("fk_alert_notes_alert_id_alerts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert_notes")),
    )
    op.create_index(op.f("ix_alert_notes_alert_id"), "alert_notes", ["alert_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_alert_notes_alert_id"), table_name="alert_notes")
    op.drop_table("alert_notes")
    op.drop_index(op.f("ix_alerts_closed_at"), table_name="alerts")
    with op.batch_alter_table("alerts") as alerts:
        alerts.drop_constraint(op.f("fk_alerts_closed_by_accounts"), type_="foreignkey")
        for column in ("outcome", "closed_by", "closed_at", "step"):
            alerts.drop_column(column)
    op.drop_index(op.f("ix_saved_filters_account_id"), table_name="saved_filters")
    op.drop_table("saved_filters")
    op.drop_index(op.f("ix_decisions_programme_at"), table_name="decisions")
    op.drop_index("ix_nominations_queue", table_name="nominations")
    op.drop_index(op.f("ix_nominations_owner_id_status"), table_name="nominations")
    with op.batch_alter_table("nominations") as nominations:
        nominations.drop_constraint(op.f("fk_nominations_owner_id_accounts"), type_="foreignkey")
        for column in ("priority_rank", "priority", "still_told_at", "moved_at", "owned_at", "owner_id"):
            nominations.drop_column(column)
