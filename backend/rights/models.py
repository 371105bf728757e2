"""The table of requests that people make about their data."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from backend.database.base import Base, JsonValue, new_id, utc_now

KINDS = ("access", "correction", "objection", "erasure")
OUTCOMES = ("granted", "partly", "refused")


class RightsRequest(Base):
    """A request with its answer. Codes and dates stay; what was said goes with the family's key."""

    __tablename__ = "rights_requests"
    __table_args__ = (
        ForeignKeyConstraint(["nomination_id", "programme"], ["nominations.id", "nominations.programme"]),
        CheckConstraint(f"kind IN ({', '.join(repr(kind) for kind in KINDS)})", name="kind"),
        CheckConstraint(f"outcome IN ({', '.join(repr(outcome) for outcome in OUTCOMES)})", name="outcome"),
        Index(None, "programme", "outcome", "due_on"),
        Index(None, "nomination_id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    nomination_id: Mapped[str]
    programme: Mapped[str]
    kind: Mapped[str]
    body: Mapped[bytes | None]
    """Sealed: ``{"by", "how", "words", "field", "value"}``; who asked, how, and what for."""
    asked_on: Mapped[date]
    due_on: Mapped[date]
    recorded_by: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    recorded_at: Mapped[datetime] = mapped_column(default=utc_now)
    outcome: Mapped[str | None]
    answer: Mapped[bytes | None]
    """Sealed: the reason of whoever decided."""
    kept: Mapped[list[str] | None] = mapped_column(JsonValue)
    """Codes of what the law lets us keep, as it was told (``wording.yml``)."""
    decided_by: Mapped[str | None] = mapped_column(ForeignKey("accounts.id"))
    decided_role: Mapped[str | None]
    decided_at: Mapped[datetime | None]
