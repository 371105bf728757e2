"""Accounts, their agencies and roles, what they prove themselves by, what they are signed in with, and attempts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, false
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
    """Empty where there is no password: the account is only invited yet, or signs in with its organisation."""
    demo: Mapped[bool] = mapped_column(default=False)
    """Made by the demonstration; a production start refuses to go on while there is one."""
    closed_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    break_glass: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Kept local on purpose, for the day on which the organisation's own sign-in is away."""
    own_key_id: Mapped[str | None] = mapped_column(ForeignKey("data_keys.id"))
    """Of a family's account: the data key of its name and address, destroyed when it is closed. Staff's are sealed with
    the service's key for accounts, as what they did stays on record."""

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
    how: Mapped[str] = mapped_column(default="password", server_default="password")
    """What was shown at sign-in: ``password``, ``code`` (a password and a second factor) or ``provider``."""
    provider: Mapped[str | None]
    """Code of the organisation's sign-in where that was used."""
    browser: Mapped[str | None]
    """In coarse words ("Firefox on a computer"), so that a person knows their own sign-ins again."""
    limited: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Without any role until the second factor that the roles ask for is set up."""

    account: Mapped[Account] = relationship(lazy="joined")


class SignInAttempt(Base):
    """A failed attempt to sign in: whose account and from where, both as blind indexes."""

    __tablename__ = "sign_in_attempts"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    subject: Mapped[str] = mapped_column(index=True)
    """Blind index of the e-mail address or of the network address."""
    at: Mapped[datetime] = mapped_column(default=utc_now, index=True)


class Identity(Base):
    """Who an account is at an organisation's sign-in. The subject is kept as a blind index."""

    __tablename__ = "identities"
    __table_args__ = (UniqueConstraint("issuer", "subject_index"), UniqueConstraint("issuer", "account_id"))

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    issuer: Mapped[str]
    subject_index: Mapped[str]
    linked_at: Mapped[datetime] = mapped_column(default=utc_now)


class Invitation(Base):
    """Roles that wait for somebody to take them up. The address stands, sealed, in the account."""

    __tablename__ = "invitations"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    invited_by: Mapped[str | None] = mapped_column(ForeignKey("accounts.id"))
    """None when it was made on the command line."""
    agency_id: Mapped[str | None] = mapped_column(ForeignKey("agencies.id"))
    roles: Mapped[dict[str, Any]]
    """``{programme: [role, …]}``."""
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    expires_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]

    account: Mapped[Account] = relationship(lazy="joined", foreign_keys=[account_id])
    agency: Mapped[Agency | None] = relationship(lazy="joined")


class SecondFactor(Base):
    """The secret that an account's authenticator app shares with us, sealed; it counts once it is confirmed."""

    __tablename__ = "second_factors"

    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    secret: Mapped[bytes]
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    confirmed_at: Mapped[datetime | None]
    last_step: Mapped[int | None]
    """The half minute whose code was used last, counted from 1970: no code is taken twice."""


class RecoveryCode(Base):
    """One of the codes for the day on which the telephone is gone; only its hash is kept."""

    __tablename__ = "recovery_codes"

    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    code_hash: Mapped[str] = mapped_column(primary_key=True)
    used_at: Mapped[datetime | None]


class SignInStep(Base):
    """A sign-in that is half done: a code is still to come, or the organisation's answer."""

    __tablename__ = "sign_in_steps"

    id: Mapped[str] = mapped_column(primary_key=True)
    """Hash of the token in the browser's cookie."""
    kind: Mapped[str]
    body: Mapped[bytes]
    """Sealed: what is needed to go on."""
    tries: Mapped[int] = mapped_column(default=0)
    expires_at: Mapped[datetime] = mapped_column(index=True)


class Recovery(Base):
    """Somebody asked to get back into an account. Written alike whether or not there is such an account."""

    __tablename__ = "recoveries"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    email_index: Mapped[str] = mapped_column(index=True)
    asked_at: Mapped[datetime] = mapped_column(default=utc_now, index=True)
    answered_at: Mapped[datetime | None]
    """When the worker looked whether there is such an account."""
    account_id: Mapped[str | None] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    """Whose, where a link was sent."""
    used_at: Mapped[datetime | None]
