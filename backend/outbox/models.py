"""The tables of what waits to be sent, and of how people want to hear of it."""

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
        Index(None, "account_id", "read_at"),
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
    """When it was done with: sent, or left on the page alone (``way``)."""
    given_up_at: Mapped[datetime | None]
    way: Mapped[str | None]
    """How it went, or was given up after many tries, a code of ``kinds.yml``; None where it is still to go, was taken
    back, or went before anybody could choose."""
    digest_id: Mapped[str | None]
    """The digest in which it goes. Kept before that is sent, so that a second try is the same message."""
    read_at: Mapped[datetime | None]
    """When its account marked it as read on the page."""


class NoticeChoice(Base):
    """How somebody wants to hear of a kind of message; both are codes of ``kinds.yml``."""

    __tablename__ = "notice_choices"

    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    way: Mapped[str]


class WorkerRound(Base):
    """When the worker last went its round: one row, however many workers there are."""

    __tablename__ = "worker_rounds"

    id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
