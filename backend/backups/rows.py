"""Rows as they stand in a backup: the same for SQLite and PostgreSQL, so that either can be restored into the other.

Tables are taken as the database itself tells them, never as today's models do: a backup may be older than the models.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Connection, Integer, MetaData, Table, func, select, text

Row = dict[str, Any]
BATCH = 500
"""Rows that are read, sealed or written at once."""
_REVISION = "alembic_version"


def tables_of(connection: Connection) -> list[Table]:
    """The tables that hold something of ours, each after those that it refers to."""
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != _REVISION]


def drop_everything(connection: Connection) -> None:
    """Take every table away, and which migration they stood at."""
    found = MetaData()
    found.reflect(connection)
    found.drop_all(connection)


def read(connection: Connection, table: Table) -> Iterator[list[Row]]:
    """All rows of a table, some at a time, in the order of its key, as JSON can hold them."""
    query = select(table).order_by(*table.primary_key.columns).execution_options(yield_per=BATCH)
    with connection.execute(query) as result:
        for some in result.mappings().partitions():
            yield [{name: encoded(value) for name, value in row.items()} for row in some]


def write(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Add rows that :func:`read` gave. A column that the table does not have is an error."""
    for column in table.columns:
        if isinstance(column.type, JSON) and column.nullable:
            column.type = type(column.type)(none_as_null=True)
    decoded_rows = [{name: decoded(value) for name, value in row.items()} for row in rows]
    if decoded_rows:
        connection.execute(table.insert(), decoded_rows)


def go_on_counting(connection: Connection, table: Table) -> None:
    """Let PostgreSQL number new rows after those that were restored; SQLite does by itself."""
    if connection.dialect.name != "postgresql":
        return
    for column in _counted(table):
        sequence = connection.scalar(
            text("SELECT pg_get_serial_sequence(:table, :column)"), {"table": table.name, "column": column.name}
        )
        if sequence is not None and (highest := connection.scalar(select(func.max(column)))) is not None:
            connection.execute(text("SELECT setval(:sequence, :highest)"), {"sequence": sequence, "highest": highest})


def encoded(value: Any) -> Any:
    """A value as JSON holds it without forgetting its type."""
    match value:
        case bytes() | memoryview():
            return {"bytes": base64.b64encode(value).decode()}
        case datetime():
            return {"time": (value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)).isoformat()}
        case date():
            return {"date": value.isoformat()}
        case dict() | list():
            return {"json": value}
        case None | bool() | int() | float() | str():
            return value
        case _:
            raise TypeError(f"a backup cannot hold a {type(value).__name__}")


def decoded(value: Any) -> Any:
    """What :func:`encoded` made JSON of."""
    match value:
        case {"bytes": held}:
            return base64.b64decode(held)
        case {"time": held}:
            return datetime.fromisoformat(held)
        case {"date": held}:
            return date.fromisoformat(held)
        case {"json": held}:
            return held
        case _:
            return value


def _counted(table: Table) -> list[Column[Any]]:
    return [column for column in table.primary_key.columns if isinstance(column.type, Integer)]
