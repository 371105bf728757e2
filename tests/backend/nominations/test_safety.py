"""A nomination is as dangerous as the strongest alert of its talk, in its JSON and in the queue."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from backend.alerts.service import raise_alert
from backend.database.base import utc_now
from backend.nominations.service import QueueFilter, open_nomination, queue
from backend.nominations.submission import submit
from tests.backend.alerts.test_alerts import alert
from tests.backend.threads.people import draft, somebody


def test_an_alert_after_it_was_sent_raises_it_and_a_weaker_one_does_not_lower_it(db: Session) -> None:
    nominator, coordinator = somebody(db, "nominator", "sevenoaks"), somebody(db, "coordinator", "sevenoaks")
    thread = draft(db, nominator, "sevenoaks")
    calm = submit(db, draft(db, nominator, "sevenoaks").id, utc_now()).reference
    reference = submit(db, thread.id, utc_now()).reference
    for raised, seen in (("none", "none"), ("urgent", "urgent"), ("immediate", "immediate"), ("concern", "immediate")):
        raise_alert(db, alert(thread=thread.id, level=raised))
        db.commit()
        db.expire_all()
        assert open_nomination(db, coordinator, reference)["safety"] == seen
    rows = queue(db, coordinator, QueueFilter(), "safety", now=utc_now())
    assert [(row.reference, row.safety) for row in rows] == [(reference, "immediate"), (calm, "none")]


@pytest.mark.parametrize("level", ["urgent", "immediate"])
def test_an_alert_before_it_was_sent_counts_whatever_the_draft_says(db: Session, level: str) -> None:
    nominator, coordinator = somebody(db, "nominator", "sevenoaks"), somebody(db, "coordinator", "sevenoaks")
    thread = draft(db, nominator, "sevenoaks")
    raise_alert(db, alert(thread=thread.id, level=level))
    reference = submit(db, thread.id, utc_now()).reference
    assert open_nomination(db, coordinator, reference)["safety"] == level
