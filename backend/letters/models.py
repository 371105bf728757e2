"""The tables of letters and of their versions."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from backend.database.base import Base, new_id, utc_now


class Letter(Base):
    """A letter about what was decided. Who reads it is sealed; codes, versions and times stand in the clear."""

    __tablename__ = "letters"
    __table_args__ = (
        ForeignKeyConstraint(["nomination_id", "programme"], ["nominations.id", "nominations.programme"]),
        Index(None, "nomination_id", "begun_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    nomination_id: Mapped[str]
    programme: Mapped[str]
    kind: Mapped[str]
    """What it tells (:data:`backend.letters.kinds.Kind`)."""
    reader: Mapped[str]
    """``nominator``, or ``person`` for an adult of the household."""
    about_version: Mapped[int]
    """The version of the nomination that the decision or step it tells of was made on."""
    recipient: Mapped[bytes | None]
    """Sealed with the nomination's data key: name and address lines. Gone once erased."""
    last_n: Mapped[int] = mapped_column(default=0)
    """The number of its newest version, from 1."""
    begun_by: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    begun_at: Mapped[datetime] = mapped_column(default=utc_now)
    sent_way: Mapped[str | None]
    """``chat``, ``post``, ``email`` or ``hand``; None while it is a draft. What was sent is never changed."""
    sent_by: Mapped[str | None] = mapped_column(ForeignKey("accounts.id"))
    sent_at: Mapped[datetime | None]
    message_n: Mapped[int | None]
    """Its message in the talk, where it was sent there."""


class LetterVersion(Base):
    """What a letter said at a time, and who wrote it so."""

    __tablename__ = "letter_versions"
    __table_args__ = (
        ForeignKeyConstraint(["nomination_id", "programme"], ["nominations.id", "nominations.programme"]),
        Index(None, "letter_id", "n", unique=True),
        Index(None, "nomination_id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    letter_id: Mapped[str] = mapped_column(ForeignKey("letters.id"))
    nomination_id: Mapped[str]
    programme: Mapped[str]
    n: Mapped[int]
    body: Mapped[bytes | None]
    """Sealed with the nomination's data key (:class:`backend.letters.text.Text`). Gone once erased."""
    editor_id: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    at: Mapped[datetime] = mapped_column(default=utc_now)
