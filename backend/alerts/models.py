"""The table of safety alerts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from backend.database.base import Base, JsonValue, new_id, utc_now


class Alert(Base):
    """Words about danger. Sealed with a key of their own: what stops a draft must not lose an alert."""

    __tablename__ = "alerts"
    __table_args__ = (Index(None, "acknowledged_at", "received_at"), Index(None, "closed_at"))

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
    """When the newest step after the first was taken."""
    acknowledged_at: Mapped[datetime | None]
    acknowledged_by: Mapped[str | None] = mapped_column(ForeignKey("accounts.id"))
    note: Mapped[bytes | None]
    step: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    """How far along the programme's chain people were told (``duty.chain``): the first of it when it came in."""
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[str | None] = mapped_column(ForeignKey("accounts.id"))
    outcome: Mapped[str | None]
    """How it ended, a code of ``outcomes.yml``."""
    handled_at: Mapped[datetime | None]
    """When something was last said or done about it; None before it was acknowledged."""
    left_told_at: Mapped[datetime | None]
    """When it was told that it lies there acknowledged and not closed; None again once something is done."""


class AlertNote(Base):
    """What was said or done about an alert after it was acknowledged; sealed with the alert's own key."""

    __tablename__ = "alert_notes"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    alert_id: Mapped[str] = mapped_column(ForeignKey("alerts.id"), index=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    at: Mapped[datetime] = mapped_column(default=utc_now)
    body: Mapped[bytes | None]
    """None once the alert is erased."""
