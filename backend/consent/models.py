"""The table of links by which a family answers for itself."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from backend.database.base import Base, new_id, utc_now


class ConsentLink(Base):
    """One link, for one answer. The link itself is never stored, and it holds nothing about anybody."""

    __tablename__ = "consent_links"
    __table_args__ = (Index(None, "thread_id", "n", unique=True), Index(None, "state", "ends_at"))

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    thread_id: Mapped[str] = mapped_column(ForeignKey("threads.id"))
    """The talk in which the nominator was told that the family has to be asked."""
    n: Mapped[int]
    """Of the talk's links, in order; the last one counts."""
    programme: Mapped[str]
    programme_version: Mapped[str]
    """Whose wording the family reads."""
    token_hash: Mapped[str | None] = mapped_column(unique=True)
    """None before it was shown and after it ended; after a yes it stays, so that the yes can be taken back."""
    state: Mapped[str] = mapped_column(default="open")
    """``open``, ``given``, ``refused``, ``withdrawn`` (a yes taken back after sending), ``revoked`` or ``ended``."""
    made_at: Mapped[datetime] = mapped_column(default=utc_now)
    ends_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    after: Mapped[int | None]
    """The last message of the talk when the answer came."""
    body: Mapped[bytes | None]
    """Sealed with the talk's key: what the family answered and who did. Gone once it is part of a nomination."""
