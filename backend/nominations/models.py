"""Tables of nominations. Every row names its programme, and no row can refer to another programme's.

The pair (id, programme) is what others refer to, so a decision or a consent event of one council cannot hang on a
nomination of another, whatever the code does.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.database.base import Base, JsonValue, new_id, utc_now
from backend.keys.models import DataKey


class Family(Base):
    """A family as one programme knows it, with the data key under which all about it is sealed."""

    __tablename__ = "families"
    __table_args__ = (UniqueConstraint("id", "programme"), Index(None, "scheme"))

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    programme: Mapped[str]
    data_key_id: Mapped[str] = mapped_column(ForeignKey("data_keys.id"))
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    scheme: Mapped[int] = mapped_column(default=0, server_default="0")
    """Of the marks and weights by which it was last compared with others (``backend.matching.SCHEME``); 0: not yet."""


class FamilyMark(Base):
    """A blind index by which a family is recognised within its programme."""

    __tablename__ = "family_marks"
    __table_args__ = (
        ForeignKeyConstraint(["family_id", "programme"], ["families.id", "families.programme"]),
        Index(None, "programme", "kind", "value_index"),
    )

    family_id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    value_index: Mapped[str] = mapped_column(primary_key=True)
    programme: Mapped[str]


class Nomination(Base):
    """A request that a family be taken on. Columns in the clear hold codes and times; the rest is sealed."""

    __tablename__ = "nominations"
    __table_args__ = (
        UniqueConstraint("id", "programme"),
        ForeignKeyConstraint(["family_id", "programme"], ["families.id", "families.programme"]),
        Index(None, "programme", "status", "due_at"),
        Index(None, "account_id", "received_at"),
        Index(None, "owner_id", "status"),
        Index(None, "programme", "received_at"),
        # The same for how full the streams are, which is counted at every turn of a talk.
        Index("ix_nominations_rooms", "programme", "status", "stream", "path", "stage", "id"),
        # All that a list narrows and orders by, so that it is made without a look at the sealed columns.
        Index(
            "ix_nominations_queue",
            "programme", "status", "due_at", "received_at", "moved_at", "decided_at", "owner_id", "safety",
            "thread_id", "priority_rank", "verdict", "stream", "path", "paused_at", "stage", "stage_due_at", "id",
        ),
        Index(None, "stage_told_at", "stage_due_at"),
    )  # fmt: skip

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    reference: Mapped[str] = mapped_column(unique=True)
    programme: Mapped[str]
    programme_version: Mapped[str]
    family_id: Mapped[str]
    thread_id: Mapped[str | None] = mapped_column(ForeignKey("threads.id"), unique=True)
    """Unique: however often a talk is submitted, it becomes one nomination."""
    account_id: Mapped[str | None] = mapped_column(ForeignKey("accounts.id"))
    audience: Mapped[str]
    channel: Mapped[str]
    status: Mapped[str]
    verdict: Mapped[str]
    stream: Mapped[str | None]
    """Recommended until a decision, then what was decided."""
    path: Mapped[str | None]
    safety: Mapped[str]
    out_of_area: Mapped[bool] = mapped_column(default=False)
    data_key_id: Mapped[str] = mapped_column(ForeignKey("data_keys.id"))
    data_key: Mapped[DataKey] = relationship(lazy="joined", innerjoin=True, viewonly=True)
    """Comes along and stays in the session, so that opening many values looks the key up once."""
    content: Mapped[bytes | None]
    nominator: Mapped[bytes | None]
    version: Mapped[int] = mapped_column(default=1)
    """Moves with every change that a decider must have seen."""
    received_at: Mapped[datetime] = mapped_column(default=utc_now)
    due_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    set_aside_at: Mapped[datetime | None]
    """When processing ended although a legal hold keeps the record: nobody reads it but who may see what is held."""
    paused_at: Mapped[datetime | None]
    """Since when an objection waits for a person's answer: until then nothing is decided or judged."""
    ended_why: Mapped[str | None]
    """Why a withdrawn one ended (``backend.nominations.erasing.Why``); None where it ended before this was kept."""
    owner_id: Mapped[str | None] = mapped_column(ForeignKey("accounts.id"))
    """Who has taken it on; None while nobody has."""
    owned_at: Mapped[datetime | None]
    moved_at: Mapped[datetime] = mapped_column(default=utc_now)
    """When something last happened to it: sent, added to, decided, put right. That somebody took it on is no move."""
    still_told_at: Mapped[datetime | None]
    """When it was told that it stands still; None again once it moves."""
    priority: Mapped[list[dict[str, Any]] | None] = mapped_column(JsonValue)
    """The parts of its priority, ``{"code", "value", "ranks"}``: counts and codes. None before it was ranked."""
    priority_rank: Mapped[int | None] = mapped_column(BigInteger)
    """The same as a number to order by within its programme, the most pressing highest."""
    stage: Mapped[str | None]
    """Where it is on its programme's path once it was accepted (:mod:`backend.nominations.stage`)."""
    stage_since: Mapped[datetime | None]
    stage_due_at: Mapped[datetime | None]
    """By when something should follow on its stage; None where nobody set a time, or it is at none."""
    stage_told_at: Mapped[datetime | None]
    """When it was told that nothing followed in time; None again at its next stage."""

    @property
    def erased_at(self) -> datetime | None:
        """When all that identifies the family was erased, if it was."""
        return self.data_key.destroyed_at


class Passing(Base):
    """That a nomination was passed on to another programme, or came from one.

    Each programme keeps a row of its own: codes, a reference and times, which tell nothing of whom. Neither refers to a
    row of the other's.
    """

    __tablename__ = "passings"
    __table_args__ = (
        ForeignKeyConstraint(["nomination_id", "programme"], ["nominations.id", "nominations.programme"]),
        Index(None, "nomination_id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    """The nomination's id with the direction: it is passed on once, and comes from one."""
    nomination_id: Mapped[str]
    programme: Mapped[str]
    direction: Mapped[str]
    """``to`` the other programme, or ``from`` it."""
    other_programme: Mapped[str]
    other_reference: Mapped[str]
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    """Who passed it on."""
    at: Mapped[datetime] = mapped_column(default=utc_now)


@event.listens_for(Nomination.version, "set")
def _moves(nomination: Nomination, _version: int, _before: int, _by: object) -> None:
    # Whatever a decider must have seen is a move, whoever made it.
    nomination.moved_at = utc_now()
    nomination.still_told_at = None


class SavedFilter(Base):
    """Filters of the queue that somebody keeps under a name of their own."""

    __tablename__ = "saved_filters"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    name: Mapped[bytes]
    """Sealed with the service's key for accounts: whoever types a name may type somebody's."""
    chosen: Mapped[dict[str, Any]] = mapped_column(JsonValue)
    """Codes only, by field. What was typed to find somebody is never kept."""
    created_at: Mapped[datetime] = mapped_column(default=utc_now)


class Judgement(Base):
    """An assessment and route, with the programme version it was made by; a later one does not replace it."""

    __tablename__ = "judgements"
    __table_args__ = (
        ForeignKeyConstraint(["nomination_id", "programme"], ["nominations.id", "nominations.programme"]),
        Index(None, "nomination_id", "n", unique=True),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    nomination_id: Mapped[str]
    programme: Mapped[str]
    n: Mapped[int]
    programme_version: Mapped[str]
    cause: Mapped[str]
    """``submission``, ``addition``, ``challenge``, ``correction``, ``resumed`` or ``judged-again``."""
    verdict: Mapped[str]
    stream: Mapped[str | None]
    path: Mapped[str | None]
    body: Mapped[bytes]
    """Sealed: assessment, route and needs. Empty once erased."""
    account_id: Mapped[str | None] = mapped_column(ForeignKey("accounts.id"))
    at: Mapped[datetime] = mapped_column(default=utc_now)


class ConsentRecord(Base):
    """One event of a family's consent; a withdrawal is another event, never an erasure of the first."""

    __tablename__ = "consent_records"
    __table_args__ = (
        ForeignKeyConstraint(["nomination_id", "programme"], ["nominations.id", "nominations.programme"]),
        Index(None, "nomination_id", "n", unique=True),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    nomination_id: Mapped[str]
    programme: Mapped[str]
    n: Mapped[int]
    purpose: Mapped[str | None]
    state: Mapped[str]
    wording_version: Mapped[str | None]
    body: Mapped[bytes]
    """Sealed: who consented, who asked, when and how. Empty once erased."""
    recorded_at: Mapped[datetime] = mapped_column(default=utc_now)
    date: Mapped[str | None]
    """Of the event, ISO, as far as it was told as one: what stays of it when the family is erased."""
