"""How each person wants to hear of each kind of message. Callers commit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.audit import record
from backend.errors import Invalid
from backend.outbox.kinds import Kind, Way, kind_of, kinds_for
from backend.outbox.models import Mail, NoticeChoice

CHOOSE = "Choose one of the ways on the page."


def ways_of(db: Session, account_id: str) -> dict[str, str]:
    """What somebody chose, by kind; kinds about which they said nothing are left out."""
    chosen = select(NoticeChoice.kind, NoticeChoice.way).where(NoticeChoice.account_id == account_id)
    return dict(db.execute(chosen).all())


def way_for(mail: Mail, chosen: Mapping[str, str]) -> Way:
    """How a mail goes to somebody who chose so."""
    kind = kind_of(mail.template)
    return kind.way(chosen.get(kind.code))


def choices(db: Session, actor: Actor) -> list[tuple[Kind, Way]]:
    """What somebody may be told of, and how they hear of each."""
    chosen = ways_of(db, actor.account_id)
    return [(kind, kind.way(chosen.get(kind.code))) for kind in kinds_for(actor)]


def choose(db: Session, actor: Actor, wanted: Mapping[str, str], now: datetime) -> None:
    """Keep how somebody wants to hear of some kinds, and let what waits for a digest go the new way from now on.

    Raises Invalid for a way that a kind does not have, danger's above all.
    """
    before = ways_of(db, actor.account_id)
    changed: list[Kind] = []
    for kind in kinds_for(actor):
        way = wanted.get(kind.code)
        if way is None:
            continue
        if way not in {each.code for each in kind.ways}:
            raise Invalid(CHOOSE)
        if kind.way(before.get(kind.code)).code != way:
            db.merge(NoticeChoice(account_id=actor.account_id, kind=kind.code, way=way))
            changed.append(kind)
    if changed:
        _look_again(db, actor.account_id, changed, now)
        record(db, actor, "changed", "notices", actor.account_id, None, kinds=",".join(each.code for each in changed))
    db.flush()


def _look_again(db: Session, account_id: str, changed: list[Kind], now: datetime) -> None:
    # What was tried already is due by itself; only what was never tried waits for a digest.
    templates = [template for kind in changed for template in kind.templates]
    waits = (Mail.sent_at.is_(None), Mail.given_up_at.is_(None), Mail.attempts == 0)
    mine = update(Mail).where(Mail.account_id == account_id, Mail.template.in_(templates), *waits)
    db.execute(mine.values(next_try_at=now))
