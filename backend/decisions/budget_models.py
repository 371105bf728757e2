"""The table of requests for money."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from backend.database.base import Base, new_id, utc_now


class BudgetRequest(Base):
    """Money of one of the programme's budgets that is asked for, for a family, and what was decided about it."""

    __tablename__ = "budget_requests"
    __table_args__ = (
        ForeignKeyConstraint(["nomination_id", "programme"], ["nominations.id", "nominations.programme"]),
        Index(None, "nomination_id", "asked_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    nomination_id: Mapped[str]
    programme: Mapped[str]
    budget: Mapped[str]
    """Code of the budget in the programme's file."""
    pence: Mapped[int]
    state: Mapped[str] = mapped_column(default="waiting")
    """``waiting``, ``agreed`` or ``refused``."""
    reason: Mapped[bytes | None]
    """Sealed with the nomination's data key: what it is for. Gone once erased."""
    answer: Mapped[bytes | None]
    """Sealed likewise: why it was decided so."""
    asker_id: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    asked_at: Mapped[datetime] = mapped_column(default=utc_now)
    decider_id: Mapped[str | None] = mapped_column(ForeignKey("accounts.id"))
    decided_at: Mapped[datetime | None]
