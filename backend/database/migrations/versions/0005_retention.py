"""When each kind of data is due, what is held back, and what was asked for."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from backend.database import base

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

OF_A_NOMINATION = (["nomination_id", "programme"], ["nominations.id", "nominations.programme"])


def upgrade() -> None:
    op.add_column("nominations", sa.Column("set_aside_at", base.UtcDateTime(), nullable=True))
    op.add_column("nominations", sa.Column("paused_at", base.UtcDateTime(), nullable=True))
    op.add_column("nominations", sa.Column("ended_why", sa.String(), nullable=True))
    op.add_column("threads", sa.Column("aside_up_to", sa.Integer(), nullable=True))
    _make_holds()
    _make_requests()
    _make_runs()


def downgrade() -> None:
    op.drop_index(op.f("ix_retention_runs_at"), table_name="retention_runs")
    op.drop_table("retention_runs")
    op.drop_index(op.f("ix_rights_requests_nomination_id"), table_name="rights_requests")
    op.drop_index(op.f("ix_rights_requests_programme_outcome_due_on"), table_name="rights_requests")
    op.drop_table("rights_requests")
    op.drop_index(op.f("ix_legal_holds_nomination_id_lifted_at"), table_name="legal_holds")
    op.drop_table("legal_holds")
    op.drop_column("threads", "aside_up_to")
    for column in ("ended_why", "paused_at", "set_aside_at"):
        op.drop_column("nominations", column)


def _make_holds() -> None:
    op.create_table(
        "legal_holds",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("nomination_id", sa.String(), nullable=False),
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=False),
        sa.Column("placed_by", sa.String(), nullable=False),
        sa.Column("placed_at", base.UtcDateTime(), nullable=False),
        sa.Column("lifted_by", sa.String(), nullable=True),
        sa.Column("lifted_at", base.UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(*OF_A_NOMINATION, name=op.f("fk_legal_holds_nomination_id_programme_nominations")),
        sa.ForeignKeyConstraint(["placed_by"], ["accounts.id"], name=op.f("fk_legal_holds_placed_by_accounts")),
        sa.ForeignKeyConstraint(["lifted_by"], ["accounts.id"], name=op.f("fk_legal_holds_lifted_by_accounts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_holds")),
    )
    op.create_index(op.f("ix_legal_holds_nomination_id_lifted_at"), "legal_holds", ["nomination_id", "lifted_at"])


def _make_requests() -> None:
    op.create_table(
        "rights_requests",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("nomination_id", sa.String(), nullable=False),
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("recorded_at", base.UtcDateTime(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column("kept", base.JsonValue, nullable=True),
        sa.Column("decided_by", sa.String(), nullable=True),
        sa.Column("decided_role", sa.String(), nullable=True),
        sa.Column("decided_at", base.UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('access', 'correction', 'objection', 'erasure')", name=op.f("ck_rights_requests_kind")
        ),
        sa.CheckConstraint("outcome IN ('granted', 'partly', 'refused')", name=op.f("ck_rights_requests_outcome")),
        sa.ForeignKeyConstraint(*OF_A_NOMINATION, name=op.f("fk_rights_requests_nomination_id_programme_nominations")),
        sa.ForeignKeyConstraint(["recorded_by"], ["accounts.id"], name=op.f("fk_rights_requests_recorded_by_accounts")),
        sa.ForeignKeyConstraint(["decided_by"], ["accounts.id"], name=op.f("fk_rights_requests_decided_by_accounts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rights_requests")),
    )
    op.create_index(
        op.f("ix_rights_requests_programme_outcome_due_on"), "rights_requests", ["programme", "outcome", "due_on"]
    )
    op.create_index(op.f("ix_rights_requests_nomination_id"), "rights_requests", ["nomination_id"])


def _make_runs() -> None:
    op.create_table(
        "retention_runs",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("at", base.UtcDateTime(), nullable=False),
        sa.Column("rows", base.JsonValue, nullable=False),
        sa.Column("readable", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retention_runs")),
    )
    op.create_index(op.f("ix_retention_runs_at"), "retention_runs", ["at"])
