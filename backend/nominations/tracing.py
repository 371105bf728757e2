"""From a nomination's reference to the ids under which the audit knows what belongs to it, and back."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.alerts.models import Alert
from backend.errors import NotFound
from backend.letters.models import Letter
from backend.nominations.models import Nomination
from backend.nominations.record import find_nomination
from backend.threads.models import Thread


def ids_of(db: Session, reference: str, programmes: frozenset[str]) -> frozenset[str]:
    """The ids of a nomination in one of the programmes, of its talk, its letters and the alerts in it; else none."""
    try:
        nomination = find_nomination(db, reference)
    except NotFound:
        return frozenset()
    if nomination.programme not in programmes:
        return frozenset()
    alerts = db.scalars(select(Alert.id).where(Alert.thread_id == nomination.thread_id))
    letters = db.scalars(select(Letter.id).where(Letter.nomination_id == nomination.id))
    return frozenset({nomination.id, *alerts, *letters, *([nomination.thread_id] if nomination.thread_id else [])})


def references_of(db: Session, ids: Iterable[str], programmes: frozenset[str]) -> dict[str, str]:
    """The references of those ids that are a nomination's in one of the programmes, or the talk's that it came from.

    A talk's first entries bear no programme, for it had none yet: auditors of others read them, and learn no reference.
    """
    wanted = set(ids)
    nominations = select(Nomination.id, Nomination.reference).where(
        Nomination.id.in_(wanted), Nomination.programme.in_(programmes)
    )
    threads = select(Thread.id, Thread.reference).where(
        Thread.id.in_(wanted), Thread.reference.is_not(None), Thread.programme.in_(programmes)
    )
    return {row.id: row.reference for query in (nominations, threads) for row in db.execute(query)}
