"""The table of decisions."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.database.base import Base, new_id, utc_now


class Decision(Base):
    """What a person decided about one version of a nomination; one version is decided once."""

    __tablename__ = "decisions"
    __table_args__ = (
        ForeignKeyConstraint(["nomination_id", "programme"], ["nominations.id", "nominations.programme"]),
        UniqueConstraint("nomination_id", "nomination_version"),
        Index(None, "programme", "at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    nomination_id: Mapped[str]
    programme: Mapped[str]
    nomination_version: Mapped[int]
    kind: Mapped[str]
    stream: Mapped[str | None]
    status: Mapped[str]
    """What the nomination became by it."""
    reason: Mapped[bytes | None]
    """Sealed with the nomination's data key."""
    decider_id: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    decider_role: Mapped[str]
    at: Mapped[datetime] = mapped_column(default=utc_now)
    body: Mapped[bytes | None]
    """Sealed as the reason is: which unclear points a question is about, and by whom the first visit is to be made."""
