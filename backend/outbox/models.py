"""The table of what waits to be sent."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.database.base import Base, new_id, utc_now


class Mail(Base):
    """A mail to an account. It names a template and an address is looked up when it is sent: no personal data here."""

    __tablename__ = "mails"
    __table_args__ = (
        UniqueConstraint("cause", "account_id", "template"),
        Index(None, "sent_at", "next_try_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    template: Mapped[str]
    programme: Mapped[str | None]
    cause: Mapped[str]
    """What it is about (``alert:<id>``, ``nomination:<id>:received``, …): nobody is told the same thing twice."""
    attempts: Mapped[int] = mapped_column(default=0)
    next_try_at: Mapped[datetime] = mapped_column(default=utc_now)
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    sent_at: Mapped[datetime | None]
    given_up_at: Mapped[datetime | None]
