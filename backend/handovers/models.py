"""The table of hand-overs."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from backend.database.base import Base, new_id, utc_now


class Handover(Base):
    """A talk in which a person is wanted instead of the assistant. Ids and times only: the words are in the talk."""

    __tablename__ = "handovers"
    __table_args__ = (
        Index(
            "uq_handovers_open_thread_id",
            "thread_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index(None, "ended_at", "due_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    thread_id: Mapped[str] = mapped_column(ForeignKey("threads.id"), index=True)
    programme: Mapped[str | None]
    """None where the talk had not come to a programme yet and the account may nominate in several."""
    asked_at: Mapped[datetime] = mapped_column(default=utc_now)
    waits_since: Mapped[datetime | None]
    """Since when something waits for an answer; None while it is for the person in the talk to write."""
    due_at: Mapped[datetime | None]
    """By when it should be answered, as the programme's file says."""
    late_at: Mapped[datetime | None]
    """When the person was told that nobody has answered in time."""
    taken_by: Mapped[str | None] = mapped_column(ForeignKey("accounts.id"))
    taken_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ended_why: Mapped[str | None]
    """``handed-back`` by whoever answered, ``went-on`` by the person's own wish, ``ended`` with the talk."""
