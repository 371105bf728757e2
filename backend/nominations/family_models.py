"""Tables of what was found of two nominations and of what a person said of it.

Codes, numbers and times alone: what agreed is worked out again from the sealed records when a coordinator looks. A row
joins nominations of one programme, and goes when either of them ends.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from backend.database.base import Base, new_id, utc_now

Verdict = Literal["same", "merged", "related", "not-same"]
"""``merged``: the same family, counted once; ``same``: it, each nomination counted by itself."""
Act = Literal["same", "merged", "related", "not-same", "undone"]


class FamilyPair(Base):
    """Two nominations that may be of one family, or of families that are related; the earlier one stands first."""

    __tablename__ = "family_pairs"
    __table_args__ = (
        ForeignKeyConstraint(["first_id", "programme"], ["nominations.id", "nominations.programme"]),
        ForeignKeyConstraint(["second_id", "programme"], ["nominations.id", "nominations.programme"]),
        Index(None, "second_id"),
        Index(None, "programme", "verdict"),
    )

    first_id: Mapped[str] = mapped_column(primary_key=True)
    second_id: Mapped[str] = mapped_column(primary_key=True)
    programme: Mapped[str]
    finding: Mapped[str | None]
    """``same`` or ``related`` (:mod:`backend.matching`); None where only a person saw it."""
    weight: Mapped[float]
    """In bits."""
    reasons: Mapped[dict[str, Any]]
    """``{"codes": […]}``: what agrees, the weightiest first, and nothing of what it is."""
    found_at: Mapped[datetime] = mapped_column(default=utc_now)
    verdict: Mapped[str | None]
    """What a coordinator said of it; None while nobody has, or once it was undone."""


class FamilyAct(Base):
    """That a coordinator said what two nominations are to each other, or took it back."""

    __tablename__ = "family_acts"
    __table_args__ = (
        ForeignKeyConstraint(["first_id", "programme"], ["nominations.id", "nominations.programme"]),
        ForeignKeyConstraint(["second_id", "programme"], ["nominations.id", "nominations.programme"]),
        Index(None, "first_id", "second_id"),
        Index(None, "second_id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    first_id: Mapped[str]
    second_id: Mapped[str]
    programme: Mapped[str]
    what: Mapped[str]
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    at: Mapped[datetime] = mapped_column(default=utc_now)
