"""A family's own account gets a key of its own, so that closing it erases name and address, also in backups."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

KEY = "fk_accounts_own_key_id_data_keys"


def upgrade() -> None:
    with op.batch_alter_table("accounts") as accounts:
        accounts.add_column(sa.Column("own_key_id", sa.String(), nullable=True))
        accounts.create_foreign_key(op.f(KEY), "data_keys", ["own_key_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("accounts") as accounts:
        accounts.drop_constraint(op.f(KEY), type_="foreignkey")
        accounts.drop_column("own_key_id")
