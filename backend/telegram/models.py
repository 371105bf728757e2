"""Tables of the Telegram channel. A chat's identifier is personal data: found by a blind index, sealed for sending."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from backend.database.base import Base, new_id, utc_now


class TelegramChat(Base):
    """A private chat, and the account as which whoever writes there is known. Nobody can sign in to that account."""

    __tablename__ = "telegram_chats"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    chat_index: Mapped[str] = mapped_column(unique=True)
    """Blind index of Telegram's identifier."""
    chat: Mapped[bytes]
    """Sealed: Telegram's identifier, to write to it."""
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), unique=True)
    data_key_id: Mapped[str] = mapped_column(ForeignKey("data_keys.id"))
    """The account's own key, destroyed when its person wants to be forgotten."""
    state: Mapped[str] = mapped_column(default="open")
    """``open``, ``quiet`` (/stop: nothing is sent unasked) or ``blocked`` (Telegram takes nothing for it)."""
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    touched_at: Mapped[datetime] = mapped_column(default=utc_now, index=True)
    safe: Mapped[bytes | None]
    """Sealed: when it is safe to write there, as they chose with buttons (``backend.telegram.safe_times``)."""


class PrivateLink(Base):
    """A link to a page on which somebody writes what is too private for a chat. It tells nothing about anybody."""

    __tablename__ = "private_links"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    thread_id: Mapped[str] = mapped_column(ForeignKey("threads.id"), index=True)
    """The talk in which its words are kept."""
    token_hash: Mapped[str | None] = mapped_column(unique=True)
    """The link itself is never stored; None once it opens nothing any more."""
    state: Mapped[str] = mapped_column(default="open")
    """``open``, ``used`` or ``ended`` (another was made, or the talk is over)."""
    made_at: Mapped[datetime] = mapped_column(default=utc_now)
    ends_at: Mapped[datetime] = mapped_column(index=True)


class TelegramUpdate(Base):
    """An update that is done with. Telegram hands out what was not confirmed again; this is how it is known again."""

    __tablename__ = "telegram_updates"

    id: Mapped[str] = mapped_column(primary_key=True)
    """Telegram's number of the update."""
    at: Mapped[datetime] = mapped_column(default=utc_now, index=True)


class TelegramSending(Base):
    """A message of ours: claimed before it is handed to Telegram, sent once Telegram has answered. Holds no words."""

    __tablename__ = "telegram_sendings"

    id: Mapped[str] = mapped_column(primary_key=True)
    """What is sent, by what it answers (``backend.telegram.sendings``)."""
    state: Mapped[str] = mapped_column(default="claimed")
    """``claimed``, ``sent`` or ``undeliverable``."""
    at: Mapped[datetime] = mapped_column(default=utc_now, index=True)
    not_before: Mapped[datetime | None]
    """Until when it waits, where it came at a time that was not named as safe."""
