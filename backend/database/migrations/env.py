"""Alembic's entry: migrations run on the connection that backend.database.migrate hands over."""

from alembic import context

from backend.database.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    compare_type=True,
    compare_server_default=True,
    user_module_prefix="base.",
)
with context.begin_transaction():
    context.run_migrations()
