"""What the database holds after a fault, read with the service's own keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backend.alerts.models import Alert
from backend.command.database import open_session
from backend.nominations.models import Nomination
from backend.threads.models import Thread, ThreadMessage
from backend.threads.record import body_of, messages_of
from tests.system import FrontDoor

Said = tuple[str, ...]


@contextmanager
def record_of(door: FrontDoor) -> Iterator[Session]:
    """The record of a Front Door, opened beside it."""
    with pytest.MonkeyPatch.context() as environment:
        for name, value in door.keys().items():
            environment.setenv(name, value)
        with open_session() as db:
            yield db


def talks(db: Session) -> Counter[Said]:
    """What people said in each talk, in order."""
    return Counter(
        tuple(body_of(db, thread, message).get("text", "") for message in messages_of(db, thread, "in"))
        for thread in db.scalars(select(Thread))
    )


def asked_twice(db: Session) -> int:
    """How many messages were answered with more than one question, which a turn made twice would leave."""
    found = 0
    for thread in db.scalars(select(Thread)):
        questions: Counter[int | None] = Counter()
        for message in messages_of(db, thread, "out"):
            if "question" in (body_of(db, thread, message).get("custom") or {}):
                questions[message.answers] += 1
        found += sum(1 for count in questions.values() if count > 1)
    return found


def deliveries_kept_twice(db: Session) -> int:
    """How many messages stand in the record more than once under one delivery."""
    same = (
        select(func.count())
        .where(ThreadMessage.delivery_hash.is_not(None))
        .group_by(ThreadMessage.thread_id, ThreadMessage.delivery_hash)
        .having(func.count() > 1)
    )
    return len(db.scalars(same).all())


def references(db: Session) -> list[str]:
    """The references of all nominations."""
    return list(db.scalars(select(Nomination.reference)))


def alerts(db: Session) -> int:
    """How many alerts there are."""
    return db.scalar(select(func.count()).select_from(Alert)) or 0


def moments(db: Session) -> list[float]:
    """When each message came, in seconds."""
    return [at.timestamp() for at in db.scalars(select(ThreadMessage.at))]
