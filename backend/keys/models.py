"""The data keys, each wrapped by the master key."""

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
