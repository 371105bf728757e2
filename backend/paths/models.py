"""The table of steps from stage to stage."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from backend.database.base import Base, new_id, utc_now


class PathStep(Base):
    """A step of a nomination on its path. Stages stand in the clear; why, and what was written down, is sealed."""

    __tablename__ = "path_steps"
    __table_args__ = (
        ForeignKeyConstraint(["nomination_id", "programme"], ["nominations.id", "nominations.programme"]),
        Index(None, "nomination_id", "n", unique=True),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    nomination_id: Mapped[str]
    programme: Mapped[str]
    n: Mapped[int]
    from_stage: Mapped[str | None]
    """None for the first, by which the path began."""
    to_stage: Mapped[str | None]
    """None where the nomination left its path, as it was answered with other help after all."""
    nomination_version: Mapped[int]
    """The version that was moved."""
    body: Mapped[bytes | None]
    """Sealed with the nomination's data key: the reason, and what the stage asks for. Gone once erased."""
    mover_id: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    mover_role: Mapped[str]
    at: Mapped[datetime] = mapped_column(default=utc_now)
