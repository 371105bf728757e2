"""The keys as rows, each wrapped by a master key that it names.

These two tables hold all that opens anything, in columns named ``wrapped``, and nothing else. They are backed up apart
from the records, by a file that is replaced each time, so that a destroyed key is gone from the backups as well.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from backend.database.base import Base, utc_now


class DataKey(Base):
    """A family's key. A destroyed key keeps its row without the key, so that it is known when it went."""

    __tablename__ = "data_keys"

    id: Mapped[str] = mapped_column(primary_key=True)
    wrapped: Mapped[bytes | None]
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    destroyed_at: Mapped[datetime | None]
    master: Mapped[str | None]
    """Name of the master key that wraps it; None only for one that 0.1.0 made and nobody has looked at since."""


class SystemKey(Base):
    """A key of the service itself: it seals accounts, makes blind indexes and form tokens, seals the door's spool."""

    __tablename__ = "system_keys"

    use: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    wrapped: Mapped[bytes | None]
    """None where 0.1.0 derived it from the master key and it was not wrapped since."""
    master: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
