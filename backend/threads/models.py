"""Tables of the talks: threads, what was said in them, and the button tokens issued in them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.database.base import Base, utc_now
from backend.keys.models import DataKey


class Thread(Base):
    """One talk of one account. What was said is sealed with the thread's data key, which may be destroyed."""

    __tablename__ = "threads"
    __table_args__ = (
        UniqueConstraint("channel", "conversation_index"),
        Index(None, "account_id", "page", "created_at"),
        Index(None, "state", "touched_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    channel: Mapped[str]
    conversation_index: Mapped[str]
    """Blind index of the client's name for the conversation: a careless client may have put a family's name in it."""
    page: Mapped[bool] = mapped_column(default=False)
    """Begun on the chat page, which knows only "the newest" and no conversation ids."""
    audience: Mapped[str]
    programme: Mapped[str | None]
    data_key_id: Mapped[str] = mapped_column(ForeignKey("data_keys.id"))
    data_key: Mapped[DataKey] = relationship(lazy="joined", innerjoin=True, viewonly=True)
    """Comes along and stays in the session, so that opening many values looks the key up once."""
    state: Mapped[str] = mapped_column(default="open")
    reference: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=1)
    """Of the draft; moves with every change of it, never with a mere message."""
    last_n: Mapped[int] = mapped_column(default=0)
    said: Mapped[int] = mapped_column(default=0)
    """How many messages the person sent."""
    content: Mapped[bytes | None]
    open_question: Mapped[bytes | None]
    judgement: Mapped[bytes | None]
    """The assessment of the draft as it stands."""
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    touched_at: Mapped[datetime] = mapped_column(default=utc_now)
    aside_up_to: Mapped[int | None]
    """Messages up to this number are kept under a legal hold, sealed with the nomination's key, and not shown here."""
    taken_up_at: Mapped[datetime | None]
    """When its person went back to it on the page, after another was begun there."""
    continued_by: Mapped[str | None]
    """The talk in which its conversation goes on: about another family, or one that was left and is gone back to."""
    follows: Mapped[str | None]
    """The talk in which its family was told of first, beside that talk's own (``backend.threads.another``)."""


class ThreadMessage(Base):
    """Something said: by the person (``in``) or by us (``out``)."""

    __tablename__ = "thread_messages"
    __table_args__ = (UniqueConstraint("thread_id", "delivery_hash"),)

    thread_id: Mapped[str] = mapped_column(ForeignKey("threads.id"), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True)
    direction: Mapped[str]
    kind: Mapped[str]
    body: Mapped[bytes | None]
    """Sealed: text, and reading, press and question of a person's message, or buttons and custom of ours."""
    notice: Mapped[str | None]
    """The code of a fixed sentence (``notices.yml``) in place of a body: it holds nothing about a family."""
    delivery_hash: Mapped[str | None]
    answers: Mapped[int | None]
    """The person's message that this one of ours replies to."""
    at: Mapped[datetime] = mapped_column(default=utc_now)


class ButtonToken(Base):
    """What a button stands for; the token itself is never stored."""

    __tablename__ = "button_tokens"

    thread_id: Mapped[str] = mapped_column(ForeignKey("threads.id"), primary_key=True)
    token_hash: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[bytes]
    """Sealed: payload, title and the question that was open when the button was shown."""
    issued_at: Mapped[datetime] = mapped_column(default=utc_now)
