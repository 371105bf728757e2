"""The table of safety alerts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from backend.database.base import Base, JsonValue, utc_now


class Alert(Base):
    """Words about danger. Sealed with a key of their own: what stops a draft must not lose an alert."""

    __tablename__ = "alerts"
    __table_args__ = (Index(None, "acknowledged_at", "received_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    """Chosen by whoever raises it, so that raising it twice is raising it once."""
    thread_id: Mapped[str | None] = mapped_column(ForeignKey("threads.id"), index=True)
    programme: Mapped[str | None]
    level: Mapped[str]
    reasons: Mapped[list[str]] = mapped_column(JsonValue)
    source: Mapped[str]
    data_key_id: Mapped[str] = mapped_column(ForeignKey("data_keys.id"))
    words: Mapped[bytes | None]
    at: Mapped[datetime]
    """When it was said."""
    received_at: Mapped[datetime] = mapped_column(default=utc_now)
    escalated_at: Mapped[datetime | None]
    acknowledged_at: Mapped[datetime | None]
    acknowledged_by: Mapped[str | None] = mapped_column(ForeignKey("accounts.id"))
    note: Mapped[bytes | None]
