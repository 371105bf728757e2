"""Whose talk it is: from an account and the client's name for a conversation to a thread."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from backend.access import Actor
from backend.accounts.accounts import actor_of
from backend.errors import Invalid, NotFound, Refused
from backend.keys import blind_index, new_data_key
from backend.threads.models import Thread

_SPEAKERS = "who speaks"
"""Whom a session has looked up."""
_KNOWN = select(Thread).where(Thread.channel == bindparam("channel"), Thread.conversation_index == bindparam("index"))
PAGE = "page"
"""How the door calls the chat page's conversation: the account's newest page thread."""


def audience_of(actor: Actor) -> str:
    """``professional`` or ``family``. Refused for an account that may do neither."""
    if actor.has("nominator"):
        return "professional"
    if actor.has("family"):
        return "family"
    raise Refused("Your account cannot nominate a family or ask for help in this chat.")


def programmes_of(actor: Actor) -> frozenset[str]:
    """Codes of the programmes in which the account may nominate or ask for help."""
    return actor.programmes("nominator", "family")


def speaker(db: Session, thread: Thread) -> Actor:
    """Who is talking in a thread, as an actor."""
    known: dict[str, Actor] = db.info.setdefault(_SPEAKERS, {})
    actor = known.get(thread.account_id) or actor_of(db, thread.account_id)
    if actor is None:
        raise NotFound
    known[actor.account_id] = actor
    return actor


def thread_for(db: Session, actor: Actor, channel: str, conversation: str, programme: str | None) -> Thread:
    """The thread of a conversation, begun if it is new.

    Raises NotFound for a conversation that somebody else began, Refused for an account that may not chat, Invalid for a
    programme in which it may not nominate.
    """
    audience_of(actor)  # refuses an account that may not chat, even in a talk it once began
    chosen = _chosen_programme(actor, programme)
    if conversation == PAGE:
        thread = newest_page_thread(db, actor) or _begin(db, actor, channel, None, chosen)
    else:
        index = _index(db, conversation)
        known = _known(db, channel, index)
        thread = continued(db, known) if known else _begin(db, actor, channel, index, chosen)
    if thread.account_id != actor.account_id:
        raise NotFound("This conversation does not exist.")
    if thread.programme is None and thread.state == "open":
        thread.programme = chosen
    return thread


def talk_of(db: Session, actor: Actor, channel: str, conversation: str) -> Thread:
    """The talk that an account holds under a client's name for it. NotFound for any other; none is begun."""
    if conversation == PAGE:
        thread = newest_page_thread(db, actor)
    else:
        known = _known(db, channel, _index(db, conversation))
        thread = continued(db, known) if known else None
    if thread is None or thread.account_id != actor.account_id:
        raise NotFound("This conversation does not exist.")
    return thread


def continued(db: Session, thread: Thread) -> Thread:
    """The talk in which a conversation goes on now: about another family, or one that its person went back to."""
    passed = {thread.id}
    while thread.continued_by and thread.continued_by not in passed:
        after = db.get(Thread, thread.continued_by)
        if after is None:
            break
        passed.add(after.id)
        thread = after
    return thread


def newest_page_thread(db: Session, actor: Actor) -> Thread | None:
    """The account's newest talk on the chat page."""
    mine = select(Thread).where(Thread.account_id == actor.account_id, Thread.page.is_(True))
    return db.scalars(mine.order_by(since().desc(), Thread.id).limit(1)).first()


def since() -> ColumnElement[datetime]:
    """Since when a talk is the one on the page: it began then, or its person went back to it."""
    return func.coalesce(Thread.taken_up_at, Thread.created_at)


def begin_page_thread(db: Session, actor: Actor, channel: str = "web") -> Thread:
    """A new talk on the chat page, and the newest, whatever the clock says: it may have been put back meanwhile."""
    before = newest_page_thread(db, actor)
    thread = _begin(db, actor, channel, None, _chosen_programme(actor, None))
    if before is not None and thread.created_at <= (last := before.taken_up_at or before.created_at):
        thread.created_at = last + timedelta(microseconds=1)
    return thread


def begin_beside(db: Session, thread: Thread, actor: Actor, programme: str | None) -> Thread:
    """A new talk of the same person in the same channel, with a key of its own; on the page where the other is."""
    chosen = _chosen_programme(actor, programme if programme in programmes_of(actor) else None)
    begun = _begin(db, actor, thread.channel, None, chosen)
    begun.page, begun.follows = thread.page, thread.id
    db.flush()
    return begun


def _chosen_programme(actor: Actor, programme: str | None) -> str | None:
    allowed = programmes_of(actor)
    if programme is None:
        return next(iter(allowed)) if len(allowed) == 1 else None
    if programme not in allowed:
        raise Invalid("There is no such programme in which you may nominate.")
    return programme


def _known(db: Session, channel: str, index: str) -> Thread | None:
    return db.scalar(_KNOWN, {"channel": channel, "index": index})


def _index(db: Session, conversation: str) -> str:
    # In hexadecimal, because an index forgets case and accents and two clients' names may differ in nothing else.
    return blind_index(db, conversation.encode().hex(), kind="conversation", programme=None)


def _begin(db: Session, actor: Actor, channel: str, index: str | None, programme: str | None) -> Thread:
    thread_id = secrets.token_urlsafe(24)
    thread = Thread(
        id=thread_id,
        account_id=actor.account_id,
        channel=channel,
        conversation_index=index or f"page:{thread_id}",
        page=index is None,
        audience=audience_of(actor),
        programme=programme,
        data_key_id=new_data_key(db),
    )
    try:
        with db.begin_nested():
            db.add(thread)
    except IntegrityError:
        # Somebody began the same conversation at the same moment; it is theirs, or this account's own other message.
        begun = _known(db, channel, index) if index else None
        if begun is None:
            raise
        return begun
    return thread
