"""Proof: whether anything that is due and held by nothing can still be read. Opens it as a reader would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.alerts.models import Alert
from backend.consent.models import ConsentLink
from backend.decisions.budget_models import BudgetRequest
from backend.decisions.models import Decision
from backend.keys import KeyDestroyed, unseal
from backend.keys.models import DataKey
from backend.letters.models import LetterVersion
from backend.nominations import record as nominations
from backend.nominations.family_models import FamilyPair
from backend.nominations.models import ConsentRecord, FamilyMark, Judgement, Nomination
from backend.paths.models import PathStep
from backend.retention.due import all_due
from backend.retention.holding import active_hold, is_alert_held, why_held
from backend.retention.service_wide import overdue
from backend.threads.models import ButtonToken, Thread
from backend.threads.record import body_set_aside, messages_of


@dataclass(frozen=True, slots=True)
class StillThere:
    """Something that should be gone: its kind, and the id or reference by which it is found."""

    kind: str
    name: str


def still_readable(db: Session, now: datetime, data: Path | None = None) -> list[StillThere]:
    """All that is due and can be read, that ended and was not erased, or that outlived its key. Empty: all is well."""
    return [*_due(db, now), *_ended(db), *_outlived(db), *_of_the_service(db, now, data)]


def _due(db: Session, now: datetime) -> Iterator[StillThere]:
    for kind, _, name in all_due(db, now):
        if kind in ("draft", "asked", "stopped"):
            if _talk_opens(db, db.get_one(Thread, name)):
                yield StillThere(kind, name)
        elif kind == "alert":
            alert = db.get_one(Alert, name)
            if not is_alert_held(db, alert) and _alert_opens(db, alert):
                yield StillThere(kind, name)
        else:
            nomination = nominations.find_nomination(db, name)
            if why_held(db, nomination) is None and _nomination_opens(db, nomination):
                yield StillThere(kind, name)


def _ended(db: Session) -> Iterator[StillThere]:
    # Asked of the rows themselves, not of their dates: whoever ended must be erased, or held and out of sight.
    unread = select(Nomination).join(DataKey, DataKey.id == Nomination.data_key_id)
    for nomination in db.scalars(unread.where(Nomination.status == "withdrawn", DataKey.destroyed_at.is_(None))):
        if active_hold(db, nomination) is None and why_held(db, nomination) is None:
            yield StillThere("withdrawn", nomination.reference)
        elif nominations.content_of(db, nomination):
            yield StillThere("withdrawn-not-set-aside", nomination.reference)


def _outlived(db: Session) -> Iterator[StillThere]:
    # A destroyed key must be gone from its row, and what recognises the family with it.
    for key in db.scalars(select(DataKey.id).where(DataKey.destroyed_at.is_not(None), DataKey.wrapped.is_not(None))):
        yield StillThere("key", key)
    gone = (
        select(Nomination).join(DataKey, DataKey.id == Nomination.data_key_id).where(DataKey.destroyed_at.is_not(None))
    )
    marked = gone.join(FamilyMark, FamilyMark.family_id == Nomination.family_id)
    sealed = gone.where(
        Nomination.content.is_not(None)
        | select(Judgement.id).where(Judgement.nomination_id == Nomination.id, Judgement.body != b"").exists()
        | select(ConsentRecord.id)
        .where(ConsentRecord.nomination_id == Nomination.id, ConsentRecord.body != b"")
        .exists()
        | select(Decision.id)
        .where(Decision.nomination_id == Nomination.id, Decision.reason.is_not(None) | Decision.body.is_not(None))
        .exists()
        | select(LetterVersion.id)
        .where(LetterVersion.nomination_id == Nomination.id, LetterVersion.body.is_not(None))
        .exists()
        | select(BudgetRequest.id)
        .where(BudgetRequest.nomination_id == Nomination.id, BudgetRequest.reason.is_not(None))
        .exists()
        | select(PathStep.id).where(PathStep.nomination_id == Nomination.id, PathStep.body.is_not(None)).exists()
    )
    paired = gone.join(FamilyPair, (FamilyPair.first_id == Nomination.id) | (FamilyPair.second_id == Nomination.id))
    for kind, query in (("mark", marked), ("pair", paired), ("remains", sealed)):
        yield from (StillThere(kind, found.reference) for found in db.scalars(query).unique())
    buttons = select(Thread.id).join(DataKey, DataKey.id == Thread.data_key_id).join(ButtonToken)
    answers = select(Thread.id).join(DataKey, DataKey.id == Thread.data_key_id).join(ConsentLink)
    answers = answers.where(DataKey.destroyed_at.is_not(None), ConsentLink.body.is_not(None)).distinct()
    yield from (StillThere("family-answers", thread) for thread in db.scalars(answers))
    for thread in db.scalars(buttons.where(DataKey.destroyed_at.is_not(None)).distinct()):
        yield StillThere("buttons", thread)


def _of_the_service(db: Session, now: datetime, data: Path | None) -> Iterator[StillThere]:
    for kind, count in overdue(db, now, data).items():
        if count:
            yield StillThere(kind, str(count))


def _talk_opens(db: Session, thread: Thread) -> bool:
    try:
        said = any(body_set_aside(db, thread, message, thread.data_key_id) for message in messages_of(db, thread))
    except KeyDestroyed:
        return False
    return said or thread.content is not None


def _nomination_opens(db: Session, nomination: Nomination) -> bool:
    try:
        return bool(nominations.content_of(db, nomination, aside=True))
    except KeyDestroyed:
        return False


def _alert_opens(db: Session, alert: Alert) -> bool:
    if alert.words is None:
        return False
    try:
        unseal(db, alert.data_key_id, alert.words, table="alerts", column="words", row=alert.id)
    except KeyDestroyed:
        return False
    return True
