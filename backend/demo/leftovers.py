"""Whether a database was ever used for the demonstration."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import func, inspect, make_url, select
from sqlalchemy.exc import OperationalError

from backend.accounts.models import Account
from backend.database.engine import make_engine


def demo_accounts_in(database_url: str) -> int:
    """How many of the demonstration's accounts a database holds; 0 for one that is empty or cannot be reached yet."""
    address = make_url(database_url)
    if address.get_backend_name() == "sqlite" and not Path(address.database or "").exists():
        return 0
    engine = make_engine(database_url)
    try:
        with engine.connect() as connection:
            if not inspect(connection).has_table(Account.__tablename__):
                return 0
            return connection.scalar(select(func.count()).select_from(Account).where(Account.demo)) or 0
    except OperationalError:
        return 0
    finally:
        engine.dispose()
