"""Alembic's entry: migrations run on the connection that backend.database.migrate hands over."""

from typing import Any, Literal

from alembic import context

from backend.database.base import JsonValue, UtcDateTime
from backend.database.models import Base


def render(kind: str, thing: Any, _context: Any) -> str | Literal[False]:
    """Write our own column types by their names; everything else as Alembic does."""
    if kind == "type" and isinstance(thing, UtcDateTime):
        return "base.UtcDateTime()"
    if kind == "type" and thing is JsonValue:
        return "base.JsonValue"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    compare_type=True,
    compare_server_default=True,
    render_item=render,
)
with context.begin_transaction():
    context.run_migrations()
