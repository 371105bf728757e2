"""The links that somebody handed on, as they see them: how each stands, never who answered. Callers commit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.consent.links import address_of, newest, state_of, take_back
from backend.consent.models import ConsentLink
from backend.consent.view import last_day
from backend.consent.wording import wording
from backend.errors import NotFound
from backend.programmes import load_programme
from backend.threads.models import Thread


@dataclass(frozen=True, slots=True)
class OwnLink:
    """A talk's newest link. ``address`` is empty once it opens nothing; ``on_page``: its talk can be gone back to."""

    id: str
    thread: str
    programme: str
    state: str
    said: str
    made_at: datetime
    until: str
    address: str
    on_page: bool


def own_links(db: Session, actor: Actor, now: datetime) -> list[OwnLink]:
    """Of each talk from which nothing was sent the newest link, the newest talk first."""
    mine = select(Thread).join(ConsentLink, ConsentLink.thread_id == Thread.id)
    mine = mine.where(Thread.account_id == actor.account_id, Thread.state.in_(("open", "stopped"))).distinct()
    found = ((thread, newest(db, thread.id)) for thread in db.scalars(mine))
    links = [_shown(db, thread, link, now) for thread, link in found if link is not None]
    return sorted(links, key=lambda link: link.made_at, reverse=True)


def own_link(db: Session, actor: Actor, link_id: str) -> ConsentLink:
    """A link that this account was given in its talk; NotFound for anybody else's."""
    link = db.get(ConsentLink, link_id)
    thread = db.get(Thread, link.thread_id) if link is not None else None
    if link is None or thread is None or thread.account_id != actor.account_id:
        raise NotFound
    return link


def take_own_back(db: Session, actor: Actor, link_id: str) -> None:
    """End a link before anybody used it. NotFound for anybody else's."""
    take_back(db, own_link(db, actor, link_id).thread_id, actor)


def _shown(db: Session, thread: Thread, link: ConsentLink, now: datetime) -> OwnLink:
    state = state_of(link, thread, now)
    return OwnLink(
        id=link.id,
        thread=thread.id,
        programme=load_programme(link.programme).name,
        state=state,
        said=wording()["state"][state],
        made_at=link.made_at,
        until=last_day(link.ends_at),
        address=address_of(db, thread) if state == "open" else "",
        on_page=thread.page and thread.state == "open",
    )
