"""What the account that runs the application may do in PostgreSQL: everything it needs, and to the audit only add.

The tables belong to another account, which runs migrations and nothing else. SQLite has no accounts.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, text

from backend.audit.models import TABLES as AUDIT
from backend.database.models import Base

VERSION = "alembic_version"


class CannotGrant(Exception):  # noqa: N818
    """The account cannot be kept from changing the audit; the message says why."""


def statements(connection: Connection, role: str) -> Iterator[str]:
    """The grants for an account, in order. Again, or after an upgrade: the same in the end."""
    account = connection.dialect.identifier_preparer.quote_identifier(role)
    kept = sorted(set(Base.metadata.tables) - set(AUDIT))
    yield "REVOKE CREATE ON SCHEMA public FROM PUBLIC"
    yield f"REVOKE ALL ON SCHEMA public FROM {account}"
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {account}"
    yield f"GRANT USAGE ON SCHEMA public TO {account}"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {account}"
    yield f"GRANT SELECT ON {VERSION} TO {account}"
    yield f"GRANT SELECT, INSERT ON {', '.join(AUDIT)} TO {account}"
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON {', '.join(kept)} TO {account}"


def apply(connection: Connection, role: str) -> None:
    """Grant it. Raises CannotGrant for an account that stands above grants."""
    _must_be_bound_by_grants(connection, role)
    for statement in statements(connection, role):
        connection.execute(text(statement))


def _must_be_bound_by_grants(connection: Connection, role: str) -> None:
    found = connection.execute(text("SELECT rolsuper FROM pg_roles WHERE rolname = :role"), {"role": role}).first()
    if found is None:
        raise CannotGrant(f"There is no account {role!r}. Make it first: CREATE ROLE … LOGIN, with a password.")
    if found.rolsuper:
        raise CannotGrant(f"{role!r} is a superuser: nothing can be kept from it. Name another account.")
    owners = text(
        "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S')"
        " AND pg_has_role(:role, relowner, 'MEMBER')"
    )
    if connection.scalar(owners, {"role": role}):
        raise CannotGrant(f"{role!r} owns the tables, so it may do anything with them. Name another account.")
