"""A family takes back, by the same link, the yes that it gave by it. Callers commit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.accounts.accounts import holders
from backend.audit import record
from backend.consent.answering import METHOD, same_person, stop
from backend.consent.links import answered, body_of, end
from backend.consent.models import ConsentLink
from backend.nominations import record as nominations
from backend.nominations.models import Nomination
from backend.nominations.stopping import withdraw_consent
from backend.outbox.service import post
from backend.threads.models import Thread
from backend.threads.notices import add_notice
from backend.threads.record import content_of, find_thread
from backend.threads.tokens import token_hash

GIVEN, TAKEN_BACK = "given", "withdrawn"
Json = dict[str, Any]


def yes_behind(db: Session, token: str) -> tuple[ConsentLink, Thread] | None:
    """The link by which somebody said yes, and its talk, locked, while there is something to take back; else None."""
    link = db.scalar(select(ConsentLink).where(ConsentLink.token_hash == token_hash(token)))
    if link is None:
        return None
    thread = find_thread(db, link.thread_id, lock=True)
    db.refresh(link)
    lives = thread.state in ("open", "submitted") and link.token_hash is not None
    return (link, thread) if lives and link.state == GIVEN else None


def take_yes_back(db: Session, link: ConsentLink, thread: Thread, now: datetime) -> None:
    """Stop, and erase what was told; where somebody else agreed as well, keep both answers for the coordinator.

    The link opens nothing after this.
    """
    record(db, None, "withdrew", "consent_link", link.id, link.programme)
    nomination = nominations.of_thread(db, thread.id)
    if nomination is not None:
        _of_nomination(db, link, nomination, now)
    else:
        _of_draft(db, link, thread)
    thread.touched_at = now
    db.flush()


def _of_draft(db: Session, link: ConsentLink, thread: Thread) -> None:
    post(db, [thread.account_id], "family-answered", f"consent:{link.id}:back", link.programme)
    mine = body_of(db, thread, link)
    told = (content_of(db, thread).get("consent") or {}).get("events") or []
    others = [str(event.get("by") or "") for event in told if _agrees(event) and event.get("method") != METHOD]
    beside = [each for each in answered(db, thread.id) if each.id != link.id and each.state == GIVEN]
    others += [str(body_of(db, thread, each).get("name") or "") for each in beside]
    if not _another(str(mine.get("name") or ""), others):
        stop(db, thread, "family-took-back")
        return
    link.state, link.token_hash = "refused", None  # its words stay: two answers are two answers
    add_notice(db, thread, "family-took-back-too")
    thread.version += 1


def _of_nomination(db: Session, link: ConsentLink, nomination: Nomination, now: datetime) -> None:
    events = nominations.consent_events(db, nomination)
    first = next((event["purpose"] for event in events), None)
    agreed = [event for event in events if event["purpose"] == first and _agrees(event)]
    by_link = [event for event in agreed if event["method"] == METHOD]
    sent = [each for each in answered(db, str(nomination.thread_id)) if each.state in (GIVEN, TAKEN_BACK)]
    at = [each.id for each in sent].index(link.id)
    mine = by_link[at] if at < len(by_link) else {}
    others = [str(event["by"] or "") for event in agreed if event is not mine]
    end(link, TAKEN_BACK)
    if not _another(str(mine.get("by") or ""), others):
        withdraw_consent(db, nomination, None, METHOD, now)
        return
    nominations.add_consent(db, nomination, _refusal(mine, now))
    nomination.version += 1
    cause = f"nomination:{nomination.id}:{nomination.version}"
    post(db, holders(db, "coordinator", nomination.programme), "information-added", cause, nomination.programme)


def _refusal(mine: Json, now: datetime) -> Json:
    """One of two yeses taken back: an event of no purpose, so that the other's still counts until somebody spoke."""
    refused = {"state": "refused", "by": mine.get("by"), "asked_by": None, "method": METHOD}
    return refused | {"date": now.date().isoformat()}


def _agrees(event: Json) -> bool:
    return event.get("state") == GIVEN and event.get("purpose") != "asking_a_parent"


def _another(mine: str, others: Iterable[str]) -> bool:
    """Whether somebody else is named who agreed. "Mum" may be whoever takes it back, and in doubt all stops."""
    named = [name for name in others if any(word[:1].isupper() for word in name.split())]
    return any(name.casefold() not in _IN_FAMILY and not same_person(name, mine) for name in named)


_IN_FAMILY = frozenset({"mum", "mother", "dad", "father", "parent", "carer", "nan", "gran", "grandma", "grandad"})
