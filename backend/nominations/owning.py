"""Taking a nomination on, giving it back, and handing it to somebody. Callers commit."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.access import Actor, Role
from backend.accounts.accounts import holders, names_of
from backend.accounts.models import Account, AccountRole
from backend.audit import record
from backend.errors import Conflict, Invalid
from backend.nominations.models import Nomination
from backend.nominations.record import find_nomination
from backend.outbox.service import post

GIVES: tuple[Role, ...] = ("coordinator", "lead")
"""Who hands nominations to coordinators: any of them, and the lead."""
TAKEN = "Somebody else has it meanwhile. Look again before you take it from them."
ENDED = "It was withdrawn: there is nothing to take on."
NOBODY = "Choose a coordinator of its programme."


@dataclass(frozen=True, slots=True)
class Somebody:
    """A coordinator to whom a nomination can be handed."""

    account: str
    name: str


def take(db: Session, actor: Actor, reference: str, now: datetime) -> Nomination:
    """Take a nomination on, as a coordinator of its programme. Again: nothing changes.

    Raises NotFound out of reach, Conflict for one that somebody else has or that was withdrawn.
    """
    nomination = _open(db, actor, reference, "coordinator")
    if nomination.owner_id == actor.account_id:
        return nomination
    if nomination.owner_id is not None:
        raise Conflict(TAKEN)
    _give(nomination, actor.account_id, now)
    record(db, actor, "took", "nomination", nomination.id, nomination.programme)
    db.flush()
    return nomination


def give_back(db: Session, actor: Actor, reference: str) -> Nomination:
    """Let a nomination be nobody's again: whoever has it, or the lead. Again: nothing changes.

    Raises NotFound out of reach, Conflict for one that somebody else has.
    """
    nomination = _open(db, actor, reference, *GIVES)
    if nomination.owner_id is None:
        return nomination
    if nomination.owner_id != actor.account_id and not actor.may("lead", nomination.programme):
        raise Conflict(TAKEN)
    nomination.owner_id = nomination.owned_at = None
    record(db, actor, "gave back", "nomination", nomination.id, nomination.programme)
    db.flush()
    return nomination


def assign(db: Session, actor: Actor, reference: str, to: str, now: datetime) -> Nomination:
    """Hand a nomination to a coordinator of its programme, whoever has it; they are told by a notice that names nobody.

    Raises NotFound out of reach, Invalid for anybody who is no coordinator there, Conflict for a withdrawn one.
    """
    nomination = _open(db, actor, reference, *GIVES)
    if to not in holders(db, "coordinator", nomination.programme):
        raise Invalid(NOBODY)
    if nomination.owner_id == to:
        return nomination
    _give(nomination, to, now)
    if to != actor.account_id:
        cause = f"nomination:{nomination.id}:given:{now.isoformat()}"
        post(db, [to], "nomination-given", cause, nomination.programme)
    record(db, actor, "assigned", "nomination", nomination.id, nomination.programme, to=to)
    db.flush()
    return nomination


def assignees(db: Session, programmes: Collection[str]) -> list[Somebody]:
    """The coordinators of some programmes, by name."""
    held = (
        select(Account.id)
        .join(AccountRole)
        .where(AccountRole.role == "coordinator", AccountRole.programme.in_(programmes), Account.closed_at.is_(None))
    )
    names = names_of(db, set(db.scalars(held)))
    return sorted((Somebody(account, name) for account, name in names.items()), key=lambda each: each.name.casefold())


def _open(db: Session, actor: Actor, reference: str, *roles: Role) -> Nomination:
    nomination = find_nomination(db, reference, lock=True)
    actor.must_be(nomination.programme, *roles)
    if nomination.status == "withdrawn":
        raise Conflict(ENDED)
    return nomination


def _give(nomination: Nomination, to: str, now: datetime) -> None:
    nomination.owner_id, nomination.owned_at = to, now
