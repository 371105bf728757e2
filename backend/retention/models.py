"""Tables of legal holds and of the runs that erased what was due."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from backend.database.base import Base, JsonValue, new_id, utc_now


class LegalHold(Base):
    """An order to keep a nomination's record although its time is up or its family took its agreement back."""

    __tablename__ = "legal_holds"
    __table_args__ = (
        ForeignKeyConstraint(["nomination_id", "programme"], ["nominations.id", "nominations.programme"]),
        Index(None, "nomination_id", "lifted_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    nomination_id: Mapped[str]
    programme: Mapped[str]
    reason: Mapped[str]
    """A code of ``holds.yml``."""
    words: Mapped[bytes | None]
    """Sealed with the nomination's data key, and gone with it: why, in the words of whoever placed it."""
    review_on: Mapped[date]
    placed_by: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    placed_at: Mapped[datetime] = mapped_column(default=utc_now)
    lifted_by: Mapped[str | None] = mapped_column(ForeignKey("accounts.id"))
    lifted_at: Mapped[datetime | None]


class RetentionRun(Base):
    """One run of the job: how much was due, erased and held, by kind. Counts and codes only."""

    __tablename__ = "retention_runs"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    at: Mapped[datetime] = mapped_column(default=utc_now, index=True)
    rows: Mapped[list[dict[str, Any]]] = mapped_column(JsonValue)
    """``[{"kind", "programme" or null, "due", "erased", "held": {why: count}}]``"""
    readable: Mapped[int]
    """What was due, held back by nothing, and could still be read afterwards: must be 0."""
