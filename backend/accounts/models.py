"""Accounts, their agencies and roles, what they are signed in with, and attempts to sign in."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.access.actor import ROLES
from backend.database.base import Base, new_id, utc_now


class Agency(Base):
    """An organisation that people nominate for: a school, the police, a housing provider."""

    __tablename__ = "agencies"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(unique=True)


class Account(Base):
    """Somebody who can sign in. Name and address are sealed; the address is found by its blind index."""

    __tablename__ = "accounts"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    email_index: Mapped[str] = mapped_column(unique=True)
    email: Mapped[bytes]
    display_name: Mapped[bytes]
    job_title: Mapped[str | None]
    agency_id: Mapped[str | None] = mapped_column(ForeignKey("agencies.id"), index=True)
    password_hash: Mapped[str]
    demo: Mapped[bool] = mapped_column(default=False)
    """Made by the demonstration; a production start refuses to go on while there is one."""
    closed_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=utc_now)

    agency: Mapped[Agency | None] = relationship(lazy="joined")
    roles: Mapped[list[AccountRole]] = relationship(lazy="selectin", cascade="all, delete-orphan")


class AccountRole(Base):
    """A role that an account holds in one programme."""

    __tablename__ = "account_roles"
    __table_args__ = (CheckConstraint(f"role IN ({', '.join(repr(role) for role in ROLES)})", name="role"),)

    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    programme: Mapped[str] = mapped_column(primary_key=True)
    role: Mapped[str] = mapped_column(primary_key=True)


class SignedInSession(Base):
    """What an account is signed in with: a browser's session or a bearer token. Only the token's hash is kept."""

    __tablename__ = "sessions"
    __table_args__ = (CheckConstraint("kind IN ('cookie', 'bearer')", name="kind"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    seen_at: Mapped[datetime] = mapped_column(default=utc_now)
    expires_at: Mapped[datetime] = mapped_column(index=True)

    account: Mapped[Account] = relationship(lazy="joined")


class SignInAttempt(Base):
    """A failed attempt to sign in: whose account and from where, both as blind indexes."""

    __tablename__ = "sign_in_attempts"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    subject: Mapped[str] = mapped_column(index=True)
    """Blind index of the e-mail address or of the network address."""
    at: Mapped[datetime] = mapped_column(default=utc_now, index=True)
